"""Buck-passing chains: each party that passes hands the matter to the next, until somebody does not (M34; F47).

The tally of hand-overs ("a>b") is what the debrief draws as a graph.
"""

from game.rules.state import State
from game.scenario.scenario import ACTS, Scenario

_PASS = ACTS.index("pass")


def hand_on(scenario: Scenario, state: State) -> int:
    """Follow this turn's requests from each workstream's owner (or first party) and tally the hand-overs."""
    handed = 0
    for w, work in enumerate(scenario.works):
        start = work.parties.index(state.owner[w]) if state.owner[w] in work.parties else 0
        order = work.parties[start:] + work.parties[:start]
        state.tally["request"] = state.tally.get("request", 0) + 1
        for here, there in zip(order, order[1:] + order[:1], strict=True):
            if state.act[here * len(scenario.works) + w] != _PASS:
                break
            handed += scenario.peers[here].bodies
            edge = f"{scenario.peers[here].id}>{scenario.peers[there].id}"
            state.tally[edge] = state.tally.get(edge, 0) + 1
    state.tally["handoff"] = state.tally.get("handoff", 0) + handed
    return handed
