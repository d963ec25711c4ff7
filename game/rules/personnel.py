"""A change of head (换人): asked for with a file and in a window, decided by others (M71; F37).

It resets entrenchment, habituation and what had grown between the two; it has a dip, and it helps where the old head
was unwilling, not where the department is unable. Others take note.
"""

from game.rules.action import Blocked
from game.rules.deed import Args, Deed, Field, Leaning, Play, Question
from game.rules.ladder import climb, pull_levers
from game.rules.luck import luck
from game.rules.once import once, works_of
from game.rules.reason import Reason, total
from game.rules.signature import SIGNS
from game.rules.state import Ask, State
from game.rules.stock import shift
from game.scenario.names import RUNGS
from game.scenario.scenario import Scenario


def decider(scenario: Scenario) -> int:
    """Return the leader who decides on heads: whoever is marked for it, else the principal leader."""
    return next((i for i, x in enumerate(scenario.leaders) if x.personnel), scenario.principal)


def _fields(scenario: Scenario, state: State) -> tuple[Field, ...]:
    windows = [p for p, peer in enumerate(scenario.peers) if peer.window is not None and peer.window.test(state)]
    return _to_ask_for(scenario, tuple([p for p in windows if RUNGS[state.rung[p]] not in ("none", "change")]))


@once
def _to_ask_for(scenario: Scenario, peers: tuple[int, ...]) -> tuple[Field, ...]:
    open_now = tuple(scenario.peers[p].id for p in peers)
    shut = {p.id: Blocked("no_window", {"peer": p.id}) for p in scenario.peers if p.id not in open_now}
    return (Field("target", open_now, closed=shut),)


def _request(play: Play, args: Args) -> None:
    play.hold("personnel", args)
    play.ask(Ask(play.scenario.leaders[decider(play.scenario)].id, "personnel", (("target", args["target"]),)))


def file_on(scenario: Scenario, state: State, peer: int) -> Reason:
    """Return how strong the file on a head is, with reasons, ‰: evidence, what was tried, who minds (M71)."""
    mine = works_of(scenario)[peer]
    who = decider(scenario)
    row = who * len(scenario.works)
    return total("file", [
        Reason("evidence", sum(state.evidence[w] for w in mine) // len(mine)),
        Reason("tried", 130 * state.rung[peer]),
        Reason("attention", sum(state.attention[row + w] for w in mine) // len(mine)),
        Reason("mood", luck(state, scenario.leaders[who].id, "personnel") // 8 - 62),
    ])  # fmt: skip


def _leaning(scenario: Scenario, state: State, ask: Ask) -> Leaning:
    file = file_on(scenario, state, scenario.peer(ask.get("target")))
    return {"sign": {"grant": file.value, "decline": scenario.rules.personnel_bar}}


def _decided(play: Play, ask: Ask, args: Args) -> None:
    state, scenario = play.state, play.scenario
    p, granted = scenario.peer(ask.get("target")), args["sign"] == "grant"
    state.held = ()
    play.tell("personnel", leader=ask.seat, target=ask.get("target"), granted=granted)
    if granted:
        change_head(scenario, state, p)
    else:
        shift(state, "favor", scenario.leader(ask.seat), -60, "asked_too_much")


def change_head(scenario: Scenario, state: State, peer: int) -> None:
    """Put a new head in: a fresh start, a dip while they settle, and a chill among the others."""
    climb(state, peer, "change")
    state.put("replaced", peer, state.day)
    shift(state, "entrenchment", peer, min(0, 100 - state.entrenchment[peer]), "new_head")
    shift(state, "trust", peer, 450 - state.trust[peer], "new_head")
    shift(state, "reciprocity", peer, -state.reciprocity[peer], "new_head")
    shift(state, "load", peer, 250, "new_head")
    for what in ("dulled_bulletin", "dulled_oversight", "stance"):
        state.put(what, peer, 0)
    width = len(scenario.works)
    for w in range(width):
        shift(state, "commit", peer * width + w, -state.commit[peer * width + w], "new_head")
    for other in range(len(scenario.peers)):
        if other != peer:
            shift(state, "trust", other, -15, "chill")
    pull_levers(scenario, state, peer, "change")


DEEDS = (Deed("personnel", 3, _request, _fields),)
QUESTIONS = (Question("personnel", lambda *_: (Field("sign", SIGNS),), _leaning, _decided),)
