"""The lowered bargaining table: packages enumerated once, with every party's points for each of them.

A package is an index into `packages`; points are thousandths (the best package is worth 1000 to its party).
"""

from dataclasses import dataclass

from game.scenario.effect import Effect
from game.scenario.text import Text

Package = tuple[int, ...]
"""The index of the option chosen, issue by issue."""


@dataclass(frozen=True, slots=True)
class TableOption:
    """One way to settle an issue; `lock` is its index among the locks or -1, `needs` the seat that must grant it."""

    id: str
    name: Text
    needs: str
    lock: int
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing to be settled."""

    id: str
    name: Text
    options: tuple[TableOption, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """A party: `points` by issue and option, `worth` by package, `never` the packages its red lines rule out."""

    seat: str
    walkaway: int
    points: tuple[tuple[int, ...], ...]
    worth: tuple[int, ...]
    never: frozenset[int]
    style: str


@dataclass(frozen=True, slots=True)
class Lever:
    """What moves walk-away values: `index` among the scenario's levers; `shifts` are (party, by) pairs.

    `step` and `on` name the step of the ladder and the peer (index) that pull it by themselves ("" and -1: none does).
    """

    id: str
    name: Text
    index: int
    shifts: tuple[tuple[int, int], ...]
    step: str
    on: int


@dataclass(frozen=True, slots=True)
class Table:
    """A bargaining table: `rulers` maps leaders (indices) to their points by package; `names` are package names.

    A package's name joins its options' ids with "+", and is how actions speak of it; `locks` are what it waits for.
    """

    id: str
    name: Text
    works: tuple[int, ...]
    issues: tuple[Issue, ...]
    parties: tuple[Party, ...]
    levers: tuple[Lever, ...]
    rulers: tuple[tuple[int, tuple[int, ...]], ...]
    fallback: int
    deadline: int
    packages: tuple[Package, ...]
    names: tuple[str, ...]
    locks: tuple[tuple[int, ...], ...]
    effects: tuple[Effect, ...]

    def party(self, seat: str) -> int:
        """Return the index of the party at this seat, or -1 if it does not sit at the table."""
        return next((i for i, p in enumerate(self.parties) if p.seat == seat), -1)

    @property
    def lead(self) -> int:
        """The index of the lead's party."""
        return self.party("lead")
