"""Consents, and how a table closes: by agreement, by a leader's ruling, or with nobody agreeing (M43–M49)."""

from game.rules.action import Blocked
from game.rules.bargaining.bond import AGREED, FALLBACK, OPEN, RULED
from game.rules.deed import Play
from game.rules.effect import run
from game.rules.once import once
from game.rules.state import Consent, State
from game.rules.stock import close_gap, shift
from game.scenario.scenario import Scenario

BINDS = {AGREED: 600, RULED: 250}
CLEARS = {AGREED: 350, RULED: 250}


def open_packages(scenario: Scenario, state: State, t: int) -> tuple[int, ...]:
    """Return the packages of a table whose options are all unlocked now."""
    return _open(scenario, tuple(state.unlocked), t)


@once
def _open(scenario: Scenario, unlocked: tuple[int, ...], t: int) -> tuple[int, ...]:
    """Return the packages none of whose locks is still shut."""
    return tuple(n for n, waits in enumerate(scenario.tables[t].locks) if all(unlocked[i] for i in waits))


@once
def open_names(scenario: Scenario, unlocked: tuple[int, ...], t: int) -> tuple[str, ...]:
    """Return the names of a table's packages whose options are all among the unlocked."""
    return tuple(scenario.tables[t].names[n] for n in _open(scenario, unlocked, t))


def nothing_open(scenario: Scenario, state: State) -> Blocked | None:
    """Say why there is nothing to bargain over; None while some table is open."""
    if open_tables(state):
        return None
    if scenario.tables:
        return Blocked("tables_settled")
    return Blocked("no_table")


def open_tables(state: State) -> tuple[int, ...]:
    """Return the tables still bargained over."""
    return tuple([t for t, how in enumerate(state.deal_how) if how == OPEN])


def consenting(scenario: Scenario, state: State, t: int, package: int) -> tuple[str, ...]:
    """Return the seats whose word for a package still stands (M47: a word fades after `consent_days`)."""
    since = state.day - scenario.rules.consent_days
    return tuple(c.seat for c in state.consents if c.table == t and c.package == package and c.day >= since)


def consent(play: Play, t: int, package: int, seat: str) -> None:
    """Take a party's word for a package; with the last one needed the deal is made."""
    state, scenario = play.state, play.scenario
    kept = tuple(c for c in state.consents if (c.table, c.package, c.seat) != (t, package, seat))
    state.consents = (*kept, Consent(t, package, seat, state.day))
    named = consenting(scenario, state, t, package)
    if state.deal_how[t] == OPEN and all(p.seat in named for p in scenario.tables[t].parties):
        settle(play, t, package, AGREED)


def withdraw(state: State, t: int, package: int, seat: str) -> None:
    """Let a party take back its word for a package."""
    state.consents = tuple([c for c in state.consents if (c.table, c.package, c.seat) != (t, package, seat)])


def claim(scenario: Scenario, state: State, t: int, package: int) -> None:
    """Remember what the lead has offered; asking for (nearly) everything shows whose bureau it thinks of (M36)."""
    table = scenario.tables[t]
    worth = table.parties[table.lead].worth
    state.put("offered", t, package)
    state.put("claimed", t, max(state.claimed[t], worth[package]))
    shift(state, "parochial", 0, 80 if worth[package] >= 900 else -40 if worth[package] < state.claimed[t] else 0,
          "offers")  # fmt: skip


def settle(play: Play, t: int, package: int, how: int) -> None:
    """Put a package in force: what binds, what becomes clear, what it does of itself."""
    state, scenario, table = play.state, play.scenario, play.scenario.tables[t]
    signed = consenting(scenario, state, t, package)
    state.put("deal", t, package)
    state.put("deal_how", t, how)
    width = len(scenario.works)
    for w in table.works:
        close_gap(state, "clarity", w, CLEARS[how], "deal")
        for p in scenario.works[w].parties:
            bound = BINDS[how] if scenario.peers[p].id in signed or table.party(scenario.peers[p].id) < 0 else 100
            shift(state, "commit", p * width + w, bound, "deal")
        if how == AGREED:
            state.put("agreed", w, state.day + 1)
    for party in table.parties:
        if party.seat in scenario.index["peer"]:
            p = scenario.peer(party.seat)
            if how == AGREED:
                shift(state, "trust", p, 60, "deal")
            elif party.seat not in signed:
                shift(state, "trust", p, -scenario.rules.trust_overruled, "overruled")
    shift(state, "momentum", 0, 250 if how == AGREED else 80, "deal")
    play.tell("deal", table=table.id, package=table.names[package], how=("", "agreed", "ruled", "fallback")[how],
              signed=list(signed))  # fmt: skip
    cause = f"deal.{table.id}"
    run(play, table.effects, cause)
    for issue, option in zip(table.issues, table.packages[package], strict=True):
        run(play, issue.options[option].effects, cause)


def show_ranges(play: Play) -> None:
    """Let evidence show in what range everybody's points at a table lie (play.md; M42)."""
    state, scenario = play.state, play.scenario
    for t in open_tables(state):
        table = scenario.tables[t]
        seats = [p.seat for p in table.parties if p.seat != "lead" and f"{p.seat}.points" not in state.known]
        proof = sum(state.evidence[w] for w in table.works) // len(table.works)
        if seats and proof >= scenario.rules.evidence_range:
            play.learn(*(f"{seat}.points" for seat in seats))
            play.tell("ranges", "lead", table=table.id)


def close_tables(play: Play, at_the_end: bool) -> None:
    """Let every table whose time has run out, or that is still open at the end, fall to its fallback (M49)."""
    state, scenario = play.state, play.scenario
    for t in open_tables(state):
        table = scenario.tables[t]
        if at_the_end or (0 < table.deadline <= state.day):
            state.put("deal", t, table.fallback)
            state.put("deal_how", t, FALLBACK)
            play.tell("deal", table=table.id, package=table.names[table.fallback], how="fallback", signed=[])
