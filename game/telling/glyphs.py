"""The characters the game's own fonts can show, read from the list beside them; opens no font."""

from functools import cache
from pathlib import Path

import game


def assets() -> Path:
    """The folder of fonts and pictures: beside the package in a checkout, inside it when installed."""
    package = Path(game.__file__).parent
    installed = package / "data" / "assets"
    return installed if installed.is_dir() else package.parent / "assets"


def font_file(bold: bool = False) -> Path:
    """The TrueType file of the regular or the bold weight."""
    return assets() / "fonts" / f"NotoSansSC-{'Bold' if bold else 'Regular'}.ttf"


@cache
def covered() -> frozenset[str]:
    """Every character both weights can show."""
    characters: set[str] = set()
    for line in (assets() / "fonts" / "coverage.txt").read_text(encoding="ascii").split():
        first, _, last = line.partition("-")
        characters.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(characters)


def missing(text: str) -> str:
    """The characters of `text` our fonts cannot show, each once, in order; line breaks and tabs are fine."""
    return "".join(dict.fromkeys(c for c in text if c not in covered() and c not in "\n\r\t"))
