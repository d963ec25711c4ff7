"""Flags that no condition reads, or that no effect sets."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario.condition import compile_condition
from game.scenario.finding import Finding
from game.scenario.happening_verb import Flag
from game.scenario.names import names
from game.scenario.reference import Clause, marks
from game.scenario.verbs import effects_in


def flag(case: Case) -> Iterator[Finding]:
    """Yield every flag that is declared in vain: written but never read, or never set to true."""
    known = names(case.file)
    read: set[str] = set()
    for mark in marks(case.file):
        if isinstance(mark.mark, Clause):
            read |= compile_condition(mark.value, known, {}).reads
    set_to_true = {effect.name for _, effect in effects_in(case.file) if isinstance(effect, Flag) and effect.to}
    for id in case.file.flags:
        if f"flag.{id}" not in read:
            yield case.warn_key(("flags", id), "flag-unread", flag=id)
        if id not in set_to_true:
            yield case.warn_key(("flags", id), "flag-unset", flag=id)
