"""The map in words: who is within reach of a site and who is not, the way there, how the bargaining over it stands."""

from game.rules import View
from game.scenario.county import County, covered, people_covered, route, times
from game.scenario.scenario import Scenario
from game.scenario.table import Table
from game.telling.bargain import deadline, standing
from game.telling.words import Words


def place(words: Words, county: County, i: int) -> str:
    """Return what a place is called."""
    return words.text(county.places[i].name)


def people(words: Words, count: int) -> str:
    """Return a number of people: in Chinese in units of ten thousand from there on."""
    if words.lang == "en":
        return f"{count:,}"
    return words("map.myriad", count=f"{count / 10000:.2f}".rstrip("0").rstrip(".")) if count >= 10000 else str(count)


def share(county: County, i: int) -> int:
    """Return the share of all people who live within reach of a place, in percent."""
    return round(people_covered(county, i) * 100 / county.people) if county.people else 0


def reach(words: Words, county: County, i: int) -> list[str]:
    """Return in sentences how many live within reach of a place, and who would be outside."""
    inside = people(words, people_covered(county, i))
    told = [words("map.within", minutes=county.reach, people=inside, all=people(words, county.people),
                  share=share(county, i))]  # fmt: skip
    far, near = times(county, i), covered(county, i)
    outside = [
        words("map.far", place=place(words, county, n), minutes=far[n], people=people(words, found.people))
        for n, found in enumerate(county.places) if n not in near
    ]  # fmt: skip
    return [*told, words("map.outside", places=words.listed(outside)) if outside else words("map.all")]


def way(words: Words, county: County, start: int, end: int) -> str:
    """Return the shortest way between two places, place by place, with its minutes."""
    passed = [place(words, county, i) for i in route(county, start, end)]
    return words("map.way", way=words("map.via").join(passed), minutes=times(county, start)[end])


def bargained(words: Words, scenario: Scenario, seen: View, county: County, i: int) -> list[str]:
    """Return in sentences how the bargaining stands over the option a place stands for; nothing if it is for none."""
    stands = county.places[i].stands
    if stands is None:
        return []
    t, issue, option = stands
    table, view = scenario.tables[t], seen.tables[t]
    name = words.text(table.issues[issue].options[option].name)
    package, settled = (view.deal, True) if view.deal >= 0 else (view.offered, False)
    key = "none" if package < 0 else _key(table, package, issue, option, settled)
    told = [words(f"map.{key}", option=name), standing(words, scenario, view)]
    return [*told, *filter(None, [deadline(words, scenario, seen, table.id)])]


def _key(table: Table, package: int, issue: int, option: int, settled: bool) -> str:
    """Return which sentence tells whether a package holds an option."""
    holds = table.packages[package][issue] == option
    return f"{'settled' if settled else 'put'}{'' if holds else '.other'}"
