"""A picture of widgets in a file, without a window."""

import os
from collections.abc import Sequence
from pathlib import Path

import pygame

from game.desktop.painter import Painter
from game.desktop.sheet import Sheet
from game.desktop.theme import Theme
from game.desktop.type import Type
from game.desktop.widget import Widget


def new_sheet(size: tuple[int, int], scale: int = 100) -> tuple[Sheet, Type]:
    """A sheet for a picture of `size` pixels with text at `scale` percent, and the type it measures with."""
    from game.desktop.sheet import window_factor

    type = Type(window_factor(size) * scale / 100)
    return Sheet(size, type), type


def save(path: Path, size: tuple[int, int], widgets: Sequence[Widget], type: Type, theme: Theme,
         unit: int, *, focus: str = "") -> None:
    """Draw `widgets` with `theme` and write them to `path` as PNG; raises `OSError` when it cannot."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    surface = pygame.Surface(size, 0, 32)
    Painter(theme, type, unit).paint(surface, widgets, focus=focus)
    try:
        pygame.image.save(surface, str(path))
    except pygame.error as error:
        raise OSError(str(error)) from error
