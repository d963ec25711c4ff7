"""What the lead has found out about a peer, line by line."""

from collections.abc import Iterator

from game.rules import View
from game.rules.view import PeerView
from game.scenario.names import RUNGS, STANCES
from game.scenario.scenario import Peer, Scenario
from game.telling.bargain import found_out
from game.telling.clock import moment
from game.telling.number import points
from game.telling.words import Words

_NUMBERS = ("workload", "blame", "capacity", "entrenchment")


def dossier(words: Words, scenario: Scenario, seen: View, peer_id: str) -> list[str]:
    """Return who heads the peer and under whom, where it stands, then every fact and saying the view holds."""
    peer = scenario.peers[scenario.peer(peer_id)]
    leader = words.text(scenario.leaders[peer.under].name)
    found = list(_facts(words, peer, seen, seen.peers[scenario.peer(peer_id)].facts))
    found += orderings(words, seen, peer_id)
    found += _said(words, seen, peer)
    found += deeds_seen(words, scenario, seen, peer_id)
    found += found_out(words, scenario, seen, peer_id)
    head = words("dossier.head", head=words.text(peer.head), leader=leader)
    return [head, *stands(words, scenario, seen, peer_id), *(found or [words("dossier.nothing")])]


def stands(words: Words, scenario: Scenario, seen: View, peer_id: str) -> list[str]:
    """Return what all can see of a peer: its stance, the ladder's step it has come to, a favour owed, a new head."""
    view = seen.peers[scenario.peer(peer_id)]
    lines = [stance(words, view)]
    if view.rung:
        lines.append(words("dossier.rung", rung=words(f"rung.{RUNGS[view.rung]}")))
    if view.replaced >= 0:
        lines.append(words("dossier.replaced", when=moment(words, scenario.clock, view.replaced)))
    if view.owes:
        lines.append(words("dossier.owes"))
    return lines


def stance(words: Words, view: PeerView) -> str:
    """Return how a peer takes the matter as a whole."""
    return words("dossier.stance", stance=words(f"stance.{STANCES[view.stance]}"))


def _facts(words: Words, peer: Peer, seen: View, facts: frozenset[str]) -> Iterator[str]:
    """Yield the facts known: in the author's words, or as a level."""
    if "interest" in facts:
        yield words("dossier.interest", text=words.text(peer.interest))
    if "redline" in facts:
        yield words("dossier.redline", text=words.text(peer.redline))
    load = next(p.load for p in seen.peers if p.id == peer.id)
    levels = {
        "workload": peer.load if load is None else load,
        "blame": peer.blame,
        "capacity": peer.capacity,
        "entrenchment": peer.entrenchment,
    }
    for fact in _NUMBERS:
        if fact in facts:
            yield words(f"dossier.{fact}", value=points(levels[fact]))


def orderings(words: Words, seen: View, peer_id: str) -> list[str]:
    """Return what soundings brought out of what a peer minds more than what, away from any table."""
    found = [what.split(">") for what in _of(seen, peer_id, "order") if "." not in what]
    return [words("dossier.order", more=words(f"concern.{more}"), less=words(f"concern.{less}"))
            for more, less in found]  # fmt: skip


def deeds_seen(words: Words, scenario: Scenario, seen: View, peer_id: str) -> list[str]:
    """Return the sham deeds of a peer that unannounced looks brought out."""
    return [words("dossier.faked", work=words.text(scenario.works[scenario.work(what)].short))
            for what in _of(seen, peer_id, "faked")]  # fmt: skip


def _said(words: Words, seen: View, peer: Peer) -> list[str]:
    """Return the reasons a peer gave at visits, in its own words."""
    return [words("dossier.said", text=words.text(peer.reasons[int(what)].text))
            for what in _of(seen, peer.id, "told")]  # fmt: skip


def _of(seen: View, peer_id: str, kind: str) -> list[str]:
    """Return what is known of one kind about a peer: the ends of the facts' names."""
    start = f"{peer_id}.{kind}."
    return [fact.removeprefix(start) for fact in sorted(seen.known) if fact.startswith(start)]
