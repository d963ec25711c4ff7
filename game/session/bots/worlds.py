"""Worlds a lead can imagine: a public scenario and a view, with what the seat cannot know drawn anew for each.

Everything is drawn from the public scenario and the view alone, so that nothing hidden can be among it.
"""

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

from game.rules import View
from game.rules.forecast import believe
from game.rules.state import Ask, State
from game.rules.tableview import PartyView, TableView
from game.rules.view import TRUST_BANDS
from game.scenario.scenario import Peer, Scenario
from game.scenario.table import Party, Table
from game.session.bots.beliefs import Rows
from game.session.bots.packages import guessed

_EDGES = (100, *TRUST_BANDS, 900)
_SPREAD = 200
"""How far from its prior an unknown number is drawn, ‰."""
_DONE = (450, 850)
"""What of the reported progress nobody has verified may be real, ‰."""
World = tuple[Scenario, State]


def world(scenario: Scenario, seen: View, seed: int) -> World:
    """Return one world that agrees with the view; `scenario` must be `public(...)`, `seed` below nought."""
    dice = Random(seed)
    peers = tuple(_peer(p, view.facts, dice) for p, view in zip(scenario.peers, seen.peers, strict=True))
    tables = tuple(_table(t, view, dice) for t, view in zip(scenario.tables, seen.tables, strict=True))
    imagined = replace(scenario, peers=peers, tables=tables)
    state = believe(imagined, seen, seed)
    state.trust = [dice.randrange(_EDGES[p.trust], _EDGES[p.trust + 1]) for p in seen.peers]
    state.favor = [dice.randrange(_EDGES[x.favor], _EDGES[x.favor + 1]) for x in seen.leaders]
    state.real = [
        real if w.seen is not None else w.reported * dice.randrange(*_DONE) // 1000
        for real, w in zip(state.real, seen.works, strict=True)
    ]
    if seen.asked:
        state.phase = seen.phase
        state.asked = tuple(Ask(seen.seat, a.kind, tuple(a.data.items())) for a in seen.asked)
    return imagined, state


def _peer(peer: Peer, facts: frozenset[str], dice: Random) -> Peer:
    """Return a peer whose unknown numbers are drawn around their prior."""
    drawn: dict[str, Any] = {
        name: getattr(peer, name) + dice.randint(-_SPREAD, _SPREAD)
        for fact, name in (("blame", "blame"), ("capacity", "capacity"), ("entrenchment", "entrenchment"))
        if fact not in facts
    }
    return replace(peer, **drawn)


def _table(table: Table, seen: TableView, dice: Random) -> Table:
    """Return a table whose unknown parties have made-up points and red lines, and refuse again what they declined."""
    pairs = zip(table.parties, seen.parties, strict=True)
    parties = [p if v.known else _party(table, p, v, guessed(seen, v, dice)) for p, v in pairs]
    table = replace(table, parties=tuple(parties))
    return replace(table, parties=tuple(_firm(table, n, v, seen.levers) for n, v in enumerate(seen.parties)))


def _party(table: Table, party: Party, seen: PartyView, guess: tuple[Rows, int]) -> Party:
    """Return a party of made-up points; a red line nobody has told is what it likes least where most is at stake (M46).

    Not where it has given its word for that.
    """
    points, walkaway = guess
    worth = tuple(sum(row[o] for row, o in zip(points, p, strict=True)) for p in table.packages)
    issue = max(range(len(points)), key=lambda i: max(points[i]))
    least = points[issue].index(min(points[issue]))
    crossed = frozenset(n for n, p in enumerate(table.packages) if p[issue] == least)
    never = party.never or (crossed if crossed.isdisjoint(seen.word) else frozenset())
    return replace(party, points=points, worth=worth, walkaway=walkaway, never=never)


def _firm(table: Table, place: int, seen: PartyView, pulled: Sequence[int]) -> Party:
    """Return a party to whom what it declined is out of the question where its points would not make it decline.

    Where they would, a lever may bring it round.
    """
    party = table.parties[place]
    line = party.walkaway + sum(
        by for lever, on in zip(table.levers, pulled, strict=True) if on for i, by in lever.shifts if i == place
    )
    return replace(party, never=party.never | {n for n, _ in seen.declined if party.worth[n] >= line})
