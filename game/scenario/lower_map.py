"""Lower a map: ids of places into indices, and each option a place stands for into where it lies on its table."""

from collections.abc import Sequence

from game.scenario.county import County, Place, Way
from game.scenario.map import Map
from game.scenario.table import Table
from game.scenario.text import Text
from game.scenario.words import WordsModel


def lower_map(file: Map, tables: Sequence[Table]) -> County:
    """Return the lowered map of a file that has passed the checks."""
    index = {id: i for i, id in enumerate(file.sites)}
    places = tuple(
        Place(id, _text(site.name), _text(site.note), site.x, site.y, site.population, _stands(site.option, tables))
        for id, site in file.sites.items()
    )
    ways = tuple(Way(index[r.between[0]], index[r.between[1]], r.minutes, r.ferry) for r in file.roads)
    return County(file.reach, places, ways)


def _text(words: WordsModel | None) -> Text:
    return Text(words.zh, words.en, words.tw) if words else Text()


def _stands(option: str | None, tables: Sequence[Table]) -> tuple[int, int, int] | None:
    """Return where an option lies: table, issue, option."""
    return next(((t, i, o) for t, table in enumerate(tables) for i, issue in enumerate(table.issues)
                 for o, found in enumerate(issue.options) if found.id == option), None)  # fmt: skip
