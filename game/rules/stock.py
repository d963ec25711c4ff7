"""The one way a stock changes: bounded, and with the cause written in its books.

`state.because` holds, for every stock and cause, the sum of its changes, so that "why is this 43?" is always
answered exactly: start + causes = value (a test holds it). Knows no rule.
"""

from game.rules.once import once
from game.rules.opening import opening
from game.rules.reason import Reason, total
from game.rules.state import State
from game.scenario.scenario import Scenario


def shift(state: State, stock: str, i: int, delta: int, cause: str) -> int:
    """Change element `i` of a stock by `delta` ‰ within 0–1000, book the cause, and return the change made."""
    values = getattr(state, stock)
    old = values[i]
    new = old + delta
    new = 0 if new < 0 else 1000 if new > 1000 else new
    made: int = new - old
    if made:
        state.put(stock, i, new)
        key = (stock, i, cause)
        state.because[key] = state.because.get(key, 0) + made
    return made


def close_gap(state: State, stock: str, i: int, share: int, cause: str) -> int:
    """Move element `i` of a stock `share` ‰ of the way to 1000."""
    return shift(state, stock, i, (1000 - getattr(state, stock)[i]) * share // 1000, cause)


def fade(state: State, stock: str, i: int, kept: int, floor: int, cause: str) -> int:
    """Let element `i` fall back towards `floor`, keeping `kept` ‰ of the distance."""
    value = getattr(state, stock)[i]
    if value == floor:
        return 0
    return shift(state, stock, i, floor + (value - floor) * kept // 1000 - value, cause)


@once
def _begun(scenario: Scenario) -> State:
    """Return what every stock begins with: only to be read."""
    return opening(scenario, 0)


def books(scenario: Scenario, state: State, stock: str, i: int) -> Reason:
    """Return why a stock stands where it does: its start and the sum of each cause's changes."""
    start = Reason("start", getattr(_begun(scenario), stock)[i])
    causes = [Reason(cause, v) for (what, j, cause), v in state.because.items() if what == stock and j == i and v]
    return total(stock, [start, *causes])
