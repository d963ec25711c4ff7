"""Real places: a scenario is fiction, and a real name makes it a statement about somebody."""

import re
from collections.abc import Iterator
from functools import cache

from game.lint.rule import Case
from game.scenario.finding import Finding
from game.scenario.shipped import shipped


def place(case: Case) -> Iterator[Finding]:
    """Yield every text that names a real province or prefecture-level city of the shipped gazetteer."""
    for loc, text in case.prose():
        match = _gazetteer().search(text)
        if match is not None:
            yield case.warn_inside(loc, match.start(), match.end(), "real-place", place=match.group())


@cache
def _gazetteer() -> re.Pattern[str]:
    """One pattern of all names; lines that begin with # are remarks."""
    lines = (shipped("assets") / "places" / "places.txt").read_text(encoding="utf-8").splitlines()
    names = [name for line in lines if not line.startswith("#") for name in line.split()]
    return re.compile("|".join(sorted(map(re.escape, names), key=lambda name: -len(name))))
