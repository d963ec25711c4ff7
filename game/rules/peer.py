"""How a peer chooses among the five acts: scores that are sums of weighted terms, the largest wins.

The table below is the model's heart (model.md, formal core 1; M1, M15–M17, M20, M28, M30, M32, M34, M51, M59, M66;
F29): one row a term, one column an act, in ‰.
"""

from functools import cache, lru_cache
from operator import mul
from struct import Struct
from typing import NamedTuple

from game.rules.bargaining.bond import AGREED, crossed_by_deal, settled_by_deal, surplus
from game.rules.leader import joined, over
from game.rules.luck import mixed
from game.rules.once import once
from game.rules.pressure import pressure
from game.rules.reason import Reason, total
from game.rules.stance import COMMITTED, RESISTING
from game.rules.state import NOBODY, State
from game.scenario.scenario import ACTS, Scenario

WEIGHTS: dict[str, tuple[int, int, int, int, int]] = {
    #              cooperate minimal stall  pass  fake
    "base":        (120,    180,    40,  -80, -240),
    "trust":       (1200,   240,  -480, -300, -360),
    "attention":   (1000,   300,  -450, -400,  200),
    "influence":   (500,    150,  -250, -250,   50),
    "career":      (450,    100,  -400, -300,  350),
    "mandate":     (350,    150,  -150, -200,   50),
    "duty":        (450,    150,  -200, -450,    0),
    "routine":     (-150,    50,   100,    0,    0),
    "commit":      (850,    200,  -500, -450,    0),
    "surplus":     (900,    250,  -450, -350, -150),
    "reciprocity": (400,    100,  -250, -200, -100),
    "momentum":    (300,     50,  -150, -100, -100),
    "workload":    (-350,   100,   300,  150,  150),
    "interruption": (-250,  100,   200,  100,   50),
    "liability":   (-400,   100,   280,  400,  100),
    "interests":   (-300,   -50,   250,  120,  220),
    "entrenched":  (-600,  -150,   350,  250,  350),
    "pressure":    (750,    400,  -900, -400,  100),
    "fear":        (-350,   100,     0,  150,  200),
    "cover":       (-200,     0,     0,    0, 1000),
    "verified":    (350,    100,  -600, -150, -800),
    "followed":    (1100,   250,  -600, -350,    0),
    "appraisal":   (350,    150,  -250, -150,  250),
    "dependence":  (-350,     0,   350,   50,   50),
    "promise":     (300,      0,  -150, -100, -100),
    "crowd":       (-100,     0,    50,  300,    0),
    "fog":         (-100,     0,   100,  400,    0),
    "stance":      (150,      0,  -100, -100,  -50),
}  # fmt: skip
TERMS = tuple(WEIGHTS)
COLUMNS = tuple(tuple(row[a] for row in WEIGHTS.values()) for a in range(len(ACTS)))
_SIDE_BY_SIDE = tuple(sum(by << 64 * a for a, by in enumerate(row)) for row in WEIGHTS.values())
_RAISED = 10**9
_LEVELS = sum(1000 * _RAISED << 64 * a for a in range(len(ACTS)))
_APART = Struct(f"<{len(ACTS)}q")
"""A term's weights for all acts in one whole number, so that one product weighs them all: sums side by side, 64 bits
each, raised by `_RAISED` so that none is negative, and taken apart again."""
_SHIFTS = tuple(12 * a for a in range(len(ACTS)))
SUPPLY = (1000, 360, 100, 0, 60)
"""The share of the required effort each act supplies, ‰."""
IMPOSSIBLE = -100_000
ORDINARY = 300
"""Entrenchment no more than any head has after some years, ‰."""
CORE = 4
"""Offices in a core group."""
SETTLING = 60
"""Days a new head needs to find their feet (M71; F37)."""


class Stake(NamedTuple):
    """What is the same all game between a peer and a workstream: terms as they are, and what others are thinned by, ‰.

    `crowd` is its term without and with a core group (M32), `plain` the share of clear duties that routine makes,
    `over` the places of the attention that counts.
    """

    loose: int
    shaded: int
    influence: int
    career: int
    plain: int
    blame: int
    tangled: int
    assessed: bool
    crowd: tuple[int, int]
    over: tuple[int, ...]


@once
def stakes(scenario: Scenario) -> tuple[Stake, ...]:
    """Return the stakes of all peers in all workstreams, row by peer."""
    return tuple(_stake(scenario, p, w) for p in range(len(scenario.peers)) for w in range(len(scenario.works)))


def _stake(scenario: Scenario, peer: int, work: int) -> Stake:
    who, what, lead = scenario.peers[peer], scenario.works[work], scenario.lead
    tangled = what.entanglement
    personal = 100 + 9 * tangled // 10
    return Stake(
        loose=1100 - 8 * tangled // 10,
        shaded=500 + 8 * tangled // 10,
        influence=(lead.influence - who.influence) * personal // 1000,
        career=lead.personnel * personal // 1000,
        plain=1000 - tangled if lead.designated else 0,
        blame=who.blame,
        tangled=tangled,
        assessed=what.assessed,
        crowd=(90 * max(0, what.bodies - 2), 90 * max(0, min(CORE, what.bodies) - 2)),
        over=over(scenario, peer, work),
    )


def inputs(scenario: Scenario, state: State, peer: int, work: int) -> tuple[int, ...]:
    """Return the terms of a peer's choice in a workstream before weighting, ‰, in the order of `TERMS`."""
    at = peer * len(scenario.works) + work
    loose, shaded, influence, career, plain, blame, tangled, assessed, crowd, above = stakes(scenario)[at]
    clarity, verified, appraised = state.clarity[work], state.verify[work], state.appraisal[work]
    stance = state.stance[peer]
    pressed = overseen = won = 0
    if peer in [pulse.peer for pulse in state.pulses]:
        pressed = pressure(scenario, state, peer, work)
        overseen = pressure(scenario, state, peer, work, "oversight")
    if any(state.deal_how):
        won = surplus(scenario, state, peer, work)
        tangled = tangled * 2 // 5 if settled_by_deal(scenario, state, work) else tangled
    wary = blame * (1000 - state.immunity[work] // 2) // 1000
    owed = state.owed and peer in [scenario.promises[o.promise].to for o in state.owed]
    hardened = state.entrenchment[peer] - ORDINARY
    return (
        1000,
        (state.trust[peer] - 500) * loose // 1000,
        joined(scenario, state, max([state.attention[n] for n in above])) * shaded // 1000,
        influence,
        career,
        state.mandate[0] - 300 + (scenario.lead.duty - 500) // 4,
        clarity if state.owner[work] == peer else clarity * 600 // 1000,
        clarity * plain // 1000,
        state.commit[at] * loose // 1000,
        won,
        state.reciprocity[peer] * loose // 1000,
        state.momentum[0],
        state.load[peer] - 500,
        state.core[peer],
        state.liability[work] * wary // 1000,
        tangled,
        hardened * 1000 // (1000 - ORDINARY) if hardened > 0 else 0,
        pressed,
        pressed * wary // 1000,
        pressed * pressed // 1000 * (1000 - verified) // 1000,
        verified,
        state.follow[work] * clarity // 1000,
        appraised if assessed else -appraised // 3,
        state.dependence[peer] * max(0, 1000 - 2 * overseen) // 1000 if overseen else state.dependence[peer],
        1000 if owed else 0,
        crowd[state.narrowed[work]],
        1000 - clarity,
        1000 if stance == COMMITTED else -1000 if stance == RESISTING else 0,
    )


def moods(scenario: Scenario, state: State, peer: int, work: int) -> tuple[int, ...]:
    """Return this turn's mood for each act, ‰: triangular within ± `noise`, the same before and after the plan."""
    return _moods(state.seed, state.turn, scenario.peers[peer].id, scenario.works[work].id, scenario.rules.noise)


@lru_cache(maxsize=4096)
def _moods(seed: int, turn: int, who: str, what: str, spread: int) -> tuple[int, ...]:
    draw, drawn = mixed(seed, turn, who, what), _drawn(spread)
    return tuple([drawn[draw >> a & 4095] for a in _SHIFTS])


@cache
def _drawn(spread: int) -> tuple[int, ...]:
    """Return the mood, ‰, that each draw of twelve bits comes to: two of six bits, so that the middle is likeliest."""
    return tuple(spread * ((draw & 63) + (draw >> 6) - 63) // 63 for draw in range(4096))


def red_line_crossed(scenario: Scenario, state: State, peer: int, work: int) -> bool:
    """Tell whether the peer's red line is crossed: then it cannot cooperate, whatever the pressure.

    Short of a new head; and what a leader has ruled explicitly is obeyed (formal core 1).
    """
    if state.replaced[peer] != NOBODY:
        return False
    crossed = scenario.peers[peer].crossed
    if crossed is not None and crossed.test(state):
        return True
    return AGREED in state.deal_how and crossed_by_deal(scenario, state, peer, work)


def scores(scenario: Scenario, state: State, peer: int, work: int) -> tuple[int, ...]:
    """Return the score of each act, in the order of `ACTS`."""
    found = _weighed(inputs(scenario, state, peer, work), moods(scenario, state, peer, work))
    return (IMPOSSIBLE, *found[1:]) if red_line_crossed(scenario, state, peer, work) else found


@lru_cache(maxsize=8192)
def _weighed(given: tuple[int, ...], moods: tuple[int, ...]) -> tuple[int, ...]:
    """Return the score of each act, red lines apart; often the same again, for a deed changes little."""
    sums = _APART.unpack(sum(map(mul, _SIDE_BY_SIDE, given), _LEVELS).to_bytes(_APART.size, "little"))
    return tuple([raised // 1000 - _RAISED + mood for raised, mood in zip(sums, moods)])


def chosen_act(scenario: Scenario, state: State, peer: int, work: int) -> int:
    """Return the act a peer would choose by itself: the index into `ACTS` of the highest score."""
    found = scores(scenario, state, peer, work)
    return found.index(max(found))


def act_reason(scenario: Scenario, state: State, peer: int, work: int, act: int, heeding: bool = True) -> Reason:
    """Return the score of one act with its terms; their sum is the score (rounding is a term of its own).

    Not `heeding` the red line gives the score as one explains it who does not know whether it is crossed.
    """
    given = inputs(scenario, state, peer, work)
    terms = [Reason(name, w * x // 1000) for name, w, x in zip(TERMS, COLUMNS[act], given) if w * x]
    terms.append(Reason("mood", moods(scenario, state, peer, work)[act]))
    score = sum(map(mul, COLUMNS[act], given)) // 1000 + terms[-1].value
    if heeding and act == 0 and red_line_crossed(scenario, state, peer, work):
        return total(ACTS[act], [Reason("red_line", IMPOSSIBLE)])
    rest = score - sum(t.value for t in terms)
    return total(ACTS[act], [*terms, Reason("rounding", rest)] if rest else terms)


def strength(scenario: Scenario, state: State, peer: int) -> int:
    """Return how much a peer that cooperates can do, ‰: its capacity, less what overload and a new head take."""
    able = 400 + 6 * state.capacity[peer] // 10
    able = able * (1000 - max(0, state.load[peer] - 600)) // 1000
    settled = state.replaced[peer] == NOBODY or state.day - state.replaced[peer] >= SETTLING
    return able if settled else able * 3 // 10
