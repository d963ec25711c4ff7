"""A line chart laid out: numbers and names in, drawing operations out; knows nothing of games, colours or files."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Literal

Tone = Literal["axis", "ink", "accent", "hot", "warm", "cool"]
Shape = Literal["circle", "diamond", "square", "triangle", "flag", "star"]
Anchor = Literal["left", "centre", "right"]
Point = tuple[int, int]
FULL = 1000     # the top of the scale


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its values in thousandths (`None` leaves a gap), and what tells it from others besides colour."""

    name: str
    values: tuple[int | None, ...]
    tone: Tone
    shape: Shape
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points."""

    points: tuple[Point, ...]
    tone: Tone
    width: int
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A filled shape round a point, `size` from its middle to its edge."""

    at: Point
    shape: Shape
    size: int
    tone: Tone


@dataclass(frozen=True, slots=True)
class Label:
    """A word whose line box has its top at `at`, and its left, middle or right there.

    `line` is the recording's line it tells of, 0 for none.
    """

    text: str
    at: Point
    anchor: Anchor
    tone: Tone
    line: int = 0


@dataclass(frozen=True, slots=True)
class Area:
    """A filled polygon, pale enough for lines to be seen on it."""

    points: tuple[Point, ...]
    tone: Tone


Op = Stroke | Mark | Label | Area


def chart(series: Sequence[Series], ticks: Sequence[str], size: tuple[int, int], em: int) -> tuple[Op, ...]:
    """Lines over `ticks` from 0 to 100, with a legend above; `em` is the size of the type in pixels."""
    width, height = size
    line = em * 3 // 2
    left, right, top, foot = em * 3, width - em, 2 * line, height - line - em // 2
    ops: list[Op] = [*_legend(series, width, em)]
    for level in range(0, FULL + 1, FULL // 4):
        y = foot - (foot - top) * level // FULL
        ops.append(Stroke(((left, y), (right, y)), "axis", 1))
        ops.append(Label(str(level // 10), (left - em // 2, y - line // 2), "right", "axis"))
    xs = [left + (right - left) * n // max(1, len(ticks) - 1) for n in range(len(ticks))]
    for x, tick in zip(xs, ticks, strict=True):
        ops.append(Label(tick, (x, foot + em // 4), "centre", "axis"))
    for one in series:
        points = [None if value is None else (x, foot - (foot - top) * value // FULL)
                  for x, value in zip(xs, one.values, strict=True)]  # fmt: skip
        ops += [Stroke(run, one.tone, max(2, em // 6), one.dashed) for run in _runs(points)]
        ops += [Mark(point, one.shape, max(3, em // 3), one.tone) for point in points if point is not None]
    return tuple(ops)


def _legend(series: Sequence[Series], width: int, em: int) -> list[Op]:
    """One sample and name a series, sharing the width."""
    ops: list[Op] = []
    for n, one in enumerate(series):
        x, y = em // 2 + n * (width - em) // len(series), em * 3 // 4
        ops.append(Stroke(((x, y), (x + 2 * em, y)), one.tone, max(2, em // 6), one.dashed))
        ops.append(Mark((x + em, y), one.shape, max(3, em // 3), one.tone))
        ops.append(Label(one.name, (x + em * 5 // 2, 0), "left", "ink"))
    return ops


def _runs(points: Sequence[Point | None]) -> list[tuple[Point, ...]]:
    """The stretches without gaps, of two points or more."""
    runs: list[list[Point]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [tuple(run) for run in runs if len(run) > 1]


def corners(shape: str, size: int) -> list[tuple[int, int]]:
    """The corners of a shape round (0, 0); a flag stands on it, three sizes high, a star has five points."""
    if shape == "square":
        return [(-size, -size), (size, -size), (size, size), (-size, size)]
    if shape == "flag":
        pole = max(1, size // 6)
        return [(-pole, 0), (-pole, -3 * size), (2 * size, -9 * size // 4), (pole, -3 * size // 2), (pole, 0)]
    if shape == "star":
        far = (size, size * 0.4)
        return [(round(far[n % 2] * sin(n * pi / 5)), round(-far[n % 2] * cos(n * pi / 5))) for n in range(10)]
    if shape == "triangle":
        return [(0, -size), (size, size), (-size, size)]
    return [(0, -size), (size, 0), (0, size), (-size, 0)]
