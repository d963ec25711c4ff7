"""Who hands a workstream's papers on to whom, and where they lie: read off what a seat saw at the end of each turn."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.rules import View
from game.scenario.scenario import ACTS, Scenario
from game.telling.name import head, seat, work
from game.telling.story import voice
from game.telling.words import Words

_PASS, _STALL = ACTS.index("pass"), ACTS.index("stall")
_NOBODY = -1
_WHY = ("redline", "blame", "interest")
"""What explains that somebody keeps or hands on a paper, the weightiest first."""


@dataclass(frozen=True, slots=True)
class Trail:
    """The way of a workstream's papers: its parties in the order they hand on in, and how often each did (turns).

    `start` is where the papers came in last, `last` who handed them on then, `at` where they came to rest ("" where
    they went all the way round), `act` how that seat acts as an index of `ACTS` (-1 before the first turn), `turns`
    for how many turns running it has been so.
    """

    work: str
    parties: tuple[str, ...]
    handed: tuple[int, ...]
    start: str
    last: tuple[str, ...]
    at: str
    act: int
    turns: int

    @property
    def state(self) -> str:
        """What has become of the papers in one word: "none", "round", or the act of whoever has them."""
        return "none" if not self.turns else "round" if not self.at else ACTS[self.act]

    @property
    def late(self) -> bool:
        """Whether they go round, or have been kept for more than one turn."""
        return self.state == "round" or (self.state == "stall" and self.turns > 1)

    @property
    def worst(self) -> int:
        """Which party handed on most often, as an index of `parties`; -1 where none did."""
        most = max(self.handed, default=0)
        return self.handed.index(most) if most else -1

    def after(self, party: str) -> str:
        """To whom a party hands on."""
        return self.parties[(self.parties.index(party) + 1) % len(self.parties)]


def trails(scenario: Scenario, turns: Sequence[View]) -> list[Trail]:
    """Return the trail of every workstream after some turns, each seen as it ended."""
    return [_trail(scenario, turns, w) for w in range(len(scenario.works))]


def _trail(scenario: Scenario, turns: Sequence[View], w: int) -> Trail:
    work = scenario.works[w].id
    parties, handed = scenario.parties[work], dict.fromkeys(scenario.parties[work], 0)
    start, at, act, count = parties[0], "", _NOBODY, 0
    last: tuple[str, ...] = ()
    for seen in turns:
        start, last = _passed(scenario, seen, w)
        for party in last:
            handed[party] += 1
        stop = "" if len(last) == len(parties) else parties[(parties.index(start) + len(last)) % len(parties)]
        how = seen.peers[scenario.peer(stop)].acts[w] if stop else _PASS
        count = count + 1 if (stop, how) == (at, act) else 1
        at, act = stop, how
    return Trail(work, parties, tuple(handed.values()), start, last, at, act, count)


def _passed(scenario: Scenario, seen: View, w: int) -> tuple[str, tuple[str, ...]]:
    """Return where the papers came in, and who handed them on one after another until somebody did not."""
    parties, owner = scenario.parties[scenario.works[w].id], seen.works[w].owner
    first = parties.index(owner) if owner in parties else 0
    order = parties[first:] + parties[:first]
    stop = next((n for n, party in enumerate(order) if seen.peers[scenario.peer(party)].acts[w] != _PASS), len(order))
    return order[0], order[:stop]


def worst(found: Sequence[Trail]) -> Trail:
    """Return the trail worth looking at first: one that goes round, then one that is late, then the most handed on."""
    return max(found, key=lambda trail: (trail.state == "round", trail.late, sum(trail.handed)))


def where(words: Words, scenario: Scenario, trail: Trail, sure: bool = False) -> str:
    """Return in a few words where the papers lie and how it is with them; `sure` where acts were seen as they are."""
    if not trail.turns:
        return words("handoffs.none")
    key = f"handoffs.{trail.state}.sure" if sure and trail.state == "cooperate" else f"handoffs.{trail.state}"
    return words(key, who=seat(words, scenario, trail.at), long=_long(words, trail))


def _long(words: Words, trail: Trail) -> str:
    """Return for how long it has been so, where that is more than a turn."""
    return words("handoffs.long", n=trail.turns) if trail.late and trail.turns > 1 else ""


def told(words: Words, scenario: Scenario, trail: Trail) -> list[str]:
    """Return in sentences what has become of a workstream's papers, and what whoever has them says to it."""
    name = work(words, scenario, trail.work)
    if not trail.turns:
        return [words("handoffs.none.why", work=name, who=seat(words, scenario, trail.start))]
    way = words("handoffs.then").join(seat(words, scenario, party) for party in (*trail.last, trail.at or trail.start))
    found = [words("handoffs.way", work=name, way=way)] if trail.last else []
    found.append(words(f"handoffs.{trail.state}.why", work=name, who=seat(words, scenario, trail.at),
                       long=_long(words, trail)))  # fmt: skip
    said = voice(words, scenario, trail.at, trail.state) if trail.at else ""
    return [*found, words("handoffs.says", who=head(words, scenario, trail.at), voice=said)] if said else found


def links(words: Words, scenario: Scenario, trail: Trail) -> list[str]:
    """Return a line for each party that ever handed the papers on: to whom, in how many turns, and now again."""
    found = []
    for party, times in zip(trail.parties, trail.handed, strict=True):
        if times:
            again = words("handoffs.again") if party in trail.last else ""
            found.append(words("handoffs.link", giver=seat(words, scenario, party),
                               taker=seat(words, scenario, trail.after(party)), n=times, again=again))  # fmt: skip
    return found


def held_by(trail: Trail) -> str:
    """Return the party that holds things up, as far as can be seen: who keeps the papers, or hands on most often."""
    if trail.state == "stall":
        return trail.at
    return trail.parties[trail.worst] if trail.worst >= 0 else ""


def why(words: Words, scenario: Scenario, seen: View, party: str) -> list[str]:
    """Return what is known of why a party keeps the papers or hands them on: what it said itself, or that nobody knows.

    Only what the seat that sees has found out is told: the public scenario holds nothing else.
    """
    peer, facts = scenario.peers[scenario.peer(party)], seen.peers[scenario.peer(party)].facts
    known = [fact for fact in _WHY if fact in facts]
    if not known:
        return [words("handoffs.unknown", who=seat(words, scenario, party))]
    told = [words(f"handoffs.fact.{known[0]}", who=seat(words, scenario, party), redline=words.text(peer.redline),
                  interest=words.text(peer.interest))]  # fmt: skip
    heard = next((reason for reason in peer.reasons if reason.reveals == known[0] and words.text(reason.text)), None)
    if heard is not None:
        told.append(words("handoffs.says", who=head(words, scenario, party), voice=words.text(heard.text)))
    return told
