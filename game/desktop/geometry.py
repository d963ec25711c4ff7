"""Rectangles in whole pixels and how to divide them; knows nothing of widgets or windows."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple


class Rect(NamedTuple):
    """Left, top, width and height in pixels; width and height are never negative."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """The first x beyond the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The first y beyond the lower edge."""
        return self.y + self.h

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.w, self.h

    @property
    def centre(self) -> tuple[int, int]:
        """The middle point, rounded down."""
        return self.x + self.w // 2, self.y + self.h // 2

    def moved(self, dx: int, dy: int) -> "Rect":
        """The same size elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def inset(self, dx: int, dy: int | None = None) -> "Rect":
        """Smaller by `dx` left and right and `dy` (or `dx`) above and below; negative values enlarge."""
        dy = dx if dy is None else dy
        return Rect(self.x + dx, self.y + dy, max(0, self.w - 2 * dx), max(0, self.h - 2 * dy))

    def cut_top(self, height: int, gap: int = 0) -> tuple["Rect", "Rect"]:
        """A strip of `height` at the top, and what remains below it and `gap`."""
        height = min(height, self.h)
        used = min(height + gap, self.h)
        return Rect(self.x, self.y, self.w, height), Rect(self.x, self.y + used, self.w, self.h - used)

    def cut_left(self, width: int, gap: int = 0) -> tuple["Rect", "Rect"]:
        """A strip of `width` at the left, and what remains beside it and `gap`."""
        width = min(width, self.w)
        used = min(width + gap, self.w)
        return Rect(self.x, self.y, width, self.h), Rect(self.x + used, self.y, self.w - used, self.h)

    def columns(self, weights: Sequence[int], gap: int = 0) -> list["Rect"]:
        """Side by side, as wide as `weights` say; together with the gaps they fill this rectangle exactly."""
        edges = _edges(self.w - gap * (len(weights) - 1), weights)
        return [Rect(self.x + a + i * gap, self.y, b - a, self.h) for i, (a, b) in enumerate(edges)]

    def rows(self, weights: Sequence[int], gap: int = 0) -> list["Rect"]:
        """One under another, as high as `weights` say."""
        edges = _edges(self.h - gap * (len(weights) - 1), weights)
        return [Rect(self.x, self.y + a + i * gap, self.w, b - a) for i, (a, b) in enumerate(edges)]

    def grid(self, across: int, down: int, gap: int = 0) -> list["Rect"]:
        """Equal cells, line by line."""
        return [cell for row in self.rows([1] * down, gap) for cell in row.columns([1] * across, gap)]

    def contains(self, point: tuple[int, int]) -> bool:
        """Whether the point lies inside; the right and lower edges do not belong."""
        return self.x <= point[0] < self.right and self.y <= point[1] < self.bottom

    def encloses(self, other: "Rect") -> bool:
        """Whether `other` lies wholly inside."""
        return (self.x <= other.x and self.y <= other.y
                and other.right <= self.right and other.bottom <= self.bottom)

    def overlaps(self, other: "Rect") -> bool:
        """Whether the two share at least one pixel."""
        shared = self.common(other)
        return shared.w > 0 and shared.h > 0

    def common(self, other: "Rect") -> "Rect":
        """The part both cover; without width or height when there is none."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Rect(x, y, max(0, right - x), max(0, bottom - y))

    def within(self, bounds: "Rect") -> "Rect":
        """Moved, not resized, to lie inside `bounds`; aligned to its top left corner if larger."""
        return Rect(max(bounds.x, min(self.x, bounds.right - self.w)),
                    max(bounds.y, min(self.y, bounds.bottom - self.h)), self.w, self.h)


def _edges(length: int, weights: Sequence[int]) -> list[tuple[int, int]]:
    """Consecutive spans that share out `length` by weight without losing a pixel."""
    total, length = sum(weights), max(0, length)
    ends = [length * sum(weights[:i]) // total for i in range(len(weights) + 1)]
    return list(pairwise(ends))
