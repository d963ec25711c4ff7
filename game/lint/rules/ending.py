"""Endings behind one that is always taken first."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario.finding import Finding
from game.scenario.happening_verb import End


def ending(case: Case) -> Iterator[Finding]:
    """Yield every ending that stands after one without a condition and that no effect names."""
    named = {effect.ending for _, effect in case.effects if isinstance(effect, End)}
    catch_all = ""
    for id, given in case.file.endings.items():
        if catch_all and id not in named:
            yield case.warn_key(("endings", id), "ending-unreachable", ending=id, before=catch_all)
        if given.when is None and not catch_all:
            catch_all = id
