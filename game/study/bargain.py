"""What can be agreed at a scenario's bargaining tables, before any lever is pulled and after each, one on another.

Data only, from the scenario as written: no game is played. The words of `qiantou bargain` are `bargaining`'s.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from game.scenario.scenario import Scenario
from game.scenario.table import Table
from game.scenario.text import LANGUAGES, Text
from game.scenario.zone import (
    Change,
    every,
    kalai,
    nash,
    open_packages,
    pareto,
    smallest_change,
    without_red_lines,
    zone,
)


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone of agreement: its packages, the efficient ones among them, two ways to choose one.

    `change` is the smallest change that would open it where it is empty, else None.
    """

    packages: tuple[int, ...]
    pareto: tuple[int, ...]
    nash: int | None
    kalai: int | None
    change: Change | None


@dataclass(frozen=True, slots=True)
class Stage:
    """How a table stands once its levers up to `lever` (an index into `table.levers`, -1 for none) are pulled.

    Three zones, each within the one before: by points alone, with red lines, with what is unlocked at the start.
    """

    lever: int
    walkaways: tuple[int, ...]
    points: Zone
    redlines: Zone
    unlocked: Zone


def stages(table: Table) -> tuple[Stage, ...]:
    """Return a table's stages: no lever, then each lever pulled in the order written, cumulatively."""
    free = without_red_lines(table)
    now = free & open_packages(table, ())
    return tuple(
        Stage(lever, walkaways, *(_zone(table, walkaways, allowed) for allowed in (every(table), free, now)))
        for lever, walkaways in enumerate(_walkaways(table), -1)
    )


def _walkaways(table: Table) -> Iterator[tuple[int, ...]]:
    """Yield the walk-away values stage by stage; none leaves 0–100."""
    values = [party.walkaway for party in table.parties]
    yield tuple(values)
    for lever in table.levers:
        for party, by in lever.shifts:
            values[party] = max(0, min(1000, values[party] + by))
        yield tuple(values)


def _zone(table: Table, walkaways: Sequence[int], allowed: Container[int]) -> Zone:
    """Return the zone among the allowed packages, and the choices within it.

    The Pareto set is taken over the zone, not over all packages: what somebody would rather walk away from is no way to
    agree, and by points alone nothing is lost, since whatever betters a package of the zone lies in the zone too.
    """
    found = zone(table, walkaways, allowed)
    return Zone(
        found,
        pareto(table, found),
        nash(table, walkaways, found),
        kalai(table, walkaways, found),
        None if found else smallest_change(table, walkaways, allowed),
    )


def bargain(scenario: Scenario, ids: Container[str]) -> dict[str, Any]:
    """Return `bargain --json` for the tables named: `{"tables": [{id, parties, issues, outcomes, stages}]}`.

    A package is `{issue: option}`, points and walk-away values are 0–100. In a stage `pareto`, `nash` and `kalai` are
    chosen within the zone by points alone; `within` has them for each of the three zones.
    """
    return {
        "scenario": scenario.id,
        "variant": scenario.variant or None,
        "tables": [_table(table) for table in scenario.tables if table.id in ids],
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "id": table.id,
        "name": _text(table.name),
        "parties": [
            {
                "seat": party.seat,
                "walkaway": level(party.walkaway),
                "points": {
                    issue.id: {o.id: level(v) for o, v in zip(issue.options, row, strict=True)}
                    for issue, row in zip(table.issues, party.points, strict=True)
                },
                "never": _packages(table, sorted(party.never)),
                "style": party.style,
            }
            for party in table.parties
        ],
        "issues": [
            {
                "id": issue.id,
                "name": _text(issue.name),
                "options": [{"id": o.id, "name": _text(o.name), "needs": o.needs or None} for o in issue.options],
            }
            for issue in table.issues
        ],
        "levers": [
            {
                "id": lever.id,
                "name": _text(lever.name),
                "shifts": {table.parties[party].seat: level(by) for party, by in lever.shifts},
            }
            for lever in table.levers
        ],
        "fallback": _package(table, table.fallback),
        "outcomes": [
            {"package": _package(table, p), "points": {party.seat: level(party.worth[p]) for party in table.parties}}
            for p in every(table)
        ],
        "outcome_count": len(table.packages),
        "stages": [_stage(table, stage) for stage in stages(table)],
    }


def _stage(table: Table, stage: Stage) -> dict[str, Any]:
    within = {"points": stage.points, "redlines": stage.redlines, "unlocked": stage.unlocked}
    by_points = _choices(table, stage.points)
    return {
        "lever": table.levers[stage.lever].id if stage.lever >= 0 else None,
        "walkaways": _seated(table, stage.walkaways),
        **{f"zone_{name}": _packages(table, found.packages) for name, found in within.items()},
        **by_points,
        "within": {name: _choices(table, found) for name, found in within.items()},
    }


def _choices(table: Table, found: Zone) -> dict[str, Any]:
    change = found.change
    return {
        "pareto": _packages(table, found.pareto),
        "nash": None if found.nash is None else _package(table, found.nash),
        "kalai": None if found.kalai is None else _package(table, found.kalai),
        "smallest_change": None
        if change is None
        else {
            "package": _package(table, change.package),
            "shortfalls": _seated(table, change.short),
            "total": level(change.total),
        },
    }


def _seated(table: Table, values: Sequence[int]) -> dict[str, int | float]:
    return {party.seat: level(v) for party, v in zip(table.parties, values, strict=True)}


def _package(table: Table, package: int) -> dict[str, str]:
    return {i.id: i.options[o].id for i, o in zip(table.issues, table.packages[package], strict=True)}


def _packages(table: Table, packages: Sequence[int]) -> list[dict[str, str]]:
    return [_package(table, p) for p in packages]


def _text(text: Text) -> dict[str, str]:
    return {lang: getattr(text, lang) for lang in LANGUAGES if getattr(text, lang)}


def level(value: int) -> int | float:
    """Return thousandths as an author writes them, 0–100: whole where they are whole."""
    return value // 10 if value % 10 == 0 else value / 10
