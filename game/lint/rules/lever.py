"""Levers of a table that nothing pulls."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario import happening_verb
from game.scenario.finding import Finding


def lever(case: Case) -> Iterator[Finding]:
    """Yield every lever that neither an effect nor a step of the ladder pulls."""
    pulled = {effect.pull for _, effect in case.effects if isinstance(effect, happening_verb.Lever)}
    for table, given in case.file.tables.items():
        for id, found in given.levers.items():
            if found.step is None and id not in pulled:
                yield case.warn_key(("tables", table, "levers", id), "lever-unpulled", lever=id)
