"""The policy a scenario stands on: out of force, it teaches what no longer holds."""

from collections.abc import Iterator
from datetime import date

from game.lint.rule import Case
from game.scenario.finding import Finding


def basis(case: Case) -> Iterator[Finding]:
    """Yield the mandate's last day of validity if it is past."""
    until = case.file.mandate.valid_until
    if until is not None and date.fromisoformat(until) < case.today:
        yield case.warn(("mandate", "valid_until"), "basis-expired", until=until, today=case.today.isoformat())
