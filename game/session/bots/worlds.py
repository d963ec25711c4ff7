"""Worlds a lead can imagine: a public scenario and a view, with what the seat cannot know drawn anew for each.

Everything is drawn from the public scenario and the view alone, so that nothing hidden can be among it.
"""

from dataclasses import replace
from random import Random
from typing import Any

from game.rules import View
from game.rules.forecast import believe
from game.rules.state import Ask, State
from game.rules.tableview import TableView
from game.rules.view import TRUST_BANDS
from game.scenario.scenario import Peer, Scenario
from game.scenario.table import Party, Table
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
    """Return a table whose unknown parties have made-up points."""
    parties = zip(table.parties, seen.parties, strict=True)
    return replace(table, parties=tuple(p if v.known else _party(table, p, guessed(seen, v, dice)) for p, v in parties))


def _party(table: Table, party: Party, guess: tuple[tuple[tuple[int, ...], ...], int]) -> Party:
    points, walkaway = guess
    worth = tuple(sum(row[o] for row, o in zip(points, p, strict=True)) for p in table.packages)
    return replace(party, points=points, worth=worth, walkaway=walkaway)
