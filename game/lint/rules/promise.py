"""Promises that nobody can make, or that nobody will ever ask about."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario import happening_verb
from game.scenario.finding import Finding


def promise(case: Case) -> Iterator[Finding]:
    """Yield every promise no effect makes and that adds nothing at a table; and every one nothing judges or reads."""
    read = {name for _, compiled in case.conditions for name in compiled.reads}
    made = {effect.make for _, effect in case.effects if isinstance(effect, happening_verb.Promise)}
    for id, given in case.file.promises.items():
        if id not in made and not given.worth:
            yield case.warn_key(("promises", id), "promise-unmade", promise=id)
        if given.broken is None and given.kept is None and f"promise.{id}" not in read:
            yield case.warn_key(("promises", id), "promise-unread", promise=id)
