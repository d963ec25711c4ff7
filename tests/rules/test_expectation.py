"""What is expected by a day is judged once; left undone it brings its inject, and only the trainer is told why."""

from functools import cache

import pytest

from game.rules import Action, leaned, public, start, step, view
from game.scenario.load import load
from tests.table import SMALL

ADDED = """
expect:
  heard: {text: {zh: 登两家的门, en: Call on two}, objective: 1, by: 40, when: count.visit >= 1, else: cold}
  spoken: {text: {zh: 碰头会上有人说话, en: Somebody speaks}, objective: 1, by: 90, on: cold, when: count.report >= 1}
  held: {text: {zh: 到最后不动档案, en: Leave the files}, objective: 1, by: 120, when: not flag.opened}
injects:
  cold: {title: {zh: 没有人来, en: Nobody came}, text: {zh: 只来了科员。, en: Only clerks.}, only_fired: true}
"""


@cache
def scenario():
    text = SMALL.read_text(encoding="utf-8")
    head, _, rest = text.partition("\ninjects:\n")
    return load(f"{head}{ADDED}{rest}", "small", "class")


def told(*visits):
    """Play to the end, paying the visits named by turn; return every event with the turn before its step."""
    state, events = start(scenario(), 1)
    found, left = [(1, e) for e in events], set(visits)
    while state.phase != "debrief":
        if state.asked:
            action = leaned(scenario(), state, state.asked[0])
        elif state.turn in left:
            left.remove(state.turn)
            action = Action("lead", "visit", {"target": "build"})
        else:
            action = Action("lead", "end_turn")
        turn = state.turn
        state, events = step(scenario(), state, action)
        found += [(turn, e) for e in events]
    return found


def verdicts(found):
    return {e.data["expect"]: (turn, e.data["met"]) for turn, e in found if e.kind == "expected"}


def cold(found):
    return [turn for turn, e in found if e.kind == "inject" and e.data["inject"] == "cold"]


def test_what_was_left_undone_brings_its_inject_to_the_next_briefing():
    found = told()
    assert verdicts(found) == {"heard": (2, False), "spoken": (3, False), "held": (4, True)}
    assert cold(found) == [2]


@pytest.mark.parametrize("turn", [1, 2])
def test_what_was_done_by_its_day_brings_nothing_and_asks_for_nothing_more(turn):
    found = told(turn)
    assert verdicts(found) == {"heard": (2, True), "held": (4, True)}
    assert not cold(found)


def test_done_late_is_done_too_late():
    assert cold(told(3)) == [2]


def test_only_the_trainer_hears_of_it():
    assert {e.seats for _, e in told() if e.kind == "expected"} == {("trainer",)}
    state, _ = start(scenario(), 1)
    assert not public(scenario(), view(scenario(), state, "lead")).expectations
    assert public(scenario(), view(scenario(), state, "trainer")).expectations
