"""The game's own fonts: widths for layout, and images of lines for painting; knows nothing of widgets."""

from collections import OrderedDict
from functools import cache, partial

import pygame

from game.desktop.theme import STYLES, Colour, StyleName
from game.telling.glyphs import font_file
from game.telling.linebreak import break_lines

LINE_PIXELS = 2_000_000     # the most pixels of line images kept, about 8 MB
TEXTS = 4096                # the most texts whose line breaks are remembered
LEADING = 150               # line height in percent of the type size


@cache
def _font(size: int, bold: bool) -> pygame.font.Font:
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(str(font_file(bold)), size)


@cache
def _advance(char: str, size: int, bold: bool) -> int:
    return _font(size, bold).size(char)[0]


class Type:
    """Type for one scale: `factor` real pixels for each pixel of the styles, window and text size together.

    Widths are sums of single characters: kerning can only make a drawn line narrower, never wider.
    """

    def __init__(self, factor: float) -> None:
        self.factor = factor
        self._sizes = {name: (max(1, round(style.size * factor)), style.bold)
                       for name, style in STYLES.items()}
        self._images: OrderedDict[tuple[str, StyleName, Colour], pygame.Surface] = OrderedDict()
        self._pixels = 0
        self._broken: dict[tuple[StyleName, str, int], tuple[str, ...]] = {}

    def size(self, style: StyleName) -> int:
        """The em of a style, in pixels."""
        return self._sizes[style][0]

    def width(self, style: StyleName, text: str) -> int:
        """The width of one line, in pixels."""
        size, bold = self._sizes[style]
        return sum(_advance(char, size, bold) for char in text)

    def height(self, style: StyleName) -> int:
        """The height of one line box, in pixels."""
        return self.size(style) * LEADING // 100

    def lines(self, style: StyleName, text: str, width: int) -> tuple[str, ...]:
        """`text` broken into lines of at most `width` pixels; remembered, as screens repeat themselves."""
        key = (style, text, width)
        if key not in self._broken:
            if len(self._broken) >= TEXTS:
                self._broken.clear()
            self._broken[key] = tuple(break_lines(text, width, partial(self.width, style)))
        return self._broken[key]

    def image(self, text: str, style: StyleName, colour: Colour) -> pygame.Surface:
        """The line drawn once and kept; the least recently used go when too many are kept."""
        key = (text, style, colour)
        if key in self._images:
            self._images.move_to_end(key)
            return self._images[key]
        image = _font(*self._sizes[style]).render(text, True, colour)
        self._images[key] = image
        self._pixels += image.get_width() * image.get_height()
        while self._pixels > LINE_PIXELS and len(self._images) > 1:
            _, oldest = self._images.popitem(last=False)
            self._pixels -= oldest.get_width() * oldest.get_height()
        return image

    def rise(self, image: pygame.Surface, style: StyleName) -> int:
        """How far below the top of the line box the image must lie to stand in its middle."""
        return (self.height(style) - image.get_height()) // 2
