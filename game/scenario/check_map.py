"""Whether a map hangs together: roads that lead somewhere, at a speed one can drive, and options that exist."""

from collections.abc import Iterator
from math import hypot

from game.scenario.finding import Finding
from game.scenario.map import Map, Road
from game.scenario.schema import ScenarioFile
from game.scenario.source import Source

FASTEST = 120
"""Kilometres an hour that no road is faster than, as the crow flies."""


def check_map(file: ScenarioFile, source: Source) -> Iterator[Finding]:
    """Yield what is wrong with the map of a file that fits the schema; unknown places are found elsewhere."""
    if file.map is None:
        return
    yield from _options(file, file.map, source)
    yield from _roads(file.map, source)
    yield from _cut_off(file.map, source)


def _options(file: ScenarioFile, given: Map, source: Source) -> Iterator[Finding]:
    """Each place stands for an option that exists, and no two for the same."""
    known = [o for table in file.tables.values() for issue in table.issues.values() for o in issue.options]
    seen: dict[str, str] = {}
    for id, site in given.sites.items():
        span = source.span_of(("map", "sites", id, "option")) if site.option else source.key_span(("map", "sites", id))
        if site.option and site.option not in known:
            args = {"value": site.option, "choices": ", ".join(known)}
            yield Finding(source.path, span, "map-no-option", "error", args)
        elif site.option and site.option in seen:
            args = {"value": site.option, "other": seen[site.option]}
            yield Finding(source.path, span, "map-option-twice", "error", args)
        seen.setdefault(site.option or "", id)


def _roads(given: Map, source: Source) -> Iterator[Finding]:
    """Each road joins two places, once, and is not faster than anybody could drive."""
    seen: set[frozenset[str]] = set()
    for n, road in enumerate(given.roads):
        ends, span = frozenset(road.between), source.span_of(("map", "roads", n))
        if len(ends) == 1:
            yield Finding(source.path, span, "map-road-nowhere", "error", {"value": road.between[0]})
        elif ends in seen:
            yield Finding(source.path, span, "map-road-twice", "error", {"value": ", ".join(road.between)})
        elif ends <= set(given.sites) and _least(given, road) > road.minutes:
            args = {"minutes": str(road.minutes), "least": f"{_least(given, road):.0f}", "fastest": str(FASTEST)}
            yield Finding(source.path, source.span_of(("map", "roads", n, "minutes")), "map-too-fast", "error", args)
        seen.add(ends)


def _least(given: Map, road: Road) -> float:
    """Return the fewest minutes in which one could cover the distance between the ends of a road."""
    a, b = (given.sites[id] for id in road.between)
    return hypot(a.x - b.x, a.y - b.y) * 60 / FASTEST


def _cut_off(given: Map, source: Source) -> Iterator[Finding]:
    """Every place can be reached from the first."""
    first = next(iter(given.sites))
    reached, ahead = {first}, [first]
    while ahead:
        at = ahead.pop()
        ends = {end for road in given.roads if at in road.between for end in road.between} & set(given.sites)
        ahead += ends - reached
        reached |= ends
    for id in given.sites:
        if id not in reached:
            args = {"value": id, "from": first}
            yield Finding(source.path, source.key_span(("map", "sites", id)), "map-cut-off", "error", args)
