"""The history of dealings with one seat: all that was heard of it, by turn, newest first."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from game.rules import Event
from game.scenario.scenario import ACTS, Scenario

_NAMED = ("peer", "target", "owner", "seat", "leader", "signer")
_LISTED = ("named", "caught")
_LEFT_OUT = frozenset({"act", "cause", "fixed", "skipped", "true_act", "inject"})
_OFFICE = frozenset({"consult", "inspect", "follow_up"})
PRESSING = frozenset({"discipline", "personnel", "bulletin", "inspect", "stick"})
"""The kinds of event in which somebody was pressed."""


class Dealings(NamedTuple):
    """What one turn brought: the events that concern the seat, and its workstreams by how it was seen to act."""

    turn: int
    events: tuple[Event, ...]
    acts: Mapping[str, tuple[str, ...]]


def dealings(scenario: Scenario, heard: Sequence[Event], seat: str) -> list[Dealings]:
    """Return the turns in which a seat was heard of, newest first."""
    found: list[Dealings] = []
    for turn, events in turns(heard):
        told = tuple(event for event in events if event.kind not in _LEFT_OUT and concerns(scenario, event, seat))
        seen = [event.data for event in events if event.kind == "act" and event.data["peer"] == seat]
        acts = {act: tuple(data["work"] for data in seen if data["act"] == act) for act in ACTS}
        acts = {act: works for act, works in acts.items() if works}
        if told or acts:
            found.append(Dealings(turn, told, acts))
    return found[::-1]


def pressed(scenario: Scenario, heard: Sequence[Event], seat: str) -> list[tuple[int, Event]]:
    """Return each time a seat was pressed, as (turn, event), newest first."""
    return [(one.turn, event) for one in dealings(scenario, heard, seat) for event in reversed(one.events)
            if event.kind in PRESSING]  # fmt: skip


def concerns(scenario: Scenario, event: Event, seat: str) -> bool:
    """Tell whether an event is about a seat: names it, lists it, or settles a promise or a table of its own.

    Meetings, inspections and follow-up go through the government office.
    """
    data = event.data
    if seat in (data.get(key) for key in _NAMED) or any(seat in data.get(key, ()) for key in _LISTED):
        return True
    if event.kind in ("promised", "promise"):
        return _promised(scenario, data) == seat
    if event.kind == "deal":
        return scenario.tables[scenario.index["table"][data["table"]]].party(seat) >= 0
    if seat == "office":
        return event.kind in _OFFICE
    return event.kind == "consult" and data["chair"] == seat


def _promised(scenario: Scenario, data: Mapping[str, Any]) -> str:
    """Return to whom a promise was made."""
    return scenario.peers[scenario.promises[scenario.index["promise"][data["promise"]]].to].id


def turns(heard: Sequence[Event]) -> list[tuple[int, list[Event]]]:
    """Return what was heard, turn by turn, as (turn, events)."""
    found: list[tuple[int, list[Event]]] = []
    for event in heard:
        if event.kind == "turn":
            found.append((event.data["turn"], []))
        elif found:
            found[-1][1].append(event)
    return found
