"""Characters the game's own font cannot show."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario.finding import Finding
from game.telling.glyphs import missing


def glyph(case: Case) -> Iterator[Finding]:
    """Yield every text with characters outside the font."""
    for loc, text in case.prose():
        lacking = missing(text)
        if lacking:
            at = text.index(lacking[0])
            yield case.warn_inside(loc, at, at + 1, "text-glyph", characters=lacking)
