"""How a peer chooses among the five acts: scores that are sums of weighted terms, the largest wins.

The table below is the model's heart (M1, M15–M17, M28, M30, M32, M34, M51, M59, M66; F29): one row a term, one column
an act, in ‰. A deal's surplus joins it as one more term once packages are bargained for.
"""

from functools import lru_cache
from operator import mul

from game.rules.calendar import pulse_mean
from game.rules.leader import shadow
from game.rules.luck import mixed
from game.rules.reason import Reason, total
from game.rules.state import State
from game.scenario.scenario import ACTS, Scenario

WEIGHTS: dict[str, tuple[int, int, int, int, int]] = {
    #             cooperate minimal stall  pass  fake
    "base":       (-50,    160,    80,  -50, -250),
    "trust":      (1000,   200,  -400, -250, -300),
    "attention":  (1000,   300,  -450, -400,  200),
    "influence":  (250,    100,  -100, -150,   50),
    "duty":       (450,    150,  -200, -450,    0),
    "commit":     (850,    200,  -500, -450,    0),
    "workload":   (-350,   100,   300,  150,  150),
    "liability":  (-400,   100,   280,  400,  100),
    "interests":  (-300,   -50,   250,  120,  220),
    "pressure":   (750,    400,  -900, -400,  250),
    "verified":   (350,    100,  -600, -150, -800),
    "cover":      (-200,     0,     0,    0,  700),
    "dependence": (-350,     0,   350,   50,   50),
    "promise":    (300,      0,  -150, -100, -100),
    "crowd":      (-100,     0,    50,  300,    0),
    "fog":        (-100,     0,   100,  400,    0),
}  # fmt: skip
TERMS = tuple(WEIGHTS)
_COLUMNS = tuple(tuple(row[a] for row in WEIGHTS.values()) for a in range(len(ACTS)))
_SHIFTS = tuple(12 * a for a in range(len(ACTS)))
SUPPLY = (1000, 450, 120, 0, 80)
IMPOSSIBLE = -100_000


def pressure(scenario: Scenario, state: State, peer: int, means: str = "") -> int:
    """Return the mean pressure on a peer over the coming turn, ‰; of one `means` only where given."""
    days, found = scenario.length.days, 0
    for pulse in state.pulses:
        if pulse.peer == peer and (not means or pulse.means == means):
            found += pulse_mean(pulse.size, pulse.since, pulse.days, state.day, days)
    return min(1000, found)


def inputs(scenario: Scenario, state: State, peer: int, work: int) -> tuple[int, ...]:
    """Return the terms of a peer's choice in a workstream before weighting, ‰, in the order of `TERMS`."""
    who, what = scenario.peers[peer], scenario.works[work]
    clarity, liability = state.clarity[work], state.liability[work]
    loose = 1000 - 6 * what.entanglement // 10
    pressed = pressure(scenario, state, peer) if state.pulses else 0
    overseen = pressure(scenario, state, peer, "oversight") if state.pulses else 0
    bound = state.commit[peer * len(scenario.works) + work]
    owed = bool(state.owed) and any(scenario.promises[o.promise].to == peer for o in state.owed)
    return (
        1000,
        (state.trust[peer] - 500) * loose // 1000,
        shadow(scenario, state, peer, work),
        scenario.lead.influence - who.influence,
        clarity * (1000 if state.owner[work] == peer else 600) // 1000,
        bound * loose // 1000,
        state.load[peer] - 500,
        liability * who.blame // 1000,
        what.entanglement,
        pressed,
        state.verify[work],
        pressed * (1000 - state.verify[work]) // 1000,
        state.dependence[peer] * (1000 - min(1000, 2 * overseen)) // 1000,
        1000 if owed else 0,
        120 * max(0, len(what.parties) - 2),
        1000 - clarity,
    )


def moods(scenario: Scenario, state: State, peer: int, work: int) -> tuple[int, ...]:
    """Return this turn's mood for each act, ‰: triangular within ± `noise`, the same before and after the plan."""
    return _moods(state.seed, state.turn, scenario.peers[peer].id, scenario.works[work].id, scenario.rules.noise)


@lru_cache(maxsize=4096)
def _moods(seed: int, turn: int, who: str, what: str, spread: int) -> tuple[int, ...]:
    draw = mixed(seed, turn, who, what)
    return tuple([spread * ((draw >> a & 63) + (draw >> a + 6 & 63) - 63) // 63 for a in _SHIFTS])


def red_line_crossed(scenario: Scenario, state: State, peer: int) -> bool:
    """Tell whether the peer's red line is crossed: then it cannot cooperate, whatever the pressure."""
    crossed = scenario.peers[peer].crossed
    return crossed is not None and crossed.test(state)


def scores(scenario: Scenario, state: State, peer: int, work: int) -> list[int]:
    """Return the score of each act, in the order of `ACTS`."""
    given = inputs(scenario, state, peer, work)
    mood = moods(scenario, state, peer, work)
    found = [sum(map(mul, column, given)) // 1000 + extra for column, extra in zip(_COLUMNS, mood)]
    if red_line_crossed(scenario, state, peer):
        found[0] = IMPOSSIBLE
    return found


def chosen_act(scenario: Scenario, state: State, peer: int, work: int) -> int:
    """Return the act a peer would choose by itself: the index into `ACTS` of the highest score."""
    found = scores(scenario, state, peer, work)
    return found.index(max(found))


def act_reason(scenario: Scenario, state: State, peer: int, work: int, act: int, heeding: bool = True) -> Reason:
    """Return the score of one act with its terms; their sum is the score (rounding is a term of its own).

    Not `heeding` the red line gives the score as one explains it who does not know whether it is crossed.
    """
    given = inputs(scenario, state, peer, work)
    terms = [Reason(name, w * x // 1000) for name, w, x in zip(TERMS, _COLUMNS[act], given) if w * x]
    terms.append(Reason("mood", moods(scenario, state, peer, work)[act]))
    score = sum(map(mul, _COLUMNS[act], given)) // 1000 + terms[-1].value
    if heeding and act == 0 and red_line_crossed(scenario, state, peer):
        return total(ACTS[act], [Reason("red_line", IMPOSSIBLE)])
    rest = score - sum(t.value for t in terms)
    return total(ACTS[act], [*terms, Reason("rounding", rest)] if rest else terms)


def strength(scenario: Scenario, state: State, peer: int) -> int:
    """Return how much a peer that cooperates can do: its capacity, less what overload takes, ‰."""
    able = 400 + 6 * scenario.peers[peer].capacity // 10
    return able * (1000 - max(0, state.load[peer] - 600)) // 1000
