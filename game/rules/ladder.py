"""The accountability ladder (remind, interview, circulate, case, change of head) as a life cycle of each peer (M60)."""

from game.rules.life import LADDER, move
from game.rules.state import State
from game.scenario.names import RUNGS
from game.scenario.scenario import Scenario


def climb(state: State, peer: int, step: str) -> None:
    """Note that a step was taken on a peer; a step below where it stands leaves it there."""
    if step in RUNGS and (RUNGS.index(step) > state.rung[peer] or RUNGS[state.rung[peer]] == "change"):
        state.put("rung", peer, RUNGS.index(move(LADDER, RUNGS[state.rung[peer]], step)))


def pull_levers(scenario: Scenario, state: State, peer: int, step: str) -> None:
    """Pull the levers of every table that this step on this peer pulls by itself."""
    for table in scenario.tables:
        for lever in table.levers:
            if lever.step == step and lever.on == peer:
                state.put("pulled", lever.index, state.pulled[lever.index] + 1)
