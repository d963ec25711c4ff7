"""A lead that looks ahead: it tries what it might do in worlds that agree with its view, and keeps what does best.

Sequential halving over paired rollouts. Every line is played in the same imagined worlds on the same luck; after each
round the better half goes on, short of what is surely behind, and a round ends early once all but one are clearly so.
What the usual lead would do is done unless another line is better beyond doubt and by much in most worlds, so that
neither chance nor what all worlds have wrong makes the planner worse than the lead it begins from.
"""

from collections.abc import Sequence
from math import ceil, log2, sqrt

from game.rules import Action, IllegalAction, Option, View, options, public, settle, step, view
from game.rules.ending import mark
from game.scenario.scenario import Scenario
from game.session.bots.passive import passive
from game.session.bots.proposals import DEFAULT, ROUTES, Line, proposals
from game.session.bots.worlds import World, world

BUDGET, HORIZON = 500, 3
QUICK = 60
"""The rollouts of a planner one waits for, seconds a game: with them it was measured (docs/performance.md)."""
SURE = 1.6
"""How many standard errors of its gain behind the best a line is to be dropped after a round."""
CLEARLY, LOOK = 3.0, 8
"""How many to be dropped within a round, and to be done instead of the usual; how many worlds go between two looks."""
FIRM = 0.5
"""How much of its gains' standard deviation the mean must be to be done instead of the usual, in however many worlds.

More worlds make a small gain certain, not true: all are imagined alike, and wrong alike (docs/performance.md).
"""
LEAST = 3
"""In how many worlds a gain must have been seen."""


class Planner:
    """A lead that plans on a scenario as its view makes it public, with so many rollouts a decision over some turns.

    It keeps nothing between decisions: the same seed and view give the same decision. `rollouts` counts all made.
    """

    def __init__(
        self, seed: int, budget: int = BUDGET, horizon: int = HORIZON, scenario: Scenario | None = None
    ) -> None:
        self._seed, self._budget, self._horizon, self._scenario = seed, budget, horizon, scenario
        self.rollouts = 0

    def on(self, scenario: Scenario) -> "Planner":
        """Return the planner of one scenario, of which it reads only what its view makes public."""
        return Planner(self._seed, self._budget, self._horizon, scenario)

    def __call__(self, seen: View, options: Sequence[Option]) -> Action:
        """Return the best line's deed; what the usual lead would do where nothing is firmly better."""
        if self._scenario is None:
            raise ValueError("a planner plans on a scenario: give it one with `on`")
        usual = ROUTES[DEFAULT]()(seen, options)
        if seen.asked and seen.phase != "briefing":
            return usual
        lines = proposals(seen, options, usual)
        if len(lines) == 1:
            return usual
        search = Search(public(self._scenario, seen), seen, lines, self._seed, self._horizon)
        best = search.best(self._budget)
        self.rollouts += search.rollouts
        return best.action


class Search:
    """One decision being weighed: lines, the worlds imagined for it, and each line's worth in them, in order.

    Lines go by their place; the first is the usual one.
    """

    def __init__(self, scenario: Scenario, seen: View, lines: Sequence[Line], seed: int, horizon: int) -> None:
        self._scenario, self._seen, self._lines = scenario, seen, lines
        self._seed, self._until = seed, seen.turn + horizon
        self._worlds: list[World] = []
        self._worth: list[list[int]] = [[] for _ in lines]
        self._impossible: set[int] = set()
        self.rollouts = 0

    def best(self, budget: int) -> Line:
        """Return the best line within a budget of rollouts; the usual one unless another is firmly better."""
        alive = list(range(min(len(self._lines), max(2, budget // 2))))
        rounds, kept = max(1, ceil(log2(len(alive)))), len(alive)
        for _ in range(rounds):
            alive = self._raced(alive, max(1, budget // rounds // kept), budget)
            if 0 in self._impossible:
                return self._lines[0]
            kept = max(1, kept // 2)
            alive = self._left(alive[:kept], SURE)
            if alive == [0] or (len(alive) == 1 and self._firmly(alive[0])):
                break
            if 0 not in alive:
                alive.append(0)
        return self._lines[alive[0] if self._firmly(alive[0]) else 0]

    def _raced(self, alive: Sequence[int], worlds: int, budget: int) -> list[int]:
        """Play lines in so many more worlds, or until all but one are clearly behind; return them, the best first."""
        places = list(alive)
        while worlds > 0 and len(places) > 1 and budget - self.rollouts >= len(places):
            times = min(worlds, LOOK, (budget - self.rollouts) // len(places))
            worlds -= times
            tried = [n for n in places if all(self._try(n) for _ in range(times))]
            places = self._left(sorted(tried, key=lambda n: -sum(self._worth[n]) / len(self._worth[n])), CLEARLY)
        return places

    def _left(self, ranked: Sequence[int], errors: float) -> list[int]:
        """Return lines, the best first, without those it is better than by so many standard errors."""
        return [n for n in ranked if n == ranked[0] or not self._surely(ranked[0], n, errors)]

    def _try(self, n: int) -> bool:
        """Play a line in its next world; tell whether it could be."""
        at = len(self._worth[n])
        if at == len(self._worlds):
            self._worlds.append(world(self._scenario, self._seen, -1 - at - 1000 * self._seed))
        self.rollouts += 1
        try:
            self._worth[n].append(rollout(self._worlds[at], self._lines[n], self._until))
        except IllegalAction:
            self._impossible.add(n)
            return False
        return True

    def _firmly(self, n: int) -> bool:
        """Tell whether a line is so much better than the usual one that it is done instead."""
        return self._surely(n, 0, CLEARLY, FIRM)

    def _surely(self, one: int, other: int, errors: float, spread: float = 0.0) -> bool:
        """Tell whether a line is better than another by so many standard errors and so much of its gains' deviation.

        By the worlds both were played in.
        """
        gains = [a - b for a, b in zip(self._worth[one], self._worth[other], strict=False)]
        if len(gains) < LEAST:
            return False
        mean = sum(gains) / len(gains)
        deviation = sqrt(sum((g - mean) ** 2 for g in gains) / (len(gains) - 1))
        return mean > max(errors / sqrt(len(gains)), spread) * deviation


def rollout(start: World, line: Line, until: int) -> int:
    """Return what a line comes to in a world, ‰: played on by its route until a turn, and then to the end by itself."""
    scenario, state = start
    state, _ = step(scenario, state, line.action)
    route = ROUTES[line.route]()
    while state.phase != "debrief":
        if state.asked and state.asked[0].seat != "lead":
            state, _ = settle(scenario, state)
        else:
            lead = route if state.turn < until else passive
            action = lead(view(scenario, state, "lead"), options(scenario, state, "lead"))
            state, _ = step(scenario, state, action)
    return mark(scenario, state).value
