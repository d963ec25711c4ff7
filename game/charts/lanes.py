"""Who had what over time: a lane a thing, stretches of it named after their holder; knows only names and numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from game.charts.chart import Area, Label, Op, Stroke
from game.charts.type import broken, wide


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its name, and who holds it at each tick ("" for nobody)."""

    name: str
    holders: tuple[str, ...]


def lanes(
    rows: Sequence[Lane], ticks: Sequence[str], nobody: str, width: int, em: int
) -> tuple[tuple[Op, ...], tuple[int, int]]:
    """Return the operations and the size they take; a stretch held by `nobody` is dashed. `em` is the type's size."""
    left = max((wide(r.name, em) for r in rows), default=0) + 2 * em
    each, line = (width - left - em) // max(1, len(ticks)), em * 5 // 2
    ops: list[Op] = [Label(tick, (left + n * each + each // 2, 0), "centre", "axis") for n, tick in enumerate(ticks)]
    for n, row in enumerate(rows):
        top = em * 2 + n * line
        foot, middle = top + line - em // 2, top + em
        ops.append(Label(row.name, (left - em, middle - em * 3 // 4), "right", "ink"))
        at = 0
        for holder, stretch in groupby(row.holders):
            size = len(list(stretch))
            x, end = left + at * each, left + (at + size) * each - em // 4
            at += size
            told = broken(holder or nobody, max(em, end - x - em // 2), em, 1)[0]
            if holder:
                ops.append(Area(((x, top), (end, top), (end, foot), (x, foot)), "accent"))
            else:
                ops.append(Stroke(((x, foot), (end, foot)), "hot", 2, dashed=True))
            place = ((x + end) // 2, middle - em * 3 // 4)
            ops.append(Label(told, place, "centre", "ink" if holder else "hot"))
    return tuple(ops), (width, em * 2 + len(rows) * line + em // 2)
