"""Spots on two scales laid out as drawing operations; knows only numbers, names and how each kind looks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.charts.chart import Anchor, Label, Mark, Op, Shape, Stroke, Tone
from game.charts.type import broken


@dataclass(frozen=True, slots=True)
class Dot:
    """One spot: where it lies, what kind it is, and the word beside it ("" for none)."""

    x: float
    y: float
    kind: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of spot looks, and what it is called in the legend."""

    name: str
    shape: Shape
    tone: Tone


@dataclass(frozen=True, slots=True)
class Scales:
    """What the scales are called, the most each shows, and the lines across: at which `x` and at which `y`."""

    across: str
    up: str
    low: tuple[float, float]
    high: tuple[float, float]
    lines: tuple[float, float]


def scatter(
    title: str, dots: Sequence[Dot], looks: Mapping[str, Look], scales: Scales, size: tuple[int, int], em: int
) -> tuple[Op, ...]:
    """Return the operations of one panel of `size`, its legend below the title; `em` is the type's size."""
    width, height = size
    left, right, top, foot = 4 * em, width - 2 * em, 6 * em, height - 3 * em

    def x(value: float) -> int:
        return round(left + (right - left) * (value - scales.low[0]) / (scales.high[0] - scales.low[0]))

    def y(value: float) -> int:
        return round(foot - (foot - top) * (value - scales.low[1]) / (scales.high[1] - scales.low[1]))

    ops: list[Op] = [
        Label(title, (em, 0), "left", "ink"),
        Label(scales.up, (em, 3 * em), "left", "axis"),
        Label(scales.across, (right, foot + em * 3 // 2), "right", "axis"),
        Stroke(((left, top), (left, foot), (right, foot)), "axis", 1),
        Stroke(((x(scales.lines[0]), top), (x(scales.lines[0]), foot)), "axis", 1, dashed=True),
        Stroke(((left, y(scales.lines[1])), (right, y(scales.lines[1]))), "axis", 1, dashed=True),
    ]
    ops += _legend(looks, em)
    for value in (scales.low[0], scales.lines[0], scales.high[0]):
        ops.append(Label(f"{value:g}", (x(value), foot + em // 4), "centre", "axis"))
    for value in (scales.low[1], scales.lines[1], scales.high[1]):
        ops.append(Label(f"{value:g}", (left - em // 2, y(value) - em * 3 // 4), "right", "axis"))
    for dot in sorted(dots, key=lambda d: list(looks).index(d.kind)):
        at = x(dot.x), y(dot.y)
        ops.append(Mark(at, looks[dot.kind].shape, max(3, em // 3), looks[dot.kind].tone))
        if dot.label:
            anchor: Anchor = "right" if at[0] > (left + right) // 2 else "left"
            beside = at[0] + (-em if anchor == "right" else em) * 2 // 3
            told = broken(dot.label, beside if anchor == "right" else width - beside, em, 1)[0]
            ops.append(Label(told, (beside, at[1] - em * 3 // 4), anchor, "ink"))
    return tuple(ops)


def _legend(looks: Mapping[str, Look], em: int) -> list[Op]:
    """Return the legend: each kind's shape with its name, side by side."""
    ops: list[Op] = []
    at = 2 * em
    for look in looks.values():
        ops.append(Mark((at, 9 * em // 4), look.shape, max(3, em // 3), look.tone))
        ops.append(Label(look.name, (at + em, 3 * em // 2), "left", "ink"))
        at += em * (2 + sum(2 if c > "\u2e80" else 1 for c in look.name) * 11 // 20)
    return ops
