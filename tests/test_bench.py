"""The speed figures: which there are, and that the floor and the yardstick are what they are said to be; no times."""

from datetime import date

import pytest

from game.bench import figures, pace
from game.bench.floor import TURNS, Toy, checksum
from game.bench.yardstick import PATH, anyone, yardstick
from game.lint.check import lint_text
from tests.table import SHIPPED


@pytest.fixture
def once(monkeypatch):
    """Measure everything once, on few games."""
    monkeypatch.setattr(figures, "ROUNDS", 1)
    monkeypatch.setattr(pace, "ROUNDS", 1)
    monkeypatch.setattr(pace, "GAMES", 1)
    monkeypatch.setattr(pace, "TOYS", 20)
    monkeypatch.setattr(figures, "collect_seldom", lambda: None)
    monkeypatch.setattr(pace, "collect_seldom", lambda: None)


def well_formed(found):
    return all(f.keys() == {"median", "min", "max", "unit"} and f["min"] <= f["median"] <= f["max"]
               for f in found.values())  # fmt: skip


def test_every_scenario_is_held_against_the_floor(once):
    told: list[str] = []
    found = pace.pace(told.append)
    keys = ("decision_us", "decision_floors", "recorded_decision_us", "recorded_floors")
    expected = {key if not path else f"{key}.{path.stem}" for key in keys for path in (None, *SHIPPED)}
    assert found.keys() == expected | {"floor_us", "yardstick_us_per_decision", "yardstick_floors"}
    assert well_formed(found)
    assert found["decision_us"] == found["decision_us.tendering_reform"]
    assert {f["unit"] for name, f in found.items() if "_floors" in name} == {"×"}
    assert sorted(told) == sorted([*(path.stem for path in SHIPPED), "yardstick"])


def test_steps_are_told_by_kind_and_answers_by_what_was_asked(once):
    found = figures.steps()
    assert well_formed(found)
    assert {"step_us.visit", "step_us.end_turn", "step_us.offer", "step_us.answer.respond"} <= found.keys()


def test_what_ifs_and_searches_are_measured(once):
    found = {**figures.whatifs(), **figures.searches()}
    assert well_formed(found)
    assert found.keys() == {"whatif_ms", "search_sims_s"}
    assert found["search_sims_s"]["min"] > 0


def test_the_floor_is_the_same_game_everywhere():
    assert checksum() == checksum() == 2377819
    assert len(Toy(1).log) == 0
    toy = Toy(7)
    toy.play()
    assert [turn for turn, _ in toy.log] == list(range(TURNS))


def test_the_yardstick_is_without_a_finding():
    assert not lint_text(PATH.read_text(encoding="utf-8"), str(PATH), date(2026, 1, 1))


def test_the_yardstick_has_one_decision_a_turn():
    game = pace.unrecorded(yardstick(), 5, anyone(5))
    deeds = [(m.action.kind, m.action.seat) for m in game.moments if m.action is not None and m.action.seat == "lead"]
    assert game.state.turn == deeds.count(("end_turn", "lead")) == TURNS
    assert deeds.count(("move", "lead")) == len(deeds) - TURNS
    moves = [m.action for m in game.moments if m.action is not None and m.action.kind == "move"]
    assert len({m.args["move"] for m in moves}) > 5
