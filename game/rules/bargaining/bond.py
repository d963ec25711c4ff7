"""What a table's outcome means afterwards: each party's surplus, whose red line it crosses, and how far work can go.

Nobody agreeing leaves the watered-down fallback, never nothing (M49); what was settled for little carries little.
"""

from game.rules.once import once
from game.rules.state import NOBODY, State
from game.scenario.scenario import Scenario
from game.scenario.table import Table

OPEN, AGREED, RULED, FALLBACK = range(4)
"""How a table stands, in the order of `DEAL_STATES`."""
PER_POINT = 5
"""Surplus of 200 ‰ points counts in full: a deal barely above the walk-away value earns little (play.md)."""


def base_walkaway(state: State, table: Table, party: int) -> int:
    """Return a party's walk-away value with the levers pulled so far, in ‰ points: the line itself, free of mood."""
    value = table.parties[party].walkaway
    for lever in table.levers:
        if state.pulled[lever.index]:
            value += sum(by for i, by in lever.shifts if i == party)
    return value


def side_worth(scenario: Scenario, state: State, table: int, seat: str) -> int:
    """Return what promises made to a seat and not broken add to any package of a table for it, in ‰ points."""
    found = 0
    for i, promise in enumerate(scenario.promises):
        if promise.worth and state.promised[i] in (0, 1) and scenario.peers[promise.to].id == seat:
            found += sum(v for t, v in promise.worth if t == table)
    return found


def surplus(scenario: Scenario, state: State, peer: int, work: int) -> int:
    """Return what the deals in force over a workstream leave a peer beyond its walk-away value, −1000 to 1000 ‰."""
    found = 0
    for t, i in _places(scenario, peer, work):
        if state.deal[t] != NOBODY and state.deal_how[t] != FALLBACK:
            table = scenario.tables[t]
            worth = table.parties[i].worth[state.deal[t]] + side_worth(scenario, state, t, table.parties[i].seat)
            found += (worth - base_walkaway(state, table, i)) * PER_POINT
    return max(-1000, min(1000, found))


def crossed_by_deal(scenario: Scenario, state: State, peer: int, work: int) -> bool:
    """Tell whether a package in force over a workstream crosses this peer's red line, and no leader ruled it so."""
    for t, i in _places(scenario, peer, work):
        if state.deal_how[t] == AGREED and state.deal[t] in scenario.tables[t].parties[i].never:
            return True
    return False


@once
def _places(scenario: Scenario, peer: int, work: int) -> tuple[tuple[int, int], ...]:
    """Return the tables over a workstream at which a peer sits, each with its place among the parties."""
    seats = [(t, scenario.tables[t].party(scenario.peers[peer].id)) for t in scenario.tables_of[work]]
    return tuple((t, i) for t, i in seats if i >= 0)


def settled_by_deal(scenario: Scenario, state: State, work: int) -> bool:
    """Tell whether those concerned have agreed on a workstream: what was fought over is then mostly settled (M15)."""
    return AGREED in [state.deal_how[t] for t in scenario.tables_of[work]]


def bound_by_deal(scenario: Scenario, state: State, peer: int) -> bool:
    """Tell whether a peer has put its name to an agreement that stands."""
    id = scenario.peers[peer].id
    return any(how == AGREED and scenario.tables[t].party(id) >= 0 for t, how in enumerate(state.deal_how))


def reach(scenario: Scenario, state: State, work: int) -> int:
    """Return how far a workstream can go under what is settled, ‰: the fallback's share until something better is.

    Between the fallback and `full_points` of the lead's own points the reach grows in proportion.
    """
    far = 1000
    for t in scenario.tables_of[work]:
        far = min(far, _carried(scenario, state, t))
    return far


def _carried(scenario: Scenario, state: State, t: int) -> int:
    table, floor, full = scenario.tables[t], scenario.rules.fallback_reach, scenario.rules.full_points
    if state.deal[t] == NOBODY:
        return floor
    worth = table.parties[table.lead].worth
    least = worth[table.fallback]
    share = (worth[state.deal[t]] - least) * 1000 // max(1, full - least)
    return floor + (1000 - floor) * max(0, min(1000, share)) // 1000
