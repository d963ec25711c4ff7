"""A screen as a picture in a file, without a window."""

from collections.abc import Sequence
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

ACROSS = 4          # pictures in a row of a contact sheet
WIDE = 640          # pixels each is wide there


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
    _write(surface, path)


def contact_sheet(pictures: Sequence[Path], path: Path) -> None:
    """Write all `pictures`, four in a row with their names below them, as one PNG; raises `OSError` as `shot` does."""
    images = [pygame.image.load(str(source)) for source in pictures]
    high = max(WIDE * image.get_height() // image.get_width() for image in images)
    type, ink = Type(0.75), THEMES["light"].looks["page"].ink
    line = type.height("small")
    rows = -(-len(images) // ACROSS)
    sheet = pygame.Surface((ACROSS * (WIDE + line) + line, rows * (high + 2 * line) + line), 0, 32)
    sheet.fill(THEMES["light"].looks["page"].paper)
    for n, (source, image) in enumerate(zip(pictures, images, strict=True)):
        x, y = line + n % ACROSS * (WIDE + line), line + n // ACROSS * (high + 2 * line)
        small = pygame.transform.smoothscale(image, (WIDE, WIDE * image.get_height() // image.get_width()))
        sheet.blit(small, (x, y))
        sheet.blit(type.image(source.stem, "small", ink), (x, y + high))
    _write(sheet, path)


def _write(surface: pygame.Surface, path: Path) -> None:
    image = BytesIO()
    pygame.image.save(surface, image, "shot.png")
    path.write_bytes(image.getvalue())
