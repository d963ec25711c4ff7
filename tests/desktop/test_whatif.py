"""What if, on screen: what it tells is what the command tells; nothing of the game is changed; work can be stopped."""

import gc
import json
import time

import pytest
from click.testing import CliRunner

from game.cli import qiantou
from game.desktop.intent import Back, Tick
from game.desktop.screens.debrief import Debrief
from game.desktop.screens.desk import Desk
from game.desktop.screens.errands import Fill, Take
from game.desktop.screens.film import film
from game.desktop.screens.labour import Called, Labour
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


def written(path, turns=0, bot="steady"):
    """A recording of a bot's game, to its end or some turns on."""
    name = "small-class"
    session = begin(scenario_of(name), 5, create(path, header(scenario_of(name), text_of(name), 5, "")))
    bot = LEADS[bot](5)
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


def composed(another, kind, args):
    """The deed put together on its card, as it is done by hand."""
    card = another.handle(Fill(kind))
    while card.field is not None:
        value = args[card.field.name]
        if card.field.many is None:
            card = card.handle(Pick(value))
        else:
            for one in value:
                card = card.handle(Pick(one))
            card = card.handle(Proceed())
    return card


def typed(args):
    """Fields as they are typed after the command."""
    return [f"{key}={','.join(map(str, v)) if isinstance(v, list) else v}" for key, v in args.items()]


DEEDS = [
    ("sound", {"target": "road"}),
    ("offer", {"table": "terms", "target": "build", "package": "monthly+stop", "side": ""}),
    ("consult", {"works": ["check", "share"], "attendees": ["build", "road"], "wording": "joint"}),
]


@pytest.mark.parametrize(("kind", "args"), DEEDS)
def test_any_other_deed_comes_to_what_the_command_says(replay, kind, args):
    before = replay.film.path.read_bytes()
    page, turn, number = chosen(replay.handle(Take("whatif")), "visit")
    card = composed(page.handle(Take("another")), kind, args)
    found = card.handle(Proceed())
    assert (found.branch.change.do.kind, dict(found.branch.change.do.args)) == (kind, args)
    told = whatif(replay.film.path, "--turn", turn, "--without", number, "--do", kind, *typed(args))
    assert told["now"]["mark"] == found.branch.now.mark / 10
    assert told["now"]["ending"] == found.branch.now.ending
    assert told["now"]["curve"] == {name: list(values) for name, values in found.branch.now.curve.items()}
    assert replay.film.path.read_bytes() == before


def spare(page):
    """A turn that ended with energy left, and what could still be done in it without filling anything hard."""
    for turn in range(1, 6):
        another = page.handle(Take(f"add.{turn}"))
        if any(o.kind == "sound" and o.blocked is None for o in another.chair.options):
            return another
    raise AssertionError("no turn with energy left")


def test_a_deed_added_at_the_end_of_a_turn_comes_to_what_the_command_says(tmp_path):
    desk = Desk("en")
    shown = film(written(tmp_path / "idle.jsonl", bot="passive"))
    replay = Replay(desk=desk, film=shown, behind=Library(desk=desk))
    another = spare(replay.handle(Take("whatif")))
    found = composed(another, "sound", {"target": "build"}).handle(Proceed())
    told = whatif(shown.path, "--turn", another.turn, "--do", "sound", "target=build")
    assert told["now"]["curve"] == {name: list(values) for name, values in found.branch.now.curve.items()}
    assert (told["now"]["mark"], told["now"]["ending"]) == (found.branch.now.mark / 10, found.branch.now.ending)


def test_back_goes_a_step_back_from_the_result_to_the_decisions(replay):
    asked = replay.handle(Take("whatif"))
    page, *_ = chosen(asked, "visit")
    card = composed(page.handle(Take("another")), "sound", {"target": "road"})
    result = card.handle(Proceed())
    names = []
    while result.name != "replay":
        names.append((result.name, getattr(result, "args", None), getattr(result, "at", None)))
        result = result.handle(Back())
    assert names == [("whatif", None, page.at), ("instead", (("target", "road"),), None), ("instead", (), None),
                     ("another", None, None), ("whatif", None, page.at), ("whatif", None, -1)]  # fmt: skip


def test_what_was_out_of_reach_says_why_and_a_reply_is_no_deed(replay):
    page, *_ = chosen(replay.handle(Take("whatif")), "visit")
    another = page.handle(Take("another"))
    sheet = Sheet((1280, 720), Type(0.75))
    another.layout(sheet)
    blocked = [o for o in another.chair.options if o.blocked is not None]
    assert blocked
    for option in blocked:
        card = next(w for w in sheet.widgets if w.id == f"deed.{option.kind}")
        assert not card.enabled
        assert another.explain(card.why).text
    reply, *_ = chosen(replay.handle(Take("whatif")), "answer")
    assert "something else" not in texts(reply)


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


def test_what_was_in_reach_is_that_of_the_command(replay, monkeypatch):
    monkeypatch.setattr("game.study.whatif.reach.QUICK", 4)
    page = worked(replay.handle(Take("whatif")), "reach")
    found = page.labours["reach"].found
    told = whatif(replay.film.path, "--reach", "--workers", 1)["reach"]
    assert [turn["mark"] for turn in told["turns"]] == [way.mark / 10 for way in found.ways[:-1]]
    assert told["played"] == found.ways[-1].mark / 10
    shown = texts(page)
    assert f"Turn {found.worst + 1} gave away most" in shown
    deeds = [page.teller.deed(deed) for deed in found.ways[found.worst].deeds]
    assert deeds
    assert all(deed in shown for deed in deeds)


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


def test_long_work_has_nothing_looked_through_again_that_was_there_before():
    labour = Labour(1, lambda told: gc.get_freeze_count()).start()
    ends = time.monotonic() + 30
    while (not labour.over or gc.get_freeze_count()) and time.monotonic() < ends:
        time.sleep(0.01)
    assert labour.found > 10_000
    assert gc.get_freeze_count() == 0


def test_a_game_that_goes_on_is_not_asked(tmp_path):
    desk = Desk("en")
    going = Replay(desk=desk, film=film(written(tmp_path / "going.jsonl", 2)), behind=Library(desk=desk))
    assert not going.film.over
    assert going.handle(Take("whatif")) is None


def test_a_game_kept_in_memory_says_why_luck_cannot_be_told():
    session = begin(scenario_of("small-class"), 5, create(None, {"check": ""}))
    play_out(session, LEADS["steady"](5))
    from game.desktop.screens.chair import look

    page = Debrief(desk=Desk("en"), chair=look(session), tab="ending").handle(Take("whatif")).handle(Show("luck"))
    assert "not recorded" in texts(page)
    assert page.handle(Proceed()) is None
