"""The evening report: the three changes of a turn that matter most, spoken; the rest folded below."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.rules import Event, View
from game.scenario.scenario import ACTS, Scenario
from game.telling.name import seat, work
from game.telling.story import because, story, voice
from game.telling.words import Words

MOST = 3
_WEIGHT = {
    "end": 100, "deal": 98, "promise": 95, "ruling": 88, "paper_group": 85, "condition": 66, "stance": 62,
    "backlog": 60, "public": 20, "ledger": 15,
}  # fmt: skip
_OF_THE_DAY = frozenset({"deal", "ruling", "condition"})
"""What happened before the plan stood and still counts among the changes of the turn."""
_ACT_WEIGHT = {"stall": 70, "pass": 75, "minimal": 40, "cooperate": 50, "fake": 50}


@dataclass(frozen=True, slots=True)
class Evening:
    """What a seat is told at the end of a turn: at most three changes, and the rest."""

    changes: list[str]
    rest: list[str]


def evening(
    words: Words, scenario: Scenario, events: Iterable[Event], seat: str = "lead", before: View | None = None
) -> Evening:
    """Return the report on a turn from its events (those of the next briefing left out) for one seat.

    With the view `before` the turn was ended, an act that is the same as last turn's weighs less: it is no change.
    """
    own = [e for e in _of_this_turn(events) if e.seen_by(seat) and not _said_by_its_ruling(e)]
    told = _acts(words, scenario, own, before)
    told += [_Said(_weight(e), story(words, scenario, e), e.kind) for e in own if e.kind in _WEIGHT or e.kind in _TRUE]
    return _sorted([t for t in told if t.text])


_TRUE = ("true_act", "true_ledger")
_SAME_AGAIN, _UNCHANGED = 35, 30


@dataclass(slots=True)
class _Said:
    """One line of the report: how much it matters, its text, and what sort of news it is.

    `short` is the text for those folded away: an act without what was said.
    """

    weight: int
    text: str
    sort: str
    short: str = ""


def _sorted(told: list[_Said]) -> Evening:
    """Return the weightiest lines first; a second one of the same sort counts for less, so that the three differ."""
    rest, changes = list(told), list[str]()
    while rest and len(changes) < MOST:
        best = max(rest, key=lambda t: t.weight)
        rest.remove(best)
        changes.append(best.text)
        for other in rest:
            other.weight -= _SAME_AGAIN if other.sort == best.sort else 0
    return Evening(changes, [t.short or t.text for t in sorted(rest, key=lambda t: -t.weight)])


def _said_by_its_ruling(event: Event) -> bool:
    """Tell whether an event only repeats a ruling, which has told of the package already."""
    return event.kind == "deal" and event.data["how"] == "ruled"


def _of_this_turn(events: Iterable[Event]) -> list[Event]:
    """Return what happened since the plan last stood, after what was settled at tables earlier in the turn.

    The briefing that follows is left out.
    """
    found, day = list[Event](), list[Event]()
    planned = False
    for event in events:
        if event.kind == "planned":
            found, day, planned = day, [], True
        elif event.kind == "turn":
            planned, day = False, []
        elif planned:
            found.append(event)
        elif event.kind in _OF_THE_DAY:
            day.append(event)
    return found


def _weight(event: Event) -> int:
    """Return how much an event matters; larger gains more."""
    if event.kind == "ledger":
        return _WEIGHT["ledger"] + min(40, int(event.data["gained"]) // 2)
    return _WEIGHT.get(event.kind, 30)


def _acts(words: Words, scenario: Scenario, events: list[Event], before: View | None) -> list[_Said]:
    """Return one line for every way a peer acted, in its voice, with the reason that weighed most."""
    groups: dict[tuple[str, str], list[Event]] = {}
    causes = {(e.data["peer"], e.data["work"]): e.data["because"] for e in events if e.kind == "cause"}
    for e in events:
        if e.kind == "act":
            groups.setdefault((e.data["peer"], e.data["act"]), []).append(e)
    found = []
    for (peer, act), same in groups.items():
        weight = _ACT_WEIGHT[act] + len(same)
        if before is not None and not any(_changed(scenario, before, e) for e in same):
            weight -= _UNCHANGED
        found.append(_Said(weight, *_spoken(words, scenario, peer, act, same, causes)))
    return found


def _changed(scenario: Scenario, before: View, event: Event) -> bool:
    """Tell whether a peer acts otherwise than it did the turn before."""
    acts = before.peers[scenario.peer(event.data["peer"])].acts
    return acts[scenario.work(event.data["work"])] != ACTS.index(event.data["act"])


def _spoken(words: Words, scenario: Scenario, peer: str, act: str, events: list[Event],
            causes: Mapping[tuple[str, str], str]) -> tuple[str, str, str]:  # fmt: skip
    """Return who did what on which workstreams, what was said and why; the sort; the same without what was said.

    `causes` are the reasons the seat alone knows, by peer and workstream; they come before those all can see.
    """
    names = [work(words, scenario, e.data["work"]) for e in events]
    line = words(f"evening.act.{act}", who=seat(words, scenario, peer), works=words.listed(names))
    whys = [causes.get((peer, e.data["work"])) or e.data["because"] for e in events]
    known = next(filter(None, whys), "")
    aside, spoken = because(words, known, act), voice(words, scenario, peer, act)
    plain = words("evening.plain", line=line, because=aside).rstrip()
    full = words("evening.voice", line=line, voice=spoken, because=aside).rstrip()
    return full if spoken else plain, act, plain
