"""The map of a scenario: each fault at the line it is about, and the arithmetic of its roads."""

import pytest

from game.scenario.county import County, covered, people_covered, route, times
from game.scenario.load import load, read
from game.telling.finding import worder
from game.telling.words import words
from tests.table import SMALL

MAP = """map:
  reach: 30
  sites:
    ford: {name: 渡口, x: 2, y: 3, population: 900, option: leave}
    hill: {name: 山上, x: 9, y: 8, population: 80, option: stop}
    mill: {name: 磨坊, x: 12, y: 2, population: 7}
  roads:
    - {between: [ford, hill], minutes: 18, ferry: true}
    - {between: [hill, mill], minutes: 14}
    - {between: [ford, mill], minutes: 40}
"""
TEXT = SMALL.read_text(encoding="utf-8")
HILL_MILL = "    - {between: [hill, mill], minutes: 14}\n"
FORD_MILL = "    - {between: [ford, mill], minutes: 40}\n"

# (the code, what is replaced, by what, the line pointed at, some of the finding's data)
CASES = [
    ("unknown-id", "[hill, mill]", "[hill, mil]", "[hill, mil]", {"value": "mil", "suggestion": "mill"}),
    ("map-no-option", "option: stop", "option: nowhere", "hill: {name", {"value": "nowhere"}),
    ("map-option-twice", "option: stop", "option: leave", "hill: {name", {"value": "leave", "other": "ford"}),
    ("map-road-nowhere", "[hill, mill]", "[hill, hill]", "[hill, hill]", {"value": "hill"}),
    ("map-road-twice", FORD_MILL, FORD_MILL.replace("ford, mill", "mill, hill"), "[mill, hill]", {}),
    ("map-too-fast", "minutes: 14", "minutes: 3", "minutes: 3", {"minutes": "3", "least": "3"}),
    ("map-cut-off", HILL_MILL + FORD_MILL, "", "mill: {name", {"value": "mill", "from": "ford"}),
    ("out-of-range", "population: 7", "population: -7", "population: -7", {}),
    ("too-few", "[hill, mill]", "[hill]", "[hill]", {}),
]  # fmt: skip


def county() -> County:
    found = load(TEXT + MAP, "small.yaml", "class").county
    assert found is not None
    return found


def test_a_map_that_hangs_together_has_no_fault() -> None:
    assert [f for f in read(TEXT + MAP, "small.yaml").findings if f.severity == "error"] == []


@pytest.mark.parametrize(("code", "old", "new", "at", "args"), CASES)
def test_each_fault_is_found_where_it_stands(code: str, old: str, new: str, at: str, args: dict[str, str]) -> None:
    text = TEXT + MAP.replace(old, new)
    found = [f for f in read(text, "small.yaml").findings if f.severity == "error"]
    assert [f.code for f in found] == [code]
    assert found[0].span.line == text.count("\n", 0, text.index(at)) + 1
    assert args.items() <= found[0].args.items()
    for lang in ("zh", "en"):
        message, cure = worder(words(lang).raw)(found[0])
        assert min(len(message), len(cure)) > 0
        assert "{" not in message + cure
        assert not message.startswith(code)


def test_the_shortest_way_is_taken() -> None:
    assert times(county(), 0) == (0, 18, 32)
    assert route(county(), 0, 2) == (0, 1, 2)
    assert times(county(), 2) == (32, 14, 0)


def test_within_reach_is_up_to_the_minute() -> None:
    land = county()
    assert covered(land, 0) == (0, 1)
    assert people_covered(land, 0) == 980
    assert covered(land, 1) == (0, 1, 2)


def test_a_site_stands_for_an_option_of_a_table() -> None:
    scenario = load(TEXT + MAP, "small.yaml", "class")
    land = county()
    assert land.candidates == (0, 1)
    t, issue, option = land.places[1].stands or (0, 0, 0)
    assert scenario.tables[t].issues[issue].options[option].id == "stop"
    assert land.places[2].stands is None


def test_without_a_map_there_is_none() -> None:
    assert load(TEXT, "small.yaml", "class").county is None
