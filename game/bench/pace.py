"""What a lead's decision costs beside the floor: every shipped scenario, recorded or not, and the yardstick.

Processor time. In each round the floor is measured anew right before what is held against it, on seeds never played
before, so that a ratio compares the same minute and no game is remembered.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from time import process_time
from typing import Any

from game.bench.floor import TURNS, Toy
from game.bench.frames import Figure, figure
from game.bench.yardstick import anyone, yardstick
from game.rules import Action, Option, View, start
from game.scenario.load import load
from game.scenario.scenario import Scenario
from game.scenario.shipped import shipped
from game.session.bots import LEADS, Bot
from game.session.recording import Recording, create, header
from game.session.session import Session, begin, play_out
from game.study.seldom import collect_seldom
from game.study.whatif.course import Game

ROUNDS = 7
TOYS, GAMES = 400, 4
"""How many games a round plays: of the floor, and of what is held against it."""
BOT = 1000
"""What a game's bot has its seed more than the game."""
FIRST = "tendering_reform"
"""The scenario whose figures go by the plain names."""

Play = Callable[[int], int]
"""Plays the game of a seed and returns how many decisions it took."""


class Unrecorded(Recording):
    """A recording that keeps nothing, so that games alone are measured."""

    def act(self, *_: Any) -> None:
        """Keep nothing."""

    def snapshot(self, *_: Any) -> None:
        """Keep nothing."""


def unrecorded(scenario: Scenario, seed: int, bot: Bot) -> Session:
    """Return a game played to its end by a bot, with nothing written down."""
    session = begin(scenario, seed, Unrecorded({}))
    play_out(session, bot)
    return session


class Counted:
    """A lead whose decisions are counted: deeds, replies and turns ended."""

    def __init__(self, lead: Bot) -> None:
        self._lead, self.decisions = lead, 0

    def __call__(self, seen: View, options: Sequence[Option]) -> Action:
        """Decide as the lead does."""
        self.decisions += 1
        return self._lead(seen, options)


def headless(scenario: Scenario, seed: int, bot: Bot) -> int:
    """Play a game as playtests do, nobody hearing each answer and nothing kept; return the lead's decisions."""
    lead, (state, _) = Counted(bot), start(scenario, seed)
    Game(scenario, state).lead(lead)
    return lead.decisions


def decided(session: Session) -> int:
    """Return how many decisions the lead took: deeds, replies and turns ended."""
    return sum(1 for m in session.moments if m.action is not None and m.action.seat == "lead")


def pace(progress: Callable[[str], None]) -> dict[str, Figure]:
    """Measure `decision_us`, `recorded_decision_us` and their ratios by scenario, the yardstick's, and `floor_us`."""
    collect_seldom()
    floors: list[float] = []
    found: dict[str, Figure] = {}
    for name, plays in _races():
        progress(name)
        costs = raced(plays)
        floors += costs["floor"]
        for kind in plays:
            ratios = [cost / floor for cost, floor in zip(costs[kind], costs["floor"], strict=True)]
            found |= _named(kind, name, figure(costs[kind], "µs"), figure(ratios, "×"))
    return {"floor_us": figure(floors, "µs"), **found}


_KEYS = {
    "plain": ("decision_us", "decision_floors"),
    "recorded": ("recorded_decision_us", "recorded_floors"),
    "yardstick": ("yardstick_us_per_decision", "yardstick_floors"),
}


def _named(kind: str, scenario: str, cost: Figure, ratio: Figure) -> dict[str, Figure]:
    """Return a cost and its ratio under their keys: with the scenario's name, and for the first without it as well."""
    found: dict[str, Figure] = {}
    for key, value in zip(_KEYS[kind], (cost, ratio), strict=True):
        if scenario in (FIRST, "yardstick"):
            found[key] = value
        if scenario != "yardstick":
            found[f"{key}.{scenario}"] = value
    return found


def raced(plays: Mapping[str, Play]) -> dict[str, list[float]]:
    """Return the processor's µs a decision of each, and of the floor, round by round."""
    costs: dict[str, list[float]] = {"floor": [], **{kind: [] for kind in plays}}
    for r in range(ROUNDS):
        costs["floor"].append(_cost(_toy, range(r * TOYS, (r + 1) * TOYS)))
        for n, (kind, play) in enumerate(plays.items(), r * len(plays)):
            costs[kind].append(_cost(play, range(n * GAMES, (n + 1) * GAMES)))
    return costs


def _cost(play: Play, seeds: range) -> float:
    begun = process_time()
    decisions = sum(play(seed) for seed in seeds)
    return 1e6 * (process_time() - begun) / decisions


def _races() -> Iterator[tuple[str, dict[str, Play]]]:
    """Yield what is held against the floor: two ways to play each shipped scenario, and the yardstick."""
    for path in sorted(shipped("scenarios").glob("*.yaml"), key=lambda p: (p.stem != FIRST, p.stem)):
        text = path.read_text(encoding="utf-8")
        yield path.stem, _ways(load(text, str(path), "class"), text)
    small = yardstick()
    yield "yardstick", {"yardstick": lambda seed: _turns(small, seed)}


def _turns(small: Scenario, seed: int) -> int:
    """Play the yardstick, in which closing a turn and what was done in it are one decision; return how many."""
    headless(small, seed, anyone(BOT + seed))
    return small.length.turns


def _ways(scenario: Scenario, text: str) -> dict[str, Play]:
    """Return how a `random` lead plays a scenario: not recorded, and recorded to memory from the header on."""

    def plain(seed: int) -> int:
        return headless(scenario, seed, LEADS["random"](BOT + seed))

    def recorded(seed: int) -> int:
        session = begin(scenario, seed, create(None, header(scenario, text, seed, "")))
        play_out(session, LEADS["random"](BOT + seed))
        return decided(session)

    return {"plain": plain, "recorded": recorded}


def _toy(number: int) -> int:
    Toy(number).play()
    return TURNS
