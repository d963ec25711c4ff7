"""The records of a map: places, the roads between them, and how far help may be away.

A place that stands for an option of a bargaining table is a site one can choose.
"""

from typing import Annotated

from pydantic import Field

from game.scenario.record import Record
from game.scenario.reference import Id, PlaceId
from game.scenario.words import Words

Kilometres = Annotated[float, Field(ge=0, le=500)]
Minutes = Annotated[int, Field(ge=1, le=600)]


class Site(Record):
    """One place: `x` kilometres east and `y` north of the map's corner, with its people.

    `option` names the option of a bargaining table the place stands for.
    """

    name: Words
    x: Kilometres
    y: Kilometres
    population: Annotated[int, Field(ge=0, le=10_000_000)]
    note: Words | None = None
    option: Id | None = None


class Road(Record):
    """A road between two places, as long as it takes; a `ferry` counts the waiting."""

    between: Annotated[list[PlaceId], Field(min_length=2, max_length=2)]
    minutes: Minutes
    ferry: bool = False


class Map(Record):
    """A map; who lives no more than `reach` minutes from a place is within its reach."""

    reach: Minutes = 30
    sites: Annotated[dict[Id, Site], Field(min_length=2, max_length=40)]
    roads: Annotated[list[Road], Field(min_length=1, max_length=120)]
