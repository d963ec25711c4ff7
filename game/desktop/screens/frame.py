"""The fixed edges of a screen: a masthead above, a row of buttons below; the body lies between."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

from game.desktop.column import Choice, Column
from game.desktop.geometry import Rect
from game.desktop.sheet import Sheet
from game.desktop.theme import LookName
from game.desktop.widget import Widget


def masthead(sheet: Sheet, area: Rect, title: str, note: str = "", *choices: Choice) -> Rect:
    """A title with a note below it at the left, buttons at the right; return what is left of `area`."""
    gap = sheet.unit(1.5)
    wide = min(area.w, sum(_button_width(sheet, choice) + gap for choice in choices))
    right = Rect(area.right - wide, area.y, wide, area.h)
    left = Rect(area.x, area.y, area.w - wide, area.h)
    if choices and sheet.ems(left) < 9:
        right, left = area, Rect(area.x, area.y + sheet.unit(8), area.w, area.h)
    column = sheet.column(left)
    column.heading(title)
    if note:
        column.text(note, "small")
    foot = column.y
    if choices:
        column = sheet.column(right)
        column.buttons(*choices, align="right")
        foot = max(foot, column.y)
    top = foot + sheet.unit(1.5)
    return Rect(area.x, top, area.w, max(0, area.bottom - top))


@contextmanager
def desk(sheet: Sheet, area: Rect, *choices: Choice, note: str = "") -> Iterator[Rect]:
    """One's own desk from the top of `area` down to the edges of the window, buttons at its foot; yields its pad.

    What is written straight on the pad is written on the look "felt".
    """
    whole, start, edge = sheet.rect, len(sheet.widgets), sheet.unit(1.5)
    below = area.cut_top(2 * edge)[1]
    with footer(sheet, below, *choices, note=note, look="wood") as pad:
        yield pad
    felt = pad.inset(-edge, -sheet.unit(0.75))
    top = Rect(whole.x, area.y, whole.w, whole.bottom - area.y)
    sheet.widgets.insert(start, Widget("", "desk", top, look="felt", data=felt.moved(-top.x, -top.y)))


@contextmanager
def footer(sheet: Sheet, area: Rect, *choices: Choice, head: str = "", note: str = "",
           look: LookName = "page") -> Iterator[Rect]:  # fmt: skip
    """Buttons at the foot of `area`, a headline and a note above them; yields what is left. Tab reaches them last."""
    scratch: list[Widget] = []
    column = Column(sheet, Rect(area.x, 0, area.w, 0), scratch, look)
    if head:
        column.text(head, "strong", "accent")
    if note:
        column.text(note, "small")
    if choices:
        column.buttons(*choices)
    top = area.bottom - column.y
    yield Rect(area.x, area.y, area.w, max(0, top - area.y - sheet.unit(1.5)))
    sheet.put(*(widget.moved(0, top) for widget in scratch))


def pips(full: int, of: int) -> str:
    """So many full dots of so many."""
    return "●" * full + "○" * max(0, of - full)


def pairs(items: list[Choice]) -> list[tuple[Choice, ...]]:
    """The items two by two; the last may stand alone."""
    rows: list[tuple[Choice, ...]] = [pair for n, pair in enumerate(pairwise(items)) if n % 2 == 0]
    return [*rows, (items[-1],)] if len(items) % 2 else rows


def grid(column: Column, items: list[Choice], least: int = 8) -> None:
    """Cards two by two, one under another where the column is narrow."""
    for pair in pairs(items):
        with column.row(1, 1, least=least, gap=1) as cells:
            for cell, item in zip(cells, pair, strict=False):
                cell.item(item)


def _button_width(sheet: Sheet, choice: Choice) -> int:
    words = f"{choice.key}  {choice.text}" if choice.key else choice.text
    return max(88, sheet.ruler.width("strong", words) + 2 * sheet.unit(2.5))
