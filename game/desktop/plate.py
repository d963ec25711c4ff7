"""A chart as a picture to be printed: the window's own type and strokes, the web page's colours, on white."""

from functools import cache
from io import BytesIO

import pygame

from game.charts.drawing import Drawing, enlarged
from game.charts.svg import TONES
from game.desktop.art import FINE, Art
from game.desktop.brush import Brush
from game.desktop.picture import chart_widget, picture
from game.desktop.sheet import Sheet
from game.desktop.theme import STYLES, THEMES, Colour, Look, Theme
from game.desktop.type import Type

GRAIN = 2       # pixels of the picture for each of the drawing: about 280 to the inch across a page
_WHITE: Colour = (255, 255, 255)


def plate(drawing: Drawing) -> bytes:
    """Return the drawing as a PNG, `GRAIN` times its size."""
    large = enlarged(drawing, GRAIN)
    theme, type = _theme(), Type(large.em / STYLES["small"].size)
    look = theme.looks["paper"]
    sheet = Sheet(large.size, type)
    widget = chart_widget(sheet, "", "", large.ops, large.size)
    art = Art(large.size, 0, _WHITE, FINE)
    picture(Brush(art, widget, theme, look, sheet.unit(), "rest"))
    surface = pygame.Surface(large.size, 0, 32)
    surface.fill(_WHITE)
    surface.blit(art.image(), (0, 0))
    for line in widget.lines:
        if line.text:
            image = type.image(line.text, line.style, getattr(look, line.tone))
            surface.blit(image, (line.x, line.y + type.rise(image, line.style)))
    data = BytesIO()
    pygame.image.save(surface, data, "plate.png")
    return data.getvalue()


@cache
def _theme() -> Theme:
    """Return the plain theme with the colours of the web page, so that a sentence which names one holds on both."""
    ink = {tone: _colour(code) for tone, code in TONES.items()}
    look = Look(_WHITE, ink["ink"], ink["axis"], ink["accent"], ink["axis"])
    return THEMES["light"]._replace(looks={**THEMES["light"].looks, "paper": look},
                                     heat=(ink["cool"], ink["warm"], ink["hot"]))  # fmt: skip


def _colour(code: str) -> Colour:
    """Return a colour written as #rrggbb."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)
