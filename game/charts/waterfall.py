"""Terms laid out as a waterfall, ranges round nought: a name, a bar, a value a row; knows only numbers and words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.charts.chart import Label, Mark, Op, Stroke

Kind = Literal["up", "down", "least", "part", "unknown", "whole", "range"]


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: its name as lines, its value in words, and where its bar starts and ends.

    `up` is solid, `down` hollow, `part` a thin line and `least` a solid bar among such, `unknown` hatched, `range` a
    line with its middle marked, the `whole` stands below a rule. `indent` is in ems.
    """

    name: tuple[str, ...]
    shown: str
    kind: Kind
    start: int
    end: int
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """The width of names, bars and values, in pixels; a gap of an em lies between them."""

    name: int
    bar: int
    value: int


def span(bars: Sequence[Bar]) -> tuple[int, int]:
    """Return the least and the greatest number the bars need; one that is not known asks for a little room only.

    Short of a last one that is narrower than all others not known: that much is known of it.
    """
    open_bars = [bar for bar in bars if bar.kind == "unknown"]
    others = open_bars[:-1]
    if others and open_bars[-1] is bars[-1] and all(_wide(bars[-1]) < _wide(bar) for bar in others):
        open_bars = others
    known = [0, *(n for bar in bars if bar not in open_bars for n in (bar.start, bar.end))]
    open_ = [n for bar in open_bars for n in (bar.start, bar.end)]
    least, most = min(known), max(known)
    room = max(1, (most - least) // 5)
    least, most = max(least - room, min([least, *open_])), min(most + room, max([most, *open_]))
    return least, max(most, least + 1)


def _wide(bar: Bar) -> int:
    return bar.end - bar.start


def waterfall(bars: Sequence[Bar], columns: Columns, em: int) -> tuple[tuple[Op, ...], int]:
    """Return the operations for the bars below each other, and the height they take; `em` is the size of the type."""
    line, left = em * 3 // 2, columns.name + em
    least, most = span(bars)

    def x(value: int) -> int:
        inside = max(least, min(most, value))
        return left + columns.bar * (inside - least) // max(1, most - least)

    ops: list[Op] = []
    top, ended = 0, -1
    for bar in bars:
        height, middle = line * len(bar.name), top + line // 2
        if bar.kind == "whole" or (bar is bars[-1] and bar.kind == "unknown"):
            ops.append(Stroke(((0, top), (left + columns.bar + em + columns.value, top)), "ink", 1))
        ops += [Label(text, (bar.indent * em, top + n * line), "left", "ink") for n, text in enumerate(bar.name)]
        ops.append(Label(bar.shown, (left + columns.bar + em + columns.value, top), "right", "ink"))
        ops += _bar(bar, (x(bar.start), x(bar.end)), middle, em)
        steps = bar.kind in ("up", "down") and bar.start != bar.end
        if steps and ended >= 0 and not bar.indent:
            ops.append(Stroke(((x(bar.start), ended), (x(bar.start), middle - em // 2)), "ink", 1, dashed=True))
        if steps and not bar.indent:
            ended = middle + em // 2
        top += height
    return (Stroke(((x(0), 0), (x(0), top)), "ink", 1), *ops), top


def _bar(bar: Bar, ends: tuple[int, int], y: int, em: int) -> list[Op]:
    """Lay one bar out between two ends."""
    a, b = min(ends), max(ends)
    half = em * 2 // 5
    if bar.kind == "unknown":
        return _hatched(a, b, y - half, y + half)
    if bar.kind == "range":
        middle = Mark(((a + b) // 2, y), "diamond", half, "accent")
        caps = [Stroke(((x, y - half), (x, y + half)), "ink", max(1, em // 8)) for x in (a, b)]
        return [Stroke(((a, y), (b, y)), "ink", max(2, em // 6)), *caps, middle]
    if bar.start == bar.end:
        return []
    b = max(b, a + max(2, em // 8))
    if bar.kind == "down":
        corners = ((a, y - half), (b, y - half), (b, y + half), (a, y + half), (a, y - half))
        return [Stroke(corners, "accent", max(1, em // 8))]
    width = max(2, em // 6) if bar.kind == "part" else 2 * half
    return [Stroke(((a, y), (b, y)), "accent" if bar.kind in ("least", "whole") else "ink", width)]


def _hatched(a: int, b: int, top: int, foot: int) -> list[Op]:
    """A frame with slanting lines in it: anything between its ends may be so."""
    rise = foot - top
    frame = Stroke(((a, top), (b, top), (b, foot), (a, foot), (a, top)), "ink", 1)
    slants = range(a, b - rise + 1, max(4, rise * 2 // 3))
    return [frame, *(Stroke(((x, foot), (x + rise, top)), "ink", 1) for x in slants)]
