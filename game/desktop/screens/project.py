"""The class's screen: a running game followed in large type, with only what everybody at the table may know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.desktop.column import Choice, Column
from game.desktop.faces import meter
from game.desktop.intent import Tick
from game.desktop.screen import Screen
from game.desktop.screens.frame import desk, masthead
from game.desktop.screens.page import Page
from game.desktop.screens.wishes import Adjust
from game.desktop.sheet import Sheet
from game.session.follow import Follow
from game.telling import name
from game.telling.clock import moment
from game.telling.common import Common, common
from game.telling.number import amount, points

LAST = 6    # pieces of news shown


@dataclass(frozen=True, kw_only=True)
class Project(Page):
    """A recording being followed; nothing can be done to the game from here."""

    name: ClassVar[str] = "project"
    pulse: float = 0.5
    seen: Follow

    @property
    def known(self) -> Common:
        """What all may know of the game."""
        return common(self.words, self.seen.scenario, self.seen.moments)

    def layout(self, sheet: Sheet) -> None:
        """Public outcomes and reported ledgers at the left, news and who attended at the right."""
        known, words = self.known, self.words
        if self.seen.paused or self.seen.page == "break":
            self._pause(sheet)
            return
        title = self.say("turn", turn=known.turn, turns=known.turns, title=words.text(self.seen.scenario.title))
        when = moment(words, self.seen.scenario.clock, known.day, "head")
        note = words.sentences(when, self.say("project.gone") if self.seen.gone else "")
        rest = masthead(sheet, sheet.page(2), title, note, Choice("settings", self.say("settings"), Adjust()))
        with (
            desk(sheet, rest) as body,
            sheet.scroll("project", body, "felt", name=title) as column,
            column.row(1, 1, least=14, gap=3) as (left, right),
        ):
            with left.card("paper", pad=3) as card:
                self._figures(card, known)
            with right.card("document", role="document", pad=3) as card:
                self._news(card, known)

    def _pause(self, sheet: Sheet) -> None:
        """That there is a break, large, and nothing of the game."""
        area = sheet.page().cut_top(sheet.rect.h // 3)[1]
        told = self.say("project.paused" if self.seen.paused else "project.break")
        with sheet.scroll("break", area) as column:
            column.heading(told, "figure", align="centre")
            column.text(self.words.text(self.seen.scenario.title), "lead", "soft", align="centre")

    def _figures(self, column: Column, known: Common) -> None:
        scenario, words = self.seen.scenario, self.words
        if known.ending:
            column.heading(known.ending, "heading", "accent")
        if scenario.measures:
            column.text(self.say("project.outcomes"), "lead", "accent")
        for measure, value in zip(scenario.measures, known.measures, strict=True):
            column.text(f"{words.text(measure.name)}  {amount(words, measure, value)}", "lead")
        column.space(2)
        column.text(self.say("project.ledgers"), "lead", "accent")
        for work, reported in zip(scenario.works, known.reported, strict=True):
            column.draw(meter(column.sheet, f"work.{work.id}", name.work(words, scenario, work.id), reported,
                              f"{points(reported)}%", column.rect.w, look=column.look))  # fmt: skip

    def _news(self, column: Column, known: Common) -> None:
        for key, lines in (("attend", known.attending), ("news", known.news[-LAST:][::-1])):
            column.text(self.say(f"project.{key}"), "lead", "accent")
            for line in lines or [self.say("project.nothing")]:
                column.text(line, "lead")
            column.space(2)

    def handle(self, intent: object) -> Screen | None:
        """Look at the file at every tick."""
        if isinstance(intent, Tick):
            seen = self.seen.look()
            return self.now(seen=seen) if seen is not self.seen else None
        return super().handle(intent)
