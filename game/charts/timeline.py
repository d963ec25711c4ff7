"""What came from outside and what was done, turn by turn: the one above a line, the other below; knows only words."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.charts.chart import Label, Mark, Op, Shape, Stroke, Tone
from game.charts.stack import Panel, stacked
from game.charts.type import broken

_ABREAST = 6


@dataclass(frozen=True, slots=True)
class Column:
    """One turn: its name, what happened to the player in it, and what the player did."""

    name: str
    above: tuple[str, ...]
    below: tuple[str, ...]


def timeline(columns: Sequence[Column], width: int, em: int) -> tuple[tuple[Op, ...], tuple[int, int]]:
    """Return the operations and the size they take, rows of at most six turns; `em` is the type's size."""
    rows = -(-len(columns) // _ABREAST)
    abreast = -(-len(columns) // max(1, rows)) if columns else 1
    cut = [columns[i : i + abreast] for i in range(0, len(columns), abreast)]
    return stacked([_row(row, width, width // abreast, em) for row in cut], 2 * em)


def _row(columns: Sequence[Column], width: int, each: int, em: int) -> Panel:
    line, room = em * 3 // 2, each - 2 * em
    above = [_told(c.above, room, em) for c in columns]
    below = [_told(c.below, room, em) for c in columns]
    axis = max(len(t) for t in above) * line + em
    deep = max(len(t) for t in below) * line
    ops: list[Op] = [Stroke(((0, axis), (width, axis)), "ink", 2)]
    for n, (column, up, down) in enumerate(zip(columns, above, below, strict=True)):
        x = n * each + em
        ops.append(Mark((x - em // 3, axis), "circle", max(3, em // 3), "ink"))
        ops.append(Label(column.name, (x, axis + em // 4), "left", "axis"))
        top = axis - em // 2 - len(up) * line
        ops += _laid(up, x, top, "warm", em)
        ops += _laid(down, x, axis + 2 * em, "accent", em)
    return tuple(ops), (width, axis + 2 * em + deep + em // 2)


def _told(texts: Sequence[str], room: int, em: int) -> list[tuple[str, bool]]:
    """Return texts as lines, each with whether a text begins there."""
    return [(line, not n) for text in texts for n, line in enumerate(broken(text, room, em))]


def _laid(lines: Sequence[tuple[str, bool]], x: int, top: int, tone: Tone, em: int) -> list[Op]:
    ops: list[Op] = []
    for n, (text, first) in enumerate(lines):
        y = top + n * em * 3 // 2
        if first:
            mark: Shape = "diamond" if tone == "warm" else "square"
            ops.append(Mark((x, y + em * 3 // 4), mark, max(2, em // 4), tone))
        ops.append(Label(text, (x + em * 3 // 4, y), "left", "ink"))
    return ops
