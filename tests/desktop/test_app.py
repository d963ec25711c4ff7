import pygame
import pytest
from games import SMALL, started

from game.desktop.gallery import SCREENS, picture, screen_for
from game.desktop.home import Folders
from game.desktop.screens.desk import Desk
from game.desktop.screens.errands import Fill
from game.desktop.screens.games import new_game, old_game
from game.desktop.screens.table import Table
from game.desktop.screens.title import Title, resumed
from game.desktop.screens.wishes import Pick, Proceed, Resume, Shelve
from game.scenario.load import load
from game.session.recording import RecordingError, create, header


@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_by_name(name):
    assert screen_for(name, started(2)).name == name.partition(".")[0]


def test_a_screen_that_is_none_or_needs_a_game():
    with pytest.raises(ValueError):
        screen_for("lobby")
    with pytest.raises(ValueError):
        screen_for("table")


@pytest.fixture(name="desk")
def _desk(tmp_path):
    home = Folders(tmp_path / "config", tmp_path / "runs")
    return Desk("en", folders=(SMALL.parent,), home=home, seed=lambda: 5, now=lambda: "2026-01-01T08:00:00")


def test_the_last_game_goes_on_where_it_was_left(desk):
    table = Table(desk=desk, chair=new_game(desk, SMALL, "class", ""))
    table = table.handle(Fill("support")).handle(Pick("train")).handle(Proceed()).handle(Proceed())
    left = table.chair.seen
    assert table.handle(Shelve()).name == "library"
    again = Title(desk=desk).handle(Resume())
    assert again.name == "table"
    assert again.chair.seen == left
    locked = Title(desk=desk).handle(Resume())
    assert locked.trouble
    again.handle(Shelve())


def test_pictures_of_a_recorded_game(desk, tmp_path):
    table = Table(desk=desk, chair=new_game(desk, SMALL, "class", ""))
    evening = table.now(ending=True).handle(Proceed())
    evening.handle(Shelve())
    out = tmp_path / "table.png"
    picture("evening", out, (1280, 720), run=desk.home.latest(), turn=1, lang="en", scale=125, theme="dark")
    assert pygame.image.load(str(out)).get_size() == (1280, 720)
    with pytest.raises(RecordingError):
        picture("table", out, (1280, 720), run=SMALL)


@pytest.mark.parametrize(("seats", "led"), [
    ({}, True), ({"lead": "human"}, True), ({"build": "bot"}, True), ({"build": "human"}, True),
    ({"lead": "bot:steady"}, False),
])  # fmt: skip
def test_only_a_game_that_a_person_leads_goes_on_in_the_window(seats, led, tmp_path):
    text = SMALL.read_text(encoding="utf-8")
    scenario = load(text, str(SMALL), "class")
    path = tmp_path / "game.jsonl"
    create(path, header(scenario, text, 3, "", seats=seats)).close()
    if led:
        old_game(path).session.recording.close()
        return
    with pytest.raises(RecordingError) as caught:
        old_game(path)
    assert caught.value.code == "seats"
    title = resumed(Title(desk=Desk("en")), path)
    assert "--text" in title.trouble


def test_a_picture_that_cannot_be_written_names_its_file(tmp_path):
    with pytest.raises(FileNotFoundError) as caught:
        picture("title", tmp_path / "none" / "x.png", (1280, 720))
    assert caught.value.filename
