"""Going to see a peer, sounding one out, and asking one for data (M1, M2, M43, M44).

A visit wins a little trust and a reason; a sounding one ordering in words; data need the peer's consent, and show in
what range its points at the table lie.
"""

from itertools import pairwise

from game.rules.deed import Args, Deed, Field, Leaning, Play, Question, standing, untried
from game.rules.luck import luck
from game.rules.once import ids, once
from game.rules.paper import quoted
from game.rules.peer import WEIGHTS, inputs
from game.rules.state import NOBODY, Ask, State
from game.rules.stock import close_gap, shift
from game.scenario.scenario import Scenario

GIVES = ("full", "summary", "refuse")
GAIN = {"full": 450, "summary": 200, "refuse": 0}
"""Share of the missing evidence each answer closes for a lead of middling expertise, ‰ (M18, M42)."""
CONCERNS = ("attention", "workload", "liability", "interests", "trust", "duty")


def _unvisited(scenario: Scenario, state: State) -> tuple[Field, ...]:
    return (Field("target", untried(state, "visit", ids(scenario, "peer"))),)


def _visit(play: Play, args: Args) -> None:
    """Win trust, see the peer's intents for this turn, and hear the next reason it has not told yet.

    One that has told them all speaks of what it could live with at the table. A lead known to think of its own bureau
    first wins less (M36).
    """
    state, scenario, rules = play.state, play.scenario, play.scenario.rules
    i = scenario.peer(args["target"])
    peer = scenario.peers[i]
    first = not any(f.startswith(f"{peer.id}.") for f in state.known)
    warmth = rules.trust_visit * (3 if first else 2) // 2
    warmth = warmth * (1100 - state.parochial[0] // 2) // 1000
    shift(state, "trust", i, warmth * (1000 - state.trust[i]) // 600, "visit")
    told = sum(1 for f in state.known if f.startswith(f"{peer.id}.told."))
    line = min(told, len(peer.reasons) - 1)
    reveals = peer.reasons[line].reveals
    facts = [f"{peer.id}.told.{told}"] if told < len(peer.reasons) else []
    if reveals:
        facts.append(f"{peer.id}.{reveals}")
    if told >= len(peer.reasons) and at_tables(scenario, peer.id):
        facts.append(f"{peer.id}.points")
    new = play.learn(*facts, f"{peer.id}.intents.{state.turn}")
    found = next((f for f in (reveals, "points") if f"{peer.id}.{f}" in new), "")
    play.tell("visit", "lead", peer.id, target=peer.id, line=line, new=told < len(peer.reasons),
              reveals=found, fresh=state.replaced[i] >= 0)  # fmt: skip


def _sound(play: Play, args: Args) -> None:
    """Learn which of two of the peer's concerns weighs more with it: one ordering, in words (play.md)."""
    state, scenario = play.state, play.scenario
    i = scenario.peer(args["target"])
    peer = scenario.peers[i]
    fresh = [x for x in orderings(scenario, state, i) if f"{peer.id}.order.{x[0]}{x[1]}>{x[2]}" not in state.known]
    if not fresh:
        play.tell("sound", "lead", peer.id, target=peer.id, table="", more="", less="")
        return
    table, more, less = fresh[luck(state, peer.id, "sound") % min(2, len(fresh))]
    play.learn(f"{peer.id}.order.{table}{more}>{less}", f"{peer.id}.intents.{state.turn}")
    play.tell("sound", "lead", peer.id, target=peer.id, table=table.rstrip("."), more=more, less=less)


def at_tables(scenario: Scenario, seat: str) -> tuple[int, ...]:
    """Return the tables a seat is a party of."""
    return tuple(t for t, table in enumerate(scenario.tables) if table.party(seat) >= 0)


def orderings(scenario: Scenario, state: State, peer: int) -> list[tuple[str, str, str]]:
    """Return what a sounding can bring out, as (table and dot or "", more, less): issues, options, then concerns.

    At an open table: which issue a party has more at stake in, and on each issue which option it would rather have.
    """
    found = []
    for t in at_tables(scenario, scenario.peers[peer].id):
        table = scenario.tables[t]
        points = table.parties[table.party(scenario.peers[peer].id)].points
        if state.deal[t] == NOBODY:
            stakes = [max(row) - min(row) for row in points]
            ranked = sorted(range(len(points)), key=lambda i: -stakes[i])
            found += [(f"{table.id}.", table.issues[a].id, table.issues[b].id) for a, b in pairwise(ranked)]
            for i in ranked:
                options = sorted(range(len(points[i])), key=lambda o: -points[i][o])
                ids = [table.issues[i].options[o].id for o in options]
                found += [(f"{table.id}.", a, b) for a, b in pairwise(ids)]
    weight = concerns(scenario, state, peer)
    return found + [("", a, b) for a, b in pairwise(sorted(CONCERNS, key=lambda c: -weight[c]))]


def concerns(scenario: Scenario, state: State, peer: int) -> dict[str, int]:
    """Return how much each concern weighs in a peer's choice to cooperate, ‰, over its workstreams."""
    found = dict.fromkeys(CONCERNS, 0)
    for w, work in enumerate(scenario.works):
        if peer in work.parties:
            for name, value in zip(WEIGHTS, inputs(scenario, state, peer, w)):
                if name in found:
                    found[name] += abs(WEIGHTS[name][0] * value) // 1000
    return found


def _data_fields(scenario: Scenario, state: State) -> tuple[Field, ...]:
    holders = untried(state, "data", ids(scenario, "peer"))
    able = _holders(scenario, holders)
    needing = tuple([w for w, e in zip(able, state.evidence, strict=True) if e < 1000 and able[w]])
    return (Field("work", needing), Field("target", holders, given="work", allowed=able))


@once
def _holders(scenario: Scenario, free: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {work: tuple(p for p in ids if p in free) for work, ids in scenario.parties.items()}


def _ask_data(play: Play, args: Args) -> None:
    play.hold("data", args)
    play.ask(Ask(args["target"], "data", (("work", args["work"]),)))


def _data_leaning(scenario: Scenario, state: State, ask: Ask) -> Leaning:
    """Score giving everything, a summary, or nothing: trust and commitment against liability and own interests."""
    peer, work = scenario.peer(ask.seat), scenario.work(ask.get("work"))
    given = dict(zip(WEIGHTS, inputs(scenario, state, peer, work)))
    held_up = 150 if quoted(state, work) else 0
    pull = given["trust"] + (given["commit"] + given["attention"] + given["pressure"]) // 2 + held_up
    hold = given["liability"] // 3 + given["interests"] // 3
    mood = luck(state, ask.seat, "data") // 5 - 100
    return {"give": {"full": pull - hold + mood - 150, "summary": 60, "refuse": hold - pull - 250}}


def _take_data(play: Play, ask: Ask, args: Args) -> None:
    state, give = play.state, args["give"]
    work, peer = play.scenario.work(ask.get("work")), play.scenario.peer(ask.seat)
    close_gap(state, "evidence", work, GAIN[give] * (700 + 6 * play.scenario.lead.expertise // 10) // 1000, "data")
    if give == "full":
        shift(state, "load", peer, 15, "data")
        if any(work in play.scenario.tables[t].works for t in at_tables(play.scenario, ask.seat)):
            play.learn(f"{ask.seat}.points")
    play.tell("data", peer=ask.seat, work=ask.get("work"), give=give)
    state.held = ()


DEEDS = (
    Deed("visit", 1, _visit, _unvisited),
    Deed("sound", 1, _sound, standing(lambda scenario: (Field("target", ids(scenario, "peer")),))),
    Deed("data", 1, _ask_data, _data_fields),
)
QUESTIONS = (Question("data", lambda *_: (Field("give", GIVES),), _data_leaning, _take_data),)
