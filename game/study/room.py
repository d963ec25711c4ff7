"""The room a picture is laid out in: a page and a screen of any size get the same pictures."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.charts.chart import Op
from game.charts.drawing import Drawing
from game.telling.block import Figure

Drawn = tuple[Iterable[Op], tuple[int, int]]
"""Drawing operations, and the size they take in pixels."""


@dataclass(frozen=True, slots=True)
class Room:
    """How wide a picture is and the size of its type, in pixels; how tall at most where it can be so, 0 for any."""

    width: int
    em: int
    tall: int = 0

    def figure(self, title: str, caption: str, drawn: Drawn) -> Figure:
        """Return what has been drawn as a figure with its title and the sentence saying what to see."""
        ops, size = drawn
        return Figure(title, caption, Drawing(tuple(ops), size, self.em))
