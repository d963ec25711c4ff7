"""The folder of handoffs: what it tells is what the rules counted, and only where it matters."""

from itertools import pairwise

import pytest
from games import chair, handed

from game.desktop.screens.desk import Desk
from game.desktop.screens.errands import Consult
from game.desktop.screens.files import folders
from game.desktop.screens.table import Table
from game.desktop.sheet import Sheet, window_factor
from game.desktop.type import Type
from game.rules import view
from game.telling.handoffs import held_by, told, trails, why
from game.telling.words import words
from tests.table import scenario_of, walk


def opened(game, size=(1920, 1080), scale=100):
    screen = Table(desk=Desk("zh"), chair=game).handle(Consult("handoffs"))
    sheet = Sheet(size, Type(window_factor(size) * scale / 100))
    screen.layout(sheet)
    return screen, {widget.id: widget for widget in sheet.widgets if widget.id}


@pytest.mark.parametrize("seat", ["lead", "trainer"])
def test_what_is_seen_handed_on_is_what_the_rules_counted(seat):
    strides = walk("ev_charging-class", 1, False)
    scenario = scenario_of("ev_charging-class")
    ended = [b.before for a, b in pairwise(strides) if a.before.turn != b.before.turn]
    ended = [*ended, strides[-1].after]
    found = trails(scenario, [view(scenario, state, seat) for state in ended])
    counted = {edge: n for edge, n in ended[-1].tally.items() if ">" in edge}
    read: dict[str, int] = {}
    for trail in found:
        for party, times in zip(trail.parties, trail.handed, strict=True):
            edge = f"{party}>{trail.after(party)}"
            read |= {edge: read.get(edge, 0) + times} if times else {}
    assert counted
    assert read == counted


def test_it_is_there_only_where_it_matters_how_often_papers_are_handed_on():
    assert "handoffs" not in folders(Table(desk=Desk("zh"), chair=chair()))
    assert "handoffs" in folders(Table(desk=Desk("zh"), chair=handed()))


def test_the_worst_trail_is_open_and_another_can_be_chosen():
    screen, found = opened(handed())
    assert found["trail.check"].selected            # kept for two turns, the other for one
    _, after = opened(handed(2))
    assert after["trail.share"].selected            # it went round
    other = screen.handle(found["trail.share"].action)
    sheet = Sheet((1920, 1080), Type(1.0))
    other.layout(sheet)
    assert next(w for w in sheet.widgets if w.id == "handoffs.picture").data != found["handoffs.picture"].data


def test_why_is_told_only_once_it_is_known():
    game, say = handed(2), words("zh")
    trail = trails(game.scenario, game.turns)[1]
    assert trail.state == "round"
    assert "没有一家接" in told(say, game.scenario, trail)[-1]
    assert "还没有问出来" in why(say, game.scenario, game.seen, held_by(trail))[0]
    session = handed(2).session
    known = game.seen.peers[0]._replace(facts=frozenset({"redline"}))
    seen = session.view("lead")
    seen = type("Seen", (), {"peers": (known, *seen.peers[1:])})
    assert "不公开档案" in why(say, session.scenario, seen, "build")[0]
