"""A ruled sheet of rows and columns in which every square can be pressed: the face of a matrix."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.desktop.column import Choice, Column
from game.desktop.faces import meter
from game.desktop.geometry import Rect
from game.desktop.theme import TARGET, StyleName
from game.desktop.widget import Line, Widget

if TYPE_CHECKING:
    from game.desktop.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Bar:
    """The meter at the foot of a row's head: what it is called, how full (‰), and why."""

    id: str
    name: str
    level: int
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its head, the meter below it, and its squares from left to right."""

    head: Choice
    bar: Bar
    cells: tuple[Choice, ...]


def fits(sheet: "Sheet", heads: Sequence[str], rows: Sequence[Row], width: int) -> bool:
    """Whether the squares beside the heads of the rows are wide enough for every word and sign in them."""
    words = [word for head in heads for word in head.split()] + [cell.text for row in rows for cell in row.cells]
    most = max(sheet.ruler.width("small", word) for word in words) + 2 * sheet.unit(0.5)
    return most <= _widths(sheet, len(heads), width)[-1]


def matrix(column: Column, heads: Sequence[str], rows: Sequence[Row]) -> None:
    """Write the sheet: names above, then row after row, each as high as its fullest square."""
    sheet = column.sheet
    widths = _widths(sheet, len(heads), column.rect.w)
    names = [_name(column, name, Rect(x, 0, width, 0))
             for name, x, width in zip(heads, _lefts(widths)[1:], widths[1:], strict=True)]  # fmt: skip
    band = max(name.rect.h for name in names)
    widgets = [name.moved(0, band - name.rect.h) for name in names]
    y = band + sheet.unit(0.5)
    for row in rows:
        placed, height = _row(sheet, row, widths)
        widgets += [w.moved(0, y) for w in placed]
        y += height
    column.adopt(widgets, y)


def _name(column: Column, name: str, at: Rect) -> Widget:
    """The name above a column, broken to its width."""
    pad, ruler = column.sheet.unit(0.5), column.sheet.ruler
    lines = column.lines(name, "small", "ink", at.inset(pad, 0), "centre")
    return Widget("", "label", Rect(at.x, 0, at.w, len(lines) * ruler.height("small")), name=name, lines=lines,
                  look=column.look)


def _row(sheet: "Sheet", row: Row, widths: Sequence[int]) -> tuple[list[Widget], int]:
    """One row laid out from (0, 0), and its height."""
    pad = sheet.unit(1)
    bar = meter(sheet, row.bar.id, row.bar.name, row.bar.level, row.bar.value, widths[0] - 2 * pad,
                calm=True)
    bar = bar._replace(why=row.bar.why, look=row.head.look)
    head = _square(sheet, row.head, widths[0], "strong")
    cells = [_square(sheet, cell, width, "small") for cell, width in zip(row.cells, widths[1:], strict=True)]
    height = max(head.rect.h + bar.rect.h + pad, *(cell.rect.h for cell in cells))
    squares = [w._replace(rect=Rect(x, 0, w.rect.w, height), lines=_moved(w.lines, x, (height - w.rect.h) // 2))
               for w, x in zip(cells, _lefts(widths)[1:], strict=True)]  # fmt: skip
    whole = head._replace(rect=Rect(0, 0, widths[0], height))
    return [whole, bar.moved(pad, height - bar.rect.h - pad), *squares], height


def _square(sheet: "Sheet", choice: Choice, width: int, style: StyleName) -> Widget:
    """A square as high as its words: the first line in `style`, what follows small."""
    look, centred = choice.look, style == "small"
    pad, side = sheet.unit(1), sheet.unit(0.5 if centred else 1)
    inside: list[Widget] = []
    column = Column(sheet, Rect(side, pad, width - 2 * side, 0), inside, look)
    column.text(choice.text, style, align="centre" if centred else "left")
    if choice.detail:
        for line in choice.detail.split("\n"):
            column.text(line, "small", "accent" if look in ("warn", "bad") else "soft",
                        align="centre" if centred else "left")  # fmt: skip
    lines = tuple(line for widget in inside for line in widget.lines)
    face = choice.widget("cell", Rect(0, 0, width, max(TARGET, column.y + pad)), lines)
    return face._replace(name=f"{choice.hint}\n{choice.text}\n{choice.detail}".strip(), hint="")


def _widths(sheet: "Sheet", columns: int, width: int) -> list[int]:
    """How wide the heads of the rows and each square are; together they fill `width`."""
    head = min(width // 3, 11 * sheet.ruler.size("small"))
    return [head, *(cell.w for cell in Rect(0, 0, width - head, 0).columns((1,) * columns))]


def _lefts(widths: Sequence[int]) -> list[int]:
    return [sum(widths[:n]) for n in range(len(widths))]


def _moved(lines: Sequence[Line], dx: int, dy: int) -> tuple[Line, ...]:
    return tuple(line._replace(x=line.x + dx, y=line.y + dy) for line in lines)

