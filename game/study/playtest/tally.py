"""What is kept of a playtest's games while they are played: counts that do not grow, and a small row a game."""

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from game.study.playtest.clause import Count
from game.study.playtest.play import Row, Slice


class Tally:
    """The games of some bots so far.

    `rows` are by bot, without what is counted already: `used` says in how many games each part of the scenario was
    used, `offered` what ever was on offer, `clauses` how each clause fared. `curves` are by bot, the numbers of a game
    that did not break in one row, turn by turn.
    """

    def __init__(self, bots: int) -> None:
        self.rows: list[list[Row]] = [[] for _ in range(bots)]
        self.curves: list[list[array[float]]] = [[] for _ in range(bots)]
        self.used: Counter[tuple[str, str]] = Counter()
        self.offered: set[str] = set()
        self.clauses: tuple[Count, ...] = ()

    def add(self, bot: int, slices: Sequence[Slice]) -> None:
        """Take in games of a bot."""
        for rows, counts in slices:
            for row in rows:
                self.used.update(row.done)
                self.offered |= row.offered
                if not row.broke:
                    self.curves[bot].append(array("d", [x for turn in row.curve for x in turn]))
                self.rows[bot].append(replace(row, curve=(), offered=frozenset(), done=frozenset()))
            self.clauses = tuple(map(_added, self.clauses, counts)) if self.clauses else counts


def _added(one: Count, other: Count) -> Count:
    """Return the count of a clause over the games of two."""
    missed = min((c[3] for c in (one, other) if c[3] is not None), default=None)
    return one[0] + other[0], one[1] + other[1], one[2] + other[2], missed
