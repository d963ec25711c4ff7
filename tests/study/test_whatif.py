"""What-if is exact: what is not changed stays to the digit, and every figure is what playing it by hand gives."""

import json
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from click.testing import CliRunner

from game.cli import qiantou
from game.exit import code_of
from game.rules import Action, settle, step
from game.rules.ending import mark
from game.session.bots import LEADS, Planner
from game.session.recording import create, header, read
from game.session.replay import replay
from game.session.session import begin, play_out
from game.study.audit import audit
from game.study.whatif.branch import Change, NoSuch, branch, decisions, without
from game.study.whatif.course import Game, anew, played, script_of
from game.study.whatif.paired import luck, points
from game.study.whatif.reach import Reach, Way, openings, reach
from game.study.whatif.report import reach_told
from game.study.whatif.wording import Teller
from game.telling.words import words as words_of
from tests.table import SMALL, scenario_of

SEED = 5
ROLLOUTS = 6
TEXT = SMALL.read_text(encoding="utf-8")


@cache
def recorded(bot="pressure", seed=SEED, turns=0):
    """The recording of a game of the small scenario; `turns` stops it early."""
    path = Path(mkdtemp()) / "game.jsonl"
    scenario = scenario_of("small-class")
    session = begin(scenario, seed, create(path, header(scenario, TEXT, seed, "")))
    if turns:
        from game.session.session import play_until

        play_until(session, LEADS[bot](seed), turns)
    else:
        play_out(session, LEADS[bot](seed))
    session.recording.close()
    return path


@cache
def game(bot="pressure", seed=SEED):
    found = replay(read(recorded(bot, seed)))
    return found.scenario, tuple(found.moments)


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    """Let the strong player think but shortly."""
    monkeypatch.setattr("game.study.whatif.reach.QUICK", ROLLOUTS)


@pytest.mark.parametrize("bot", ["passive", "steady", "pressure", "negotiator"])
def test_the_same_decisions_on_the_same_luck_are_the_same_game(bot):
    scenario, moments = game(bot)
    was = played(scenario, moments)
    again = anew(scenario, SEED, script_of(moments))
    assert (again.mark, again.ending, again.curve, again.missed) == (was.mark, was.ending, was.curve, was.missed)


def test_handing_over_to_the_bot_that_played_changes_nothing_from_the_first_turn_on():
    scenario, moments = game("steady")
    found = branch(scenario, moments, Change(1, bot="steady"))
    assert (found.now.mark, found.now.ending) == (found.was.mark, found.was.ending)
    assert found.now.curve == found.was.curve


def test_nothing_changes_before_the_turn_that_is_changed():
    scenario, moments = game()
    script = script_of(moments)
    for turn in sorted({entry.turn for entry in script}):
        for n in range(len(decisions(script, turn))):
            found = branch(scenario, moments, Change(turn, without=n))
            assert found.gone is not None
            for name, values in found.now.curve.items():
                assert values[:turn] == found.was.curve[name][:turn], (turn, n, name)


def test_a_decision_put_back_is_the_game_as_it_was():
    scenario, moments = game("steady")
    script = script_of(moments)
    last = decisions(script, 2)[-1]
    action = script[last].action
    found = branch(scenario, moments, Change(2, without=len(decisions(script, 2)) - 1, do=action))
    assert (found.now.mark, found.now.curve) == (found.was.mark, found.was.curve)


def test_what_cannot_be_done_is_said_with_its_reason():
    scenario, moments = game()
    with pytest.raises(NoSuch) as error:
        branch(scenario, moments, Change(1, do=Action("lead", "move", {"move": "nowhere"})))
    assert error.value.why is not None
    for change, code in ((Change(99), "turn"), (Change(1, without=99), "decision")):
        with pytest.raises(NoSuch) as error:
            branch(scenario, moments, change)
        assert error.value.code == code


def test_luck_is_the_same_for_any_number_of_workers_and_counted_by_hand():
    tape, (scenario, moments) = read(recorded()), game()
    found = luck(tape, 25)
    assert luck(tape, 25, workers=2) == found
    marks = sorted(anew(scenario, seed, script_of(moments)).mark for seed in range(1, 27) if seed != SEED)
    assert list(found.marks) == marks
    below, level = sum(m < found.played for m in marks), sum(m == found.played for m in marks)
    assert found.percentile == round(100 * (below + (level + 1) / 2) / 26, 1)
    assert sum(found.endings.values()) == pytest.approx(1)
    assert found.own


def test_turning_points_are_what_leaving_each_decision_out_gives():
    scenario, moments = game()
    script, whole = script_of(moments), played(scenario, moments).mark
    found = points(read(recorded()))
    worths = {}
    for turn in {entry.turn for entry in script}:
        for n, place in enumerate(decisions(script, turn), 1):
            worths[turn, n] = whole - without(scenario, moments, place).course().mark
    assert 0 < len(found) <= 5
    assert all(p.worth == worths[p.turn, p.number] != 0 for p in found)
    ranked = sorted((abs(w) for w in worths.values() if w), reverse=True)
    assert [abs(p.worth) for p in found] == ranked[: len(found)]


def test_what_was_in_reach_is_what_the_planner_makes_of_each_turn_s_start():
    scenario, moments = game()
    found = reach(read(recorded()))
    was = played(scenario, moments)
    assert (found.ways[-1].mark, found.ways[-1].ending) == (was.mark, was.ending)
    assert len(found.ways) == moments[-1].state.turn + 1
    best = was.mark
    for turn, state in reversed([*enumerate(openings(moments), 1)]):
        assert state.turn == turn
        there = Game(scenario, state)
        there.lead(Planner(turn, ROLLOUTS).on(scenario))
        best = max(best, mark(scenario, there.state).value)
        assert found.ways[turn - 1].mark == best
    assert min(found.given) >= 0
    assert sum(found.given) == found.ways[0].mark - was.mark > 0
    assert found.given[found.worst] == max(found.given)


def test_the_way_shown_for_the_worst_turn_is_one_that_can_be_gone():
    scenario, moments = game()
    found = reach(read(recorded()))
    state = openings(moments)[found.worst]
    assert found.ways[found.worst].deeds
    for deed in found.ways[found.worst].deeds:
        while state.asked and state.asked[0].seat != "lead":
            state, _ = settle(scenario, state)
        state, _ = step(scenario, state, deed.action)


def test_a_game_nobody_could_have_led_better_gave_nothing_away():
    kept = Way(600, "held", ())
    assert Reach((kept, kept, kept)).worst == -1
    words = Teller(words_of("en"), scenario_of("small-class"))
    told = list(reach_told(Reach((kept._replace(ending=""), kept._replace(ending=""))), words))
    assert told[-1] == words.words("whatif.reach.kept")


def test_the_audit_lists_every_use_of_oversight():
    scenario, moments = game()
    asked = [m.action for m in moments if m.action is not None and m.action.kind == "discipline"]
    uses = audit(scenario, moments)
    assert asked
    assert len([use for use in uses if use.how == "asked"]) == len(asked)
    assert [use.target for use in uses if use.how == "asked"] == [action.args["target"] for action in asked]
    assert all(0 <= use.fit <= 1000 and use.turn >= 1 for use in uses)
    assert audit(*game("passive")) == ()


def run(*args, lang="zh"):
    return CliRunner().invoke(qiantou, ["whatif", *map(str, args), "--lang", lang, "--workers", "1"])


@pytest.mark.parametrize("lang", ["zh", "en", "tw"])
def test_the_command_tells_all_of_it(lang):
    path = recorded()
    for asked in (["--turn", 2], ["--turn", 2, "--without", 1], ["--turn", 2, "--bot", "steady"],
                  ["--luck", "--seeds", 5], ["--points"], ["--reach"], ["--audit"]):  # fmt: skip
        result = run(path, *asked, lang=lang)
        assert result.exit_code == 0, result.output
        assert result.output.strip()
        assert "whatif." not in result.output


def test_the_document_for_scripts():
    document = json.loads(run(recorded(), "--turn", 2, "--without", 1, "--json").output)
    assert document["was"]["curve"].keys() == document["now"]["curve"].keys()
    assert document["scenario"] == "small"


def test_a_game_that_is_still_going_on_can_be_branched():
    result = run(recorded("steady", 7, 3), "--turn", 2, "--bot", "passive")
    assert result.exit_code == 0, result.output


def test_what_is_no_sound_recording_is_refused_in_a_sentence(tmp_path, capsys):
    path = tmp_path / "x.jsonl"
    lines = recorded().read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines[:4], lines[4].replace('"turn":', '"turm":'), *lines[5:]]), encoding="utf-8")
    for given in (path, tmp_path / "nowhere.jsonl"):
        asked = ["whatif", str(given), "--points", "--lang", "zh"]
        assert code_of(lambda asked=asked: qiantou(asked, standalone_mode=False)) in (1, 3)
        said = capsys.readouterr()
        assert "Traceback" not in said.err + said.out
        assert (said.err + said.out).strip()
