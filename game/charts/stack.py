"""Pictures one below another: drawing operations moved, nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from game.charts.chart import Area, Op, Point, Stroke

Panel = tuple[Sequence[Op], tuple[int, int]]


def stacked(panels: Sequence[Panel], gap: int) -> tuple[tuple[Op, ...], tuple[int, int]]:
    """Return the operations of some panels below each other, `gap` pixels apart, and the size they take."""
    ops: list[Op] = []
    top = 0
    for panel, (_, height) in panels:
        ops += moved(panel, 0, top)
        top += height + gap
    return tuple(ops), (max((width for _, (width, _) in panels), default=0), max(0, top - gap))


def moved(ops: Sequence[Op], right: int, down: int) -> Iterator[Op]:
    """Yield operations moved by so many pixels."""

    def at(point: Point) -> Point:
        return point[0] + right, point[1] + down

    for op in ops:
        if isinstance(op, Stroke | Area):
            yield replace(op, points=tuple(map(at, op.points)))
        else:
            yield replace(op, at=at(op.at))
