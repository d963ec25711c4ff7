"""The records of a bargaining table: what is bargained over, who sits at it, and what moves their walk-away values.

Points are each party's own: its best package is worth 100 to it, and packages are sums over the issues.
"""

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.record import Days, Level, Record
from game.scenario.reference import Id, LeaderId, PeerId, SeatId, WorkId
from game.scenario.verb import Points
from game.scenario.verbs import Effect
from game.scenario.words import Words


class TableOption(Record):
    """One way to settle an issue; `needs` names the seat whose purse or pen it is locked behind until granted."""

    name: Words
    needs: SeatId | None = None
    effects: list[Effect] = []


class Issue(Record):
    """One thing to be settled, with its options (ids are unique within the table)."""

    name: Words
    options: Annotated[dict[Id, TableOption], Field(min_length=2, max_length=5)]


class Party(Record):
    """Who sits at the table: walk-away value, points of each option in order, red lines, and how it concedes.

    `never` lists combinations (issue: option) that this party accepts at no price.
    """

    walkaway: Level
    points: dict[Id, list[Level]]
    never: list[dict[Id, Id]] = []
    style: Literal["boulware", "linear", "conceder", "tit_for_tat"] = "linear"


class Ruler(Record):
    """What a leader who may be asked to rule would prefer, in points of each option (M48)."""

    points: dict[Id, list[Level]]


class Lever(Record):
    """Something that moves walk-away values: who leads (M17, M18, M22), attention, immunity, a promise from above.

    Pulled by an effect, or by a step of the ladder taken on the peer `on`.
    """

    name: Words
    shifts: Annotated[dict[SeatId, Points], Field(min_length=1)]
    step: Literal["remind", "interview", "circulate", "case", "change"] | None = None
    on: PeerId | None = None


class Table(Record):
    """A bargaining table over some workstreams; nobody agreeing leaves the `fallback`, never nothing (M49)."""

    name: Words
    works: Annotated[list[WorkId], Field(min_length=1)]
    issues: Annotated[dict[Id, Issue], Field(min_length=1, max_length=5)]
    parties: Annotated[dict[SeatId, Party], Field(min_length=2, max_length=5)]
    rulers: dict[LeaderId, Ruler] = {}
    levers: dict[Id, Lever] = {}
    fallback: dict[Id, Id]
    deadline: Days | None = None
    effects: list[Effect] = []
