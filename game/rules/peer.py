"""How a peer chooses among the five acts: scores that are sums of weighted terms, the largest wins.

The table below is the model's heart (model.md, formal core 1; M1, M15–M17, M20, M28, M30, M32, M34, M51, M59, M66;
F29): one row a term, one column an act, in ‰.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache
from operator import mul
from struct import Struct

from game.rules.bargaining.bond import AGREED, crossed_by_deal
from game.rules.luck import mixed
from game.rules.once import ids, lately, once, works_of
from game.rules.reason import Reason, total
from game.rules.state import NOBODY, State
from game.rules.terms import (
    BETWEEN,
    OF_ALL,
    OF_PEER,
    OF_WORK,
    READ,
    STANDING,
    between,
    of_all,
    of_peer,
    of_work,
    stakes,
    terms,
)
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
_SHIFTS = tuple(12 * a for a in range(len(ACTS)))
SUPPLY = (1000, 360, 100, 0, 60)
"""The share of the required effort each act supplies, ‰."""
IMPOSSIBLE = -100_000
SETTLING = 60
"""Days a new head needs to find their feet (M71; F37)."""


Weighed = Sequence[tuple[int, ...]]


def _packed(names: Iterable[str]) -> tuple[int, ...]:
    """Return the weights of some terms, those for all acts in one whole number."""
    return tuple(sum(by << _WIDE * a for a, by in enumerate(WEIGHTS[name])) for name in names)


_WIDE = 32
_RAISED = 10**6
_APART = Struct(f"<{len(ACTS)}I")
_LEVELS = sum(1000 * _RAISED << _WIDE * a for a in range(len(ACTS)))
_OF_ALL, _OF_WORK, _OF_PEER, _BETWEEN, _STANDING = map(_packed, (OF_ALL, OF_WORK, OF_PEER, BETWEEN, STANDING))
"""One product with a packed weight weighs a term for all acts: sums stand side by side, `_WIDE` bits each, raised by
`_RAISED` so that none is negative, and are taken apart again."""


def inputs(scenario: Scenario, state: State, peer: int, work: int) -> tuple[int, ...]:
    """Return the terms of a peer's choice in a workstream before weighting, ‰, in the order of `TERMS`."""
    found = terms(scenario, state, peer, work)
    return tuple([found[name] for name in TERMS])


def moods(scenario: Scenario, state: State, peer: int, work: int) -> tuple[int, ...]:
    """Return this turn's mood for each act, ‰: triangular within ± `noise`, the same before and after the plan."""
    draw = mixed(state.seed, state.turn, scenario.peers[peer].id, scenario.works[work].id)
    return tuple([_drawn(scenario.rules.noise, draw >> a & 4095) for a in _SHIFTS])


@lru_cache(maxsize=1024)
def _packed_moods(spread: int, seed: int, turn: int, whos: tuple[str, ...], whats: tuple[str, ...]) -> tuple[int, ...]:
    """Return everybody's moods of a turn, packed as weights are, row by peer: games on the same luck share them."""
    drawn = _packed_draws(spread)
    draws = [mixed(seed, turn, who, what) for who in whos for what in whats]
    return tuple([sum([row[draw >> a & 4095] for row, a in drawn]) for draw in draws])


@once
def _packed_stakes(scenario: Scenario) -> tuple[int, ...]:
    """Return the terms that stand all game, weighed and packed, row by peer."""
    return tuple(sum(map(mul, _STANDING, (x.influence, x.career))) for x in stakes(scenario))


@cache
def _drawn(spread: int, draw: int) -> int:
    """Return the mood, ‰, that a draw of twelve bits comes to: two of six bits, so that the middle is likeliest."""
    return spread * ((draw & 63) + (draw >> 6) - 63) // 63


@cache
def _packed_draws(spread: int) -> tuple[tuple[tuple[int, ...], int], ...]:
    """Return for each act what each draw comes to, packed, and where in the bits drawn it stands."""
    return tuple(
        (tuple(1000 * _drawn(spread, draw) << _WIDE * a for draw in range(4096)), shift)
        for a, shift in enumerate(_SHIFTS)
    )


@lately("seed", "turn", *READ)
def _weighed(scenario: Scenario, state: State) -> Weighed:
    """Return the score of each act of every peer in all its workstreams, red lines apart, row by peer."""
    width, standing = len(scenario.works), _packed_stakes(scenario)
    whos, whats = ids(scenario, "peer"), ids(scenario, "workstream")
    moody = _packed_moods(scenario.rules.noise, state.seed, state.turn, whos, whats)
    ground = _LEVELS + sum(map(mul, _OF_ALL, of_all(scenario, state)))
    works = [sum(map(mul, _OF_WORK, of_work(scenario, state, w)), ground) for w in range(width)]
    found: list[tuple[int, ...]] = [()] * len(moody)
    for p, mine in enumerate(works_of(scenario)):
        own = sum(map(mul, _OF_PEER, of_peer(scenario, state, p)))
        for w, moving in zip(mine, between(scenario, state, p, mine)):
            at = p * width + w
            whole = sum(map(mul, _BETWEEN, moving), own + works[w] + standing[at] + moody[at])
            sums = _APART.unpack(whole.to_bytes(_APART.size, "little"))
            found[at] = tuple([raised // 1000 - _RAISED for raised in sums])
    return found


def red_line_crossed(scenario: Scenario, state: State, peer: int, work: int) -> bool:
    """Tell whether the peer's red line is crossed: then it cannot cooperate, whatever the pressure.

    Short of a new head; and what a leader has ruled explicitly is obeyed (formal core 1).
    """
    return work in _barred(scenario, state, peer, (work,))


def _barred(scenario: Scenario, state: State, peer: int, works: tuple[int, ...]) -> Collection[int]:
    """Return in which of some workstreams the peer's red line is crossed."""
    if state.replaced[peer] != NOBODY:
        return ()
    crossed = scenario.peers[peer].crossed
    if crossed is not None and crossed.test(state):
        return works
    return [w for w in works if crossed_by_deal(scenario, state, peer, w)] if AGREED in state.deal_how else ()


def scores(scenario: Scenario, state: State, peer: int, works: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Return for some workstreams a peer is a party of the score of each act, in the order of `ACTS`."""
    found, barred = _weighed(scenario, state), _barred(scenario, state, peer, works)
    first = peer * len(scenario.works)
    return [(IMPOSSIBLE, *found[first + w][1:]) if w in barred else found[first + w] for w in works]


def chosen_acts(scenario: Scenario, state: State, peer: int, works: tuple[int, ...]) -> list[int]:
    """Return the act a peer would choose by itself in some workstreams: the place in `ACTS` of the highest score."""
    return [found.index(max(found)) for found in scores(scenario, state, peer, works)]


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
