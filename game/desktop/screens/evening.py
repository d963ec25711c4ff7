"""The evening of a turn: the three changes that matter, in somebody's words, and both ledgers; the rest folds."""

from dataclasses import dataclass
from typing import ClassVar

from game.desktop.column import Choice, Column
from game.desktop.faces import Page as Leaf
from game.desktop.faces import ledger, meter
from game.desktop.screen import Screen
from game.desktop.screens.frame import desk, masthead
from game.desktop.screens.journey import go
from game.desktop.screens.play import Play
from game.desktop.screens.seats import heats
from game.desktop.screens.wishes import Proceed, Show
from game.desktop.sheet import Sheet
from game.rules import Event, View
from game.rules.view import WorkView
from game.telling import evening as told
from game.telling import name

BOOKS = 4       # up to so many workstreams have an open book each


@dataclass(frozen=True, kw_only=True)
class Evening(Play):
    """What the turn came to. `before` is the view the turn was ended with; `unfolded` shows all that happened."""

    name: ClassVar[str] = "evening"
    before: View
    events: tuple[Event, ...] = ()
    unfolded: bool = False

    def layout(self, sheet: Sheet) -> None:
        """Three changes at the left, the ledgers at the right."""
        length = self.chair.scenario.length
        title = self.say("turn", turn=self.before.turn, turns=length.turns, title=self.say("evening.title"))
        rest = masthead(sheet, sheet.page(), title, self.say("evening.note"), *self.corner())
        report = told.evening(self.words, self.chair.scenario, self.events)
        more = self.say("evening.less" if self.unfolded else "evening.more", count=len(report.rest))
        over = self.chair.seen.phase == "debrief"
        doors = [Choice("next", self.say("evening.debrief" if over else "evening.next"), Proceed(), look="primary")]
        if report.rest:
            doors.append(Choice("more", more, Show("rest"), key="m"))
        with (
            desk(sheet, rest, *doors) as body,
            sheet.scroll("evening", body, "felt", name=title) as column,
            column.row(7, 5, least=15, gap=4) as (left, right),
        ):
            for n, change in enumerate(report.changes, 1):
                with left.card("paper", id=f"change{n}", pad=2.5) as card:
                    card.text(change, "lead")
            if self.unfolded:
                left.space(1.5)
                for line in report.rest:
                    left.text(f"· {line}", "small")
            with left.card("paper", pad=2) as card:
                heats(self, card)
            self._ledgers(right)

    def _ledgers(self, column: Column) -> None:
        """An open book a workstream where there are few, else a bar each."""
        with column.card("paper", pad=2) as card:
            card.label("ledger", self.say("evening.ledgers"), "strong")
            few = len(self.before.works) <= BOOKS
            if not few:
                card.text(self.say("evening.marks"), "small", "soft")
            for now in self.chair.seen.works:
                title = name.work(self.words, self.chair.scenario, now.id)
                reported, before = self._told(now)
                moved = self.say("evening.moved", before=self.percent(before), after=self.percent(reported))
                if few:
                    card.text(title, "small")
                    real = Leaf(self.say("book.real"), self.percent(now.seen))
                    shown = ledger(card.sheet, f"work.{now.id}", title, Leaf(self.say("book.told"), moved), real,
                                   card.rect.w)  # fmt: skip
                else:
                    seen = self.say("book.seen", value=self.percent(now.seen)) if now.seen is not None else ""
                    told_ = self.say("evening.reported", moved=moved) + seen
                    shown = meter(card.sheet, f"work.{now.id}", title, reported, told_, card.rect.w, mark=now.seen)
                card.draw(shown._replace(why=f"reported.{now.id}"))

    def _told(self, work: WorkView) -> tuple[int, int]:
        """Return what the turn reported of a workstream and what it began with, as the changes have it."""
        for e in self.events:
            if e.kind == "ledger" and e.data["work"] == work.id:
                return e.data["reported"], e.data["reported"] - e.data["gained"]
        return work.reported, work.reported

    def handle(self, intent: object) -> Screen | None:
        """Unfold, or go on to the next turn or the debrief."""
        match intent:
            case Show():
                return self.now(unfolded=not self.unfolded)
            case Proceed():
                return go(self, self.chair.screen_trigger if self.chair.seen.phase != "planning" else "brief",
                          chair=self.chair, cue="end" if self.chair.seen.phase == "debrief" else "page")  # fmt: skip
        return super().handle(intent)
