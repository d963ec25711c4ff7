"""What came from outside and what was done, turn by turn: the one above a line, the other below; knows only words."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.charts.chart import Label, Mark, Op, Shape, Stroke, Tone
from game.charts.stack import Panel, moved, stacked
from game.charts.type import broken

_ABREAST = 6
_NARROW = 9     # ems a turn needs at least


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened in words, and the recording's line it stands in."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Column:
    """One turn: its name, what happened to the player in it, and what the player did."""

    name: str
    above: tuple[Entry, ...]
    below: tuple[Entry, ...]


def timeline(columns: Sequence[Column], width: int, em: int) -> tuple[tuple[Op, ...], tuple[int, int]]:
    """Return the operations and the size they take, rows of at most six turns; `em` is the type's size."""
    rows = []
    for row in strips(columns, width, em):
        ops = [op for n, (panel, (each, _)) in enumerate(row) for op in moved(panel, n * each, 0)]
        rows.append((ops, (width, row[0][1][1])))
    return stacked(rows, 2 * em)


def strips(columns: Sequence[Column], width: int, em: int, gap: int = 0) -> list[list[Panel]]:
    """Return the turns as panels in rows of at most six: those of a row are as high, and `gap` pixels apart."""
    rows = -(-len(columns) // max(1, min(_ABREAST, (width + gap) // (_NARROW * em + gap))))
    abreast = -(-len(columns) // max(1, rows)) if columns else 1
    each = (width + gap) // abreast - gap
    return [_row(columns[i : i + abreast], each, em) for i in range(0, len(columns), abreast)]


Told = tuple[tuple[str, int, bool], ...]
"""Lines of words, each with the recording's line it tells of and whether an entry begins there."""


def _row(columns: Sequence[Column], each: int, em: int) -> list[Panel]:
    line, room = em * 3 // 2, each - 2 * em
    above = [_told(c.above, room, em) for c in columns]
    below = [_told(c.below, room, em) for c in columns]
    axis = max(len(t) for t in above) * line + em
    height = axis + 2 * em + max(len(t) for t in below) * line + em // 2
    told = zip(columns, above, below, strict=True)
    return [(_panel(column.name, up, down, (each, axis), em), (each, height)) for column, up, down in told]


def _panel(name: str, up: Told, down: Told, foot: tuple[int, int], em: int) -> tuple[Op, ...]:
    """Lay one turn out, its stretch of the line reaching from the left to `foot`."""
    axis = foot[1]
    ops: list[Op] = [Stroke(((0, axis), foot), "ink", 2)]
    ops.append(Mark((em - em // 3, axis), "circle", max(3, em // 3), "ink"))
    ops.append(Label(name, (em, axis + em // 4), "left", "axis"))
    ops += _laid(up, axis - em // 2 - len(up) * em * 3 // 2, "warm", em)
    return (*ops, *_laid(down, axis + 2 * em, "accent", em))


def _told(entries: Sequence[Entry], room: int, em: int) -> Told:
    return tuple((text, e.line, not n) for e in entries for n, text in enumerate(broken(e.text, room, em)))


def _laid(told: Told, top: int, tone: Tone, em: int) -> list[Op]:
    ops: list[Op] = []
    for n, (text, line, first) in enumerate(told):
        y = top + n * em * 3 // 2
        if first:
            mark: Shape = "diamond" if tone == "warm" else "square"
            ops.append(Mark((em, y + em * 3 // 4), mark, max(2, em // 4), tone))
        ops.append(Label(text, (em + em * 3 // 4, y), "left", "ink", line))
    return ops
