"""What a bot believes of a party's points: many made-up parties, each weighed by how well it explains what was said.

A plain Bayesian guess by sampling: additive points, the best package worth 1000, a walk-away value around 450; what the
lead likes best is the likelier to be what another likes least.
"""

from functools import lru_cache
from itertools import product
from random import Random

PROFILES = 250
"""How many made-up parties are weighed."""
_LIE = 0.12
"""How likely something said is that a made-up party would not have said."""
Rows = tuple[tuple[int, ...], ...]
Order = tuple[tuple[int, int], tuple[int, int]]
"""One option (issue, place) preferred to another."""


@lru_cache(maxsize=32)
def _profiles(lead: Rows) -> tuple[tuple[Rows, int, tuple[int, ...]], ...]:
    """Return made-up parties for a table: points by issue, walk-away value, worth by package."""
    dice, found = Random(7), []
    for _ in range(PROFILES):
        cuts = [dice.random() + 0.15 for _ in lead]
        stakes = [int(1000 * c / sum(cuts)) for c in cuts]
        points = []
        for mine, stake in zip(lead, stakes, strict=True):
            row = [int(stake * dice.random() * 0.85) for _ in mine]
            against = [1.15 * max(mine) - v for v in mine]
            row[dice.choices(range(len(mine)), against)[0]] = stake
            points.append(tuple(row))
        packages = product(*(range(len(row)) for row in lead))
        worth = tuple(sum(row[o] for row, o in zip(points, p, strict=True)) for p in packages)
        found.append((tuple(points), dice.randint(370, 530), worth))
    return tuple(found)


@lru_cache(maxsize=20_000)
def likely(
    lead: Rows, agreed: tuple[int, ...], declined: tuple[int, ...], told: tuple[Order, ...]
) -> tuple[int, ...]:
    """Return how likely a party is to agree to each package, ‰, given what it agreed to, declined and told."""
    weights = _weights(lead, agreed, declined, told)
    whole, yes = 0.0, [0.0] * len(_profiles(lead)[0][2])
    for weight, (_, least, worth) in zip(weights, _profiles(lead), strict=True):
        whole += weight
        for n, value in enumerate(worth):
            if value >= least:
                yes[n] += weight
    return tuple(int(1000 * y / whole) for y in yes)


def drawn(
    lead: Rows, agreed: tuple[int, ...], declined: tuple[int, ...], told: tuple[Order, ...], dice: Random
) -> tuple[Rows, int]:
    """Return a made-up party's points and walk-away value, drawn by how well it explains what was said."""
    found = dice.choices(_profiles(lead), _weights(lead, agreed, declined, told))[0]
    return found[0], found[1]


@lru_cache(maxsize=256)
def _weights(
    lead: Rows, agreed: tuple[int, ...], declined: tuple[int, ...], told: tuple[Order, ...]
) -> tuple[float, ...]:
    """Return how well each made-up party explains what was said."""
    found = []
    for points, least, worth in _profiles(lead):
        weight = 1.0
        for n in agreed:
            weight *= 1.0 if worth[n] >= least else _LIE
        for n in declined:
            weight *= 1.0 if worth[n] < least + 60 else _LIE
        for (i, a), (j, b) in told:
            weight *= 1.0 if i != j or points[i][a] >= points[j][b] else _LIE
        found.append(weight)
    return tuple(found)
