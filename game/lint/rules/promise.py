"""Promises that nobody can make."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario import happening_verb
from game.scenario.finding import Finding


def promise(case: Case) -> Iterator[Finding]:
    """Yield every promise that no effect makes and that adds nothing to a package at a table."""
    made = {effect.make for _, effect in case.effects if isinstance(effect, happening_verb.Promise)}
    for id, given in case.file.promises.items():
        if id not in made and not given.worth:
            yield case.warn_key(("promises", id), "promise-unmade", promise=id)
