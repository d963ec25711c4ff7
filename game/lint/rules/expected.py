"""What a lead is expected to do: whether it can be done by its day, and whether that day is ever judged."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario.expectation import Expectation
from game.scenario.finding import Finding
from game.scenario.proof import Domain
from game.scenario.schema import Length


def expected(case: Case) -> Iterator[Finding]:
    """Yield every expectation that no game of any length judges, or that none can meet in time."""
    conditions = {loc: condition for loc, condition in case.conditions if loc[0] == "expect"}
    for id, given in case.file.expect.items():
        lengths = case.file.lengths.values()
        last = max(_last(given, length) for length in lengths)
        if given.by > last:
            yield case.warn(("expect", id, "by"), "expected-late", day=str(given.by), last=str(last))
            continue
        condition = conditions["expect", id, "when"]
        closed = max(-(-given.by // length.days) for length in lengths if given.by <= _last(given, length))
        day = max(-(-given.by // length.days) * length.days for length in lengths)
        time: dict[str, Domain] = {"turn": (1.0, float(closed)), "day": (0.0, float(day))}
        if condition.bounds() != "never" and condition.never({**case.fixed, **time}):
            yield case.warn(("expect", id, "when"), "expected-never", text=condition.text, day=str(day))


def _last(given: Expectation, length: Length) -> int:
    """Return the last day a length judges; what an inject follows on needs a briefing after it."""
    return (length.turns - bool(given.else_)) * length.days
