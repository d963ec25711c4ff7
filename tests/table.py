"""What the tests of games share: every scenario at every length, and seeded random walks through them.

A walk is lively: the lead does anything on offer, other seats mostly answer as the model does and sometimes as they
please, and now and then the trainer steps in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from game.rules import Action, Event, Option, State, leaned, options, start, step, view
from game.rules.deed import Field
from game.scenario.load import load
from game.scenario.scenario import ACTS, Scenario
from game.session.bots import LEADS

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "data" / "small.yaml"
SHIPPED = tuple(sorted((ROOT / "scenarios").glob("*.yaml")))
LENGTHS = ("class", "full")
ALL = tuple(f"{path.stem}-{length}" for path in (SMALL, *SHIPPED) for length in LENGTHS)
"""Every game there is, by name: "small-class", "tendering_reform-full", …"""
GAMES = tuple(g for g in ALL if g.endswith("-class") or g.startswith(("small", "tendering")))
"""The games every property is held on: every scenario in class length, two of them in full."""


@cache
def text_of(name: str) -> str:
    """Return the text of the scenario of a game."""
    stem = name.rpartition("-")[0]
    return next(p for p in (SMALL, *SHIPPED) if p.stem == stem).read_text(encoding="utf-8")


@cache
def scenario_of(name: str) -> Scenario:
    """Return the scenario of a game, lowered once."""
    return load(text_of(name), name, name.rpartition("-")[2])


@dataclass(frozen=True, slots=True)
class Stride:
    """One step of a walk: the state before, the action done, the state after, and the events."""

    before: State
    action: Action
    after: State
    events: tuple[Event, ...]


@cache
def walk(name: str, seed: int, lively: bool = True) -> tuple[Stride, ...]:
    """Return a whole random game, step by step; the states must be left as they are."""
    return tuple(strides(scenario_of(name), seed, lively))


def strides(scenario: Scenario, seed: int, lively: bool) -> Iterator[Stride]:
    """Play a random game and yield it step by step."""
    dice, lead = Random(seed), LEADS["random"](seed)
    state, _ = start(scenario, seed)
    while state.phase != "debrief":
        action = _next(scenario, state, dice, lead, lively)
        after, events = step(scenario, state, action)
        yield Stride(state, action, after, events)
        state = after


def _next(scenario: Scenario, state: State, dice: Random, lead: Any, lively: bool) -> Action:
    if lively and dice.random() < 0.03:
        fix = next(o for o in options(scenario, state, "trainer") if o.kind == "fix")
        return filled(fix, dice)
    if not state.asked:
        return lead(view(scenario, state, "lead"), options(scenario, state, "lead"))
    ask = state.asked[0]
    if lively and dice.random() < 0.05:
        return Action("trainer", "skip")
    if ask.seat == "lead" or (lively and dice.random() < 0.3):
        return filled(options(scenario, state, ask.seat)[0], dice)
    return leaned(scenario, state, ask)


def states(name: str, seeds: int = 2) -> list[State]:
    """Return every state of a few random games."""
    return [s.before for seed in range(1, seeds + 1) for s in walk(name, seed)] + [
        walk(name, seed)[-1].after for seed in range(1, seeds + 1)
    ]


SHARES = (
    "trust", "load", "dependence", "dulled_bulletin", "dulled_oversight", "commit", "favor", "belief", "attention",
    "clarity", "liability", "evidence", "verify", "real", "reported", "grassroots", "heat", "backlog",
    "credibility", "core", "reciprocity", "entrenchment", "capacity", "aligned", "follow", "appraisal", "immunity",
    "quality", "mandate", "momentum", "inflation", "parochial", "queue", "exit",
)  # fmt: skip
"""The lists of a state that are shares, ‰."""


def stays_within_bounds(scenario: Scenario, state: State) -> None:
    """Assert that every number of a state is one there can be."""
    width = len(scenario.works)
    for stock in SHARES:
        assert all(0 <= x <= 1000 for x in getattr(state, stock)), stock
    for i, leader in enumerate(scenario.leaders):
        assert sum(state.attention[i * width : (i + 1) * width]) <= leader.budget
    assert state.energy >= 0
    assert state.reserve in (0, 1, 2)
    for measure, value in zip(scenario.measures, state.public, strict=True):
        assert measure.low <= value <= measure.high
    assert all(-1 <= a < len(ACTS) for a in state.act + state.intent)


def some(found: list[Any], count: int, seed: int = 0) -> list[Any]:
    """Return at most `count` of a list, evenly chosen by a seed, in order."""
    if len(found) <= count:
        return found
    return [found[i] for i in sorted(Random(seed).sample(range(len(found)), count))]


def filled(option: Option, dice: Random) -> Action:
    """Return the option with each field filled by one of the values that go with those before it."""
    args: dict[str, Any] = {}
    for field in option.fields:
        args[field.name] = value(field, args, dice)
    return option.fill(**args)


def value(field: Field, args: dict[str, Any], dice: Random) -> Any:
    """Return one value on offer for a field."""
    choices = field.offered(args)
    if field.text:
        return dice.choice(("一个情况", "x" * field.text))
    if field.many is None:
        return dice.choice(choices)
    least, most = field.many
    return dice.sample(choices, dice.randint(least, min(most, len(choices))))

