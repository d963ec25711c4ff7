"""One scripted action of the lead, and trying it: experiments and authors' tests share it. Plays no whole game."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from game.rules import Action, Blocked, State, check, step
from game.rules.state import copy
from game.scenario.scenario import Scenario

ENDLESS = 1000
"""Energy enough for any deed: what a scripted action that is free is given."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One scripted action: in which turn, what, with which fields, and whether its energy is granted."""

    turn: int
    kind: str
    args: Mapping[str, Any]
    free: bool = False


def attempt(scenario: Scenario, state: State, deed: Deed) -> State | Blocked:
    """Return the state after a scripted action, or what blocks it."""
    action, energy = Action("lead", deed.kind, deed.args), state.energy
    if deed.free:
        state = copy(state)
        state.energy = energy + ENDLESS
    blocked = check(scenario, state, action)
    if blocked is not None:
        return blocked
    after, _ = step(scenario, state, action)
    if deed.free and after.phase != "debrief" and after.turn == state.turn:
        after.energy = energy
    return after
