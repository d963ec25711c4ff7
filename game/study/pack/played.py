"""A recorded game as the pack reads it: its scenario with its objectives, its moments, and what the lead did in it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from game.rules import Action, Event, State
from game.scenario.load import read
from game.scenario.scenario import Scenario
from game.scenario.text import Text
from game.session.line import MARKS
from game.session.recording import Tape
from game.session.replay import KEPT, Moment
from game.study.debrief import Debrief, debrief, ends


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed of the lead with the answers it led to: the states before and after, and what happened."""

    line: int
    turn: int
    day: int
    action: Action
    before: State
    after: State
    events: tuple[Event, ...]

    @property
    def way(self) -> str:
        """What it counts as: the author's move, or the kind of deed."""
        return str(self.action.args["move"]) if self.action.kind == "move" else self.action.kind

    @property
    def fruitful(self) -> bool:
        """Whether it came to something: nobody declined, and something new was learnt or agreed."""
        return not any(_barren(event) for event in self.events)


def _barren(event: Event) -> bool:
    """Tell whether an event says that a deed came to nothing."""
    data = event.data
    barren: dict[str, Callable[[], bool]] = {
        "visit": lambda: not data["new"], "sound": lambda: not data["more"], "data": lambda: data["give"] == "refuse",
        "offer": lambda: data["reply"] != "accept", "consult": lambda: data["hollow"], "talks": lambda: data["hollow"],
    }  # fmt: skip
    return barren[event.kind]() if event.kind in barren else data.get("granted") is False


@dataclass(frozen=True, eq=False)
class Played:
    """A game read from its recording; `objectives` are what its scenario teaches, each with the ways to exercise it.

    `marks` are the lines a trainer wrote beside the game, by line: notes, pauses, hands, steps taken back.
    """

    scenario: Scenario
    header: Mapping[str, Any]
    moments: Sequence[Moment]
    marks: Mapping[int, Mapping[str, Any]]
    objectives: tuple[tuple[Text, tuple[str, ...]], ...]
    study: Debrief

    @cached_property
    def deeds(self) -> tuple[Deed, ...]:
        """The lead's deeds in order; answers and the ends of turns are none."""
        return tuple(self._deeds())

    @cached_property
    def closes(self) -> tuple[Moment, ...]:
        """The opening and the end of every turn."""
        return tuple(ends(self.moments))

    def events(self, kind: str) -> Iterator[tuple[Moment, Event]]:
        """Yield the events of a kind, each with its moment."""
        for moment in self.moments:
            for event in moment.events:
                if event.kind == kind:
                    yield moment, event

    def _deeds(self) -> Iterator[Deed]:
        moments = self.moments
        for n, moment in enumerate(moments):
            action = moment.action
            if action is None or action.seat != "lead" or action.kind in ("answer", "end_turn"):
                continue
            last, events = moment, list(moment.events)
            for later in moments[n + 1 :]:
                if later.action is None or later.action.seat == "lead" or later.action.kind != "answer":
                    break
                last, events = later, [*events, *later.events]
            before = moments[n - 1].state
            yield Deed(moment.line, before.turn, before.day, action, before, last.state, tuple(events))


def watched(scenario: Scenario, moments: Sequence[Moment]) -> Played:
    """Return a game as it has been played so far, without what its recording holds beside it."""
    return Played(scenario, {}, moments, {}, (), debrief(scenario, moments))


def played(tape: Tape, scenario: Scenario, moments: Sequence[Moment]) -> Played:
    """Return the game of a recording that was played through with this scenario."""
    header = tape.header or {}
    marks = {line["n"] + 1: line for line in tape.lines
             if line.get("seat") == "trainer" and line.get("kind") in (*MARKS, "undo")}  # fmt: skip
    return Played(scenario, header, moments, marks, taught(header), debrief(scenario, moments))


def taught(header: Mapping[str, Any]) -> tuple[tuple[Text, tuple[str, ...]], ...]:
    """Return what the scenario in a recording's header teaches, each with the ways to exercise it."""
    return _taught(header["scenario"]["text"], header["scenario"]["id"], header["variant"])


@lru_cache(KEPT)
def _taught(text: str, id: str, variant: str) -> tuple[tuple[Text, tuple[str, ...]], ...]:
    file = read(text, id, variant).file
    return () if file is None else tuple((Text(o.zh, o.en, o.tw), tuple(o.through)) for o in file.teaches)
