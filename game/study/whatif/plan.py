"""The same game with one turn's plan left out, all other luck unchanged: what that turn was worth.

Luck is keyed, so the comparison is exact. Other seats answer as the model does; later deeds that the changed game no
longer allows are left out.
"""

from collections.abc import Sequence
from itertools import pairwise

from game.rules import Action, State, check, start, step
from game.rules.forecast import leaned
from game.scenario.scenario import Scenario
from game.session.replay import Moment


def plan_of(moments: Sequence[Moment]) -> list[tuple[int, Action]]:
    """Return the lead's own actions of a game with the turn each was done in."""
    found = []
    for before, after in pairwise(moments):
        if after.action is not None and after.action.seat == "lead":
            found.append((before.state.turn, after.action))
    return found


def rerun(scenario: Scenario, seed: int, plan: Sequence[tuple[int, Action]]) -> State:
    """Play a plan to the end of the game (or until it runs out) and return the last state."""
    state, _ = start(scenario, seed)
    for turn, action in plan:
        state = _ready(scenario, state, turn, action)
        if state.phase == "debrief":
            break
        if state.turn == turn and check(scenario, state, action) is None:
            state, _ = step(scenario, state, action)
    return _to_the_end(scenario, state)


def _ready(scenario: Scenario, state: State, turn: int, action: Action) -> State:
    """Let the model answer whatever the plan has no answer to, and end turns the plan has left behind."""
    while state.phase != "debrief":
        if state.asked:
            mine = action.kind == "answer" and state.turn == turn and check(scenario, state, action) is None
            if mine:
                break
            state, _ = step(scenario, state, leaned(scenario, state, state.asked[0]))
        elif state.turn < turn:
            state, _ = step(scenario, state, Action("lead", "end_turn"))
        else:
            break
    return state


def _to_the_end(scenario: Scenario, state: State) -> State:
    """Close a game whose plan has run out by ending its turns."""
    while state.phase != "debrief":
        action = leaned(scenario, state, state.asked[0]) if state.asked else Action("lead", "end_turn")
        state, _ = step(scenario, state, action)
    return state


def without_turn(scenario: Scenario, seed: int, plan: Sequence[tuple[int, Action]], turn: int) -> State:
    """Return the end of the game had the lead only answered what it was asked, and done nothing else, in `turn`."""
    kept = [(t, a) for t, a in plan if t != turn or a.kind in ("answer", "end_turn")]
    return rerun(scenario, seed, kept)
