"""What if, on screen: what it tells is what the command tells; nothing of the game is changed; work can be stopped."""

import json
import time

import pytest
from click.testing import CliRunner

from game.cli import qiantou
from game.desktop.intent import Back, Tick
from game.desktop.screens.debrief import Debrief
from game.desktop.screens.desk import Desk
from game.desktop.screens.errands import Take
from game.desktop.screens.film import film
from game.desktop.screens.labour import Called
from game.desktop.screens.library import Library
from game.desktop.screens.replay import Replay
from game.desktop.screens.wishes import Pick, Proceed, Show
from game.desktop.sheet import Sheet
from game.desktop.type import Type
from game.session.bots import LEADS
from game.session.recording import create, header, read
from game.session.session import begin, play_out, play_until
from game.study.whatif.branch import decisions, others
from game.study.whatif.course import script_of
from game.study.whatif.paired import luck
from tests.table import scenario_of, text_of


def written(path, turns=0):
    """A recording of a steady game, to its end or some turns on."""
    name = "small-class"
    session = begin(scenario_of(name), 5, create(path, header(scenario_of(name), text_of(name), 5, "")))
    bot = LEADS["steady"](5)
    if turns:
        play_until(session, bot, turns)
    else:
        play_out(session, bot)
    session.recording.close()
    return path


@pytest.fixture
def replay(tmp_path):
    desk = Desk("en")
    return Replay(desk=desk, film=film(written(tmp_path / "game.jsonl")), behind=Library(desk=desk))


def texts(screen):
    sheet = Sheet((1280, 720), Type(0.75))
    screen.layout(sheet)
    return " ".join(widget.name for widget in sheet.widgets)


def whatif(path, *asked):
    """What the command says, as data."""
    return json.loads(CliRunner().invoke(qiantou, ["whatif", str(path), *map(str, asked), "--json"]).stdout)


def chosen(page, kind):
    """The page with the first decision of a kind chosen, and its turn and number."""
    script = script_of(page.moments)
    at = next(n for n, e in enumerate(script) if e.action.seat == "lead" and e.action.kind == kind)
    turn = script[at].turn
    return page.handle(Pick(at)), turn, decisions(script, turn).index(at) + 1


@pytest.mark.parametrize("way", ["without", "bot.passive"])
def test_the_screen_tells_what_the_command_tells(replay, way):
    path = replay.film.path
    before = path.read_bytes()
    page, turn, number = chosen(replay.handle(Take("whatif")), "visit")
    found = page.handle(Take(way)).branch
    asked = ["--without", str(number)] if way == "without" else ["--bot", way.removeprefix("bot.")]
    told = whatif(path, "--turn", turn, *asked)
    assert told["now"]["mark"] == found.now.mark / 10
    assert told["now"]["ending"] == found.now.ending
    assert told["now"]["curve"] == {name: list(values) for name, values in found.now.curve.items()}
    assert path.read_bytes() == before


def test_what_could_have_been_done_instead_comes_to_what_the_command_says(replay):
    page, turn, number = chosen(replay.handle(Take("whatif")), "visit")
    entry = script_of(page.moments)[page.at]
    found = others(page.scenario, entry.before, entry.action)
    assert found
    for n, action in enumerate(found):
        assert (action.kind, action != entry.action) == ("visit", True)
        branch = page.handle(Take(f"other.{n}")).branch
        told = whatif(replay.film.path, "--turn", turn, "--without", number, "--do", "visit",
                      *(f"{key}={value}" for key, value in action.args.items()))  # fmt: skip
        assert (told["now"]["mark"], told["now"]["ending"]) == (branch.now.mark / 10, branch.now.ending)


def worked(page, tab):
    """The page once the work of a tab is over, having looked at it as the window does."""
    page = page.handle(Show(tab)).handle(Proceed())
    ends = time.monotonic() + 60
    while page.pulse and time.monotonic() < ends:
        page = page.handle(Tick(0.0)) or page
        time.sleep(0.02)
    return page


def test_luck_is_worked_out_behind_the_screen(replay, monkeypatch):
    monkeypatch.setattr("game.study.whatif.paired.SEEDS", 12)
    page = worked(replay.handle(Take("whatif")), "luck")
    assert page.labours["luck"].found == luck(read(replay.film.path), 12)
    assert page.labours["luck"].done == page.labours["luck"].total == 12
    told = whatif(replay.film.path, "--luck", "--seeds", 12, "--workers", 1)["luck"]
    assert (told["marks"], told["percentile"]) == ([m / 10 for m in page.labours["luck"].found.marks],
                                                   page.labours["luck"].found.percentile)  # fmt: skip


def test_turning_points_are_those_of_the_command(replay):
    page = worked(replay.handle(Take("whatif")), "points")
    found = page.labours["points"].found
    told = whatif(replay.film.path, "--points", "--workers", 1)["points"]
    assert found
    assert [(p["turn"], p["number"], p["worth"]) for p in told] == [(p.turn, p.number, p.worth / 10) for p in found]


def test_leaving_stops_the_work(replay, monkeypatch):
    def endless(_tape, progress):
        while True:
            progress(0)
            time.sleep(0.005)

    monkeypatch.setattr("game.study.whatif.paired.points", endless)
    page = replay.handle(Take("whatif")).handle(Show("points")).handle(Proceed())
    labour = page.labours["points"]
    time.sleep(0.05)
    assert not labour.over
    assert page.handle(Back()).name == "replay"
    ends = time.monotonic() + 30
    while not labour.over and time.monotonic() < ends:
        time.sleep(0.01)
    assert isinstance(labour.broke, Called)


def test_a_game_that_goes_on_is_not_asked(tmp_path):
    desk = Desk("en")
    going = Replay(desk=desk, film=film(written(tmp_path / "going.jsonl", 2)), behind=Library(desk=desk))
    assert not going.ended
    assert going.handle(Take("whatif")) is None


def test_a_game_kept_in_memory_says_why_luck_cannot_be_told():
    session = begin(scenario_of("small-class"), 5, create(None, {"check": ""}))
    play_out(session, LEADS["steady"](5))
    from game.desktop.screens.chair import look

    page = Debrief(desk=Desk("en"), chair=look(session), tab="ending").handle(Take("whatif")).handle(Show("luck"))
    assert "not recorded" in texts(page)
    assert page.handle(Proceed()) is None
