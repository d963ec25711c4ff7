"""Doing something for others, and finding out what is wrong: help to a peer, and a diagnosis (M10, M11, M29, M36).

A favour is remembered and returned; it costs one's own work. A diagnosis names the shortest plank and says whether the
one who lags does not want to, is not able to, or does not know what is expected (M69).
"""

from game.rules.deed import Args, Deed, Field, Play, standing, untried
from game.rules.ledger import tiers
from game.rules.once import ids
from game.rules.state import State
from game.rules.stock import shift
from game.scenario.scenario import Scenario

WILLING, ABLE, CLEAR = "unwilling", "unable", "unclear"


def _help_fields(scenario: Scenario, state: State) -> tuple[Field, ...]:
    return (Field("target", untried(state, "help", ids(scenario, "peer"))),)


def _help(play: Play, args: Args) -> None:
    """Solve a difficulty of theirs with one's own hands: their load falls, they owe one, one's own work waits."""
    state, scenario = play.state, play.scenario
    p = scenario.peer(args["target"])
    shift(state, "load", p, -80, "helped")
    shift(state, "reciprocity", p, scenario.rules.help_owed, "helped")
    shift(state, "trust", p, 30, "helped")
    shift(state, "parochial", 0, -60, "helped")
    shift(state, "backlog", 0, 70, "helped")
    play.tell("help", target=args["target"])


def _diagnose(play: Play, args: Args) -> None:
    """See which tier is the shortest plank, and what holds back the party that supplies least."""
    state, scenario = play.state, play.scenario
    w = scenario.work(args["work"])
    planks = tiers(scenario, state, w)
    weakest = least_helpful(scenario, state, w)
    cause = cause_of_lag(scenario, state, weakest, w)
    peer = scenario.peers[weakest].id
    facts = {WILLING: ("entrenchment", "interest"), ABLE: ("capacity", "workload"), CLEAR: ("blame",)}[cause]
    play.learn(*(f"{peer}.{f}" for f in facts))
    play.tell("diagnose", "lead", work=args["work"], plank=min(planks, key=lambda k: planks[k]), peer=peer, cause=cause)


def least_helpful(scenario: Scenario, state: State, work: int) -> int:
    """Return the party whose last act supplied least; the owner, then the first, among equals."""
    width, worth = len(scenario.works), (4, 2, 1, 0, 1)

    def rank(p: int) -> tuple[int, int]:
        act = state.act[p * width + work]
        return (worth[act] if act >= 0 else 3, 0 if state.owner[work] == p else 1)

    return min(scenario.works[work].parties, key=rank)


def cause_of_lag(scenario: Scenario, state: State, peer: int, work: int) -> str:
    """Return why a party lags (M39, M69): "unable" (hands), "unclear" (duties) or "unwilling" (interests, head)."""
    who = scenario.peers[peer]
    causes = {
        ABLE: (1000 - state.capacity[peer]) // 2 + max(0, state.load[peer] - 500),
        CLEAR: (1000 - state.clarity[work]) // 2 + state.liability[work] * who.blame // 2000,
        WILLING: state.entrenchment[peer] + scenario.works[work].entanglement // 3,
    }
    return max(causes, key=lambda c: causes[c])


DEEDS = (
    Deed("help", 2, _help, _help_fields),
    Deed("diagnose", 1, _diagnose, standing(lambda scenario: (Field("work", ids(scenario, "workstream")),))),
)
