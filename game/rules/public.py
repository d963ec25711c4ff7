"""The scenario as a seat may know it: every secret it has not found out replaced by its declared prior."""

from dataclasses import replace
from typing import Any

from game.rules.state import NOBODY
from game.rules.tableview import public_tables
from game.rules.view import View
from game.scenario.plot import Ending, Inject
from game.scenario.scenario import Leader, Line, Peer, Scenario
from game.scenario.text import Text

PRIOR = 500


def public(scenario: Scenario, seen: View) -> Scenario:
    """Return the scenario with every secret the seat has not found out replaced by its declared prior.

    Unknown numbers become 500 ‰, unknown words are empty, an unknown red line is never crossed.
    """
    if seen.seat == "trainer":
        return scenario
    peers = tuple(_prior(p, seen.peers[i].facts, seen) for i, p in enumerate(scenario.peers))
    leaders = tuple(x if seen.seat == x.id else _prior_leader(x, seen) for x in scenario.leaders)
    injects = tuple(j if seen.fired[i] else _unheard(j) for i, j in enumerate(scenario.injects))
    tables = public_tables(scenario, seen.seat, seen.known)
    endings = tuple(e if seen.ending == e.id else Ending(e.id, Text(), Text(), "", None) for e in scenario.endings)
    return replace(scenario, peers=peers, leaders=leaders, tables=tables, injects=injects, endings=endings,
                   expectations=())  # fmt: skip


def _unheard(inject: Inject) -> Inject:
    """Return what can be known of something that has not happened: nothing but that it has a name."""
    return Inject(inject.id, Text(), Text(), "", NOBODY, NOBODY, NOBODY, None, 0, True, (), ())


def _prior_leader(leader: Leader, seen: View) -> Leader:
    """Return a leader as others see one: goodwill only ever in bands, preference and patience once told."""
    if f"{leader.id}.preference" in seen.known:
        return replace(leader, favor=PRIOR)
    return replace(leader, favor=PRIOR, preference=Text(), patience=PRIOR)


def _prior(peer: Peer, facts: frozenset[str], seen: View) -> Peer:
    """Return a peer as its public record and what was found out show it."""
    own = seen.seat == peer.id
    changes: dict[str, Any] = {f: PRIOR for fact, f in _NUMBERS.items() if fact not in facts}
    changes["trust"] = peer.trust if own else PRIOR
    if "redline" not in facts:
        changes |= {"crossed": None, "redline": Text()}
    if "interest" not in facts:
        changes["interest"] = Text()
    if not own:
        told = sum(1 for f in seen.known if f.startswith(f"{peer.id}.told."))
        changes["reasons"] = tuple(r if n < told else Line(Text(), "") for n, r in enumerate(peer.reasons))
    return replace(peer, **changes)


_NUMBERS = {"blame": "blame", "capacity": "capacity", "entrenchment": "entrenchment", "workload": "load"}
