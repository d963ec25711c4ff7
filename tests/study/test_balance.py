"""Claims about many games: what may be claimed, how it is judged, and that a false one fails the command."""

from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from game.cli import qiantou
from game.scenario.balance import Bot
from game.scenario.load import read
from game.scenario.lower import lower
from game.session.bots import LEADS
from game.study.playtest.balance import judged
from game.study.playtest.result import Played

SMALL = Path(__file__).parents[1] / "data" / "small.yaml"
TEXT = SMALL.read_text(encoding="utf-8")


def bot(name: str, mark: float, **endings: float) -> Played:
    return Played(name, (mark, mark, mark), {id: (s, s, s) for id, s in endings.items()}, {}, (4, 4, 4), 100)


PLAYED = (bot("steady", 50, good=0.6, half=0.4), bot("pressure", 30, show=1.0), bot("passive", 20, none=1.0))


def verdict(claim: str) -> tuple[str, float | None]:
    reading = read(f"{TEXT}balance:\n  x: {claim}\n", "x.yaml")
    assert reading.file is not None
    assert reading.source is not None
    assert reading.playable, reading.findings
    scenario = lower(reading.file, "class")
    (found,) = judged(reading.file.balance, PLAYED, scenario, reading.source)
    assert found.line == TEXT.count("\n") + 2
    return found.verdict, None if found.value is None else round(found.value, 6)


@pytest.mark.parametrize(
    ("claim", "wanted"),
    [
        ("{bots: [steady], ending: good, at_least: 60}", ("holds", 60)),
        ("{bots: [steady], ending: good, at_least: 61}", ("fails", 60)),
        ("{bots: [steady, pressure], grade: C, at_most: 50}", ("holds", 50)),
        ("{bots: [steady, pressure], grade: B, at_least: 30, at_most: 30}", ("holds", 30)),
        ("{grade: E, at_least: 100}", ("holds", 100)),
        ("{ending: none, at_most: 33}", ("fails", 33.333333)),
        ("{bots: [steady], ahead_of: pressure, by: 20}", ("holds", 20)),
        ("{bots: [steady, passive], ahead_of: pressure}", ("fails", -10)),
        ("{ahead_of: passive, by: 10}", ("holds", 10)),
        ("{bots: [pressure], within: 40}", ("holds", 60)),
        ("{bots: [steady, passive], within: 50}", ("fails", 40)),
        ("{bots: [steady], within: 0}", ("holds", 100)),
        ("{bots: [lobbyist], grade: A, at_least: 1}", ("unplayed", None)),
        ("{bots: [steady], ahead_of: random}", ("unplayed", None)),
    ],
)
def test_claims_are_judged(claim: str, wanted: tuple[str, float | None]) -> None:
    assert verdict(claim) == wanted


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ("{ending: good}", "balance-unbounded"),
        ("{at_least: 5}", "exactly-one"),
        ("{ending: good, grade: B, at_least: 5}", "exactly-one"),
        ("{ahead_of: steady, at_least: 5}", "balance-bounded"),
        ("{within: 5, at_most: 5}", "balance-bounded"),
        ("{within: 5, grade: B}", "exactly-one"),
        ("{grade: B, at_least: 9, at_most: 8}", "balance-empty"),
        ("{bots: [steady], ahead_of: steady}", "balance-self"),
        ("{grade: B, at_least: 900}", "out-of-range"),
        ("{bots: [stedy], grade: B, at_least: 9}", "not-a-choice"),
        ("{ending: goood, at_least: 9}", "unknown-id"),
    ],
)
def test_claims_that_say_nothing_are_found(claim: str, code: str) -> None:
    found = read(f"{TEXT}balance:\n  x: {claim}\n", "x.yaml").findings
    assert [f.code for f in found] == [code]
    assert found[0].span.line == TEXT.count("\n") + 2


def test_every_bot_may_be_named() -> None:
    assert set(get_args(Bot)) == set(LEADS) - {"planner"}


@pytest.mark.parametrize(("least", "code"), [(0, 0), (100, 1)])
def test_a_false_claim_fails_the_command(least: int, code: int, tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    claim = f"balance:\n  never_good: {{bots: [passive], grade: A, at_least: {least}}}\n"
    path.write_text(TEXT + claim, encoding="utf-8")
    asked = ["playtest", str(path), "--games", "2", "--bots", "passive", "--workers", "1", "--lang", "en"]
    result = CliRunner().invoke(qiantou, asked)
    assert result.exit_code == code
    assert ("Holds: never_good" if code == 0 else "Fails: never_good") in result.output




def test_whoever_a_claim_names_plays(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(f"{TEXT}balance:\n  x: {{bots: [random], grade: E, at_least: 100}}\n", encoding="utf-8")
    result = CliRunner().invoke(qiantou, ["playtest", str(path), "--games", "2", "--workers", "1", "--lang", "en"])
    assert "Holds: x" in result.output
