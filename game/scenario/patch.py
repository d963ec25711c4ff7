"""Setting values deep inside a scenario's data by dotted path, absolutely or relative to what stands there.

`peers.build.trust`, `peers.*.trust` (every key), `leaders.chief.agenda.0.weight` (an item of a list). Knows no schema;
data are copied along the way and shared elsewhere.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from game.scenario.terms import nearest

Steps = tuple[str | int, ...]


class PatchError(Exception):
    """A path that leads nowhere: the step that does not exist, and the steps there are in its place."""

    def __init__(self, step: str, choices: tuple[str, ...]) -> None:
        super().__init__(step)
        self.step = step
        self.choices = choices
        self.suggestion = nearest(step, choices)


def expand(data: Any, dotted: str) -> tuple[Steps, ...]:
    """Return the paths a dotted one stands for in the data; `PatchError` if a step on the way does not exist.

    Only the last step may be a key that is not there yet.
    """
    return tuple(_expand(data, dotted.split("."), ()))


def _expand(data: Any, steps: list[str], before: Steps) -> Iterator[Steps]:
    if not steps:
        yield before
        return
    step, *rest = steps
    for key in _keys(data, step, last=not rest):
        inner = data.get(key) if isinstance(data, Mapping) else data[key]
        yield from _expand(inner, rest, (*before, key))


def _keys(data: Any, step: str, last: bool) -> tuple[str | int, ...]:
    """Return the keys or indices one step stands for."""
    if isinstance(data, list):
        if step == "*" and data:
            return tuple(range(len(data)))
        if step.isdigit() and int(step) < len(data):
            return (int(step),)
        raise PatchError(step, tuple(str(i) for i in range(len(data))))
    if isinstance(data, Mapping):
        if step == "*" and data:
            return tuple(data)
        if step in data or (last and step and step != "*"):
            return (step,)
        raise PatchError(step, tuple(map(str, data)))
    raise PatchError(step, ())


def put(data: Any, steps: Steps, value: Any) -> Any:
    """Return the data with one value set; the steps must come from `expand`."""
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(data, list):
        return [put(item, rest, value) if i == step else item for i, item in enumerate(data)]
    return {**data, step: put(data.get(step), rest, value)}


def at(data: Any, steps: Steps) -> Any:
    """Return the value at a path; None if it leads nowhere."""
    for step in steps:
        if isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        elif isinstance(data, Mapping):
            data = data.get(step)
        else:
            return None
    return data


def relative(value: Any) -> tuple[str, float] | None:
    """Return ("times", x) or ("plus", x) if a patch's value is relative to what stands there."""
    if isinstance(value, Mapping) and len(value) == 1:
        ((how, by),) = value.items()
        if how in ("times", "plus") and isinstance(by, int | float) and not isinstance(by, bool):
            return how, by
    return None


def changed(old: float, how: str, by: float, whole: bool) -> float:
    """Return a number changed relatively; rounded to a whole one where only those fit."""
    new = old * by if how == "times" else old + by
    return round(new) if whole else round(new, 6)
