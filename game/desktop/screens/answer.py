"""What came of a deed: a stamped page with the answer in somebody's own words."""

from dataclasses import dataclass
from typing import ClassVar

from game.desktop.column import Choice
from game.desktop.faces import stamp
from game.desktop.intent import Back
from game.desktop.screen import Screen
from game.desktop.screens import meeting
from game.desktop.screens.journey import go
from game.desktop.screens.play import Play
from game.desktop.screens.table import Table
from game.desktop.screens.wishes import Proceed
from game.desktop.sheet import Sheet
from game.rules import Event
from game.telling.attendance import came
from game.telling.story import story

_KINDLY = {"offer": ("reply", ("counter", "refuse")), "ruling": ("ruling", ("shelve",))}
"""Events that grant what was asked for unless they say one of these."""


@dataclass(frozen=True, kw_only=True)
class Answer(Play):
    """The events of one deed, over the table as it now is."""

    name: ClassVar[str] = "answer"
    events: tuple[Event, ...] = ()
    tab: str = "deeds"

    @property
    def granted(self) -> bool | None:
        """Whether what was asked for was granted; `None` where nothing had to be."""
        for event in self.events:
            if event.data.get("granted") is not None:
                return bool(event.data["granted"])
            if event.kind in _KINDLY and not event.data.get("own"):
                name, unkind = _KINDLY[event.kind]
                return bool(event.data[name] not in unkind)
            if event.kind == "data":
                return bool(event.data["give"] != "refuse")
            if event.kind == "consult":
                return not event.data["hollow"]
            if event.kind == "talks":
                return any(e.kind == "deal" for e in self.events)
        return None

    def opened(self) -> "Answer":
        """The page with the sound of its answer."""
        return self.now(cue={True: "good", False: "bad", None: "page"}[self.granted])

    def layout(self, sheet: Sheet) -> None:
        """The story of the deed under its stamp; of a meeting also who came."""
        self._table().layout(sheet)
        met = next((event for event in self.events if came(self.words, event)), None)
        ems = 32 if met is None else meeting.WIDE
        with sheet.dialog("answer", self.say("answer.title"), look="document", ems=ems, sender=self._sender) as column:
            lines = [line for event in self.events if met is None or event.kind != "attend"
                     if (line := story(self.words, self.chair.scenario, event))]  # fmt: skip
            column.heading(self.say("answer.title"), tone="accent")
            column.rule("accent")
            for n, line in enumerate(lines or [self.say("answer.done")]):
                column.text(line, "lead" if n < 2 else "body")
            if met is not None:
                meeting.held(self, column, met)
            if self.granted is not None:
                word = self.say("stamp.granted" if self.granted else "stamp.declined")
                if met is not None:
                    word = self.words(f"attend.stamp.{met.kind}.{'good' if self.granted else 'bad'}")
                column.draw(stamp(sheet, "", word))
            column.buttons(Choice("next", self.say("answer.next"), Proceed(), look="primary"))

    @property
    def _sender(self) -> str:
        """The plate the answer comes from: whoever but the lead is named first in what happened."""
        others = set(self.chair.scenario.seats) - {"lead", "trainer"}
        named = (value for event in self.events for value in event.data.values() if isinstance(value, str))
        return next((f"seat.{value}" for value in named if value in others), "")

    def _table(self) -> Table:
        return Table(desk=self.desk, chair=self.chair, tab=self.tab)

    def handle(self, intent: object) -> Screen | None:
        """Back to the table."""
        if isinstance(intent, Proceed | Back):
            return go(self, "sit", chair=self.chair, tab=self.tab)
        return super().handle(intent)
