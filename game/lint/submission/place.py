"""The part about the map: its places and whom each site reaches, its roads."""

from collections.abc import Iterator

from game.lint.submission.condition import Reader
from game.scenario.county import people_covered
from game.scenario.lower import lower
from game.scenario.map import Road
from game.telling.block import Block, Para, Table
from game.telling.county import share


def places(reader: Reader) -> Iterator[Block]:
    """Yield the places in a table, how many people each site reaches, and the roads; nothing without a map."""
    naming, words, file = reader.naming, reader.words, reader.naming.file
    if file.map is None:
        return
    yield Para(words("submission.map.reach", minutes=file.map.reach))
    county = lower(file, next(iter(file.lengths))).county
    assert county is not None
    options = {id: option for table in file.tables.values() for issue in table.issues.values()
               for id, option in issue.options.items()}  # fmt: skip
    rows = []
    for i, site in enumerate(file.map.sites.values()):
        reached = words("submission.map.share", people=f"{people_covered(county, i):,}", share=share(county, i))
        stands = naming.text(options[site.option].name) if site.option else words("none")
        rows.append((naming.text(site.name), f"{site.x:g}, {site.y:g}", f"{site.population:,}",
                     stands, reached if site.option else words("none"), naming.text(site.note)))  # fmt: skip
    columns = ("site", "position", "population", "stands", "reached", "note")
    yield Table(tuple(words(f"submission.field.{c}") for c in columns), tuple(rows), (3, 3, 3, 4, 4, 6))
    ways = tuple((_road(reader, road), str(road.minutes)) for road in file.map.roads)
    yield Table(tuple(words(f"submission.field.{c}") for c in ("road", "minutes")), ways, (6, 2))


def _road(reader: Reader, road: Road) -> str:
    """Return a road by its ends."""
    given = reader.naming.file.map
    assert given is not None
    a, b = (reader.naming.text(given.sites[id].name) for id in road.between)
    return reader.words("submission.map.ferry" if road.ferry else "submission.map.road", a=a, b=b)
