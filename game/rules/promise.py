"""Promises: records of who owes whom what by when; keeping and breaking are judged by what happened (M30; F46)."""

from game.rules.deed import Play
from game.rules.effect import run
from game.rules.state import State
from game.rules.stock import shift
from game.scenario.plot import Promise
from game.scenario.scenario import Scenario

OPEN, KEPT, BROKEN = 0, 1, 2


def judge_promises(play: Play) -> None:
    """Settle every promise that is broken, proved kept, or due; one broken early costs double.

    What happened before it was given proves nothing: such a promise stands until its day.
    """
    state, scenario = play.state, play.scenario
    still = []
    for owed in state.owed:
        promise = scenario.promises[owed.promise]
        if promise.failed(state):
            _settle(play, owed.promise, promise, BROKEN)
        elif state.day >= owed.due or (promise.proved(state) and not owed.proved):
            kept = promise.kept is None or promise.proved(state)
            _settle(play, owed.promise, promise, KEPT if kept else BROKEN)
        else:
            still.append(owed)
    state.owed = tuple(still)


def still_meant(scenario: Scenario, state: State, promise: int) -> bool:
    """Tell whether a promise can be given so that it means something: never made, and its test ahead."""
    one = scenario.promises[promise]
    return state.promised[promise] == -1 and not one.failed(state) and not one.proved(state)


def _settle(play: Play, i: int, promise: Promise, how: int) -> None:
    """Settle one promise and let trust answer: α of the gap when kept, β ≈ 3α of the stock when broken."""
    state, rules = play.state, play.scenario.rules
    state.put("promised", i, how)
    trust = state.trust[promise.to]
    if how == KEPT:
        shift(state, "trust", promise.to, (1000 - trust) * rules.trust_kept // 1000, "promise_kept")
        shift(state, "momentum", 0, 40, "promise_kept")
        run(play, promise.effects_kept, f"promise.{promise.id}")
    else:
        early = 2 if state.turn <= 3 else 1
        shift(state, "trust", promise.to, -min(trust, trust * rules.trust_broken * early // 1000), "promise_broken")
        for leader in promise.witness:
            shift(state, "favor", leader, -60, "promise_broken")
        run(play, promise.effects_broken, f"promise.{promise.id}")
    play.tell("promise", promise=promise.id, kept=how == KEPT)
