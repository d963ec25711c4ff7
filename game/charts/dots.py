"""Means with their intervals laid out as dots and whiskers, a panel a measure; knows only numbers and names."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.charts.chart import Label, Mark, Op, Stroke


@dataclass(frozen=True, slots=True)
class Dot:
    """One row: a name, a mean and its interval."""

    name: str
    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure's rows on a scale of their own."""

    title: str
    dots: tuple[Dot, ...]


def dots(panels: Sequence[Panel], width: int, em: int) -> tuple[tuple[Op, ...], int]:
    """Return the operations for some panels below each other, and the height they take; `em` is the type's size."""
    ops: list[Op] = []
    top = em // 2
    for panel in panels:
        more, top = _panel(panel, width, top, em)
        ops += more
    return tuple(ops), top


def _panel(panel: Panel, width: int, top: int, em: int) -> tuple[list[Op], int]:
    """Lay one panel out from `top` on; return where the next may begin."""
    left, right, line = width * 2 // 5, width - 2 * em, em * 2
    least, most = min(d.low for d in panel.dots), max(d.high for d in panel.dots)
    margin = (most - least) * 0.08 or max(1.0, abs(most)) * 0.08
    least, most = least - margin, most + margin

    def x(value: float) -> int:
        return round(left + (right - left) * (value - least) / (most - least))

    ops: list[Op] = [Label(panel.title, (em, top), "left", "ink")]
    first = top + line
    foot = first + line * len(panel.dots)
    ops.append(Stroke(((left, foot), (right, foot)), "axis", 1))
    for step in range(5):
        value = least + (most - least) * step / 4
        ops.append(Stroke(((x(value), first), (x(value), foot)), "axis", 1, dashed=True))
        ops.append(Label(f"{value:.3g}", (x(value), foot + em // 4), "centre", "axis"))
    for n, dot in enumerate(panel.dots):
        y = first + n * line + line // 2
        ops.append(Label(dot.name, (left - em, y - em * 3 // 4), "right", "ink"))
        ops.append(Stroke(((x(dot.low), y), (x(dot.high), y)), "accent", max(2, em // 6)))
        ops.append(Mark((x(dot.mean), y), "circle", max(3, em // 3), "accent"))
    return ops, foot + line + em
