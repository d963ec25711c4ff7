"""The folders of duties and of the map: touching a square or a flag, and the deeds that follow from it."""

import pytest
from games import chair, mapped

from game.desktop.geometry import Rect
from game.desktop.screens.desk import Desk
from game.desktop.screens.errands import Consult
from game.desktop.screens.filling import Filling
from game.desktop.screens.table import Table
from game.desktop.screens.wishes import Pick
from game.desktop.sheet import Sheet, window_factor
from game.desktop.type import Type
from game.telling import duties


def laid_out(screen, size=(1920, 1080), scale=100):
    sheet = Sheet(size, Type(window_factor(size) * scale / 100))
    screen.layout(sheet)
    return {widget.id: widget for widget in sheet.widgets if widget.id}


def files(game, folder, lang="zh"):
    return Table(desk=Desk(lang), chair=game).handle(Consult(folder))


def test_every_seat_has_a_square_in_every_workstream():
    found = laid_out(files(chair(3), "duties"))
    game = chair(3).scenario
    for work in game.works:
        assert all(found[f"duty.{work.id}.{seat}"].focusable for seat in ("lead", *(p.id for p in game.peers)))
        assert found[f"clarity.{work.id}"].level == chair(3).seen.works[game.work(work.id)].clarity


def test_a_square_opens_its_sentences_and_takes_up_a_deed_filled_in():
    screen = files(chair(3), "duties")
    screen = screen.handle(laid_out(screen)["duty.share.water"].action)
    found = laid_out(screen)
    assert found["duty.share.water"].selected
    game = screen.chair
    told = duties.about_cell(screen.words, game.scenario, game.seen, game.seen.works[1], "water")
    sheet = Sheet((1920, 1080), Type(1.0))
    screen.layout(sheet)
    assert {*told} <= {widget.name for widget in sheet.widgets}
    card = screen.handle(found["do.duties"].action)
    assert isinstance(card, Filling)
    assert dict(card.args) == {"work": "share", "owner": "water"}


def test_too_narrow_for_squares_the_rows_become_lists():
    found = laid_out(files(chair(3), "duties", "en"), (800, 600), 200)
    assert "duty.check.build" in found
    assert found["duty.check.build"].role == "item"
    assert "duty.check.water" not in found      # it stands outside


def test_a_flag_chooses_its_site():
    screen = files(mapped(), "map")
    found = laid_out(screen)
    assert found["site.ford"].selected
    after = screen.handle(found["flag.hill"].action)
    assert laid_out(after)["site.hill"].selected
    assert found["map.picture"].data != laid_out(after)["map.picture"].data


@pytest.mark.parametrize(("size", "scale"), [((1920, 1080), 100), ((1280, 720), 150)])
def test_the_flags_lie_on_the_map(size, scale):
    found = laid_out(files(mapped(), "map"), size, scale)
    for site in ("ford", "hill"):
        assert found["map.picture"].rect.inset(-44).encloses(Rect(*found[f"flag.{site}"].rect.centre, 1, 1))


def test_the_table_names_the_way_and_the_people():
    found = laid_out(files(mapped(), "map").handle(Pick("ford")))
    assert "渡口—山上—磨坊" in found["way.mill"].hint or "磨坊—山上—渡口" in found["way.mill"].hint
    assert "100%" in found["map.sum"].name


def test_without_a_map_there_is_no_such_folder():
    assert "folder.map" not in laid_out(files(chair(3), "duties"))
    assert "folder.map" in laid_out(files(mapped(), "map"))
