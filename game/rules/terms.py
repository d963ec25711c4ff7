"""What weighs in a peer's choice of an act: the terms before weighting, in ‰, grouped by what they hang on.

A group is worked out once for all it holds for: the task as a whole, a workstream, a peer, a peer in a workstream.
What each term stands for is said in docs/model.md; its weights are `peer.WEIGHTS`.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.rules.bargaining.bond import settled_by_deal, surplus
from game.rules.leader import joined, over
from game.rules.once import once
from game.rules.pressure import pressure
from game.rules.stance import COMMITTED, RESISTING
from game.rules.state import State
from game.scenario.scenario import Scenario

OF_ALL = ("base", "mandate", "momentum")
OF_WORK = ("routine", "verified", "followed", "appraisal", "crowd", "fog")
OF_PEER = ("workload", "interruption", "entrenched", "promise", "stance")
STANDING = ("influence", "career")
BETWEEN = ("trust", "attention", "duty", "commit", "surplus", "reciprocity", "liability", "interests", "pressure",
           "fear", "cover", "dependence")  # fmt: skip
READ = (
    "day", "group", "chairs", "pulses", "inflation", "owed", "mandate", "momentum", "clarity", "verify", "follow",
    "appraisal", "narrowed", "load", "core", "entrenchment", "stance", "trust", "attention", "owner", "commit",
    "reciprocity", "liability", "immunity", "dependence", "deal", "deal_how", "pulled", "promised",
)  # fmt: skip
"""The parts of a state the terms are read from."""
ORDINARY = 300
"""Entrenchment no more than any head has after some years, ‰."""
CORE = 4
"""Offices in a core group."""


class Stake(NamedTuple):
    """What is the same all game between a peer and a workstream: terms as they are, and what others are thinned by, ‰.

    `over` holds the places of the attention that counts.
    """

    loose: int
    shaded: int
    influence: int
    career: int
    blame: int
    tangled: int
    over: tuple[int, ...]


@once
def stakes(scenario: Scenario) -> tuple[Stake, ...]:
    """Return the stakes of all peers in all workstreams, row by peer."""
    return tuple(_stake(scenario, p, w) for p in range(len(scenario.peers)) for w in range(len(scenario.works)))


def _stake(scenario: Scenario, peer: int, work: int) -> Stake:
    who, lead, tangled = scenario.peers[peer], scenario.lead, scenario.works[work].entanglement
    personal = 100 + 9 * tangled // 10
    return Stake(
        loose=1100 - 8 * tangled // 10,
        shaded=500 + 8 * tangled // 10,
        influence=(lead.influence - who.influence) * personal // 1000,
        career=lead.personnel * personal // 1000,
        blame=who.blame,
        tangled=tangled,
        over=over(scenario, peer, work),
    )


def of_all(scenario: Scenario, state: State) -> tuple[int, ...]:
    """Return the terms that are the same for everybody, in the order of `OF_ALL`."""
    return 1000, state.mandate[0] - 300 + (scenario.lead.duty - 500) // 4, state.momentum[0]


def of_work(scenario: Scenario, state: State, work: int) -> tuple[int, ...]:
    """Return the terms that are the same for all parties of a workstream, in the order of `OF_WORK`."""
    what, clarity, appraised = scenario.works[work], state.clarity[work], state.appraisal[work]
    bodies = min(CORE, what.bodies) if state.narrowed[work] else what.bodies
    return (
        clarity * (1000 - what.entanglement) // 1000 if scenario.lead.designated else 0,
        state.verify[work],
        state.follow[work] * clarity // 1000,
        appraised if what.assessed else -appraised // 3,
        90 * max(0, bodies - 2),
        1000 - clarity,
    )


def of_peer(scenario: Scenario, state: State, peer: int) -> tuple[int, ...]:
    """Return the terms that are the same for a peer in all it does, in the order of `OF_PEER`."""
    hardened, stance = state.entrenchment[peer] - ORDINARY, state.stance[peer]
    owed = state.owed and peer in [scenario.promises[o.promise].to for o in state.owed]
    return (
        state.load[peer] - 500,
        state.core[peer],
        hardened * 1000 // (1000 - ORDINARY) if hardened > 0 else 0,
        1000 if owed else 0,
        1000 if stance == COMMITTED else -1000 if stance == RESISTING else 0,
    )


def between(scenario: Scenario, state: State, peer: int, works: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Yield for some workstreams the terms of a peer in each that move, in the order of `BETWEEN`."""
    width, stake, trust, owes = len(scenario.works), stakes(scenario), state.trust[peer] - 500, state.reciprocity[peer]
    attention, commit, dependence = state.attention, state.commit, state.dependence[peer]
    struck, dealt = peer in [pulse.peer for pulse in state.pulses], any(state.deal_how)
    for w in works:
        loose, shaded, _, _, blame, tangled, above = stake[peer * width + w]
        clarity, pressed, overseen, won = state.clarity[w], 0, 0, 0
        if struck:
            pressed = pressure(scenario, state, peer, w)
            overseen = pressure(scenario, state, peer, w, "oversight")
        if dealt:
            won = surplus(scenario, state, peer, w)
            tangled = tangled * 2 // 5 if settled_by_deal(scenario, state, w) else tangled
        wary = blame * (1000 - state.immunity[w] // 2) // 1000
        yield (
            trust * loose // 1000,
            joined(scenario, state, max([attention[n] for n in above])) * shaded // 1000,
            clarity if state.owner[w] == peer else clarity * 600 // 1000,
            commit[peer * width + w] * loose // 1000,
            won,
            owes * loose // 1000,
            state.liability[w] * wary // 1000,
            tangled,
            pressed,
            pressed * wary // 1000,
            pressed * pressed // 1000 * (1000 - state.verify[w]) // 1000,
            dependence * max(0, 1000 - 2 * overseen) // 1000 if overseen else dependence,
        )


def terms(scenario: Scenario, state: State, peer: int, work: int) -> dict[str, int]:
    """Return all terms of a peer's choice in a workstream before weighting, ‰, by name."""
    stake = stakes(scenario)[peer * len(scenario.works) + work]
    return {
        **dict(zip(OF_ALL, of_all(scenario, state))),
        **dict(zip(OF_WORK, of_work(scenario, state, work))),
        **dict(zip(OF_PEER, of_peer(scenario, state, peer))),
        **dict(zip(BETWEEN, *between(scenario, state, peer, (work,)))),
        "influence": stake.influence,
        "career": stake.career,
    }
