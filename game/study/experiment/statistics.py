"""Means, intervals and regressions over games paired by seed; knows numbers only, and no experiment.

Intervals are percentile bootstrap intervals: 1,000 resamples of whole seeds, the same ones for every number, so that a
difference of two resampled means is the resampled mean of the paired differences.
"""

import math
from collections.abc import Callable, Sequence
from functools import cache
from operator import itemgetter
from random import Random
from typing import Any

RESAMPLES = 1000
_SEED = 20220922


class Bootstrap:
    """The resamples of `n` games: drawn once, by a seed of their own."""

    def __init__(self, n: int, resamples: int = RESAMPLES) -> None:
        dice = Random(_SEED)
        self.n = n
        self._picks: list[Callable[[Sequence[float]], Any]] = [
            itemgetter(*(int(dice.random() * n) for _ in range(n))) for _ in range(resamples)
        ]

    def sums(self, values: Sequence[float]) -> list[float]:
        """Return the sum of the values in each resample."""
        if len(set(values)) == 1:
            return [values[0] * self.n] * len(self._picks)
        return [math.fsum(pick(values)) for pick in self._picks]

    def means(self, values: Sequence[float]) -> list[float]:
        """Return the mean of the values in each resample."""
        return [total / self.n for total in self.sums(values)]


@cache
def bootstrap(n: int) -> Bootstrap:
    """Return the resamples of `n` (two or more) games, drawn once in a process."""
    return Bootstrap(n)


def mean(values: Sequence[float]) -> float:
    """Return the mean, exactly rounded."""
    return math.fsum(values) / len(values)


def quantile(values: Sequence[float], share: float) -> float:
    """Return a quantile, interpolated linearly between the two nearest values (type 7)."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    low, high = ordered[below], ordered[min(below + 1, len(ordered) - 1)]
    return low if low == high or place == below else low + (place - below) * (high - low)


def interval(samples: Sequence[float]) -> tuple[float, float]:
    """Return the 2.5 % and the 97.5 % quantile."""
    return quantile(samples, 0.025), quantile(samples, 0.975)


_Z = 1.959964


def proportion(hits: int, n: int) -> tuple[float, float]:
    """Return the 95 % Wilson interval of a share: honest where all or none of few games hit."""
    share, weight = hits / n, _Z * _Z / n
    middle = (share + weight / 2) / (1 + weight)
    half = _Z * math.sqrt(share * (1 - share) / n + weight / (4 * n)) / (1 + weight)
    return max(0.0, middle - half), min(1.0, middle + half)


MANY = 5000     # games from which resampling tells what the normal interval tells, and would take gigabytes


def mean_interval(values: Sequence[float]) -> tuple[float, float, float]:
    """Return the mean of some values with its 95 % interval: by resampling, by the normal one from `MANY` on."""
    middle, n = mean(values), len(values)
    if n < 2:
        return middle, middle, middle
    if n < MANY:
        return (middle, *interval(bootstrap(n).means(values)))
    half = _Z * math.sqrt(math.fsum((value - middle) ** 2 for value in values) / (n - 1) / n)
    return middle, middle - half, middle + half


Sums = tuple[float, float, float, float, float, float]


def sums(pairs: Sequence[tuple[float, float]]) -> Sums:
    """Return n, Σx, Σy, Σx², Σy², Σxy of some points: all a line needs."""
    xs, ys = [x for x, _ in pairs], [y for _, y in pairs]
    return (
        float(len(pairs)),
        math.fsum(xs),
        math.fsum(ys),
        math.fsum(x * x for x in xs),
        math.fsum(y * y for y in ys),
        math.fsum(x * y for x, y in pairs),
    )


def _spreads(s: Sums) -> tuple[float, float, float]:
    """Return the sums of squares about the means, Sxx, Syy, Sxy; nought where only rounding is left."""
    n, x, y, xx, yy, xy = s
    across, up = xx - x * x / n, yy - y * y / n
    return (across if across > 1e-9 * xx else 0.0), (up if up > 1e-9 * yy else 0.0), xy - x * y / n


def slope(s: Sums) -> float:
    """Return the least-squares slope of y on x: Sxy / Sxx; 0 where x does not vary."""
    across, _, both = _spreads(s)
    return both / across if across else 0.0


def r_squared(s: Sums) -> float:
    """Return the share of y's variance a straight line in x explains: Sxy² / (Sxx · Syy); 0 where either is still."""
    across, up, both = _spreads(s)
    return min(1.0, both * both / (across * up)) if across and up else 0.0
