"""What ships is whole: every scenario reads without a finding, plays at every length and variant, and can be shown."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from game.rules import start
from game.scenario.library import entries, find
from game.scenario.load import Reading, load, read_file
from game.scenario.scenario import Scenario
from game.scenario.text import Text
from game.telling.glyphs import missing
from tests.golden import GOLDENS
from tests.table import LENGTHS, SHIPPED, SMALL

every_file = pytest.mark.parametrize("path", [*SHIPPED, SMALL], ids=lambda p: p.stem)


@cache
def reading(path: Path) -> Reading:
    return read_file(path)


def lowered(path: Path) -> Iterator[Scenario]:
    """Return the scenario of a file at every length and variant."""
    file = reading(path).file
    assert file is not None
    for variant in ("", *file.variants):
        for length in file.lengths:
            yield load(path.read_text(encoding="utf-8"), str(path), length, variant)


def texts(value: Any) -> Iterator[Text]:
    """Return every text inside a scenario."""
    if isinstance(value, Text):
        yield value
    elif is_dataclass(value):
        for f in fields(value):
            yield from texts(getattr(value, f.name))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)


def test_something_ships():
    assert SHIPPED


@every_file
def test_a_scenario_reads_without_a_finding(path):
    assert reading(path).findings == ()
    assert reading(path).playable


@every_file
def test_a_scenario_has_both_lengths_and_its_file_is_named_after_it(path):
    file = reading(path).file
    assert set(LENGTHS) <= set(file.lengths)
    assert file.id == path.stem


@every_file
def test_every_length_and_variant_is_whole(path):
    """Each plays, is there in Chinese and English, has only characters we can show, and asks no leader for too much."""
    for scenario in lowered(path):
        state, _ = start(scenario, 1)
        assert state.phase in ("briefing", "planning")
        for found in texts(scenario):
            assert bool(found.zh) == bool(found.en), found
            assert missing(found.zh + found.en + found.tw) == "", found
        for leader in scenario.leaders:
            assert sum(leader.attention) <= leader.budget, leader.id


def test_the_library_lists_what_ships_and_finds_it():
    listed = {entry.path: entry for entry in entries()}
    assert set(listed) == set(SHIPPED)
    assert all(entry.finding is None for entry in listed.values())
    assert find(listed[SHIPPED[-1]].id) == SHIPPED[-1]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_what_ships_has_golden_games(path):
    """They are made by `python -m tests.golden`."""
    for length in LENGTHS:
        assert list(GOLDENS.glob(f"{path.stem}-{length}-*.txt")), length


def test_the_library_lists_a_broken_file_with_its_finding(tmp_path):
    (tmp_path / "broken.yaml").write_text("id: broken\n", encoding="utf-8")
    last = entries([tmp_path])[-1]
    assert last.id == "broken"
    assert last.finding is not None


def test_the_library_follows_a_file_that_changes_and_goes(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(SMALL.read_text(encoding="utf-8"), encoding="utf-8")
    whole = next(e for e in entries([tmp_path]) if e.path == path)
    assert whole.finding is None
    path.write_text("id: broken\n", encoding="utf-8")
    assert next(e for e in entries([tmp_path]) if e.path == path).finding is not None
    path.unlink()
    assert path not in [e.path for e in entries([tmp_path])]
