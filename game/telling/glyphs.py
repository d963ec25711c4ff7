"""The characters the game's own fonts can show, read from the list beside them; opens no font."""

from functools import cache
from pathlib import Path

from game.scenario.shipped import shipped


def font_file(bold: bool = False) -> Path:
    """The TrueType file of the regular or the bold weight."""
    return shipped("assets") / "fonts" / f"NotoSansSC-{'Bold' if bold else 'Regular'}.ttf"


@cache
def covered() -> frozenset[str]:
    """Every character both weights can show."""
    characters: set[str] = set()
    for line in (shipped("assets") / "fonts" / "coverage.txt").read_text(encoding="ascii").split():
        first, _, last = line.partition("-")
        characters.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(characters)


def missing(text: str) -> str:
    """The characters of `text` our fonts cannot show, each once, in order; line breaks and tabs are fine."""
    return "".join(dict.fromkeys(c for c in text if c not in covered() and c not in "\n\r\t"))
