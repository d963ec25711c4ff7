"""The evening of a turn: the three changes that matter, in somebody's words, and both ledgers; the rest folds."""

from dataclasses import dataclass, replace
from typing import ClassVar

from game.desktop.column import Choice, Column
from game.desktop.faces import meter
from game.desktop.screen import Screen
from game.desktop.screens.frame import footer, masthead
from game.desktop.screens.journey import go
from game.desktop.screens.play import Play
from game.desktop.screens.wishes import Proceed, Show
from game.desktop.sheet import Sheet
from game.rules import Event, View
from game.telling import evening as told
from game.telling import name


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
            footer(sheet, rest, *doors) as body,
            sheet.scroll("evening", body, name=title) as column,
            column.row(7, 5, least=15, gap=4) as (left, right),
        ):
            for n, change in enumerate(report.changes, 1):
                with left.card("paper", id=f"change{n}", pad=2.5) as card:
                    card.text(change, "lead")
            if self.unfolded:
                left.space(1.5)
                for line in report.rest:
                    left.text(f"· {line}", "small")
            self._ledgers(right)

    def _ledgers(self, column: Column) -> None:
        column.text(self.say("evening.ledgers"), "strong")
        column.text(self.say("evening.marks"), "small", "soft")
        scenario, words = self.chair.scenario, self.words
        for was, now in zip(self.before.works, self.chair.seen.works, strict=True):
            seen = self.say("book.seen", value=self.percent(now.seen)) if now.seen is not None else ""
            told_ = self.say("evening.reported", before=self.percent(was.reported), after=self.percent(now.reported))
            bar = meter(column.sheet, f"work.{now.id}", name.work(words, scenario, now.id), now.reported,
                        told_ + seen, column.rect.w, mark=now.seen, look="page")  # fmt: skip
            column.draw(replace(bar, why=f"reported.{now.id}"))

    def handle(self, intent: object) -> Screen | None:
        """Unfold, or go on to the next turn or the debrief."""
        match intent:
            case Show():
                return self.now(unfolded=not self.unfolded)
            case Proceed():
                return go(self, self.chair.screen_trigger if self.chair.seen.phase != "planning" else "brief",
                          chair=self.chair, cue="end" if self.chair.seen.phase == "debrief" else "page")  # fmt: skip
        return super().handle(intent)
