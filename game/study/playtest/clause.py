"""The conditions of a scenario with their places, watched while games are played: how often each clause held."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from game.scenario.condition import Condition
from game.scenario.expression import Compare, Every, Logic, Some, Term, reader
from game.scenario.scenario import Scenario

Loc = tuple[str, ...]
Miss = tuple[float, float, float]
"""By how much a comparison failed, what was reached, and what was needed."""
Count = tuple[int, int, int, Miss | None]
"""One clause in some games: tests, how many held, games in which it ever held, and its nearest miss."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One clause of a condition: where the condition stands in the file, and what the clause says."""

    loc: Loc
    text: str


class Meter:
    """Counts the tests of one clause over games; `over` closes a game."""

    def __init__(self, text: str, tree: Logic, test: Any) -> None:
        self.text, self.test = text, test
        self.tests = self.held = self.games = 0
        self.miss: Miss | None = None
        self._now = False
        self._gaps = tuple((reader(c.left), reader(c.right)) for c in _comparisons(tree))

    def __call__(self, state: Any) -> bool:
        """Test the clause and count it."""
        self.tests += 1
        if self.test(state):
            self.held += 1
            self._now = True
            return True
        if not self.held:
            for left, right in self._gaps:
                reached, needed = float(left(state)), float(right(state))
                if self.miss is None or abs(reached - needed) < self.miss[0]:
                    self.miss = abs(reached - needed), reached, needed
        return False

    def over(self) -> None:
        """Close a game."""
        self.games += self._now
        self._now = False

    def taken(self) -> Count:
        """Return what was counted, and begin anew."""
        found = self.tests, self.held, self.games, self.miss
        self.tests = self.held = self.games = 0
        self.miss = None
        return found


def _comparisons(tree: Logic) -> Iterator[Compare]:
    """Yield the comparisons of numbers that could have made a clause hold."""
    if isinstance(tree, Compare) and _numeric(tree.left):
        yield tree
    elif isinstance(tree, Some):
        for part in tree.parts:
            yield from _comparisons(part)


def _numeric(term: Term) -> bool:
    return term.type == "number"


class Watched:
    """A scenario whose conditions count how they fare; `places` are its clauses in the order of `taken()`."""

    def __init__(self, scenario: Scenario) -> None:
        self.places: list[Placed] = []
        self._meters: list[Meter] = []
        self.scenario = self._scenario(scenario)

    def over(self) -> None:
        """Close a game."""
        for meter in self._meters:
            meter.over()

    def taken(self) -> tuple[Count, ...]:
        """Return the counts of all clauses since they were last taken."""
        return tuple(meter.taken() for meter in self._meters)

    def _scenario(self, scenario: Scenario) -> Scenario:
        when = self._watch
        return replace(
            scenario,
            peers=tuple(
                replace(p, crossed=when(p.crossed, "peers", p.id, "redline", "crossed"),
                        window=when(p.window, "peers", p.id, "window"))
                for p in scenario.peers
            ),
            thirds=tuple(replace(t, opens=when(t.opens, "thirds", t.id, "opens")) for t in scenario.thirds),
            promises=tuple(
                replace(p, broken=when(p.broken, "promises", p.id, "broken"),
                        kept=when(p.kept, "promises", p.id, "kept"))
                for p in scenario.promises
            ),
            moves=tuple(replace(m, when=when(m.when, "moves", m.id, "when")) for m in scenario.moves),
            injects=tuple(
                replace(j, when=when(j.when, "injects", j.id, "when"), choices=tuple(
                    replace(c, when=when(c.when, "injects", j.id, "choices", c.id, "when")) for c in j.choices
                ))
                for j in scenario.injects
            ),
            endings=tuple(replace(e, when=when(e.when, "endings", e.id, "when")) for e in scenario.endings),
        )  # fmt: skip

    def _watch(self, condition: Condition | None, *loc: str) -> Any:
        """Return a condition that counts its clauses as they are tested; none where there is none."""
        if condition is None:
            return None
        tree, clauses = condition.tree, condition.clauses
        parts: Sequence[Logic] = tree.parts if isinstance(tree, Every) and len(tree.parts) == len(clauses) else (tree,)
        meters = [Meter(c.text, part, c.test) for c, part in zip(clauses, parts, strict=True)]
        self._meters += meters
        self.places += [Placed(loc, m.text) for m in meters]

        def test(state: Any) -> bool:
            return False not in [meter(state) for meter in meters]

        return replace(condition, test=test)
