"""Leaders: bounded attention that fades and is zero-sum, the shadow it casts on those under them, and goodwill.

Only the leader a peer stands under, or a principal leader, casts a shadow over it (play.md; M5, M17, M51).
"""

from game.rules.calendar import keep
from game.rules.group import group_heat
from game.rules.once import once
from game.rules.state import State
from game.rules.stock import fade, shift
from game.scenario.scenario import Scenario


def attention(scenario: Scenario, state: State, leader: int, work: int) -> int:
    """Return a leader's attention to a workstream, ‰."""
    return state.attention[leader * len(scenario.works) + work]


def shadow(scenario: Scenario, state: State, peer: int, work: int) -> int:
    """Return the strongest attention of those who matter to a peer, joined with a standing group's heat, ‰ (M51)."""
    return joined(scenario, state, max([state.attention[n] for n in over(scenario, peer, work)]))


@once
def over(scenario: Scenario, peer: int, work: int) -> tuple[int, ...]:
    """Return the places of the attention to a workstream of those who matter to a peer."""
    who = scenario.peers[peer]
    matter = [i for i, leader in enumerate(scenario.leaders) if i == who.under or leader.principal]
    return tuple(i * len(scenario.works) + work for i in matter)


def joined(scenario: Scenario, state: State, cast: int) -> int:
    """Return the shadow of some attention joined with a standing group's heat, ‰."""
    if state.group is None:
        return cast
    heat = group_heat(scenario, state)
    return cast + heat - cast * heat // 1000


def draw_attention(scenario: Scenario, state: State, leader: int, works: tuple[int, ...], by: int, cause: str) -> int:
    """Raise (or lower) a leader's attention to some workstreams, taking from the others what the budget lacks (M51).

    Returns the change to the first workstream named.
    """
    width = len(scenario.works)
    row = leader * width
    made = [shift(state, "attention", row + w, by, cause) for w in works]
    over = sum(state.attention[row : row + width]) - scenario.leaders[leader].budget
    others = [w for w in range(width) if w not in works and state.attention[row + w] > 0]
    spare = sum(state.attention[row + w] for w in others)
    for w in others:
        share = min(over, spare) * state.attention[row + w] // spare if over > 0 else 0
        shift(state, "attention", row + w, -share, "crowded_out")
    over = sum(state.attention[row : row + width]) - scenario.leaders[leader].budget
    for w in works:
        if over > 0:
            shift(state, "attention", row + w, -(over // len(works) + 1), "budget")
    return made[0] if made else 0


def fade_attention(scenario: Scenario, state: State) -> None:
    """Let attention fade over the turn towards a third of what the mandate gave (M12, M51)."""
    left = keep(scenario.rules.attention_life, scenario.length.days)
    for i, leader in enumerate(scenario.leaders):
        for w, given in enumerate(leader.attention):
            fade(state, "attention", i * len(scenario.works) + w, left, given // 3, "faded")


def judge_progress(scenario: Scenario, state: State) -> None:
    """Move each leader's goodwill by what they believe of progress against the calendar (M12): patience differs."""
    days, whole = scenario.length.days, scenario.length.turns * scenario.length.days
    expected = 850 * state.day // whole
    for i, leader in enumerate(scenario.leaders):
        behind = expected - state.belief[i]
        if behind > 150:
            shift(state, "favor", i, -(1100 - leader.patience) * min(behind, 600) * days // 600_000, "behind")
        elif behind < 0:
            shift(state, "favor", i, 20 * days // 30, "on_time")


def sees(scenario: Scenario, state: State, leader: int, value: int) -> None:
    """Let a leader learn of overall progress `value` (‰); a rosy belief found out costs goodwill."""
    gap = state.belief[leader] - value
    state.put("belief", leader, value)
    if gap > 200:
        shift(state, "favor", leader, -scenario.rules.favor_exposed, "exposed")
