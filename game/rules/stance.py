"""A department's stance towards the task as a life cycle: watching, engaged, committed, resisting (M30, M38).

It sums up what has happened between the two and lasts beyond a single turn: a committed peer does not turn at the
first cold wind, a resisting one does not come round for a single kindness.
"""

from game.rules.bargaining.bond import bound_by_deal, crossed_by_deal
from game.rules.life import STANCE, move
from game.rules.once import works_of
from game.rules.state import State
from game.scenario.names import STANCES
from game.scenario.scenario import Scenario

WATCHING, ENGAGED, COMMITTED, RESISTING = range(len(STANCES))
COLD, THAWED = 220, 350
BOUND = 400


def settle_stances(scenario: Scenario, state: State) -> list[int]:
    """Move every peer's stance by what the turn has brought; return the peers whose stance changed."""
    changed = []
    for p in range(len(scenario.peers)):
        trigger = _trigger(scenario, state, p)
        if trigger:
            new = STANCES.index(move(STANCE, STANCES[state.stance[p]], trigger))
            if new != state.stance[p]:
                state.put("stance", p, new)
                changed.append(p)
    return changed


def _trigger(scenario: Scenario, state: State, peer: int) -> str:
    """Return what moves this peer's stance now, "" if nothing does."""
    stance, width, mine = state.stance[peer], len(scenario.works), works_of(scenario)[peer]
    wronged = any(state.deal_how) and any(crossed_by_deal(scenario, state, peer, w) for w in mine)
    if stance == RESISTING:
        return "" if wronged or state.trust[peer] < THAWED else "thaw"
    if wronged or state.trust[peer] < COLD:
        return "sour"
    bound = max([state.commit[peer * width + w] for w in mine], default=0)
    if stance != COMMITTED and (bound_by_deal(scenario, state, peer) or bound >= BOUND):
        return "bind"
    if stance == COMMITTED and bound < BOUND // 2 and not bound_by_deal(scenario, state, peer):
        return "slacken"
    helped = state.reciprocity[peer] > 0 or any(c.seat == scenario.peers[peer].id for c in state.consents)
    return "warm" if stance == WATCHING and (helped or state.trust[peer] >= 550) else ""
