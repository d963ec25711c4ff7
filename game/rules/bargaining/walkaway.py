"""What a party would rather walk away than accept, and what it asks for before it comes to that.

The article's levers meet the table here (model.md, formal core 2): attention, promises from above, immunity, sanction
move walk-away values; temperament, trust and the deadline say how fast a party comes down to them.
"""

from game.rules.bargaining.bond import base_walkaway, side_worth
from game.rules.leader import shadow
from game.rules.pressure import pressure
from game.rules.reason import Reason, total
from game.rules.state import State
from game.scenario.scenario import Scenario
from game.scenario.table import Table


def walkaway(scenario: Scenario, state: State, t: int, party: int) -> Reason:
    """Return a party's walk-away value now, in ‰ points, with what moved it since the beginning."""
    table = scenario.tables[t]
    seat, base = table.parties[party].seat, table.parties[party].walkaway
    terms = [Reason("points", base), Reason("levers", base_walkaway(state, table, party) - base)]
    if seat in scenario.index["peer"]:
        terms += _moved(scenario, state, table, scenario.peer(seat))
    return total("walkaway", terms, 0, 1000)


def _moved(scenario: Scenario, state: State, table: Table, p: int) -> list[Reason]:
    """Return what attention, pressure, trust, favours and the fear of blame take off or put on, in ‰ points."""
    rules, who = scenario.rules, scenario.peers[p]
    heard = max(shadow(scenario, state, p, w) for w in table.works)
    given = max(
        x.attention[w] for i, x in enumerate(scenario.leaders) if i == who.under or x.principal for w in table.works
    )
    pressed = max(pressure(scenario, state, p, w) for w in table.works) if state.pulses else 0
    feared = sum(state.liability[w] - scenario.works[w].liability for w in table.works) // len(table.works)
    safe = sum(state.immunity[w] for w in table.works) // len(table.works)
    return [
        Reason("attention", -max(0, heard - given) * rules.walkaway_attention // 1000),
        Reason("pressure", -pressed * rules.walkaway_pressure // 1000),
        Reason("trust", -(state.trust[p] - who.trust) * rules.walkaway_trust // 1000),
        Reason("reciprocity", -state.reciprocity[p] * rules.walkaway_trust // 1000),
        Reason("liability", (feared - safe // 2) * who.blame // 1000 * rules.walkaway_liability // 1000),
    ]


def aspiration(scenario: Scenario, state: State, t: int, party: int) -> Reason:
    """Return what a party holds out for now, in ‰ points: its walk-away value and what it still hopes for beyond.

    Hope shrinks with time by temperament (Faratin, Sierra, Jennings 1998: boulware late, conceder early, tit for tat as
    the lead itself gives way), with trust, and with the momentum of earlier agreements (M4, M30; F41).
    """
    floor = walkaway(scenario, state, t, party)
    who = scenario.tables[t].parties[party]
    room = max(0, max(who.worth) - floor.value)
    hope = room * scenario.rules.aspiration // 1000 * _left(scenario, state, t, who.style) // 1000
    if who.seat in scenario.index["peer"]:
        trust = state.trust[scenario.peer(who.seat)] * (1000 - state.parochial[0] // 2) // 1000
        hope = hope * (1300 - trust) // 1000
    hope = hope * (1000 - state.momentum[0] // 2) // 1000
    return total("aspiration", [floor, Reason("hope", hope)])


def _left(scenario: Scenario, state: State, t: int, style: str) -> int:
    """Return what is left of a party's opening hope, ‰, by its style."""
    table = scenario.tables[t]
    end = table.deadline if table.deadline > 0 else scenario.length.turns * scenario.length.days
    gone = min(1000, state.day * 1000 // max(1, end))
    if style == "boulware":
        return 1000 - gone * gone // 1000 * gone // 1000
    if style == "conceder":
        left = 1000 - gone
        return left * left // 1000 * left // 1000
    if style == "tit_for_tat":
        return max(100, 1000 - 2 * given_way(state, table, t))
    return 1000 - gone


def given_way(state: State, table: Table, t: int) -> int:
    """Return how far the lead has come down from the most it ever asked for, in ‰ points of its own."""
    if state.offered[t] < 0:
        return 0
    return max(0, state.claimed[t] - table.parties[table.lead].worth[state.offered[t]])


def gains(scenario: Scenario, state: State, t: int, party: int) -> list[int]:
    """Return what each package gives a party beyond what it holds out for, in ‰ points."""
    who = scenario.tables[t].parties[party]
    least = aspiration(scenario, state, t, party).value - side_worth(scenario, state, t, who.seat)
    return [worth - least for worth in who.worth]
