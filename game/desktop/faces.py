"""Things on the table with a face of their own, laid out: plates, thermometers, ledgers, bars, stamps."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from game.desktop.column import Choice, Column
from game.desktop.geometry import Rect
from game.desktop.theme import TARGET, LookName, StyleName
from game.desktop.widget import Line, Widget

if TYPE_CHECKING:
    from game.desktop.sheet import Sheet


class Page(NamedTuple):
    """One page of an open ledger: its heading, its figure and a remark."""

    heading: str
    figure: str
    remark: str = ""


def plate(sheet: "Sheet", choice: Choice, width: int) -> Widget:
    """A folded name plate (桌签), `width` pixels wide: the name, below it `detail`, a mark and a word."""
    pad, fold = sheet.unit(1.25), sheet.unit(1.25)
    inside: list[Widget] = []
    column = Column(sheet, Rect(pad, fold + pad // 2, width - 2 * pad, 0), inside, "plate")
    column.text(choice.text, "plate", align="centre")
    if choice.detail:
        column.text(choice.detail, "small", align="centre")
    rect = Rect(0, 0, width, max(TARGET, column.y + pad))
    face = choice.widget("plate", rect, _lines(inside))
    return face._replace(look="plate", value=choice.detail)


def gauge(sheet: "Sheet", id: str, name: str, level: int | None, value: str, width: int,
          hint: str = "") -> Widget:
    """A thermometer, `width` pixels wide, `level` 0–1000 (`None`: unknown), beside its name and reading."""
    tube, ruler = sheet.unit(5), sheet.ruler
    inside: list[Widget] = []
    column = Column(sheet, Rect(tube, sheet.unit(1), max(1, width - tube), 0), inside, "paper")
    column.text(name, "small")
    column.text(value, "strong")
    height = max(column.y + sheet.unit(1), 4 * ruler.size("body"))
    return Widget(id, "gauge", Rect(0, 0, width, height), name=name, value=value, lines=_lines(inside),
                  look="paper", level=level, data=tube, hint=hint)


def ledger(sheet: "Sheet", id: str, name: str, left: Page, right: Page, width: int,
           hint: str = "") -> Widget:
    """An open book with two pages, the reported figure and the real one, `width` pixels wide."""
    pad = sheet.unit(2)
    halves = Rect(0, pad, width, 0).inset(pad, 0).columns((1, 1), 2 * pad)
    inside: list[Widget] = []
    bottom = 0
    for half, page in zip(halves, (left, right), strict=True):
        column = Column(sheet, half, inside, "ledger")
        column.text(page.heading, "small", align="centre")
        column.text(page.figure, "heading", align="centre")
        if page.remark:
            column.text(page.remark, "small", align="centre")
        bottom = max(bottom, column.y)
    value = "; ".join(" ".join((page.heading, page.figure, page.remark)).strip() for page in (left, right))
    return Widget(id, "ledger", Rect(0, 0, width, bottom + pad), name=name, value=value, lines=_lines(inside),
                  look="ledger", hint=hint)


def meter(sheet: "Sheet", id: str, name: str, level: int | None, value: str, width: int, *,
          mark: int | None = None, look: LookName = "paper", hint: str = "", calm: bool = False) -> Widget:
    """A bar filled to `level` 0–1000 under its name and reading; `mark` sets a ◆ elsewhere on it.

    A `calm` one stays cool however full it is: where much is good.
    """
    inside: list[Widget] = []
    column = Column(sheet, Rect(0, 0, width, 0), inside, look)
    column.text(name, "small")
    title = inside[-1].lines
    reading = column.lines(value, "small", "ink", Rect(0, 0, width, 0), "right")
    if title and reading and title[-1].x + sheet.ruler.width("small", title[-1].text) + sheet.unit(2) > reading[0].x:
        column.text(value, "small", align="right")
        reading = ()
    bar = sheet.unit(2)
    rect = Rect(0, 0, width, column.y + bar)
    return Widget(id, "meter", rect, name=name, value=value, lines=_lines(inside) + reading, look=look,
                  level=level, data=(bar, mark, calm), hint=hint)


def progress(column: Column, told: str, done: int, total: int) -> Widget:
    """How far some work is: so many parts done of all, in words and as a bar."""
    level = 1000 * done // total
    width = min(column.rect.w, column.sheet.unit(120))
    return meter(column.sheet, "done", told, level, f"{level // 10} %", width, look=column.look, calm=True)


def stack(sheet: "Sheet", id: str, name: str, levels: Sequence[int], value: str, width: int, *,
          look: LookName = "paper", hint: str = "", why: object = None) -> Widget:  # fmt: skip
    """A bar shared out: one piece a level (thousandths of the whole), each with a pattern and its number (①, ②, …).

    What is left over stays empty. Pieces too narrow for their number go without.
    """
    ruler, inside = sheet.ruler, list[Widget]()
    column = Column(sheet, Rect(0, 0, width, 0), inside, look)
    column.text(name, "small", "soft")
    high = ruler.height("small") + sheet.unit(1)
    lines, start = list(_lines(inside)), 0
    reading = column.lines(value, "small", "soft", Rect(0, 0, width, 0), "right")
    if value and len(reading) == 1 and ruler.width("small", name) + ruler.width("small", value) < width:
        lines += reading
    for n, level in enumerate(levels):
        left, right = width * start // 1000, width * (start + level) // 1000
        wide = ruler.width("small", numeral(n))
        if right - left > wide + sheet.unit(1):
            lines.append(Line(numeral(n), (left + right - wide) // 2, column.y + sheet.unit(0.5), "small"))
        start += level
    rect = Rect(0, 0, width, column.y + high)
    return Widget(id, "stack", rect, name=name, value=value, lines=tuple(lines), look=look,
                  data=(high, tuple(levels)), hint=hint, why=why)


def numeral(n: int) -> str:
    """The number of a piece, from 0 on: ①, ②, …"""
    return chr(ord("①") + n)


StepState = Literal["past", "here", "open", "shut"]


class Stair(NamedTuple):
    """One step: what it is called, a remark below, who stands on it, and whether one can come to it."""

    title: str
    remark: str
    names: tuple[str, ...]
    state: StepState


def stairs(sheet: "Sheet", id: str, name: str, steps: Sequence[Stair], width: int, *, picked: str = "",
           hint: str = "", value: str = "") -> Widget:  # fmt: skip
    """A staircase that rises to the right, `width` pixels wide, with name tags standing on its steps."""
    ruler, pad = sheet.ruler, sheet.unit(1)
    high, rise = ruler.height("small") + sheet.unit(0.5), sheet.unit(3)
    cells = Rect(0, 0, width, 0).columns([1] * len(steps))
    written, base = [], 0
    longest = max((ruler.width("strong", word) for step in steps for word in step.title.split()), default=0)
    style: StyleName = "strong" if longest <= min(cell.w for cell in cells) - 2 * pad else "small"
    for step, cell in zip(steps, cells, strict=True):
        inside: list[Widget] = []
        column = Column(sheet, cell.inset(pad, 0), inside, "paper")
        column.text(step.title, style, align="centre")
        column.text(step.remark, "small", "soft", align="centre")
        written.append(_lines(inside))
        base = max(base, column.y + 2 * pad)
    rows = [_abreast(sheet, step.names, cell.w) for step, cell in zip(steps, cells, strict=True)]
    tall = max(base + n * rise + len(row) * (high + pad) for n, row in enumerate(rows)) + pad
    lines: list[Line] = []
    blocks, tags = [], []
    for n, (step, cell, words, row) in enumerate(zip(steps, cells, written, rows, strict=True)):
        top = tall - base - n * rise
        blocks.append((cell.x, top, cell.w, tall - top, step.state))
        lines += [line._replace(y=line.y + top + pad) for line in words]
        for k, abreast in enumerate(row, 1):
            wides = [ruler.width("small", who) for who in abreast]
            x, y = cell.x + (cell.w - sum(wides) - pad * 3 * (len(abreast) - 1)) // 2, top - k * (high + pad)
            for who, wide in zip(abreast, wides, strict=True):
                tags.append((x - pad, y, wide + 2 * pad, high + pad // 2, who == picked))
                lines.append(Line(who, x, y + sheet.unit(0.5), "small", "accent" if who == picked else "ink"))
                x += wide + 3 * pad
    return Widget(id, "stairs", Rect(0, 0, width, tall), name=name, value=value, lines=tuple(lines), look="paper",
                  data=(tuple(blocks), tuple(tags)), hint=hint)


def _abreast(sheet: "Sheet", names: Sequence[str], width: int) -> list[list[str]]:
    """Names in rows that fit side by side on a step."""
    rows: list[list[str]] = []
    room = 0
    for who in names:
        wide = sheet.ruler.width("small", who) + 3 * sheet.unit(1)
        if not rows or wide > room:
            rows.append([])
            room = width
        rows[-1].append(who)
        room -= wide
    return rows


def stamp(sheet: "Sheet", id: str, text: str, look: LookName = "document") -> Widget:
    """A square seal round a few characters, broken into two columns' width when there are four."""
    pad, ruler = sheet.unit(1.5), sheet.ruler
    across = 2 if len(text) == 4 else len(text)
    rows = [text[i:i + across] for i in range(0, len(text), across)]
    width = max(ruler.width("strong", row) for row in rows)
    step = ruler.height("strong") * 4 // 5
    lines = tuple(Line(row, pad, pad + i * step, "strong", "accent") for i, row in enumerate(rows))
    height = step * (len(rows) - 1) + ruler.height("strong")
    rect = Rect(0, 0, width + 2 * pad, height + 2 * pad)
    return Widget(id, "stamp", rect, name=text, lines=lines, look=look)


def _lines(widgets: list[Widget]) -> tuple[Line, ...]:
    return tuple(line for widget in widgets for line in widget.lines)
