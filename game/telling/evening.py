"""The evening report: the three changes of a turn that matter most, spoken; the rest folded below."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.rules import Event
from game.scenario.scenario import Scenario
from game.telling.name import seat, work
from game.telling.story import because, story, voice
from game.telling.words import Words

MOST = 3
_WEIGHT = {"end": 100, "promise": 95, "paper_group": 85, "backlog": 60, "public": 20, "ledger": 15}
_ACT_WEIGHT = {"stall": 70, "pass": 75, "minimal": 40, "cooperate": 50, "fake": 50}
_LEFT_OUT = frozenset({"turn", "planned", "inject", "choice", "attend", "sign"})


@dataclass(frozen=True, slots=True)
class Evening:
    """What a seat is told at the end of a turn: at most three changes, and the rest."""

    changes: list[str]
    rest: list[str]


def evening(words: Words, scenario: Scenario, events: Iterable[Event], seat: str = "lead") -> Evening:
    """Return the report on a turn from its events (those of the next briefing left out) for one seat."""
    own = [e for e in _of_this_turn(events) if e.seen_by(seat)]
    told = _acts(words, scenario, own)
    told += [(_weight(e), story(words, scenario, e)) for e in own if e.kind in _WEIGHT or e.kind in _TRUE]
    told = sorted(((w, t) for w, t in told if t), key=lambda x: -x[0])
    return Evening([t for _, t in told[:MOST]], [t for _, t in told[MOST:]])


_TRUE = ("true_act", "true_ledger")


def _of_this_turn(events: Iterable[Event]) -> list[Event]:
    """Return the events since the plan stood, up to the next briefing."""
    found: list[Event] = []
    for event in events:
        if event.kind == "planned":
            found = []
        elif event.kind == "turn":
            break
        else:
            found.append(event)
    return found


def _weight(event: Event) -> int:
    """Return how much an event matters; larger gains more."""
    if event.kind == "ledger":
        return _WEIGHT["ledger"] + min(30, int(event.data["gained"]) // 10)
    return _WEIGHT.get(event.kind, 30)


def _acts(words: Words, scenario: Scenario, events: list[Event]) -> list[tuple[int, str]]:
    """Return one line for every way a peer acted, in its voice, with the reason that weighed most."""
    groups: dict[tuple[str, str], list[Event]] = {}
    for e in events:
        if e.kind == "act":
            groups.setdefault((e.data["peer"], e.data["act"]), []).append(e)
    return [(_ACT_WEIGHT[act] + len(es), _spoken(words, scenario, peer, act, es)) for (peer, act), es in groups.items()]


def _spoken(words: Words, scenario: Scenario, peer: str, act: str, events: list[Event]) -> str:
    """Return who did what on which workstreams, what was said, and why."""
    names = [work(words, scenario, e.data["work"]) for e in events]
    line = words(f"evening.act.{act}", who=seat(words, scenario, peer), works=words.listed(names))
    known = next((e.data["because"] for e in events if e.data["because"]), "")
    spoken = voice(words, scenario, peer, act)
    key = "evening.voice" if spoken else "evening.plain"
    return words(key, line=line, voice=spoken, because=because(words, known, act)).rstrip()
