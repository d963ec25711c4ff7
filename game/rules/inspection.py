"""Inspections: joint ones, signed off and announced, and unannounced visits (M59; F24, F25, F27).

Certainty deters more than severity: both raise verification. A joint inspection is prepared for, so what it sees is
smoothed; an unannounced visit sees the truth, and the owner resents it.
"""

from game.rules.deed import Args, Deed, Field, Play, untried
from game.rules.leader import sees
from game.rules.ledger import heats, overall
from game.rules.once import ids
from game.rules.state import Ask, State
from game.rules.stock import close_gap, shift
from game.scenario.scenario import ACTS, Scenario

WAYS = ("quiet", "joint")
_WAY = Field("way", WAYS)


def _fields(scenario: Scenario, state: State) -> tuple[Field, ...]:
    return (Field("work", untried(state, "inspect", ids(scenario, "workstream"))), _WAY)


def _inspect(play: Play, args: Args) -> None:
    if args["way"] == "joint":
        play.hold("inspect", args)
        play.ask(Ask("office", "sign", (("paper", "inspect"), ("work", args["work"]))))
    else:
        _look(play, args["work"], "quiet")


def inspect_jointly(play: Play, args: Args, signer: str) -> None:
    """Hold the joint inspection if it was signed off."""
    if signer:
        _look(play, args["work"], "joint")


def _look(play: Play, work: str, way: str) -> None:
    """See the ledger against the ground: verification rises, real progress becomes known, and it costs something."""
    state, scenario = play.state, play.scenario
    w = scenario.work(work)
    real, reported = state.real[w], state.reported[w]
    found = real if way == "quiet" else real + (reported - real) // 2
    state.put("seen", w, found)
    state.put("seen_day", w, state.day)
    state.heat_seen = list(heats(scenario, state)[1:])
    close_gap(state, "verify", w, 550 if way == "quiet" else 450, way)
    shift(state, "grassroots", 2, 15 if way == "quiet" else 45, "inspections")
    if way == "quiet" and state.owner[w] >= 0:
        shift(state, "trust", state.owner[w], -scenario.rules.trust_quiet, "unannounced")
    width = len(scenario.works)
    faking = [
        scenario.peers[p].id for p in scenario.works[w].parties if state.act[p * width + w] == ACTS.index("fake")
    ]
    caught = faking if way == "quiet" else []
    if caught:
        play.learn(*(f"{p}.faked.{work}" for p in caught))
    if way == "joint":
        seen = [s if s >= 0 else r for s, r in zip(state.seen, state.reported)]
        for i in range(len(scenario.leaders)):
            sees(scenario, state, i, min(state.belief[i], overall(scenario, seen)))
    play.tell("inspect", work=work, way=way, found=found, reported=reported, caught=caught)


DEEDS = (Deed("inspect", 2, _inspect, _fields),)
