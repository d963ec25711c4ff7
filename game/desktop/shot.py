"""A screen as a picture in a file, without a window."""

from io import BytesIO
from pathlib import Path

import pygame

from game.desktop.callout import point
from game.desktop.painter import Painter
from game.desktop.picture import picture
from game.desktop.screen import Screen
from game.desktop.settings import Settings
from game.desktop.sheet import Sheet, window_factor
from game.desktop.theme import THEMES
from game.desktop.type import Type


def shot(screen: Screen, path: Path, size: tuple[int, int] = (1280, 720), *,
         settings: Settings | None = None, focus: str = "") -> None:
    """Write `screen` to `path` as a PNG of `size` pixels; raises `OSError` when it cannot be written."""
    settings = settings or Settings()
    type = Type(window_factor(size) * settings.scale / 100)
    sheet = Sheet(size, type)
    screen.layout(sheet)
    point(screen, sheet)
    surface = pygame.Surface(size, 0, 32)
    painter = Painter(THEMES[settings.theme], type, sheet.unit(), {"picture": picture})
    painter.paint(surface, sheet.widgets, focus=focus)
    image = BytesIO()
    pygame.image.save(surface, image, "shot.png")
    path.write_bytes(image.getvalue())
