"""Names too long for the plates, lists and headings they stand in."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario.finding import Finding

LIMITS = {"short": 6, "turn_name": 8, "unit": 6}
"""The most Chinese characters of a text, by the key it is written under."""
HINT = 40
"""The most Chinese characters of a hint: it lies over what one is looking at."""


def room(case: Case) -> Iterator[Finding]:
    """Yield every Chinese text longer than its place."""
    for loc, words in case.texts:
        limit = HINT if loc[0] == "hints" else LIMITS.get(str(loc[-1]))
        if limit is not None and len(words.zh) > limit:
            yield case.warn(loc, "text-long", length=str(len(words.zh)), limit=str(limit))
