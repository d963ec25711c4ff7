"""The lowered map, and the arithmetic of its roads: shortest times, the way taken, who is within reach."""

from dataclasses import dataclass
from functools import lru_cache
from heapq import heappop, heappush

from game.scenario.text import Text

Times = tuple[int, ...]
"""Minutes to every place by the shortest way."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place, kilometres east and north; `stands` is the (table, issue, option) it stands for by index, or None."""

    id: str
    name: Text
    note: Text
    x: float
    y: float
    people: int
    stands: tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class Way:
    """A road between two places (indices), in minutes."""

    a: int
    b: int
    minutes: int
    ferry: bool


@dataclass(frozen=True, slots=True)
class County:
    """A map on which every place can be reached from every other; within `reach` minutes a place is covered."""

    reach: int
    places: tuple[Place, ...]
    ways: tuple[Way, ...]

    @property
    def candidates(self) -> tuple[int, ...]:
        """The places that stand for an option; all of them where none does."""
        found = tuple(i for i, place in enumerate(self.places) if place.stands is not None)
        return found or tuple(range(len(self.places)))

    @property
    def people(self) -> int:
        """All who live here."""
        return sum(place.people for place in self.places)


def times(county: County, start: int) -> Times:
    """Return the minutes from one place to every place, by the shortest way."""
    return tuple(minutes for minutes, _ in _shortest(county, start))


def route(county: County, start: int, end: int) -> tuple[int, ...]:
    """Return the places passed on the shortest way, both ends included."""
    before, found = [at for _, at in _shortest(county, start)], [end]
    while found[-1] != start:
        found.append(before[found[-1]])
    return tuple(reversed(found))


def covered(county: County, start: int) -> tuple[int, ...]:
    """Return the places within reach of one place, itself among them."""
    return tuple(i for i, minutes in enumerate(times(county, start)) if minutes <= county.reach)


def people_covered(county: County, start: int) -> int:
    """Return how many people live within reach of one place."""
    return sum(county.places[i].people for i in covered(county, start))


@lru_cache(maxsize=256)
def _shortest(county: County, start: int) -> tuple[tuple[int, int], ...]:
    """Return for every place the minutes from `start` and the place before it on the way (Dijkstra)."""
    found: dict[int, tuple[int, int]] = {}
    ahead = [(0, start, start)]
    while ahead:
        minutes, at, before = heappop(ahead)
        if at in found:
            continue
        found[at] = (minutes, before)
        for way in county.ways:
            if at in (way.a, way.b):
                heappush(ahead, (minutes + way.minutes, way.b if at == way.a else way.a, at))
    return tuple(found[i] for i in range(len(county.places)))
