"""What follows from the scenario alone, or from it and a few plain values: worked out once, kept with the scenario."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

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
