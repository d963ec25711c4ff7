"""A value an author may set while trying a scenario: as conditions read it, as it is typed, as the state keeps it."""

from dataclasses import dataclass

from game.scenario.expression import Name, Value

STEPS = 20
"""How many nudges lead from the least to the most of a number."""
_TRUE = ("true", "1", "是", "真", "yes")
_FALSE = ("false", "0", "否", "假", "no")


@dataclass(frozen=True, slots=True)
class Put:
    """A value set by the author: a name as conditions read it, and what it is to be, as they write it."""

    name: str
    value: Value


def stored(name: Name, value: Value) -> int | None:
    """Return a value as the state keeps it, numbers brought within their range; None if it cannot be set so."""
    if name.place is None or isinstance(value, str) != (name.type == "choice"):
        return None
    if isinstance(value, str):
        return name.choices.index(value) if value in name.choices else None
    if name.type == "bool":
        return int(bool(value))
    return round(_within(name, value) * name.place.scale)


def _within(name: Name, value: float) -> float:
    low = name.low if name.low is not None else value
    return max(low, min(value, name.high if name.high is not None else value))


def nudged(name: Name, value: Value, by: int) -> Value:
    """Return the next value up (`by` 1) or down (-1): the other truth, the next word, a twentieth of the range."""
    if isinstance(value, str):
        at = name.choices.index(value) + by
        return name.choices[max(0, min(at, len(name.choices) - 1))]
    if name.type == "bool":
        return by > 0
    span = (name.high or 0) - (name.low or 0)
    return _within(name, value + by * max(1, round(span / STEPS)))


def typed(name: Name, text: str) -> Value | None:
    """Return what somebody typed as a value of this name; None if it is none."""
    text = text.strip().lower().replace("−", "-")
    if name.type == "choice":
        return text if text in name.choices else None
    if name.type == "bool":
        return True if text in _TRUE else False if text in _FALSE else None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if value - value == 0 else None


def shown(value: Value) -> str:
    """Return a value as an author writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else f"{value:.6g}"
