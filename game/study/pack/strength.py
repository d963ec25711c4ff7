"""What a game may be praised for: a predicate a kind, yielding (recording line, weight, what fills its words)."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from game.rules.stance import COMMITTED
from game.study.pack.played import Played
from game.study.pack.trust import LEAST, swing

Told = tuple[int, int, dict[str, Any]]
DEMANDS = frozenset({"offer", "convene", "escalate", "duties", "bulletin", "discipline", "inspect", "consult"})
"""The deeds by which the lead asks something of others."""
_HEARD = frozenset({"visit", "sound"})
_CLOSE, _DONE = 30, 300
_WORTH = 10


def heard_first(game: Played) -> Iterator[Told]:
    """Two or more peers were heard before anything was asked of anybody."""
    heard: dict[str, int] = {}
    for deed in game.deeds:
        if deed.action.kind in DEMANDS:
            if len(heard) > 1:
                args = {"others": tuple(heard), "deed": deed.action, "asked": deed.line}
                yield next(iter(heard.values())), 100 + 40 * len(heard), args
            return
        if deed.action.kind in _HEARD and deed.fruitful:
            heard.setdefault(str(deed.action.args["target"]), deed.line)


def agreed(game: Played) -> Iterator[Told]:
    """A table ended on a package that is worth more to the lead than its walk-away value."""
    for moment, event in game.events("deal"):
        table = game.scenario.tables[game.scenario.index["table"][event.data["table"]]]
        lead = table.parties[table.lead]
        worth = lead.worth[table.names.index(event.data["package"])]
        if event.data["how"] == "agreed" and worth >= lead.walkaway:
            args = {"table": table.id, "package": event.data["package"], "worth": worth, "walkaway": lead.walkaway}
            yield moment.line, 600 + worth // 4, args


def won_over(game: Played) -> Iterator[Told]:
    """A peer trusts the lead clearly more than at the start; told by the step that brought most."""
    for side in game.study.sides:
        start, end = side.trust
        if end - start >= LEAST:
            line, by, deed = swing(game, side.peer, up=True)
            args = {"who": side.peer, "start": start, "end": end, "by": by, "deed": deed, "most": line}
            yield line, end - start, args


def kept(game: Played) -> Iterator[Told]:
    """Promises fell due, and all of them were kept."""
    due = list(game.events("promise"))
    if due and all(event.data["kept"] for _, event in due):
        yield due[0][0].line, 250 + 50 * len(due), {"n": len(due), "promise": due[0][1].data["promise"]}


def honest(game: Played) -> Iterator[Told]:
    """Much was really done, and what was reported at the end was hardly more."""
    last = game.study.points[-1]
    if last.real >= _DONE and last.reported - last.real <= _CLOSE:
        yield last.line, 200 + last.real // 4, {"real": last.real, "reported": last.reported}


def turned_up(game: Played) -> Iterator[Told]:
    """A turn without whose deeds the mark would have been lower."""
    for fork in game.study.forks:
        if fork.worth >= _WORTH:
            line = next(d.line for d in game.deeds if d.turn == fork.turn)
            yield line, 4 * fork.worth, {"turn": fork.turn, "deeds": fork.actions, "by": fork.worth}


def caught(game: Played) -> Iterator[Told]:
    """An inspection found reports that were not true."""
    for moment, event in game.events("inspect"):
        if event.data["caught"]:
            args = {"others": tuple(event.data["caught"]), "work": event.data["work"], "real": event.data["found"],
                    "reported": event.data["reported"]}  # fmt: skip
            yield moment.line, 200 + event.data["reported"] - event.data["found"], args


def committed(game: Played) -> Iterator[Told]:
    """A peer came to be committed, and still was at the end."""
    last = game.moments[-1].state
    for moment, event in game.events("stance"):
        peer = game.scenario.peer(event.data["peer"])
        if event.data["stance"] == "committed" and last.stance[peer] == COMMITTED:
            yield moment.line, 180, {"who": event.data["peer"], "turn": moment.state.turn}


KINDS: Mapping[str, Callable[[Played], Iterator[Told]]] = {
    "heard_first": heard_first,
    "agreed": agreed,
    "won_over": won_over,
    "kept": kept,
    "honest": honest,
    "turned_up": turned_up,
    "caught": caught,
    "committed": committed,
}
