"""What holds in every game, whatever is played: checked over random walks through every scenario and length."""

import ast
import json
from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from transitions import MachineError

from game.rules import (
    Action,
    Blocked,
    IllegalAction,
    State,
    check,
    explain,
    forecast,
    from_json,
    leaned,
    options,
    public,
    settle,
    start,
    step,
    to_json,
    view,
)
from game.rules.deeds import LEAD, QUESTIONS, TRAINER
from game.rules.discipline import STEPS
from game.rules.forecast import believe
from game.rules.ledger import rate
from game.rules.life import GROUP_LIFE, PHASES, machine, move
from game.rules.luck import luck, mixed
from game.rules.option import Option
from game.rules.peer import _weighed, act_reason, chosen_acts, scores
from game.rules.reason import Reason, combined
from game.rules.state import copy
from game.rules.stock import books
from game.rules.terms import READ
from game.scenario.load import load
from game.scenario.scenario import ACTS, Scenario
from tests.table import GAMES, ROOT, filled, scenario_of, some, states, stays_within_bounds, strides, text_of, walk

STOCKS = {
    "trust": "peer", "load": "peer", "dependence": "peer", "favor": "leader", "clarity": "workstream",
    "liability": "workstream", "evidence": "workstream", "verify": "workstream", "real": "workstream",
    "reported": "workstream", "follow": "workstream", "appraisal": "workstream", "immunity": "workstream",
    "quality": "workstream", "core": "peer", "reciprocity": "peer", "entrenchment": "peer", "capacity": "peer",
    "aligned": "leader",
}  # fmt: skip
every_game = pytest.mark.parametrize("name", GAMES)


def text(state: State) -> str:
    """Return a state as the JSON text a recording would hold."""
    return json.dumps(to_json(state), ensure_ascii=False)


# -- step


@every_game
def test_a_step_changes_nothing_but_its_result(name):
    scenario = scenario_of(name)
    for stride in some(list(walk(name, 1)), 60):
        before = text(stride.before)
        again, events = step(scenario, stride.before, stride.action)
        assert text(stride.before) == before
        assert (again, events) == (stride.after, stride.events)


@every_game
def test_answers_given_all_at_once_come_to_the_same_as_one_after_another(name):
    scenario, others = scenario_of(name), 0
    for state in states(name):
        if not state.asked or state.asked[0].seat == "lead":
            continue
        others += 1
        one, told = state, ()
        while one.asked and one.asked[0].seat != "lead":
            one, events = step(scenario, one, leaned(scenario, one, one.asked[0]))
            told += tuple(events)
        before = text(state)
        settled, events = settle(scenario, state)
        assert text(settled) == text(one)
        assert tuple(events) == told
        assert text(state) == before
    assert others > 20


@every_game
def test_what_the_model_answers_is_what_it_leans_to_most(name):
    scenario = scenario_of(name)
    for state in states(name):
        for ask in state.asked:
            leaning = QUESTIONS[ask.kind].leaning(scenario, state, ask)
            given = leaned(scenario, state, ask).args
            assert given == {field: max(scores, key=scores.__getitem__) for field, scores in leaning.items()}


@every_game
def test_states_that_share_lists_stay_as_they_were_to_the_end_of_the_game(name):
    found = [(stride.after, text(stride.after)) for stride in strides(scenario_of(name), 3, True)]
    assert all(text(state) == then for state, then in found)
    assert any(a.trust is b.trust for (a, _), (b, _) in pairwise(found))


@every_game
def test_a_state_survives_json(name):
    for state in states(name, 1):
        back = from_json(json.loads(text(state)))
        assert back == state
        assert text(back) == text(state)


@every_game
def test_play_goes_on_identically_after_json(name):
    scenario, strides = scenario_of(name), walk(name, 2)
    for begin in (0, len(strides) // 2):
        state = strides[begin].before
        for stride in strides[begin:]:
            state, events = step(scenario, from_json(json.loads(text(state))), stride.action)
            assert events == stride.events
        assert state == strides[-1].after


def test_something_that_is_no_state_is_refused():
    data = to_json(start(scenario_of("small-class"), 1)[0])
    del data["trust"]
    with pytest.raises(KeyError):
        from_json(data)


# -- options


@every_game
def test_whatever_is_offered_is_accepted(name):
    scenario, dice = scenario_of(name), Random(3)
    for state in some(states(name), 120):
        for seat in scenario.seats:
            for option in options(scenario, state, seat):
                if option.blocked is None:
                    action = filled(option, dice)
                    assert check(scenario, state, action) is None, str(action)
                    step(scenario, state, action)


@every_game
def test_a_blocked_action_says_why(name):
    scenario = scenario_of(name)
    for state in some(states(name), 120):
        for seat in ("lead", "trainer"):
            for option in options(scenario, state, seat):
                if option.blocked is not None:
                    refused(scenario, state, anything(option), option.blocked)


@every_game
def test_a_closed_value_says_why(name):
    scenario = scenario_of(name)
    for state in some(states(name), 120):
        for option in options(scenario, state, "lead"):
            for field in option.fields:
                for choice, why in field.closed.items():
                    if option.blocked is None:
                        args = {**filled(option, Random(1)).args, field.name: choice}
                        refused(scenario, state, Action("lead", option.kind, args), why)


@every_game
def test_a_value_that_is_not_on_offer_is_refused(name):
    scenario, dice = scenario_of(name), Random(4)
    for state in some(states(name), 40):
        for option in options(scenario, state, "lead"):
            if option.blocked is None:
                good = filled(option, dice)
                bad = [{**good.args, "colour": "red"}]
                for field in option.fields:
                    bad += [{**good.args, field.name: x} for x in ("nobody", None, True, 1.0, ["nobody"], {}, [[]])]
                    bad.append({k: v for k, v in good.args.items() if k != field.name})
                for args in bad:
                    refused(scenario, state, Action("lead", option.kind, args))


@every_game
def test_nobody_acts_out_of_turn(name):
    scenario = scenario_of(name)
    for state in some(states(name), 60):
        for seat in scenario.seats:
            if seat != "trainer" and not options(scenario, state, seat):
                for kind in ("end_turn", "visit", "answer", "undo", "fix"):
                    refused(scenario, state, Action(seat, kind, {}))
    refused(scenario, states(name)[0], Action("mayor", "end_turn", {}), Blocked("no_such_seat", {"seat": "mayor"}))


@every_game
def test_only_the_asked_and_the_trainer_are_offered_anything_while_an_answer_is_awaited(name):
    scenario = scenario_of(name)
    for state in states(name, 1):
        if state.asked:
            awaited = {a.seat for a in state.asked}
            assert {s for s in scenario.seats if options(scenario, state, s)} == awaited | {"trainer"}


def anything(option: Option) -> Action:
    """Return the option filled as well as it can be, though it is blocked."""
    return option.fill(**{f.name: (f.choices or ("",))[0] for f in option.fields})


def refused(scenario: Scenario, state: State, action: Action, why: Blocked | None = None) -> None:
    """Hold that an action is refused, by `check` and `step` with one reason, and that nothing changes."""
    before, reason = text(state), check(scenario, state, action)
    assert reason is not None, str(action)
    assert why is None or reason == why
    with pytest.raises(IllegalAction) as caught:
        step(scenario, state, action)
    assert caught.value.reason == reason
    assert caught.value.action == action
    assert text(state) == before


# -- the course of a game


@every_game
def test_every_game_ends_within_its_turns(name):
    scenario = scenario_of(name)
    for seed in (1, 2, 3):
        last = walk(name, seed)[-1].after
        assert last.phase == "debrief"
        assert last.turn <= scenario.length.turns
        assert last.ending in scenario.index["ending"]
        assert not last.asked


@every_game
def test_a_finished_game_takes_no_more_actions(name):
    scenario, last = scenario_of(name), walk(name, 1)[-1].after
    peer = scenario.peers[0].id
    for seat, kind in (("lead", "end_turn"), ("trainer", "end_now"), ("trainer", "fix"), (peer, "answer")):
        assert options(scenario, last, seat) == ()
        refused(scenario, last, Action(seat, kind, {}), Blocked("game_over"))


@every_game
def test_the_trainer_can_always_move_the_game_on(name):
    scenario = scenario_of(name)
    for state in some(states(name), 60):
        if state.phase == "debrief":
            continue
        closed, events = step(scenario, state, Action("trainer", "end_now", {}))
        assert closed.phase == "debrief"
        assert closed.ending in scenario.index["ending"]
        assert [e.kind for e in events if e.kind != "deal"] == ["end"]
        assert all(closed.deal_how)


@every_game
def test_with_everybody_skipped_and_turns_only_ended_any_game_comes_to_its_debrief(name):
    scenario = scenario_of(name)
    for state in some(states(name), 20):
        for _ in range(scenario.length.turns * (len(scenario.peers) + len(scenario.injects) + 1)):
            if state.phase == "debrief":
                break
            action = Action("trainer", "skip", {}) if state.asked else Action("lead", "end_turn", {})
            state, _ = step(scenario, state, action)
        assert state.phase == "debrief"


@every_game
def test_the_numbers_stay_within_their_bounds(name):
    for state in states(name, 3):
        stays_within_bounds(scenario_of(name), state)


@every_game
def test_only_parties_act(name):
    scenario = scenario_of(name)
    width = len(scenario.works)
    for state in states(name, 1):
        for w, work in enumerate(scenario.works):
            for p in range(len(scenario.peers)):
                if p not in work.parties:
                    assert state.act[p * width + w] == state.intent[p * width + w] == -1
                    assert state.commit[p * width + w] == 0


# -- why a number is what it is


def sums_up(reason: Reason) -> None:
    """Hold that a reason's terms combine to its value, all the way down."""
    if reason.terms:
        assert combined(reason) == reason.value, str(reason)
    for part in reason.terms:
        sums_up(part)


@every_game
def test_the_terms_of_an_act_add_up_to_the_score_peers_choose_by(name):
    scenario = scenario_of(name)
    for state in some(states(name), 60):
        for w, work in enumerate(scenario.works):
            for p in work.parties:
                (found,) = scores(scenario, state, p, (w,))
                for a in range(len(ACTS)):
                    reason = act_reason(scenario, state, p, w, a)
                    sums_up(reason)
                    assert reason.value == found[a]
                (chosen,) = chosen_acts(scenario, state, p, (w,))
                assert found[chosen] == max(found)


class Watched:
    """A state that keeps which of its parts were read."""

    def __init__(self, state: State) -> None:
        self.of, self.read = state, set()

    def __getattr__(self, name: str) -> Any:
        self.read.add(name)
        return getattr(self.of, name)


@every_game
def test_scores_are_kept_only_while_nothing_they_hang_on_has_changed(name):
    scenario, read = scenario_of(name), set()
    for stride in walk(name, 2, lively=True):
        watched = Watched(stride.after)
        anew = _weighed.__wrapped__(scenario, watched)
        assert anew == _weighed(scenario, stride.after)
        read |= watched.read
    assert {"trust", "clarity", "pulses"} <= read <= {"seed", "turn", *READ}


@every_game
def test_what_is_told_late_is_what_would_have_been_told_at_once(name):
    scenario = scenario_of(name)
    at_once = [tuple(stride.events) for stride in strides(scenario, 1, lively=False)]
    late = [stride.events for stride in strides(scenario, 1, lively=False)]
    assert late == at_once
    assert any(event.kind == "act" for events in late for event in events)


@every_game
def test_a_peer_nobody_plays_does_what_it_explains(name):
    scenario = scenario_of(name)
    for stride in walk(name, 1, lively=False):
        if stride.action.kind != "answer" or stride.before.phase != "response":
            continue
        seat = stride.action.seat
        for work, act in stride.action.args.items():
            mine = explain(scenario, stride.before, seat, f"act.{seat}.{work}.{act}").value
            assert mine == max(explain(scenario, stride.before, seat, f"act.{seat}.{work}.{a}").value for a in ACTS)


@every_game
def test_the_books_of_every_stock_add_up(name):
    scenario = scenario_of(name)
    for state in some(states(name), 60):
        for stock, kind in STOCKS.items():
            for i in range(len(scenario.index[kind])):
                kept = books(scenario, state, stock, i)
                sums_up(kept)
                assert kept.value == getattr(state, stock)[i], (stock, i)
        plain = ("attention", "commit", "grassroots", "credibility", "backlog", "mandate", "momentum", "exit", "queue")
        for stock in plain:
            for i, found in enumerate(getattr(state, stock)):
                assert books(scenario, state, stock, i).value == found, (stock, i)


@every_game
def test_the_trainer_sees_every_number_whole(name):
    scenario = scenario_of(name)
    for state in some(states(name), 20):
        for what in trainer_questions(scenario):
            sums_up(explain(scenario, state, "trainer", what))
        for w, work in enumerate(scenario.works):
            assert explain(scenario, state, "trainer", f"rate.{work.id}").value == rate(scenario, state, w).value
            assert explain(scenario, state, "trainer", f"real.{work.id}").value == state.real[w]
        for p, peer in enumerate(scenario.peers):
            assert explain(scenario, state, "trainer", f"trust.{peer.id}").value == state.trust[p]


def trainer_questions(scenario: Scenario) -> list[str]:
    """Return what can be asked of a game in any state."""
    works, peers = [w.id for w in scenario.works], [p.id for p in scenario.peers]
    leaders = [x.id for x in scenario.leaders]
    return [
        *(f"{what}.{w}" for w in works for what in ("rate", "upper", "real", "clarity", "verify", "evidence")),
        *(f"{what}.{w}" for w in works for what in ("liability", "reported", "follow")),
        *(f"{what}.{p}" for p in peers for what in ("trust", "load", "core", "file")),
        *(f"{what}.{t.id}.{p.seat}" for t in scenario.tables for p in t.parties for what in ("walkaway", "aspiration")),
        *(f"favor.{x}" for x in leaders), *(f"attention.{x}.{w}" for x in leaders for w in works),
        *(f"heat.{tier}" for tier in ("upper", "middle", "low")), "mark", "credibility", "backlog",
        *(f"oversight.{s}.{w}" for s in ("remind", "interview", "circulate", "case", "sit_in") for w in works),
        *(f"act.{p}.{w}.{a}" for p in peers for w in works for a in ACTS),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "what", ["", "act", "act.build", "act.nobody.check.stall", "act.build.check.dance", "heat.cellar", "trust.nobody",
             "rate", "rate.nothing", "oversight.dance.check", "lean.build.check.stall", "weather", "trust"]
)  # fmt: skip
def test_a_question_nothing_answers_to_is_a_key_error(what):
    scenario = scenario_of("small-class")
    with pytest.raises(KeyError):
        explain(scenario, start(scenario, 1)[0], "lead", what)


# -- taking back


@every_game
def test_what_can_be_taken_back_draws_no_luck_and_shows_nothing(name):
    scenario, dice, seen = scenario_of(name), Random(6), 0
    for state in states(name, 3):
        for option in options(scenario, state, "lead"):
            if option.blocked is not None or option.final or state.phase != "planning":
                continue
            seen += 1
            action = filled(option, dice)
            here, told = step(scenario, state, action)
            other, told_elsewhere = step(scenario, replace(copy(state), seed=state.seed + 1), action)
            assert to_json(here) | {"seed": 0} == to_json(other) | {"seed": 0}
            assert told == told_elsewhere
            assert here.known == state.known
            assert (here.seen, here.heat_seen) == (state.seen, state.heat_seen)
            assert not here.asked
    assert seen > 10


def test_the_deeds_that_ask_or_draw_are_final():
    assert {d.kind for d in LEAD.values() if not d.final} == {"support", "reserve", "dissolve"}


# -- luck


def test_luck_is_even():
    state = start(scenario_of("small-class"), 1)[0]
    tenths = [0] * 10
    for seed in range(400):
        drawn = replace(copy(state), seed=seed)
        for turn in range(1, 6):
            drawn.turn = turn
            tenths[luck(drawn, "build", "data") // 100] += 1
    assert all(140 <= n <= 260 for n in tenths), tenths


def test_unlike_draws_are_unlike():
    state = start(scenario_of("small-class"), 1)[0]
    found = set()
    for seed in range(20):
        for turn in range(1, 6):
            here = replace(copy(state), seed=seed, turn=turn)
            for who in ("build", "road"):
                found |= {mixed(here.seed, here.turn, who, what, n) for what in ("data", "sign") for n in (0, 1)}
    assert len(found) == 20 * 5 * 8


@every_game
def test_a_decision_leaves_unrelated_luck_alone(name):
    """Whatever else is done in a turn, a request that did not depend on it draws the same."""
    scenario = scenario_of(name)
    for state in some([s for s in states(name) if s.phase == "planning"], 20):
        for option in options(scenario, state, "lead"):
            if option.blocked is None and option.kind != "end_turn":
                after, _ = step(scenario, state, filled(option, Random(2)))
                for who in scenario.seats:
                    for what in ("data", "sign", "chair", "attend", "group", "sound"):
                        assert luck(after, who, what) == luck(state, who, what)


@every_game
def test_a_fixed_draw_is_honoured(name):
    scenario = replace(scenario_of(name), later={})
    state, _ = start(scenario, 9)
    while state.asked:
        state, _ = step(scenario, state, leaned(scenario, state, state.asked[0]))
    chair = next(o for o in options(scenario, state, "lead") if o.kind == "chair")
    leader = chair.fields[0].choices[0]
    found = []
    for value in (0, 999):
        fixed, _ = step(scenario, state, Action("trainer", "fix", {"who": leader, "what": "chair", "value": value}))
        assert luck(fixed, leader, "chair") == value
        assert view(scenario, fixed, "lead") == view(scenario, state, "lead")
        asked, _ = step(scenario, fixed, chair.fill(leader=leader))
        found.append(explain(scenario, asked, leader, f"lean.{leader}.sign.grant").value)
    assert found[1] - found[0] == 999 // 5


@every_game
def test_a_fixed_draw_decides_whether_a_chance_comes_true(name):
    scenario = scenario_of(name)
    state, _ = start(scenario, 1)
    chancy = [j for j in scenario.injects if 0 < j.chance < 1000 and not j.only_fired]
    for inject in chancy:
        for value in (0, 999):
            here = replace(copy(state), fixed={f"{t}/{inject.id}/chance/0": value for t in range(1, 40)})
            while here.phase != "debrief":
                action = leaned(scenario, here, here.asked[0]) if here.asked else Action("lead", "end_turn", {})
                here, _ = step(scenario, here, action)
            came = here.fired[scenario.index["inject"][inject.id]]
            assert came in ((0, 1) if value == 0 else (0, 2)), inject.id


def test_everything_the_trainer_may_fix_is_drawn_somewhere():
    """A draw on the list that nothing asks for is a die that decides nothing; one not on it cannot be rolled."""
    drawn = set(STEPS)
    for path in (ROOT / "game" / "rules").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "luck":
                drawn |= {node.args[2].value} if isinstance(node.args[2], ast.Constant) else set()
    scenario = scenario_of("small-class")
    assert set(TRAINER["fix"].fields(scenario, start(scenario, 1)[0])[1].choices) == drawn


# -- forecasts


@every_game
def test_whatever_is_offered_can_be_forecast(name):
    scenario, dice = scenario_of(name), Random(8)
    for state in some([s for s in states(name) if s.phase == "planning"], 5):
        seen = view(scenario, state, "lead")
        known = public(scenario, seen)
        for option in options(scenario, state, "lead"):
            if option.blocked is None:
                forecast(known, seen, filled(option, dice))


def test_a_forecast_believes_what_has_and_what_has_not_happened():
    """A move open until something has happened can be foreseen before it has, and is closed after."""
    text = text_of("small-class").replace("pilot: {", "pilot: {when: not fired.letter, ", 1)
    scenario = load(text, "small", "class")
    move = Action("lead", "move", {"move": "pilot"})
    for state in (stride.before for stride in strides(scenario, 1, False)):
        if state.phase == "planning" and not state.asked:
            seen = view(scenario, state, "lead")
            believed = believe(public(scenario, seen), seen, -1)
            assert check(scenario, believed, move) == check(scenario, state, move)


@every_game
def test_ending_the_turn_is_forecast_to_change_nothing(name):
    """A forecast compares the turn's end with and without the action; ending the turn is what happens anyway."""
    scenario = scenario_of(name)
    state = next(s for s in states(name) if s.phase == "planning" and s.turn == 2)
    seen = view(scenario, state, "lead")
    assert forecast(public(scenario, seen), seen, Action("lead", "end_turn", {})).changes == {}


# -- life cycles

TRIGGERS = (
    "open", "commit", "carry_out", "take_stock", "go_on", "close", "approve", "lapse", "revive", "dissolve", "codify",
)  # fmt: skip


@pytest.mark.parametrize("life", [PHASES, GROUP_LIFE])
def test_every_stage_of_a_life_can_be_reached_and_only_by_its_arrows(life):
    reached, fresh = set(), {next(iter(machine(life).states))}
    while fresh:
        reached |= fresh
        onward = set()
        for stage in fresh:
            for trigger in TRIGGERS:
                try:
                    onward.add(move(life, stage, trigger))
                except (MachineError, KeyError):
                    continue
        fresh = onward - reached
    assert reached == set(machine(life).states)


@pytest.mark.parametrize(("life", "last"), [(PHASES, "debrief"), (GROUP_LIFE, "dissolved"), (GROUP_LIFE, "rules")])
def test_nothing_leads_out_of_an_end(life, last):
    for trigger in TRIGGERS:
        with pytest.raises((MachineError, KeyError)):
            move(life, last, trigger)


@every_game
def test_the_turns_end_is_told_beside_what_the_table_showed_as_planning_opened(name):
    scenario, shown = scenario_of(name), None
    for stride in walk(name, 3):
        if stride.before.phase == "planning" and stride.before.turn != (shown and shown.turn):
            shown = stride.before
        told = {e.data["work"]: e.data for e in stride.events if e.kind == "ledger"}
        for w, work in enumerate(scenario.works if told and stride.action.kind != "fix" else ()):
            assert told[work.id]["reported"] - told[work.id]["gained"] == shown.reported[w]
