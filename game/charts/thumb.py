"""A game at a glance: its table with a mark a department and a bar of reported progress; knows only numbers."""

from collections.abc import Sequence
from math import cos, pi, sin

from game.charts.chart import FULL, Area, Mark, Op, Shape, Stroke

SHAPES: tuple[Shape, ...] = ("triangle", "diamond", "square", "square", "triangle")
"""The mark of each act as it looks to the table: cooperation (real or not), the least, stalling, passing on."""
CORNERS = 24


def thumb(acts: Sequence[int], reported: int, at: tuple[int, int], size: tuple[int, int]) -> tuple[Op, ...]:
    """Return the operations for a table of `size` pixels at `at`; an act below 0 is none yet; `reported` in ‰."""
    (left, top), (width, height) = at, size
    bar = max(2, height // 14)
    deep = height - 3 * bar
    x, y, a, b = left + width / 2, top + deep / 2, width * 0.36, deep * 0.34
    oval = tuple((round(x + a * cos(2 * pi * i / CORNERS)), round(y + b * sin(2 * pi * i / CORNERS)))
                 for i in range(CORNERS))  # fmt: skip
    foot, filled = top + height - bar, left + width * min(FULL, max(0, reported)) // FULL
    ops: list[Op] = [Area(oval, "warm"), Stroke(((left, foot), (left + width, foot)), "axis", bar)]
    if filled > left:
        ops.append(Stroke(((left, foot), (filled, foot)), "accent", bar))
    for n, act in enumerate(acts):
        turn = pi * (1.15 + 1.7 * n / max(1, len(acts) - 1)) if len(acts) > 1 else 1.5 * pi
        spot = round(x + width * 0.44 * cos(turn)), round(y + deep * 0.44 * sin(turn))
        shape = SHAPES[act] if act >= 0 else "circle"
        ops.append(Mark(spot, shape, max(3, height // 9), "ink" if act == 0 else "axis"))
    return tuple(ops)
