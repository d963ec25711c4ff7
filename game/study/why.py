"""Why an inject, a move or an ending is not (or is) what happens now: every hurdle, and its condition part by part."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.rules import State
from game.rules.ending import ending
from game.rules.inject import FIRED, PASSED
from game.rules.luck import luck
from game.scenario.condition import Condition
from game.scenario.plot import Ending, Inject, Move
from game.scenario.scenario import Scenario
from game.scenario.text import Text
from game.session.replay import Moment
from game.study.clauses import Part, taken_apart

Kind = Literal["inject", "move", "ending"]
KINDS: tuple[Kind, ...] = ("inject", "move", "ending")


@dataclass(frozen=True, slots=True)
class Hurdle:
    """One thing in the way, as a code of `why.<code>` and its data; numbers are days, turns, energy or percent."""

    code: str
    data: tuple[tuple[str, int | str], ...] = ()


@dataclass(frozen=True, slots=True)
class Why:
    """How one record stands: `status` is a code of `why.status.<status>` with `data`; `when` its condition, if any.

    A waiting inject without hurdles happens at the next briefing; `chance` is its chance in percent.
    """

    kind: Kind
    id: str
    title: Text
    status: str
    data: tuple[tuple[str, int | str], ...] = ()
    hurdles: tuple[Hurdle, ...] = ()
    when: Part | None = None
    chance: int = 100


def whys(scenario: Scenario, moments: Sequence[Moment]) -> tuple[Why, ...]:
    """Return how every inject, move and ending stands at the last of the moments."""
    state = moments[-1].state
    return (
        *(_inject(moments, i, inject) for i, inject in enumerate(scenario.injects)),
        *(_move(state, i, move) for i, move in enumerate(scenario.moves)),
        *(_ending(scenario, state, e) for e in scenario.endings),
    )


def why(scenario: Scenario, moments: Sequence[Moment], id: str) -> tuple[Why, ...]:
    """Return how every record of this id stands; empty where none has it."""
    return tuple(w for w in whys(scenario, moments) if w.id == id)


def read_names(scenario: Scenario) -> frozenset[str]:
    """Return every name that a condition of the scenario reads."""
    conditions = [
        *(c for p in scenario.peers for c in (p.crossed, p.window)),
        *(t.opens for t in scenario.thirds),
        *(c for p in scenario.promises for c in (p.broken, p.kept)),
        *(m.when for m in scenario.moves),
        *(c for i in scenario.injects for c in (i.when, *(x.when for x in i.choices))),
        *(e.when for e in scenario.endings),
    ]
    return frozenset(name for c in conditions if c is not None for name in c.reads)


def _when(condition: Condition | None, state: State) -> Part | None:
    return taken_apart(condition, state) if condition is not None else None


def _inject(moments: Sequence[Moment], i: int, inject: Inject) -> Why:
    """An inject: when it happened, that its draw was against it, or what it still waits for."""
    state = moments[-1].state
    when, chance = _when(inject.when, state), inject.chance // 10
    if state.fired[i] == FIRED:
        return Why("inject", inject.id, inject.title, "fired", _briefing(moments, i, FIRED), (), when, chance)
    if state.fired[i] == PASSED:
        at = next(m.state for m in moments if m.state.fired[i] == PASSED)
        drawn = luck(at, inject.id, "chance") // 10
        data = (*_briefing(moments, i, PASSED), ("drawn", drawn), ("chance", chance))
        return Why("inject", inject.id, inject.title, "passed", data, (), when, chance)
    hurdles = _waits(state, i, inject, when)
    return Why("inject", inject.id, inject.title, "waiting" if hurdles else "next", (("chance", chance),), hurdles,
               when, chance)  # fmt: skip


def _briefing(moments: Sequence[Moment], i: int, status: int) -> tuple[tuple[str, int | str], ...]:
    """Return turn and day of the briefing at which an inject came to a status."""
    at = next(m.state for m in moments if m.state.fired[i] == status)
    return ("turn", at.turn), ("day", at.day)


def _waits(state: State, i: int, inject: Inject, when: Part | None) -> tuple[Hurdle, ...]:
    """Return what keeps an inject from happening, in the order the rules ask."""
    found = []
    called = [day for n, day in state.fires if n == i]
    if called:
        found.append(Hurdle("called", (("day", min(called)), ("now", state.day))))
    elif inject.only_fired:
        found.append(Hurdle("uncalled"))
    elif state.day < inject.day:
        found.append(Hurdle("early", (("day", inject.day), ("now", state.day))))
    if 0 <= inject.until < state.day:
        found.append(Hurdle("late", (("day", inject.until), ("now", state.day))))
    if when is not None and not when.holds:
        found.append(Hurdle("when"))
    return tuple(found)


def _move(state: State, i: int, move: Move) -> Why:
    """A move: open, or what keeps it closed."""
    when, done, found = _when(move.when, state), state.moved[i], []
    if done >= move.limit:
        found.append(Hurdle("used", (("done", done), ("limit", move.limit))))
    if when is not None and not when.holds:
        found.append(Hurdle("when"))
    if move.cost > state.energy:
        found.append(Hurdle("energy", (("cost", move.cost), ("energy", state.energy))))
    status = "closed" if found else "open"
    return Why("move", move.id, move.name, status, (), tuple(found), when)


def _ending(scenario: Scenario, state: State, e: Ending) -> Why:
    """An ending: the one that would come now, or why not."""
    when, now = _when(e.when, state), ending(scenario, state)
    if now == e.id:
        forced = bool(state.forced)
        return Why("ending", e.id, e.title, "forced" if forced else "now", (("grade", e.grade),), (), when)
    holds = when is None or when.holds
    earlier = Hurdle("forced" if state.forced else "behind", (("ending", now),))
    return Why("ending", e.id, e.title, "not_now", (("grade", e.grade),), (earlier if holds else Hurdle("when"),), when)
