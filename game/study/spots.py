"""The packages of a bargaining table as spots: what the lead gets, and how content the least content other party is."""

from dataclasses import dataclass
from typing import Literal

from game.scenario.table import Table
from game.scenario.zone import every
from game.study.bargain import Stage, stages

Kind = Literal["outside", "zone", "nash", "fallback"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A package: the lead's points, the least surplus of the other parties over their walk-away value (both 0–100)."""

    package: int
    lead: float
    least: float
    kind: Kind


@dataclass(frozen=True, slots=True)
class Field:
    """All packages of a table at one stage; `walkaway` is the lead's own."""

    pulled: bool
    walkaway: float
    spots: tuple[Spot, ...]


def fields(table: Table) -> tuple[Field, ...]:
    """Return a table's packages before any lever and, where it has levers, after all of them."""
    first, *rest = stages(table)
    return tuple(_field(table, stage, stage is not first) for stage in (first, *rest[-1:]))


def _field(table: Table, stage: Stage, pulled: bool) -> Field:
    lead = next((n for n, party in enumerate(table.parties) if party.seat == "lead"), 0)
    others = [n for n in range(len(table.parties)) if n != lead]

    def spot(package: int) -> Spot:
        worth = [party.worth[package] for party in table.parties]
        least = min((worth[n] - stage.walkaways[n] for n in others), default=0)
        return Spot(package, worth[lead] / 10, least / 10, _kind(table, stage, package))

    return Field(pulled, stage.walkaways[lead] / 10, tuple(map(spot, every(table))))


def _kind(table: Table, stage: Stage, package: int) -> Kind:
    if package == table.fallback:
        return "fallback"
    if package == stage.redlines.nash:
        return "nash"
    return "zone" if package in stage.redlines.packages else "outside"
