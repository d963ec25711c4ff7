"""Decay and growth over days in exact integers: half-lives, and the mean of a fading pulse over a stretch of days.

`pow` and `exp` differ in the last bit between C libraries, so the tables here are made of whole numbers only.
"""

from functools import cache

_ONE = 10**9


@cache
def _day_factor(half_life: int) -> int:
    """Return the factor (in 10⁻⁹) that, applied `half_life` times, halves: an integer root by bisection."""
    goal = _ONE**half_life // 2
    low, high = 0, _ONE
    while low < high:
        middle = (low + high + 1) // 2
        if middle**half_life <= goal:
            low = middle
        else:
            high = middle - 1
    return low


@cache
def keep(half_life: int, days: int) -> int:
    """Return what is left after `days` of something with this half-life (days), in ‰ of what there was."""
    left = _ONE
    for _ in range(days):
        left = left * _day_factor(half_life) // _ONE
    return left // (_ONE // 1000)


def pulse_mean(size: int, since: int, lasting: int, start: int, days: int) -> int:
    """Return the mean strength over [start, start+days) of a pulse fading from `size` to 0 in `lasting` days."""
    begin, end = max(start, since), min(start + days, since + lasting)
    if end <= begin or days <= 0:
        return 0
    left = (since + lasting - begin) + (since + lasting - end)
    return size * left * (end - begin) // (2 * lasting * days)
