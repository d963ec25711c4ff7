"""Whether a bargaining table is worth sitting at: not hopeless, and not settled before anybody speaks."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario.finding import Finding
from game.scenario.table import Table
from game.scenario.zone import every
from game.study.bargain import stages


def table(case: Case) -> Iterator[Finding]:
    """Yield, for each table, the first reason by its points alone why there is nothing to bargain over."""
    for given in case.scenario.tables:
        code = _fault(given)
        if code:
            yield case.warn_key(("tables", given.id), code, table=given.id)


def _fault(table: Table) -> str:
    """Return the code of what is wrong with a table; "" if nothing is."""
    found = stages(table)
    if all(not stage.redlines.packages for stage in found):
        return "table-hopeless"
    start = found[0].unlocked.packages
    if len(start) == len(every(table)):
        return "table-trivial"
    worth = table.parties[table.lead].worth
    if any(worth[package] == max(worth) for package in start):
        return "table-ideal"
    if table.packages.index(tuple((len(issue.options) - 1) // 2 for issue in table.issues)) in start:
        return "table-middle"
    return ""
