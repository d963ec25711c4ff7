"""What follows from the scenario alone, or from it and a few plain values: worked out once, kept with the scenario."""

from collections.abc import Callable
from functools import wraps
from operator import attrgetter
from typing import Concatenate, ParamSpec, TypeVar

from game.rules.state import State
from game.scenario.scenario import Scenario

K = ParamSpec("K")
R = TypeVar("R")


def once(work: Callable[Concatenate[Scenario, K], R]) -> Callable[Concatenate[Scenario, K], R]:
    """Return the function, working each result out but once a scenario; further arguments must be plain values."""

    def kept(scenario: Scenario, /, *key: K.args, **_none: K.kwargs) -> R:
        at = (work, *key) if key else work
        try:
            found: R = scenario.kept[at]
        except KeyError:
            found = scenario.kept[at] = work(scenario, *key, **_none)
        return found

    return kept


def lately(*parts: str) -> Callable[[Callable[[Scenario, State], R]], Callable[[Scenario, State], R]]:
    """Return a decorator for what is read off some parts of a state: the last result stands as long as these do.

    A list that was not `put` to is the very same list, so that telling costs little; none may change in place.
    """
    read = attrgetter(*parts)

    def keeping(work: Callable[[Scenario, State], R]) -> Callable[[Scenario, State], R]:
        @wraps(work)
        def kept(scenario: Scenario, state: State) -> R:
            now, last = read(state), scenario.kept.get(work)
            if last is None or last[0] != now:
                last = scenario.kept[work] = now, work(scenario, state)
            found: R = last[1]
            return found

        return kept

    return keeping


@once
def ids(scenario: Scenario, kind: str) -> tuple[str, ...]:
    """Return the ids of one kind of record ("peer", "workstream", "leader"), in order."""
    return tuple(scenario.index[kind])


@once
def works_of(scenario: Scenario) -> tuple[tuple[int, ...], ...]:
    """Return the workstreams each peer is a party of."""
    return tuple(
        tuple(w for w, work in enumerate(scenario.works) if p in work.parties) for p in range(len(scenario.peers))
    )
