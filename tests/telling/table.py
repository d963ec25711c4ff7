"""Games for the tests of words: the small scenario and one that ships, played by a random lead."""

from functools import cache
from pathlib import Path

from game.scenario.load import load
from game.scenario.scenario import Scenario
from game.session.bots import LEADS
from game.session.recording import create, header
from game.session.session import Session, begin, play_out

ROOT = Path(__file__).parents[2]
PATHS = {"small": ROOT / "tests/data/small.yaml", "tendering_reform": ROOT / "scenarios/tendering_reform.yaml"}
LANGUAGES = ("zh", "en", "tw")


@cache
def scenario(name: str, length: str = "class") -> Scenario:
    return load(PATHS[name].read_text(encoding="utf-8"), name, length)


def session(name: str, seed: int = 1, people: tuple[str, ...] = ("lead",), path: Path | None = None) -> Session:
    made = scenario(name)
    text = PATHS[name].read_text(encoding="utf-8")
    return begin(made, seed, create(path, header(made, text, seed, "2026-01-01T00:00:00+00:00")), people)


@cache
def played(name: str, seed: int, bot: str = "random") -> Session:
    game = session(name, seed)
    play_out(game, LEADS[bot](seed))
    return game
