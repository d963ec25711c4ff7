"""The records about the task itself: workstreams, those who carry them out, and what the public sees."""

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.record import Level, Record
from game.scenario.reference import PeerId, When, WorkId
from game.scenario.words import Words


class Workstream(Record):
    """One piece of the task (事项) that several bureaus must do together.

    `join` says how their efforts add up (M7): the weakest decides, all add up, or something between. `assessed` work is
    counted in appraisals: pressure moves nothing else (F22). `immunity` is how far good faith is protected (M34, F30).
    """

    name: Words
    short: Words
    parties: Annotated[list[PeerId], Field(min_length=1, max_length=12)]
    owner: PeerId | None = None
    entanglement: Level
    clarity: Level
    liability: Level = 50
    evidence: Level = 30
    needs_evidence: Level = 40
    mandate_fit: Level
    immunity: Level = 0
    assessed: bool = True
    join: Literal["mixed", "weakest", "sum"] = "mixed"
    days: Annotated[int, Field(ge=1, le=2000)]
    weight: Annotated[int, Field(ge=1, le=10)] = 1


class Third(Record):
    """A third party at the last mile (M33): until `opens` holds it keeps back `share` of what is done in `holds`."""

    name: Words
    holds: Annotated[list[WorkId], Field(min_length=1)]
    opens: When
    share: Level


class Grassroots(Record):
    """Those below who carry the work out, all tiers under the bureaus taken together."""

    name: Words
    capacity: Level
    morale: Level
    burden: Level


class Measure(Record):
    """A public outcome: it moves from `start` towards `goal` as real progress arrives, with a lag."""

    name: Words
    unit: Words
    start: float
    goal: float
    low: float
    high: float
    better: Literal["up", "down"]
    decimals: Annotated[int, Field(ge=0, le=2)] = 1
    lag: Annotated[int, Field(ge=0, le=365)] = 60
    driven_by: Annotated[dict[WorkId, Level], Field(min_length=1)]
