"""A transparent sheet to draw shapes on at twice their size, so that every edge comes out smooth."""

import pygame

from game.desktop.geometry import Rect
from game.desktop.theme import Colour

FINE = 2        # drawn this many times larger, then reduced
VAST = 1_000_000        # pixels from which a box is drawn at its own size: its few edges are straight


class Art:
    """Shapes for a box of `size` pixels with `margin` pixels of room round it; coordinates are the box's own.

    `ground` is the colour transparent pixels hide, so that smoothing leaves no foreign fringe. `at` is where the
    coordinates begin: it may be moved for a picture within the box. `fine` is how many times larger it is drawn, 0 for
    what suits its size.
    """

    def __init__(self, size: tuple[int, int], margin: int, ground: Colour, fine: int = 0) -> None:
        self.margin = margin
        self.at = (0, 0)
        self._fine = fine or (FINE if size[0] * size[1] < VAST else 1)
        full = ((size[0] + 2 * margin) * self._fine, (size[1] + 2 * margin) * self._fine)
        self._surface = pygame.Surface(full, pygame.SRCALPHA)
        self._surface.fill((*ground, 0))

    def box(self, rect: Rect, colour: Colour, radius: int = 0, line: int = 0, alpha: int = 255) -> None:
        """A rounded rectangle, filled or only its outline of `line` pixels."""
        pygame.draw.rect(self._surface, (*colour, alpha), self._rect(rect), line * self._fine,
                         border_radius=radius * self._fine)

    def shadow(self, rect: Rect, radius: int, reach: int, drop: int, darkness: int) -> None:
        """A soft shadow of `rect`, fading out over `reach` pixels, `drop` pixels below it."""
        steps = max(1, reach * self._fine)
        for step in range(steps):
            alpha = darkness * (step + 1) ** 2 // steps ** 2
            grown = self._rect(rect).inflate(2 * (steps - step), 2 * (steps - step)).move(0, drop * self._fine)
            pygame.draw.rect(self._surface, (30, 18, 8, alpha), grown,
                             border_radius=radius * self._fine + steps - step)

    def oval(self, rect: Rect, colour: Colour, line: int = 0, alpha: int = 255) -> None:
        """An ellipse filling `rect`, or its outline."""
        pygame.draw.ellipse(self._surface, (*colour, alpha), self._rect(rect), line * self._fine)

    def path(self, points: list[tuple[int, int]], colour: Colour, alpha: int = 255) -> None:
        """A filled polygon."""
        pygame.draw.polygon(self._surface, (*colour, alpha), [self._point(point) for point in points])

    def line(self, start: tuple[int, int], end: tuple[int, int], colour: Colour, width: int = 1,
             alpha: int = 255) -> None:
        """A straight line."""
        pygame.draw.line(self._surface, (*colour, alpha), self._point(start), self._point(end),
                         max(1, width * self._fine))

    def dashes(self, rect: Rect, colour: Colour, width: int, dash: int) -> None:
        """A dashed rectangle, for what is not to be had now."""
        for x in range(rect.x, rect.right, 2 * dash):
            end = min(x + dash, rect.right)
            for y in (rect.y, rect.bottom - width):
                self.box(Rect(x, y, end - x, width), colour)
        for y in range(rect.y, rect.bottom, 2 * dash):
            end = min(y + dash, rect.bottom)
            for x in (rect.x, rect.right - width):
                self.box(Rect(x, y, width, end - y), colour)

    def image(self) -> pygame.Surface:
        """The sheet reduced to its real size, margins included."""
        width, height = self._surface.get_size()
        if self._fine == 1:
            return self._surface
        return pygame.transform.smoothscale(self._surface, (width // self._fine, height // self._fine))

    def _rect(self, rect: Rect) -> pygame.Rect:
        return pygame.Rect(*self._point((rect.x, rect.y)), rect.w * self._fine, rect.h * self._fine)

    def _point(self, point: tuple[int, int]) -> tuple[int, int]:
        return (point[0] + self.at[0] + self.margin) * self._fine, (point[1] + self.at[1] + self.margin) * self._fine
