"""The zone of agreement of a bargaining table, and the choices within it: whole numbers in, packages out.

Pure arithmetic over a lowered `Table`; knows no state. Walk-away values are one whole number a party, in thousandths,
in the order of `table.parties`; a package is its index into `table.packages`. Behind it: levers shift walk-away values
and so the zone (model.md, formal core 2); packages of issues make gains out of differences (M41, M44, M45); no
agreement leaves the fallback, never nothing (M49).
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from game.scenario.table import Table


@dataclass(frozen=True, slots=True)
class Change:
    """What it would take to agree on `package`: how far each party's walk-away value would have to fall."""

    package: int
    short: tuple[int, ...]

    @property
    def total(self) -> int:
        """The sum of all shortfalls."""
        return sum(self.short)


def every(table: Table) -> range:
    """Return all packages of a table."""
    return range(len(table.packages))


def without_red_lines(table: Table) -> frozenset[int]:
    """Return the packages no party refuses at any price (M46: what cannot be bought)."""
    return frozenset(every(table)).difference(*(party.never for party in table.parties))


def open_packages(table: Table, unlocked: Container[int]) -> frozenset[int]:
    """Return the packages of which every option is free or its lock is in `unlocked` (M41: others' purse and pen)."""
    return frozenset([n for n, locks in enumerate(table.locks) if not locks or all(i in unlocked for i in locks)])


def gains(table: Table, walkaways: Sequence[int], package: int) -> tuple[int, ...]:
    """Return each party's gain over its walk-away value; negative for one that would rather walk away."""
    return tuple(party.worth[package] - least for party, least in zip(table.parties, walkaways, strict=True))


def zone(table: Table, walkaways: Sequence[int], allowed: Container[int]) -> tuple[int, ...]:
    """Return the allowed packages that give every party at least its walk-away value, in order (formal core 2)."""
    return tuple(p for p in every(table) if p in allowed and min(gains(table, walkaways, p)) >= 0)


def pareto(table: Table, among: Iterable[int]) -> tuple[int, ...]:
    """Return those of `among` that no other one dominates: nobody worse off, somebody better; over all parties.

    Only a package with a larger sum can dominate, so it is enough to hold each against the ones already kept.
    """
    kept: list[int] = []
    for p in sorted(set(among), key=lambda p: -sum(party.worth[p] for party in table.parties)):
        if not any(_dominates(table, k, p) for k in kept):
            kept.append(p)
    return tuple(sorted(kept))


def _dominates(table: Table, one: int, other: int) -> bool:
    worths = [(party.worth[one], party.worth[other]) for party in table.parties]
    return all(a >= b for a, b in worths) and any(a > b for a, b in worths)


def nash(table: Table, walkaways: Sequence[int], among: Iterable[int]) -> int | None:
    """Return the package with the largest product of gains over walk-away values (Nash 1950); None if there is none.

    Packages below somebody's walk-away value do not count. Ties go to the larger smallest gain, then the larger second
    smallest and so on (so that the choice is Pareto-efficient even where products are nought), then the first package.
    """

    def merit(package: int) -> tuple[int, list[int]]:
        found = gains(table, walkaways, package)
        return product_of(found), sorted(found)

    return max(zone(table, walkaways, frozenset(among)), key=merit, default=None)


def kalai(table: Table, walkaways: Sequence[int], among: Iterable[int]) -> int | None:
    """Return the package that gives the worst-served party the largest share of its ideal gain; None if there is none.

    The discrete Kalai–Smorodinsky choice (1975): a party's ideal is its best gain within `among`, shares are compared
    by cross-multiplication, from the smallest upwards on ties (leximin), then the first package. A party that can gain
    nothing anywhere has no say, and packages below somebody's walk-away value do not count.
    """
    inside = zone(table, walkaways, frozenset(among))
    gained = {p: gains(table, walkaways, p) for p in inside}
    ideals = [max(column) for column in zip(*gained.values(), strict=True)]
    whole = product_of(ideal for ideal in ideals if ideal)

    def merit(package: int) -> list[int]:
        return sorted(gain * (whole // ideal) for gain, ideal in zip(gained[package], ideals, strict=True) if ideal)

    return max(inside, key=merit, default=None)


def product_of(factors: Iterable[int]) -> int:
    """Return the product of whole numbers; 1 for none."""
    whole = 1
    for factor in factors:
        whole *= factor
    return whole


def smallest_change(table: Table, walkaways: Sequence[int], allowed: Container[int]) -> Change | None:
    """Return the allowed package that asks for the least total fall of walk-away values; None if none is allowed.

    Exact, by trying all. Ties go to the smaller largest shortfall, then the first package. Where the zone is not empty
    the total is nought.
    """
    changes = (
        Change(p, tuple(max(0, -gain) for gain in gains(table, walkaways, p))) for p in every(table) if p in allowed
    )
    return min(changes, key=lambda c: (c.total, max(c.short)), default=None)


def distance(table: Table, one: int, other: int) -> int:
    """Return on how many issues two packages differ."""
    return sum(a != b for a, b in zip(table.packages[one], table.packages[other], strict=True))


def nearest(table: Table, package: int, among: Iterable[int]) -> tuple[int, ...]:
    """Return those of `among` that differ from `package` on the fewest issues, in order."""
    away = {other: distance(table, package, other) for other in among}
    least = min(away.values(), default=0)
    return tuple(sorted(other for other, far in away.items() if far == least))
