"""A column: the cursor that turns texts, choices and cards into widgets, one below another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, NamedTuple

from game.desktop.geometry import Rect
from game.desktop.theme import MEASURE, TARGET, LookName, StyleName, Tone
from game.desktop.widget import Line, Role, Widget

if TYPE_CHECKING:
    from game.charts.chart import Op
    from game.desktop.sheet import Ruler, Sheet

Align = Literal["left", "centre", "right"]
KEYS = {"left": "←", "right": "→", "home": "Home", "end": "End", "page up": "PgUp", "page down": "PgDn"}
"""Keys that are not written in capitals."""


class Thumb(NamedTuple):
    """A small picture at the left of a card: drawing operations of `charts` from (0, 0), and its size in pixels."""

    ops: tuple[Op, ...]
    size: tuple[int, int]


class Choice(NamedTuple):
    """Something one can choose: a button, a tab or a card; the fields are those of `Widget`.

    `detail` is a second paragraph, `side` a short note at the right (a cost), `icon` or `thumb` a picture at the left:
    all these are shown on cards only.
    """

    id: str
    text: str
    action: object
    detail: str = ""
    side: str = ""
    look: LookName = "button"
    key: str = ""
    enabled: bool = True
    selected: bool = False
    why: object = None
    hint: str = ""
    icon: str = ""
    thumb: Thumb | None = None

    def widget(self, role: Role, rect: Rect, lines: tuple[Line, ...]) -> Widget:
        """The widget of this choice."""
        return Widget(self.id, role, rect, name=self.text, value=self.side, lines=lines, look=self.look,
                      action=self.action, enabled=self.enabled, selected=self.selected, why=self.why,
                      hint=self.hint, key=self.key, icon=self.icon,
                      data=self.thumb)


class Column:
    """Writes widgets from the top of `rect` downwards; `y` is where the next one goes."""

    def __init__(self, sheet: Sheet, rect: Rect, out: list[Widget], look: LookName) -> None:
        self.sheet = sheet
        self.rect = rect
        self.look = look
        self.y = rect.y
        self._out = out
        self._gap = 0

    def rest(self) -> Rect:
        """What is still free below the last widget and the gap after it."""
        y = min(self.y + self._gap, self.rect.bottom)
        return Rect(self.rect.x, y, self.rect.w, self.rect.bottom - y)

    def space(self, steps: float = 1) -> None:
        """At least so many grid steps before the next widget."""
        self._gap = max(self._gap, self.sheet.unit(steps))

    def text(self, text: str, style: StyleName = "body", tone: Tone = "ink", *, align: Align = "left",
             role: Role = "label", id: str = "", hint: str = "", why: object = None) -> None:
        """A paragraph, wrapped; at most 40 ems a line."""
        top = self._open()
        lines = self.lines(text, style, tone, Rect(self.rect.x, top, self.rect.w, 0), align)
        rect = Rect(self.rect.x, top, self.rect.w, len(lines) * self.sheet.ruler.height(style))
        self._put(Widget(id, role, rect, name=text, lines=lines, look=self.look, hint=hint, why=why), 0.5)

    def label(self, icon: str, text: str, style: StyleName = "small", tone: Tone = "ink") -> None:
        """A paragraph beside an icon."""
        top, size = self._open(), icon_size(self.sheet.ruler)
        side, rest = Rect(self.rect.x, top, self.rect.w, size).cut_left(size, self.sheet.unit())
        lines = self.lines(text, style, tone, rest)
        drop = max(0, (size - self.sheet.ruler.height(style)) // 2)
        lines = tuple(line._replace(y=line.y + drop) for line in lines)
        height = max(size, drop + len(lines) * self.sheet.ruler.height(style))
        self._out.append(Widget("", "icon", side, look=self.look, icon=icon))
        self._put(Widget("", "label", Rect(rest.x, top, rest.w, height), name=text, lines=lines, look=self.look), 0.5)

    def heading(self, text: str, style: StyleName = "heading", tone: Tone = "ink", *,
                align: Align = "left") -> None:
        """A heading: like `text`, announced as one."""
        self.text(text, style, tone, align=align, role="heading")

    def rule(self, tone: Tone = "soft") -> None:
        """A thin line across; with `accent` the double red line of an official document."""
        rect = Rect(self.rect.x, self._open(1), self.rect.w, self.sheet.unit(0.5 if tone == "soft" else 1))
        self._put(Widget("", "rule", rect, look=self.look, data=tone), 1)

    def buttons(self, *choices: Choice, align: Align = "left", role: Role = "button") -> None:
        """Buttons side by side, as wide as their words, wrapping to further rows."""
        gap, pad, ruler = self.sheet.unit(1.5), self.sheet.unit(2.5), self.sheet.ruler
        rows: list[list[tuple[Choice, int]]] = [[]]
        room = self.rect.w
        for choice in choices:
            width = max(TARGET * 2, ruler.width("strong", _with_key(choice)) + 2 * pad)
            if rows[-1] and width > room:
                rows.append([])
                room = self.rect.w
            rows[-1].append((choice, min(width, self.rect.w)))
            room -= width + gap
        for row in rows:
            used = sum(width for _, width in row) + gap * (len(row) - 1)
            x = self.rect.x + _offset(align, self.rect.w - used)
            top, bottom = self._open(1), self.y
            for choice, width in row:
                button = self._button(choice, Rect(x, top, width, 0), pad, role)
                self._out.append(button)
                bottom = max(bottom, button.rect.bottom)
                x += width + gap
            self.y, self._gap = bottom, self.sheet.unit(1.5)

    def tabs(self, *choices: Choice) -> None:
        """Tabs side by side; the selected one is open."""
        self.buttons(*choices, role="tab")

    def item(self, choice: Choice) -> None:
        """A card across the column: title, cost at the right, detail below."""
        pad, ruler = self.sheet.unit(2), self.sheet.ruler
        top = self._open(1)
        inner = Rect(self.rect.x + pad, top + pad, self.rect.w - 2 * pad, 0)
        if choice.icon:
            inner = inner.cut_left(icon_size(ruler), pad * 2 // 3)[1]
        if choice.thumb is not None:
            inner = inner.cut_left(choice.thumb.size[0], pad)[1]
        side = ruler.width("strong", choice.side)
        beside = inner.w - side - pad > 5 * ruler.size("strong")
        title = Rect(inner.x, inner.y, inner.w - (side + pad if side and beside else 0), 0)
        lines = self.lines(_with_key(choice), "strong", "ink" if choice.enabled else "soft", title)
        y = inner.y + len(lines) * ruler.height("strong")
        if choice.side:
            at = inner.y if beside else y
            lines += self.lines(choice.side, "strong", "accent", Rect(inner.x, at, inner.w, 0), "right")
            y = max(y, at + ruler.height("strong"))
        if choice.detail:
            below = self.lines(choice.detail, "small", "soft", Rect(inner.x, y, inner.w, 0))
            lines, y = lines + below, y + len(below) * ruler.height("small")
        least = choice.thumb.size[1] + 2 * pad if choice.thumb is not None else TARGET
        rect = Rect(self.rect.x, top, self.rect.w, max(least, y + pad - top))
        spoken = f"{choice.text}\n{choice.detail}".strip()
        self._put(choice.widget("item", rect, lines)._replace(name=spoken), 1)

    def field(self, id: str, name: str, text: str, *, hint: str = "") -> None:
        """A box to type in, under its name; edits come back as `Edit(id, text)`."""
        self.text(name, "small", "soft")
        pad, ruler = self.sheet.unit(1.5), self.sheet.ruler
        top = self._open()
        inner = Rect(self.rect.x + pad, top + pad, self.rect.w - 2 * pad, 0)
        editing, composing = self.sheet.editing
        lines = self.lines(f"{text}{composing}|" if id == editing else text, "body", "ink", inner)
        height = max(TARGET, len(lines) * ruler.height("body") + 2 * pad)
        rect = Rect(self.rect.x, top, self.rect.w, height)
        self._put(Widget(id, "field", rect, name=name, value=text, lines=lines, look="field", hint=hint), 1)

    @contextmanager
    def card(self, look: LookName = "paper", *, id: str = "", name: str = "", role: Role = "panel",
             fill: bool = False, pad: float = 2.5) -> Iterator[Column]:
        """A sheet of paper round what is written inside; with `fill` it reaches down to the column's end."""
        top, edge = self._open(1), self.sheet.unit(pad)
        inside: list[Widget] = []
        inner = Rect(self.rect.x, top, self.rect.w, max(0, self.rect.bottom - top)).inset(edge)
        column = Column(self.sheet, inner, inside, look)
        yield column
        height = column.y - top + edge
        if fill:
            height = max(height, self.rect.bottom - top)
        rect = Rect(self.rect.x, top, self.rect.w, height)
        self._out.append(Widget(id, role, rect, name=name, look=look))
        self._out.extend(inside)
        self.y, self._gap = rect.bottom, self.sheet.unit(2)

    @contextmanager
    def row(self, *weights: int, least: int = 10, gap: float = 2) -> Iterator[list[Column]]:
        """Columns side by side; one under another when the narrowest would hold fewer than `least` ems."""
        top, between = self._open(1), self.sheet.unit(gap)
        space = Rect(self.rect.x, top, self.rect.w, max(0, self.rect.bottom - top))
        cells = space.columns(weights, between)
        stacked = min(self.sheet.ems(cell) for cell in cells) < least
        columns = [Column(self.sheet, space if stacked else cell, [], self.look) for cell in cells]
        yield columns
        shift = 0
        for column in columns:
            self._out.extend(widget.moved(0, shift) for widget in column._out)
            self.y = max(self.y, column.y + shift)
            if stacked:
                shift += column.y - top + between
        self._gap = self.sheet.unit(2)

    def adopt(self, widgets: list[Widget], height: int) -> None:
        """Take widgets laid out from (0, 0), `height` pixels high."""
        top = self._open()
        self._out.extend(widget.moved(self.rect.x, top) for widget in widgets)
        self.y = top + height

    def over(self, *widgets: Widget) -> None:
        """Lay finished widgets over what has been written; the cursor stays where it is."""
        self._out.extend(widgets)

    def draw(self, widget: Widget, after: float = 1) -> None:
        """Place a widget laid out from (0, 0) at the cursor: for roles with a face of their own."""
        self._put(widget.moved(self.rect.x, self._open(1)), after)

    def lines(self, text: str, style: StyleName, tone: Tone, at: Rect,
              align: Align = "left") -> tuple[Line, ...]:
        """`text` broken to the width of `at` and placed from its top; its height does not matter."""
        ruler = self.sheet.ruler
        width = max(1, min(at.w, MEASURE * ruler.size(style)))
        broken = ruler.lines(style, text, width)
        return tuple(
            Line(line, at.x + _offset(align, at.w - ruler.width(style, line)),
                 at.y + i * ruler.height(style), style, tone)
            for i, line in enumerate(broken))

    def _button(self, choice: Choice, rect: Rect, pad: int, role: Role) -> Widget:
        ruler = self.sheet.ruler
        tone: Tone = "ink" if choice.enabled else "soft"
        inner = Rect(rect.x + pad, rect.y, rect.w - 2 * pad, 0)
        lines = self.lines(_with_key(choice), "strong", tone, inner, "centre")
        text = len(lines) * ruler.height("strong")
        height = max(TARGET, text + self.sheet.unit(1.5))
        lines = tuple(line._replace(y=line.y + (height - text) // 2) for line in lines)
        look = choice.look if choice.enabled or choice.look != "primary" else "button"     # red is for what can be done
        return choice._replace(icon="", look=look).widget(role, Rect(rect.x, rect.y, rect.w, height), lines)

    def _open(self, least: float = 0) -> int:
        """Move past the gap owed to the last widget (or `least` steps) and give the y to write at."""
        if self.y > self.rect.y:
            self.y += max(self._gap, self.sheet.unit(least))
        self._gap = 0
        return self.y

    def _put(self, widget: Widget, after: float) -> None:
        self._out.append(widget)
        self.y = widget.rect.bottom
        self._gap = self.sheet.unit(after)


def icon_size(ruler: Ruler) -> int:
    """How wide and high an icon beside body type is, in pixels."""
    return ruler.height("strong") * 9 // 10


def _with_key(choice: Choice) -> str:
    return f"{KEYS.get(choice.key, choice.key.upper())}  {choice.text}" if choice.key else choice.text


def _offset(align: Align, spare: int) -> int:
    return {"left": 0, "centre": spare // 2, "right": spare}[align]
