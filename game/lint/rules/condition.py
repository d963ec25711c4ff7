"""Conditions that declared ranges prove never or always true; where nothing is proved, nothing is said."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario.finding import Finding


def condition(case: Case) -> Iterator[Finding]:
    """Yield every condition that can never fail to hold, or never hold, in a game of any length of the file."""
    for loc, compiled in case.conditions:
        bounds = compiled.bounds()
        if bounds != "sometimes":
            yield case.warn(loc, f"when-{bounds}", text=compiled.text)
