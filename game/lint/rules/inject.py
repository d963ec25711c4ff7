"""Injects that cannot happen: due after the last briefing, closed before they open, called by nobody."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario import happening_verb
from game.scenario.finding import Finding


def inject(case: Case) -> Iterator[Finding]:
    """Yield every inject that no game of any length can reach."""
    last = max((length.turns - 1) * length.days for length in case.file.lengths.values())
    called = {effect.fire for _, effect in case.effects if isinstance(effect, happening_verb.Inject)}
    called |= {expected.else_ for expected in case.file.expect.values() if expected.else_}
    for id, given in case.file.injects.items():
        loc = ("injects", id)
        if given.only_fired and id not in called:
            yield case.warn_key(loc, "inject-unfired", inject=id)
        if given.day is None or id in called:
            continue
        if given.day > last:
            yield case.warn((*loc, "day"), "inject-late", day=str(given.day), last=str(last))
        if given.until is not None and given.until < given.day:
            yield case.warn((*loc, "until"), "inject-window", day=str(given.day), until=str(given.until))
