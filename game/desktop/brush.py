"""All a drawing function is given: the sheet to draw on, the widget, and how it should look."""

from typing import NamedTuple

from game.desktop.art import Art
from game.desktop.geometry import Rect
from game.desktop.theme import Colour, Look, Theme
from game.desktop.widget import Widget

BLACK: Colour = (30, 18, 8)     # shadows are warm


class Brush(NamedTuple):
    """What a drawing function may use; `unit` is a grid step in pixels, `state` is rest, hover or pressed."""

    art: Art
    widget: Widget
    theme: Theme
    look: Look
    unit: int
    state: str

    @property
    def box(self) -> Rect:
        """The widget's own rectangle, at (0, 0)."""
        return Rect(0, 0, self.widget.rect.w, self.widget.rect.h)

    @property
    def thin(self) -> int:
        """The width of an edge: a strong one in flat themes."""
        return max(1, self.unit // 5) * (2 if self.theme.flat else 1)
