"""Flags that no condition reads, or that no effect sets."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario.finding import Finding
from game.scenario.happening_verb import Flag


def flag(case: Case) -> Iterator[Finding]:
    """Yield every flag that is declared in vain: never read, or never set to true."""
    read = {name for _, compiled in case.conditions for name in compiled.reads}
    given = {effect.name for _, effect in case.effects if isinstance(effect, Flag) and effect.to}
    for id in case.file.flags:
        if f"flag.{id}" not in read:
            yield case.warn_key(("flags", id), "flag-unread", flag=id)
        if id not in given:
            yield case.warn_key(("flags", id), "flag-unset", flag=id)
