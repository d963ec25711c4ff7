"""Whether a bargaining table hangs together: points for every option, a fallback for every issue, sums of 100.

Without these the arithmetic of agreement would be wrong rather than merely unkind, so each is an error.
"""

from collections.abc import Iterator

from game.scenario.bargain import Table
from game.scenario.finding import Finding
from game.scenario.reference import Loc
from game.scenario.schema import ScenarioFile
from game.scenario.source import Source


def check_tables(file: ScenarioFile, source: Source) -> Iterator[Finding]:
    """Yield what is wrong with the tables of a file that fits the schema, and with effects that name their options."""
    levers: dict[str, str] = {}
    for id, table in file.tables.items():
        loc = ("tables", id)
        if "lead" not in table.parties:
            yield _finding(source, (*loc, "parties"), "table-no-lead", {"table": id})
        for who in ("parties", "rulers"):
            for seat, party in getattr(table, who).items():
                yield from _points(table, party.points, (*loc, who, seat, "points"), source)
        yield from _packages(table, loc, source)
        yield from _options_once(table, loc, source)
        for lever in table.levers:
            if lever in levers:
                yield _finding(source, (*loc, "levers", lever), "taken-id", {"value": lever, "other": "lever"})
            levers[lever] = id
            for seat in table.levers[lever].shifts:
                if seat not in table.parties:
                    at = (*loc, "levers", lever, "shifts", seat)
                    yield _finding(source, at, "table-no-party", {"value": seat, "choices": ", ".join(table.parties)})


def _finding(source: Source, loc: Loc, code: str, args: dict[str, str]) -> Finding:
    return Finding(source.path, source.span_of(loc), code, "error", args)


def _points(table: Table, points: dict[str, list[float]], loc: Loc, source: Source) -> Iterator[Finding]:
    """One number for every option of every issue; the best package is worth 100."""
    whole = True
    for issue, given in table.issues.items():
        if issue not in points:
            whole = False
            yield _finding(source, loc, "table-points-missing", {"issue": issue})
        elif len(points[issue]) != len(given.options):
            whole = False
            args = {"issue": issue, "have": str(len(points[issue])), "want": str(len(given.options))}
            yield _finding(source, (*loc, issue), "table-points-number", args)
    for issue in points:
        if issue not in table.issues:
            whole = False
            args = {"value": issue, "choices": ", ".join(table.issues)}
            yield _finding(source, (*loc, issue), "table-no-issue", args)
    best = sum(max(v) for v in points.values() if v)
    if whole and round(best * 10) != 1000:
        yield _finding(source, loc, "table-not-a-hundred", {"sum": f"{best:g}"})


def _packages(table: Table, loc: Loc, source: Source) -> Iterator[Finding]:
    """A fallback settles every issue; it and every red line name options that exist."""
    for issue in table.issues:
        if issue not in table.fallback:
            yield _finding(source, (*loc, "fallback"), "table-fallback-missing", {"issue": issue})
    yield from _named(table, table.fallback, (*loc, "fallback"), source)
    for seat, party in table.parties.items():
        for n, line in enumerate(party.never):
            yield from _named(table, line, (*loc, "parties", seat, "never", n), source)


def _named(table: Table, package: dict[str, str], loc: Loc, source: Source) -> Iterator[Finding]:
    for issue, option in package.items():
        if issue not in table.issues:
            args = {"value": issue, "choices": ", ".join(table.issues)}
            yield _finding(source, (*loc, issue), "table-no-issue", args)
        elif option not in table.issues[issue].options:
            args = {"value": option, "choices": ", ".join(table.issues[issue].options)}
            yield _finding(source, (*loc, issue), "table-no-option", args)


def _options_once(table: Table, loc: Loc, source: Source) -> Iterator[Finding]:
    """An option's id belongs to one issue: a package is named by its options."""
    seen: dict[str, str] = {}
    for issue, given in table.issues.items():
        for option in given.options:
            if option in seen:
                at = (*loc, "issues", issue, "options", option)
                yield _finding(source, at, "taken-id", {"value": option, "other": seen[option]})
            seen[option] = issue
