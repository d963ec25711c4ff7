"""The slip that explains: sentences, and bars where there are any, laid out near what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.column import Column
from game.desktop.explanation import Explanation, Row
from game.desktop.geometry import Rect
from game.desktop.theme import LookName
from game.desktop.widget import Widget

if TYPE_CHECKING:
    from game.desktop.sheet import Sheet

WORDS, BARS = 26, 34    # ems a slip may be wide, without and with bars
LEAST_BAR = 7           # ems the bars themselves get, at least


def slip(sheet: Sheet, told: Explanation, beside: Rect) -> Widget:
    """The slip as a widget of the highest layer: wholly inside the window, beside `beside` where there is room."""
    pad, em = sheet.unit(2), sheet.ruler.size("small")
    room = min(sheet.page(1).w - 2 * pad, (BARS if told.rows else WORDS) * em)
    inside: list[Widget] = []
    column = Column(sheet, Rect(0, 0, room, 0), inside, "tip")
    column.text(told.head if told.rows else told.text, "small")
    if told.rows:
        high = sheet.rect.h - 3 * pad - column.y
        note = column.lines(told.note, "small", "soft", Rect(0, 0, room, 0)) if told.note else ()
        high -= len(note) * sheet.ruler.height("small")
        fitting = (chart for chart in (bars(sheet, told, room, n) for n in (2, 1)) if chart.rect.h < high)
        column.draw(next(fitting, None) or bars(sheet, told, room, 1), 0.5)
        if note:
            column.text(told.note, "small", "soft")
    width = max(widget.rect.w if widget.data else sheet.ruler.width("small", line.text)
                for widget in inside for line in widget.lines)  # fmt: skip
    rect = _placed(Rect(0, 0, width + 2 * pad, column.y + 2 * pad), beside, sheet.page(0.5), pad // 2)
    lines = tuple(line._replace(x=line.x + rect.x + pad, y=line.y + rect.y + pad)
                  for widget in inside for line in widget.lines)  # fmt: skip
    return Widget("tooltip", "tooltip", rect, name=told.text, lines=lines, look="tip", layer=2,
                  data=_shapes(inside, pad))  # fmt: skip


def _placed(size: Rect, beside: Rect, bounds: Rect, gap: int) -> Rect:
    """Below, above, at the right or left of what is explained: the first that has room; else wherever it fits."""
    places = ((beside.x, beside.bottom + gap), (beside.x, beside.y - size.h - gap),
              (beside.right + gap, beside.y), (beside.x - size.w - gap, beside.y))  # fmt: skip
    tried = [Rect(x, y, *size.size).within(bounds) for x, y in places]
    return next((rect for rect in tried if not rect.overlaps(beside)), tried[0])


def bars(sheet: Sheet, told: Explanation, room: int, most: int = 2, look: LookName = "tip") -> Widget:
    """The rows as a chart, each name in at most so many lines."""
    from game.charts.waterfall import Bar, Columns, waterfall
    from game.desktop.picture import chart_widget

    ruler, em, rows = sheet.ruler, sheet.ruler.size("small"), told.rows
    value = max(ruler.width("small", row.shown) for row in rows)
    free = max(em, room - value - (2 + LEAST_BAR) * em)
    name = min(free, max(ruler.width("small", row.name) + row.indent * em for row in rows))
    columns = Columns(name, room - name - value - 2 * em, value)
    drawn = [Bar(_name(sheet, row, name, most), row.shown, row.kind, row.start, row.end, row.indent) for row in rows]
    ops, height = waterfall(drawn, columns, em)
    return chart_widget(sheet, "", told.text, ops, (room, height), look)


def _name(sheet: Sheet, row: Row, room: int, most: int) -> tuple[str, ...]:
    """The name in lines; what does not fit ends in "…"."""
    ruler, width = sheet.ruler, max(1, room - row.indent * sheet.ruler.size("small"))
    lines = tuple(ruler.lines("small", row.name, width))
    if len(lines) <= most:
        return lines
    last = lines[most - 1].rstrip()
    while last and ruler.width("small", last + "…") > width:
        last = last[:-1]
    return (*lines[: most - 1], last + "…")


def _shapes(inside: list[Widget], pad: int) -> tuple[object, ...] | None:
    """The bars of the chart among the widgets, where they stand on the slip."""
    from game.charts.stack import moved

    chart = next((widget for widget in inside if widget.role == "picture"), None)
    if chart is None:
        return None
    assert isinstance(chart.data, tuple)
    return tuple(moved(chart.data, chart.rect.x + pad, chart.rect.y + pad))
