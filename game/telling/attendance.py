"""Who came to a meeting and with what rank, and what is known to draw a department there or keep it away."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.rules import Event, View
from game.scenario.scenario import Scenario
from game.telling.name import seat, work
from game.telling.number import points
from game.telling.words import Words

RANKS = ("head", "deputy", "chief")
_MINDED, _BUSY, _TIRED = 500, 600, 3
_TRUSTED, _COLD = 3, 1
_FIRM, _WEAK = 600, 300


class Came(NamedTuple):
    """Whom a seat sent ("head", "deputy", "chief"), and what it would sign, in words ("" at joint talks)."""

    seat: str
    send: str
    word: str


class Pull(NamedTuple):
    """Something that draws a department to a meeting (`up`) or keeps it away."""

    up: bool
    text: str


def came(words: Words, event: Event) -> tuple[Came, ...]:
    """Return who came to the meeting an event tells of, in the order they answered; () for any other event."""
    if event.kind == "consult":
        return tuple(Came(who, send, words(f"value.word.{word}")) for who, send, word in event.data["answers"])
    if event.kind == "talks":
        return tuple(Came(who, send, "") for who, send, *_ in event.data["answers"])
    return ()


def attended(words: Words, scenario: Scenario, one: Came) -> str:
    """Return in a sentence whom a seat sent, and what that one could sign."""
    told = words(f"event.attend.{one.send}", who=seat(words, scenario, one.seat))
    return words("event.attend.word", attend=told, word=one.word) if one.word else words("attend.plain", attend=told)


def pulls(words: Words, scenario: Scenario, seen: View, who: str, works: Sequence[str], chair: str = ""
          ) -> list[Pull]:  # fmt: skip
    """Return what the lead knows that decides whom a department sends to a meeting on some workstreams.

    `chair` is the leader who takes the chair, "" for none. A leader at the table sends as it pleases: nothing.
    """
    return list(_pulls(words, scenario, seen, who, works, chair)) if who in scenario.index["peer"] else []


def _pulls(words: Words, scenario: Scenario, seen: View, who: str, works: Sequence[str], chair: str
           ) -> Iterator[Pull]:  # fmt: skip
    p = scenario.peer(who)
    under, peer = scenario.peers[p].under, seen.peers[p]
    if chair and (scenario.leader(chair) == under or scenario.leaders[scenario.leader(chair)].principal):
        yield Pull(True, words("attend.chair", leader=seat(words, scenario, chair)))
    numbers = [scenario.work(w) for w in works]
    for leader, view in zip(scenario.leaders, seen.leaders, strict=True):
        if numbers and (scenario.leader(leader.id) == under or leader.principal):
            most = max(numbers, key=lambda w: view.attention[w])
            if view.attention[most] >= _MINDED:
                yield Pull(True, words("attend.minded", leader=seat(words, scenario, leader.id),
                                       work=work(words, scenario, scenario.works[most].id)))  # fmt: skip
    if owned := [w for w in works if seen.works[scenario.work(w)].owner == who]:
        yield Pull(True, words("attend.own", work=work(words, scenario, owned[0])))
    if peer.trust >= _TRUSTED or peer.trust <= _COLD:
        yield Pull(peer.trust >= _TRUSTED, words("attend.close" if peer.trust >= _TRUSTED else "attend.cold"))
    if peer.load is not None and peer.load > _BUSY:
        yield Pull(False, words("attend.busy", load=points(peer.load)))


def of_the_meeting(words: Words, seen: View, works: Sequence[str]) -> Iterator[Pull]:
    """Yield what weighs with everybody alike: the agenda, how often they were called, the mandate."""
    if len(works) > 1:
        yield Pull(False, words("attend.many", count=len(works)))
    if seen.counts.get("consult", 0) > _TIRED:
        yield Pull(False, words("attend.tired"))
    if seen.mandate >= _FIRM or seen.mandate < _WEAK:
        yield Pull(seen.mandate >= _FIRM, words("attend.firm" if seen.mandate >= _FIRM else "attend.weak"))
