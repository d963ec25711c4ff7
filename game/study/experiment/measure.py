"""What is measured in a game: an expression over the names of conditions, read as turns close; no bot sees it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.rules.ending import mark
from game.scenario.condition import Function, Name, compile_condition, compile_number
from game.scenario.names import names
from game.scenario.scenario import Scenario
from game.scenario.schema import ScenarioFile
from game.scenario.script import TIME

FUNCTIONS: Mapping[str, Function] = {
    "min": Function(("number", "number"), "number", lambda _state, a, b: min(a, b)),
    "max": Function(("number", "number"), "number", lambda _state, a, b: max(a, b)),
    "abs": Function(("number",), "number", lambda _state, a: abs(a)),
    "percent": Function(("number", "number"), "number", lambda _state, a, b: 100 * a / b if b else 0.0),
}
"""What an expression of a measure may call; `percent(a, b)` is a in % of b, nothing where b is nought."""


@dataclass(frozen=True, slots=True)
class Probe:
    """One measure as plain data that can go to another process."""

    value: str | None
    when: str | None
    at: str
    change: tuple[str, str] | None = None


def known(file: ScenarioFile, scenario: Scenario | None) -> dict[str, Name]:
    """Return what a measure may read: all a condition may, the final mark as it would stand now, and the ending.

    Without a scenario the names can be checked but not read.
    """

    def score(state: Any) -> float:
        assert scenario is not None
        return mark(scenario, state).value / 10

    found = dict(names(file))
    found["score"] = Name("number", score, 0, 100)
    found["ending"] = Name("choice", lambda s: s.ending or "none", None, None, ("none", *file.endings))
    return found


def reader(probe: Probe, names: Mapping[str, Name]) -> Callable[[Any], float]:
    """Return a function from a state to the probe's value in it; ConditionError if it does not compile."""
    if probe.value is not None:
        return compile_number(probe.value, names, FUNCTIONS).read
    test = compile_condition(probe.when or "", names, FUNCTIONS).test
    return lambda state: 100.0 if test(state) else 0.0


def place(time: str, turns: int, days: int) -> int:
    """Return after how many closed turns a time is: `day D` is the first close on or after it."""
    found = TIME.fullmatch(time)
    if found is not None and found[1]:
        number = int(found[1])
        return number if time.startswith("turn") else -(-number // days)
    return {"start": 0, "half": max(1, turns // 2)}.get(time, turns)


def gauge(probe: Probe, names: Mapping[str, Name], turns: int, days: int) -> Callable[[Sequence[Any]], float]:
    """Return a function from a game's states (at its start and as each turn closed) to the measure.

    A game that ended early stays as it ended; a summary is over the turns that were played.
    """
    read = reader(probe, names)
    if probe.change is not None:
        first, last = (place(time, turns, days) for time in probe.change)
        return lambda states: read(_at(states, last)) - read(_at(states, first))
    if probe.at == "first_day":
        return lambda states: float(next((s.day for s in states if read(s)), turns * days))
    if probe.at in _OVER:
        over = _OVER[probe.at]
        return lambda states: over([read(s) for s in states[1:]])
    there = place(probe.at, turns, days)
    return lambda states: read(_at(states, there))


def _at(states: Sequence[Any], place: int) -> Any:
    return states[min(place, len(states) - 1)]


_OVER: Mapping[str, Callable[[list[float]], float]] = {
    "mean": lambda found: sum(found) / len(found),
    "sum": sum,
    "max": max,
    "min": min,
}
