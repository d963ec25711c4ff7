"""How a class answered each inject, and how far it agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from game.scenario.plot import Inject
from game.study.compare.reading import Group
from game.study.compare.row import Row


@dataclass(frozen=True, slots=True)
class Decision:
    """The answers to one inject: the teams by choice, most first, those never given left out.

    `agreement` is the share (‰) of all pairs of teams that gave the same answer; None where fewer than two answered.
    """

    inject: Inject
    sides: tuple[tuple[str, tuple[Row, ...]], ...]
    agreement: int | None

    @property
    def answered(self) -> int:
        """How many teams answered."""
        return sum(len(rows) for _, rows in self.sides)


def decisions(group: Group) -> list[Decision]:
    """Return every inject somebody answered, in the scenario's order."""
    found = [_decision(inject, group.rows) for inject in group.scenario.injects]
    return [one for one in found if one.sides]


def _decision(inject: Inject, rows: Sequence[Row]) -> Decision:
    sides: dict[str, list[Row]] = {choice.id: [] for choice in inject.choices}
    for row in rows:
        if inject.id in row.answers:
            sides[row.answers[inject.id].choice].append(row)
    given = sorted(((c, tuple(mine)) for c, mine in sides.items() if mine), key=lambda side: -len(side[1]))
    return Decision(inject, tuple(given), agreement([len(mine) for _, mine in given]))


def agreement(counts: Sequence[int]) -> int | None:
    """Return the share (‰) of pairs that gave the same answer; None for fewer than two answers."""
    n = sum(counts)
    return None if n < 2 else 1000 * sum(c * (c - 1) for c in counts) // (n * (n - 1))


def middle(values: Sequence[int]) -> int:
    """Return the median of some whole numbers, rounded down; ValueError for none."""
    return int(median(values))
