"""Peers come to the lead: with a condition when words on paper can be held up to them, or with a favour to ask (M10).

Free to hear, dear to refuse (play.md). The minutes with a leader's sentence bring the bureau that stalled to the
telephone: it names the package it could live with, and the promise it wants for it.
"""

from game.rules.bargaining.deal import claim, consent, consenting, open_packages, open_tables
from game.rules.bargaining.talk import alike
from game.rules.bargaining.walkaway import walkaway
from game.rules.deed import Args, Field, Leaning, Play, Question
from game.rules.effect import run
from game.rules.luck import luck
from game.rules.paper import quoted
from game.rules.promise import still_meant
from game.rules.state import Ask, State
from game.rules.stock import shift
from game.scenario.effect import Effect
from game.scenario.names import STANCES
from game.scenario.scenario import ACTS, Scenario

ANSWERS = ("agree", "decline")
CALLS = 500
"""The chance that a peer held to a leader's sentence calls with a condition, ‰."""
ASKS = 150
"""The chance that a hard-pressed peer asks a favour in a turn, ‰."""
_HARD_PRESSED = 700
_RESISTING = STANCES.index("resisting")
_HOLDING = tuple(ACTS.index(a) for a in ("stall", "pass", "minimal"))


def receive_callers(play: Play) -> None:
    """Let at most one peer come with a condition, else one with a favour to ask; a peer asks a favour once a game."""
    state, scenario = play.state, play.scenario
    if state.turn < 2:
        return
    for t in open_tables(state):
        for party in scenario.tables[t].parties:
            if party.seat in scenario.index["peer"] and _held_up(scenario, state, t, party.seat):
                calls = luck(state, party.seat, "calls") < CALLS
                package = condition(scenario, state, t, party.seat) if calls else -1
                if package >= 0:
                    play.ask(Ask("lead", "condition", (
                        ("peer", party.seat), ("table", scenario.tables[t].id),
                        ("package", scenario.tables[t].names[package]), ("side", _wish(scenario, state, t, party.seat)),
                    )))  # fmt: skip
                    return
    for p, peer in enumerate(scenario.peers):
        if not _may_ask(state, p, peer.id):
            continue
        if state.load[p] > _HARD_PRESSED and luck(state, peer.id, "asks") < ASKS:
            play.learn(f"{peer.id}.asked")
            play.ask(Ask("lead", "favor", (("peer", peer.id),)))
            return


def _may_ask(state: State, peer: int, seat: str) -> bool:
    """Tell whether a peer is one to ask a favour: it owes none, never asked, and does not resist the task."""
    return state.reciprocity[peer] == 0 and state.stance[peer] != _RESISTING and f"{seat}.asked" not in state.known


def _held_up(scenario: Scenario, state: State, t: int, seat: str) -> bool:
    """Tell whether a peer that has been holding back is quoted a leader's sentence on what this table is about."""
    p, width = scenario.peer(seat), len(scenario.works)
    works = scenario.tables[t].works
    held = any(state.act[p * width + w] in _HOLDING for w in works)
    return held and any(quoted(state, w) for w in works) and not any(
        c.seat == seat and c.table == t for c in state.consents)  # fmt: skip


def condition(scenario: Scenario, state: State, t: int, seat: str) -> int:
    """Return the open package a caller would propose: worth its walk-away value, nearest to what the lead last asked.

    −1 where there is none.
    """
    table = scenario.tables[t]
    i = table.party(seat)
    floor = walkaway(scenario, state, t, i).value
    able = [n for n in open_packages(scenario, state, t)
            if n not in table.parties[i].never and table.parties[i].worth[n] >= floor]  # fmt: skip
    near = alike(scenario, t, state.offered[t]) if state.offered[t] >= 0 else (0,) * len(table.names)
    return max(able, key=lambda n: (near[n], table.parties[i].worth[n], -n), default=-1)


def _wish(scenario: Scenario, state: State, t: int, seat: str) -> str:
    """Return the promise a caller wants with it: the one worth most to it that still means something, or ""."""
    free = [
        (worth, promise.id)
        for i, promise in enumerate(scenario.promises)
        for table, worth in promise.worth
        if table == t and scenario.peers[promise.to].id == seat and still_meant(scenario, state, i)
    ]
    return max(free)[1] if free else ""


def _indifferent(_scenario: Scenario, _state: State, _ask: Ask) -> Leaning:
    """The lead leans to nothing: its choices are its own."""
    return {"answer": dict.fromkeys(ANSWERS, 0)}


def _conditioned(play: Play, ask: Ask, args: Args) -> None:
    """Agree to the condition, and both words stand; or decline, and be thought hard to please."""
    state, scenario = play.state, play.scenario
    t = scenario.index["table"][ask.get("table")]
    package = scenario.tables[t].names.index(ask.get("package"))
    play.tell("condition", peer=ask.get("peer"), table=ask.get("table"), package=ask.get("package"),
              side=ask.get("side"), answer=args["answer"])  # fmt: skip
    if args["answer"] == "agree":
        if ask.get("side"):
            run(play, (Effect("promise", {"make": scenario.index["promise"][ask.get("side")]}),), "condition")
        claim(scenario, state, t, package)
        consent(play, t, package, ask.get("peer"))
        if "lead" not in consenting(scenario, state, t, package):
            consent(play, t, package, "lead")
    else:
        shift(state, "trust", scenario.peer(ask.get("peer")), -25, "turned_away")


def _favor_fields(_scenario: Scenario, state: State, _ask: Ask) -> tuple[Field, ...]:
    return (Field("answer", ANSWERS if state.energy >= 1 else ("decline",)),)


def _favored(play: Play, ask: Ask, args: Args) -> None:
    """Lend a hand for a point of energy, and be owed; or decline."""
    state, p = play.state, play.scenario.peer(ask.get("peer"))
    if args["answer"] == "agree":
        state.energy -= 1
        shift(state, "reciprocity", p, play.scenario.rules.help_owed * 3 // 4, "favor_done")
        shift(state, "load", p, -40, "favor_done")
    else:
        shift(state, "trust", p, -15, "turned_away")
    play.tell("favor", peer=ask.get("peer"), answer=args["answer"])


QUESTIONS = (
    Question("condition", lambda *_: (Field("answer", ANSWERS),), _indifferent, _conditioned),
    Question("favor", _favor_fields, lambda sc, st, ask: {"answer": dict.fromkeys(
        _favor_fields(sc, st, ask)[0].choices, 0)}, _favored),
)  # fmt: skip
