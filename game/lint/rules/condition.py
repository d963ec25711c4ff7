"""Conditions that declared ranges prove never or always true; where nothing is proved, nothing is said."""

from collections.abc import Iterator
from dataclasses import replace

from game.lint.rule import Case
from game.scenario.condition import compile_condition
from game.scenario.finding import Finding
from game.scenario.names import names
from game.scenario.reference import Clause, marks


def condition(case: Case) -> Iterator[Finding]:
    """Yield every condition that can never fail to hold, or never hold, in a game of any length of the file."""
    known = dict(names(case.file))
    known["turn"] = replace(known["turn"], high=max(length.turns for length in case.file.lengths.values()))
    for mark in marks(case.file):
        if isinstance(mark.mark, Clause):
            bounds = compile_condition(mark.value, known, {}).bounds()
            if bounds != "sometimes":
                yield case.warn(mark.loc, f"when-{bounds}", text=mark.value)
