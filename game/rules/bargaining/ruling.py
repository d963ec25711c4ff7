"""Submitting a table to a leader for a ruling: quick, and no longer in one's own hands (M47, M48; formal core 8).

The leader weighs what was submitted by their own preference, by evidence, by who has co-signed, and by mood. One option
alone leaves them free to prefer their own; several options co-signed by the parties narrow it to these.
"""

from game.rules.action import Blocked
from game.rules.bargaining.bond import RULED
from game.rules.bargaining.deal import consenting, nothing_open, open_names, open_packages, open_tables, settle
from game.rules.deed import Args, Deed, Field, Leaning, Play, Question
from game.rules.luck import luck
from game.rules.once import once
from game.rules.reason import Reason, total
from game.rules.state import Ask, State
from game.rules.stock import shift
from game.scenario.scenario import Scenario

SHELVE = "shelve"


def rulers(scenario: Scenario, t: int) -> tuple[int, ...]:
    """Return the leaders (indices) who can rule on a table: those with views on it, else those who lead the lead."""
    named = tuple(i for i, _ in scenario.tables[t].rulers)
    return named or tuple(dict.fromkeys((scenario.in_charge, scenario.principal)))


def _fields(scenario: Scenario, state: State) -> tuple[Field, ...]:
    return _to_submit(scenario, open_tables(state), tuple(state.unlocked))


@once
def _to_submit(scenario: Scenario, tables: tuple[int, ...], unlocked: tuple[int, ...]) -> tuple[Field, ...]:
    ids = tuple(scenario.tables[t].id for t in tables)
    leaders = {scenario.tables[t].id: tuple(scenario.leaders[i].id for i in rulers(scenario, t)) for t in tables}
    packages = {scenario.tables[t].id: open_names(scenario, unlocked, t) for t in tables}
    return (
        Field("table", ids),
        Field("leader", tuple(dict.fromkeys(x for t in ids for x in leaders[t])), given="table", allowed=leaders),
        Field("packages", tuple(dict.fromkeys(n for t in ids for n in packages[t])), (1, 3), "table", packages),
    )


def _blocked(scenario: Scenario, state: State) -> Blocked | None:
    again = Blocked("submitted_already") if "escalate" in state.done else None
    return nothing_open(scenario, state) or again


def _submit(play: Play, args: Args) -> None:
    play.hold("escalate", args)
    play.ask(Ask(args["leader"], "rule", (("table", args["table"]), ("packages", tuple(args["packages"])))))


def narrowed(scenario: Scenario, state: State, t: int, packages: tuple[int, ...]) -> bool:
    """Tell whether a submission leaves only its own options: several of them, each co-signed by all parties but one."""
    needed = len(scenario.tables[t].parties) - 2
    signed = [sum(s != "lead" for s in consenting(scenario, state, t, n)) for n in packages]
    return len(packages) >= 2 and min(signed) >= needed


def _candidates(scenario: Scenario, state: State, ask: Ask) -> tuple[int, ...]:
    """Return the packages a ruling may choose: the submitted ones and, unless narrowed, the leader's own favourite."""
    t = scenario.index["table"][ask.get("table")]
    given = tuple(scenario.tables[t].names.index(n) for n in ask.get("packages"))
    if narrowed(scenario, state, t, given):
        return given
    liked = _liking(scenario, t, scenario.leader(ask.seat))
    best = max(open_packages(scenario, state, t), key=lambda n: (liked[n], -n))
    return tuple(dict.fromkeys((*given, best)))


def _liking(scenario: Scenario, t: int, leader: int) -> tuple[int, ...]:
    """Return a leader's own points by package; one without declared views cares for none."""
    table = scenario.tables[t]
    return next((worth for i, worth in table.rulers if i == leader), (500,) * len(table.packages))


def merit(scenario: Scenario, state: State, leader: int, t: int, package: int, nth: int) -> Reason:
    """Return how a leader scores one package, with reasons, ‰: evidence takes room from preference (M42, limited)."""
    table = scenario.tables[t]
    proof = sum(state.evidence[w] for w in table.works) // len(table.works)
    signed = sum(s != "lead" for s in consenting(scenario, state, t, package))
    known = table.parties[table.lead].worth[package] * scenario.lead.expertise // 1000
    return total("merit", [
        Reason("preference", _liking(scenario, t, leader)[package] * (1000 - proof // 2) // 1000),
        Reason("evidence", known * proof // 1000),
        Reason("cosigned", 400 * signed // max(1, len(table.parties) - 1)),
        Reason("mood", luck(state, scenario.leaders[leader].id, "rule", nth) // 10 - 50),
    ])  # fmt: skip


def _rule_fields(scenario: Scenario, state: State, ask: Ask) -> tuple[Field, ...]:
    table = scenario.tables[scenario.index["table"][ask.get("table")]]
    return (Field("ruling", (*(table.names[n] for n in _candidates(scenario, state, ask)), SHELVE)),)


def _rule_leaning(scenario: Scenario, state: State, ask: Ask) -> Leaning:
    """Score each package by its merit, and sending it back: easier for a leader whose mind is elsewhere (M48)."""
    t, leader = scenario.index["table"][ask.get("table")], scenario.leader(ask.seat)
    table, width = scenario.tables[t], len(scenario.works)
    found = {
        table.names[n]: merit(scenario, state, leader, t, n, nth).value
        for nth, n in enumerate(_candidates(scenario, state, ask))
    }
    minded = max(state.attention[leader * width + w] for w in table.works)
    found[SHELVE] = 650 - (minded + state.favor[leader]) // 3
    return {"ruling": found}


def _ruled(play: Play, ask: Ask, args: Args) -> None:
    """Take the ruling: it binds; those passed over without a word beforehand remember it."""
    state, scenario = play.state, play.scenario
    t = scenario.index["table"][ask.get("table")]
    table = scenario.tables[t]
    state.held = ()
    ruling = args["ruling"]
    own = ruling not in (*ask.get("packages"), SHELVE)
    play.tell("ruling", leader=ask.seat, table=table.id, ruling=ruling, own=own)
    for party in table.parties:
        if party.seat in scenario.index["peer"] and not noticed(state, party.seat, table.id, t):
            shift(state, "trust", scenario.peer(party.seat), -scenario.rules.trust_no_notice, "no_notice")
    if ruling == SHELVE:
        shift(state, "favor", scenario.leader(ask.seat), -25, "asked_too_much")
    else:
        shift(state, "mandate", 0, 60, "ruling")
        settle(play, t, table.names.index(ruling), RULED)


def noticed(state: State, seat: str, table: str, t: int) -> bool:
    """Tell whether a party heard of the matter before it went up: an offer, joint talks, or its own word."""
    heard = any(f.startswith(f"{seat}.refused.{table}.") for f in state.known)
    return heard or state.convened[t] > 0 or any(c.seat == seat and c.table == t for c in state.consents)


DEEDS = (Deed("escalate", 3, _submit, _fields, _blocked),)
QUESTIONS = (Question("rule", _rule_fields, _rule_leaning, _ruled),)
