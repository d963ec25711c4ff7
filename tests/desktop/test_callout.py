from pathlib import Path

import pytest
from games import screens

from game.desktop import focus
from game.desktop.callout import ID
from game.desktop.screens.briefing import Briefing
from game.desktop.screens.chair import look
from game.desktop.screens.desk import Desk
from game.desktop.screens.table import Table
from game.desktop.settings import Settings
from game.desktop.sheet import Sheet
from game.desktop.stage import Stage
from game.desktop.type import Type
from game.scenario.anchor import ANCHORS
from game.scenario.load import load
from game.session.recording import create, header
from game.session.session import begin

TUTORIAL = Path(__file__).parents[2] / "scenarios" / "market_street.yaml"


def tutorial():
    text = TUTORIAL.read_text(encoding="utf-8")
    scenario = load(text, str(TUTORIAL), "class")
    return look(begin(scenario, 3, create(None, header(scenario, text, 3, ""))))


def staged(screen, size=(1280, 720), scale=100, **settings):
    stage = Stage(screen, size, Settings(scale=scale, **settings), rulers=Type, clock=lambda: 0.0)
    assert stage.widgets
    return stage


def shown(stage):
    slip = focus.find(stage.widgets, ID)
    return slip.name if slip else ""


def press(stage, *ids):
    for id in ids:
        found = focus.find(stage.widgets, id)
        assert found is not None, (id, stage.screen.name)
        stage.activate(found)


def test_everything_an_author_may_point_at_is_there():
    found = {}
    marked = Briefing(desk=Desk("zh"), chair=tutorial(), at=1, picked="ring_street")
    for screen in (*screens("zh"), marked):
        sheet = Sheet((1920, 1080), Type(1.0))
        screen.layout(sheet)
        found.setdefault(screen.name, set()).update(w.id for w in sheet.widgets if w.id)
    missing = [f"{name}.{id}" for name, ids in ANCHORS.items() for id in ids
               if not any(w.startswith(id) for w in found[name])]  # fmt: skip
    assert not missing


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 100), ((1280, 720), 150), ((1920, 1080), 150)])
def test_the_tutorial_unfolds_one_slip_at_a_time(lang, size, scale):
    stage = staged(Briefing(desk=Desk(lang), chair=tutorial()), size, scale)
    told = []
    steps = ((), ("next",), ("choice0", "decide"), ("next",), ("deed.visit", "pick.street", "seal", "next"),
             ("end", "yes"), ("next", "next"), ("choice1", "decide"), ("next",))  # fmt: skip
    for step in steps:
        press(stage, *step)
        slip = focus.find(stage.widgets, ID)
        if slip is not None:
            told.append(stage._callout.key.partition(".")[2])
            target = next(w for w in focus.usable(stage.widgets) if w.id.startswith(stage._callout.widget))
            assert not slip.rect.overlaps(target.seen)
            assert Sheet(size, stage.ruler).rect.encloses(slip.rect)
    assert told[:6] == ["one_page", "whom", "one_reason", "one_visit", "first_end", "two_ledgers"]
    assert told[6:] == ["a_promise", "intents", "small_deal"]


def test_escape_puts_a_slip_away_and_only_then_goes_back():
    stage = staged(Briefing(desk=Desk("zh"), chair=tutorial(), at=1))
    assert shown(stage)
    stage.key("escape")
    assert not shown(stage)
    assert stage.screen.at == 1
    stage.key("escape")
    assert stage.screen.at == 0


def test_what_is_met_for_the_first_time_is_told_once(monkeypatch):
    kept = []
    desk = Desk("zh")
    monkeypatch.setattr(desk.home.__class__, "keep", lambda _self, settings, _lang: kept.append(settings) or True)
    table = next(s for s in screens("zh") if isinstance(s, Table))
    stage = staged(table)
    first = shown(stage)
    assert first
    stage.key("escape")
    assert kept[-1].learnt
    assert shown(stage) != first
    assert not shown(staged(table.now(desk=Desk("zh", Settings(hints=False)))))
