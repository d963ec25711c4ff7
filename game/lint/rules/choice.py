"""Choices of an inject between which there is no difference."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario.finding import Finding


def choice(case: Case) -> Iterator[Finding]:
    """Yield every inject that asks though no answer costs anything, does anything or is ever read."""
    read = {name for _, compiled in case.conditions for name in compiled.reads}
    for id, inject in case.file.injects.items():
        matters = any(given.effects or given.cost for given in inject.choices.values())
        if inject.choices and not matters and f"chosen.{id}" not in read:
            yield case.warn_key(("injects", id, "choices"), "choice-idle", inject=id)
