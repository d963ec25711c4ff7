"""How a deed looks three turns on, against what an experienced lead would do now: the planner's look, for a person.

Both are played in the same imagined worlds, which agree with the view and are no more than that (`worlds`).
"""

from collections.abc import Sequence
from typing import NamedTuple

from game.rules import Action, IllegalAction, Option, View
from game.scenario.scenario import Scenario
from game.session.bots.planner import HORIZON, rollout
from game.session.bots.proposals import DEFAULT, ROUTES, Line
from game.session.bots.worlds import world

WORLDS = 8
SAME = 10
"""A difference of the mark below this is none, ‰."""


class Advice(NamedTuple):
    """In how many of `worlds` a deed comes to a better or a worse mark, and by how much on the mean, ‰.

    `usual` if it is what an experienced lead would do now: then there is nothing to hold it against.
    """

    better: int
    worse: int
    worlds: int
    mean: int
    usual: bool


def advice(scenario: Scenario, seen: View, options: Sequence[Option], action: Action) -> Advice:
    """Return how a deed of the lead in planning looks; `scenario` must be `public(...)`.

    Worlds in which it cannot be done are not counted.
    """
    usual = ROUTES[DEFAULT]()(seen, options)
    gains = [] if action == usual else _gains(scenario, seen, Line(action, DEFAULT), Line(usual, DEFAULT))
    better, worse = sum(g >= SAME for g in gains), sum(g <= -SAME for g in gains)
    return Advice(better, worse, len(gains), round(sum(gains) / len(gains)) if gains else 0, action == usual)


def _gains(scenario: Scenario, seen: View, line: Line, usual: Line) -> list[int]:
    """Return by how much one line does better than another in each world both can be played in, ‰."""
    found = []
    for n in range(WORLDS):
        imagined = world(scenario, seen, -1 - n)
        try:
            one, other = (rollout(imagined, x, seen.turn + HORIZON) for x in (line, usual))
        except IllegalAction:
            continue
        found.append(one - other)
    return found
