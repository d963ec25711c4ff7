"""Expectations judged as a turn closes: one that was not met by its day brings its inject to the next briefing."""

from game.rules.deed import Play
from game.rules.inject import FIRED, WAITING
from game.rules.state import State
from game.scenario.plot import Expectation


def judge_expectations(play: Play) -> None:
    """Judge those whose day lies in the turn that closes; only the trainer hears of it, the lead of what follows."""
    state = play.state
    since = state.day - play.scenario.length.days
    for expected in play.scenario.expectations:
        if since < expected.by <= state.day and _asked(state, expected):
            met = expected.when.test(state)
            play.tell("expected", "trainer", expect=expected.id, met=met)
            if not met and expected.otherwise >= 0 and state.fired[expected.otherwise] == WAITING:
                state.fires += ((expected.otherwise, state.day),)


def _asked(state: State, expected: Expectation) -> bool:
    """Tell whether it is expected at all: what it answers to has happened."""
    return expected.on < 0 or state.fired[expected.on] == FIRED
