"""What a game could have done better: a predicate a kind, yielding (recording line, weight, what fills its words)."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from game.study.pack.played import Played
from game.study.pack.strength import Told
from game.study.pack.trust import LEAST, swing

_WIDE, _APART, _OFTEN, _LOST, _AGAIN = 100, 300, 4, -5, 3
_MEANS = frozenset({"bulletin", "inspect", "discipline"})
_HEARD = frozenset({"visit", "sound"})


def not_agreed(game: Played) -> Iterator[Told]:
    """A table fell back on the watered-down outcome; with the package that would have needed least, if one was left."""
    ended = {e.table: e for e in game.study.tables}
    for moment, event in game.events("deal"):
        if event.data["how"] == "fallback":
            table = game.scenario.tables[game.scenario.index["table"][event.data["table"]]]
            change = ended[table.id].change
            offers = sum(e.data["table"] == table.id for _, e in game.events("offer"))
            args = {"table": table.id, "n": offers, "change": None if change is None else table.names[change[0]]}
            yield moment.line, 600, args


def padded(game: Played) -> Iterator[Told]:
    """What was reported ran far ahead of what was real; told of the turn in which it did most."""
    widest = max(game.study.points, key=lambda p: p.reported - p.real)
    gap = widest.reported - widest.real
    if gap >= _WIDE:
        args = {"turn": widest.turn, "reported": widest.reported, "real": widest.real, "by": gap}
        yield widest.line, 200 + 2 * gap, args


def lost_trust(game: Played) -> Iterator[Told]:
    """A peer trusts the lead clearly less than at the start; told by the step that cost most."""
    for side in game.study.sides:
        start, end = side.trust
        if start - end >= LEAST:
            line, by, deed = swing(game, side.peer, up=False)
            args = {"who": side.peer, "start": start, "end": end, "by": by, "deed": deed, "most": line}
            yield line, start - end + 100, args


def broken(game: Played) -> Iterator[Told]:
    """A promise was not kept."""
    for moment, event in game.events("promise"):
        if not event.data["kept"]:
            promise = game.scenario.promises[game.scenario.index["promise"][event.data["promise"]]]
            made = next((m.line for m, e in game.events("promised") if e.data["promise"] == promise.id), moment.line)
            args = {"promise": promise.id, "who": game.scenario.peers[promise.to].id, "made": made}
            yield moment.line, 450, args


def unowned(game: Played) -> Iterator[Told]:
    """Work nobody had taken on by the end was passed from hand to hand."""
    last = game.moments[-1].state
    for w, work in enumerate(game.scenario.works):
        passed = [(m, e) for m, e in game.events("act") if e.data["work"] == work.id and e.data["act"] == "pass"]
        if last.owner[w] < 0 and len(passed) >= _OFTEN:
            seats = tuple(dict.fromkeys(e.data["peer"] for _, e in passed))
            yield passed[0][0].line, 150 + 10 * len(passed), {"work": work.id, "n": len(passed), "others": seats}


def pressed_unheard(game: Played) -> Iterator[Told]:
    """Discipline oversight was asked for against a peer the lead had never heard."""
    heard: set[Any] = set()
    told: set[Any] = set()
    for deed in game.deeds:
        target = deed.action.args.get("target")
        if deed.action.kind in _HEARD:
            heard.add(target)
        elif deed.action.kind == "discipline" and target not in heard | told:
            told.add(target)
            yield deed.line, 420, {"who": target, "work": deed.action.args["work"], "turn": deed.turn}


def same_means(game: Played) -> Iterator[Told]:
    """One means of pressure was used again and again, more than any way of hearing the others."""
    for kind, n in Counter(d.action.kind for d in game.deeds if d.action.kind in _MEANS).items():
        visits = sum(d.action.kind in _HEARD for d in game.deeds)
        if n >= _AGAIN and n > visits:
            line = [d.line for d in game.deeds if d.action.kind == kind][_AGAIN - 1]
            trust = game.study.points[0].trust, game.study.points[-1].trust
            yield line, 200 + 20 * n, {"means": kind, "n": n, "visits": visits, "start": trust[0], "end": trust[1]}


def idle(game: Played) -> Iterator[Told]:
    """In half the turns or more the lead did nothing of its own accord."""
    turns = game.study.points[-1].turn
    busy = {d.turn for d in game.deeds}
    still = [p for p in game.study.points[1:] if p.turn not in busy]
    if 2 * len(still) >= turns:
        yield still[0].line, 700, {"n": len(still), "turns": turns, "turn": still[0].turn}


def declined(game: Played) -> Iterator[Told]:
    """A leader or the government office declined two requests or more."""
    refused = [d for d in game.deeds if any(e.data.get("granted") is False for e in d.events)]
    by = Counter(_refuser(d.events) for d in refused)
    for seat, n in by.items():
        if seat and n > 1:
            mine = [d for d in refused if _refuser(d.events) == seat]
            yield mine[0].line, 100 + 30 * n, {"who": seat, "n": n, "deed": mine[0].action}


def _refuser(events: tuple[Any, ...]) -> str:
    no = next(e for e in events if e.data.get("granted") is False)
    return str(no.data.get("seat") or no.data.get("leader") or "discipline")


def turned_down(game: Played) -> Iterator[Told]:
    """A turn without whose deeds the mark would have been higher."""
    for fork in game.study.forks:
        if fork.worth <= _LOST:
            line = next(d.line for d in game.deeds if d.turn == fork.turn)
            yield line, 150 - 6 * fork.worth, {"turn": fork.turn, "deeds": fork.actions, "by": -fork.worth}


def hot_above(game: Played) -> Iterator[Told]:
    """At the end it was much hotter above than below."""
    last = game.study.points[-1]
    if last.heat[0] - last.heat[2] >= _APART:
        yield last.line, (last.heat[0] - last.heat[2]) // 2, {"upper": last.heat[0], "lower": last.heat[2]}


KINDS: Mapping[str, Callable[[Played], Iterator[Told]]] = {
    "not_agreed": not_agreed,
    "padded": padded,
    "lost_trust": lost_trust,
    "broken": broken,
    "unowned": unowned,
    "pressed_unheard": pressed_unheard,
    "same_means": same_means,
    "idle": idle,
    "declined": declined,
    "turned_down": turned_down,
    "hot_above": hot_above,
}
