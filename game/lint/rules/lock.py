"""Locked options of a table that nothing unlocks."""

from collections.abc import Iterator

from game.lint.fixed import locked
from game.lint.rule import Case
from game.scenario.finding import Finding


def lock(case: Case) -> Iterator[Finding]:
    """Yield every option that waits for a seat's purse or pen and that no effect grants."""
    verbs = [verb for _, verb in case.effects]
    for id, table in case.file.tables.items():
        for issue, option in locked(id, table, verbs):
            needs = table.issues[issue].options[option].needs or ""
            loc = ("tables", id, "issues", issue, "options", option, "needs")
            yield case.warn(loc, "option-locked", option=option, table=id, needs=needs)
