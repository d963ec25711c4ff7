"""The author's hand: one value of a game set as a preview wants it; where a stock has books, they say whose hand."""

from game.rules.state import State, copy
from game.rules.stock import shift
from game.scenario.expression import Place


def put(state: State, place: Place, value: int) -> State:
    """Return the state with `value`, in the state's own units, at a place; a level stays within 0–1000."""
    new = copy(state)
    if place.index is None:
        setattr(new, place.field, value)
    elif place.level:
        shift(new, place.field, place.index, value - getattr(new, place.field)[place.index], "author")
    else:
        getattr(new, place.field)[place.index] = value
    return new
