"""The empty sheet a screen lays its widgets on: size, scale, type and scroll positions in, widgets out."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Protocol

from game.desktop.column import Column
from game.desktop.explanation import Explanation
from game.desktop.geometry import Rect
from game.desktop.slip import slip
from game.desktop.theme import GRID, LookName, StyleName
from game.desktop.widget import Extent, Role, Widget

DESIGN_HEIGHT = 1080
DESIGN_WIDTH = 1920
SMALLEST = 0.75         # below this the window no longer shrinks its type: it reflows and scrolls instead
TO_THE_END = 1 << 30    # an offset beyond every content: the region stays at its end


class Ruler(Protocol):
    """What layout must know of type."""

    def size(self, style: StyleName) -> int:
        """The em of a style, in pixels."""
        ...

    def width(self, style: StyleName, text: str) -> int:
        """The width of one line, in pixels."""
        ...

    def height(self, style: StyleName) -> int:
        """The height of one line box, in pixels."""
        ...

    def lines(self, style: StyleName, text: str, width: int) -> Sequence[str]:
        """`text` broken into lines of at most `width` pixels."""
        ...


def window_factor(size: tuple[int, int]) -> float:
    """Real pixels for each design pixel in a window of `size`."""
    return max(SMALLEST, min(size[0] / DESIGN_WIDTH, size[1] / DESIGN_HEIGHT))


class Sheet:
    """One laying out of one screen. The same arguments give the same widgets."""

    def __init__(self, size: tuple[int, int], ruler: Ruler,
                 scrolled: Mapping[str, int] | None = None, editing: tuple[str, str] = ("", "")) -> None:
        self.ruler = ruler
        self.rect = Rect(0, 0, *size)
        self.factor = window_factor(size)
        self.widgets: list[Widget] = []
        self.editing = editing      # the field being typed in, and what an input method is composing there
        self._scrolled = scrolled or {}

    def unit(self, steps: float = 1) -> int:
        """So many steps of the spacing grid, in pixels."""
        return round(steps * GRID * self.factor)

    def ems(self, rect: Rect) -> int:
        """How many body characters fit side by side: what a screen asks to choose between arrangements."""
        return rect.w // self.ruler.size("body")

    def page(self, margin: float = 3) -> Rect:
        """The window without `margin` steps at each edge."""
        return self.rect.inset(self.unit(margin))

    def put(self, *widgets: Widget) -> None:
        """Place finished widgets over those already there."""
        self.widgets.extend(widgets)

    def column(self, rect: Rect, look: LookName = "page") -> Column:
        """A column of text and controls in `rect`, written on `look`; what does not fit runs out below."""
        return Column(self, rect, self.widgets, look)

    @contextmanager
    def scroll(self, id: str, rect: Rect, look: LookName = "page", *, role: Role = "scroll", name: str = "",
               stick: bool = False, layer: int = 0) -> Iterator[Column]:
        """A column of any length, seen through `rect`; with `stick` it starts at its end, as logs do."""
        bar = self.unit(2.5)
        inside: list[Widget] = []
        column = Column(self, Rect(rect.x, rect.y, max(1, rect.w - bar), rect.h), inside, look)
        yield column
        content = column.y - rect.y
        asked = self._scrolled.get(id, TO_THE_END if stick else 0)
        extent = Extent(0, content, rect.h)
        extent = replace(extent, offset=max(0, min(asked, extent.furthest)))
        self.put(Widget(id, role, rect, name=name, look=look, data=extent, layer=layer, region=id))
        if extent.furthest:
            side = Rect(rect.right - self.unit(), rect.y, self.unit(), rect.h)
            self.put(Widget("", "bar", side, look=look, data=extent, layer=layer))
        seen = rect.inset(-self.unit(), -self.unit(0.5))     # room for the shadows of what lies at its edges
        self.put(*(widget.moved(0, -extent.offset, region=id, clip=seen, layer=layer) for widget in inside))

    @contextmanager
    def dialog(self, id: str, name: str = "", look: LookName = "paper", ems: int = 30, *,
               sender: str = "") -> Iterator[Column]:  # fmt: skip
        """A sheet of paper over everything, `ems` characters wide, centred; scrolls when it is too long.

        What lies below it loses its ids: nothing there can be used or pointed at until the dialog is gone. `sender` is
        the id of the plate there that it is passed over from.
        """
        plate = next((widget.rect.centre for widget in self.widgets if sender and widget.id == sender), None)
        self.widgets[:] = [widget._replace(id="") for widget in self.widgets]
        pad, most = self.unit(4), self.page()
        width = min(most.w, ems * self.ruler.size("body") + 2 * pad)
        inside: list[Widget] = []
        inner = Rect(0, 0, width - 2 * pad - self.unit(2.5), 0)      # beside it there is room for a scroll bar
        column = Column(self, inner, inside, look)
        yield column
        height = min(most.h, column.y + 2 * pad)
        rect = Rect((self.rect.w - width) // 2, (self.rect.h - height) // 2, width, height)
        self.put(Widget(f"{id}.veil", "veil", self.rect, layer=1),
                 Widget(id, "panel", rect, name=name, look=look, layer=1))
        with self.scroll(f"{id}.text", rect.inset(pad, pad), look, layer=1) as view:
            view.adopt(inside, column.y)
        if plate is not None:
            start = rect.moved(plate[0] - rect.centre[0], plate[1] - rect.centre[1]).within(self.rect)
            sent = start.x - rect.x, start.y - rect.y
            self.widgets[:] = [w._replace(sent=sent) if w.layer == 1 and w.role != "veil" else w for w in self.widgets]

    def tooltip(self, told: Explanation, beside: Rect) -> None:
        """A slip near what it explains, on the highest layer."""
        self.put(slip(self, told, beside))
