"""One game of an arm: the script first, then the bot; every other seat answers as the model does. Nothing is kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from game.rules import Blocked, State, leaned, options, settle, start, step, view
from game.scenario.arm import Setting
from game.scenario.constants import Rules
from game.scenario.scenario import Scenario
from game.scenario.schema import ScenarioFile
from game.session.bots import LEADS, Bot, briefed
from game.study.experiment.measure import Probe, gauge, known
from game.study.script import Deed, attempt

NOTHING = -1


@dataclass(frozen=True, slots=True)
class Recipe:
    """All an arm's games need, as plain data that can go to another process.

    `tuned` are constants of the rules that stand otherwise than in the setting; `watched`: games tell which they read.
    """

    name: str
    setting: Setting
    bot: str
    script: tuple[Deed, ...]
    probes: tuple[Probe, ...]
    tuned: tuple[tuple[str, int], ...] = ()
    watched: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """What is kept of one game: the measures, why each scripted action was not done ("" if it was), constants read."""

    values: tuple[float, ...]
    skipped: tuple[str, ...]
    read: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ready:
    """An arm lowered and compiled, once per worker; `read` gathers the constants its games read if it is watched."""

    recipe: Recipe
    scenario: Scenario
    gauges: tuple[Callable[[Sequence[Any]], float], ...]
    read: set[str]


class GameBroke(Exception):
    """A game the rules could not play on: which arm and seed, and what went wrong."""


class Watch:
    """The constants of the rules, keeping which were read: what no game reads cannot change any."""

    def __init__(self, rules: Rules, read: set[str]) -> None:
        self._rules, self._read = rules, read

    def __getattr__(self, name: str) -> Any:
        """Return a constant and keep its name."""
        self._read.add(name)
        return getattr(self._rules, name)


Prepared = tuple[ScenarioFile, Scenario]
"""A setting validated, and lowered."""


def prepare(setting: Setting) -> Prepared:
    """Validate and lower a setting."""
    return setting.file(), setting.scenario()


def ready(recipe: Recipe, prepared: Prepared) -> Ready:
    """Compile an arm whose setting has been prepared."""
    file, scenario = prepared
    names, span, read = known(file, scenario), scenario.length, set[str]()
    rules = replace(scenario.rules, **dict(recipe.tuned))
    scenario = replace(scenario, rules=cast(Rules, Watch(rules, read)) if recipe.watched else rules)
    return Ready(recipe, scenario, tuple(gauge(p, names, span.turns, span.days) for p in recipe.probes), read)


def play(arm: Ready, seed: int) -> Row:
    """Play one game; `GameBroke` if the rules raise."""
    try:
        return _play(arm, seed)
    except (ArithmeticError, LookupError, TypeError, ValueError, AttributeError, StopIteration) as error:
        raise GameBroke(f"{arm.recipe.name}, seed {seed}: {type(error).__name__}: {error}") from error


def _play(arm: Ready, seed: int) -> Row:
    scenario, script = arm.scenario, arm.recipe.script
    bot = briefed(LEADS[arm.recipe.bot](seed), scenario)
    why = ["not_reached"] * len(script)
    state, _ = start(scenario, seed)
    states, turn, due, last = [state], 0, list[int](), NOTHING
    while state.phase != "debrief":
        if state.turn != turn:
            turn = state.turn
            due = [i for i, deed in enumerate(script) if deed.turn == turn]
        if state.phase == "response":
            after, _ = settle(scenario, state)
        elif state.asked and state.asked[0].seat != "lead":
            seat = state.asked[0].seat
            after, events = step(scenario, state, leaned(scenario, state, state.asked[0]))
            if last != NOTHING and any(_refused(e.data) for e in events):
                why[last] = f"refused (seat={seat})"
        else:
            after, last = _next(arm, bot, state, due, why)
        if after.turn != state.turn or after.phase == "debrief":
            states.append(after)
        state = after
    return Row(tuple(gauge(states) for gauge in arm.gauges), tuple(why), frozenset(arm.read))


def _refused(data: Mapping[str, Any]) -> bool:
    """Tell whether an event says that a seat turned down what it was asked for."""
    return data.get("granted") is False or data.get("give") == "refuse"


def _next(arm: Ready, bot: Bot, state: State, due: list[int], why: list[str]) -> tuple[State, int]:
    """Let the lead do the next thing, and say which scripted action it was: the script comes before the bot."""
    scenario, asked = arm.scenario, bool(state.asked)
    for i in [i for i in due if (arm.recipe.script[i].kind == "answer") == asked]:
        done = attempt(scenario, state, arm.recipe.script[i])
        if isinstance(done, Blocked):
            why[i] = _coded(done)
            if not asked:
                due.remove(i)
        else:
            why[i] = ""
            due.remove(i)
            return done, i
    action = bot(view(scenario, state, "lead"), options(scenario, state, "lead"))
    return step(scenario, state, action)[0], NOTHING


def _coded(blocked: Blocked) -> str:
    """Return what blocks an action as a code with its data."""
    data = ", ".join(f"{k}={v}" for k, v in blocked.data.items())
    return f"{blocked.code} ({data})" if data else blocked.code
