"""The ring of a workstream: its parties as seals, who handed its papers on to whom, and where they lie."""

from game.charts.chart import Op
from game.charts.ring import Seal, ring
from game.scenario.scenario import Scenario
from game.telling.handoffs import Trail, where
from game.telling.name import seat
from game.telling.words import Words


def ring_of(
    words: Words, scenario: Scenario, trail: Trail, size: tuple[int, int], em: int, *, outside: str = "",
    sure: bool = False
) -> tuple[Op, ...]:
    """Return the operations of a trail's ring, `size` in pixels, `em` the size of its type.

    `outside` names who is not in the ring and has the last word all the same; "" where that is not to be told.
    `sure`: acts were seen as they are, not as they looked.
    """
    seals = [_seal(words, scenario, trail, party, times)
             for party, times in zip(trail.parties, trail.handed, strict=True)]  # fmt: skip
    return ring(seals, where(words, scenario, trail, sure), outside, size, em)


def _seal(words: Words, scenario: Scenario, trail: Trail, party: str, times: int) -> Seal:
    now, bodies = party in trail.last, scenario.peers[scenario.peer(party)].bodies
    said = words("handoffs.times", n=times) if times else ""
    note = words("handoffs.start") if party == trail.start else ""
    return Seal(seat(words, scenario, party), bodies, note, said, now, bool(trail.turns) and party == trail.at)
