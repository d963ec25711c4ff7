"""After the game: questions before answers, then the ending, the curves, the forks, each side, and what to discuss."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from game.desktop.column import Choice, Column
from game.desktop.faces import meter, stamp
from game.desktop.geometry import Rect
from game.desktop.intent import Back, Tick
from game.desktop.screen import Screen
from game.desktop.screens.blocks import blocks
from game.desktop.screens.curves import curves
from game.desktop.screens.errands import Take
from game.desktop.screens.film import of
from game.desktop.screens.frame import desk, masthead
from game.desktop.screens.journey import go
from game.desktop.screens.play import Play
from game.desktop.screens.wishes import Pick, Proceed, Shelve, Show
from game.desktop.sheet import Sheet
from game.session.desk import pin_of
from game.study.pack.played import Played, watched
from game.telling.block import Block
from game.telling.closing import closing

SOON = 0.02
TABS = ("ending", "curves", "forks", "sides", "report", "talk")
GUESSES = ("0", "1", "2", "3", "4")
SECTIONS = {"forks": ("forks", "tables"), "sides": ("sides", "oversight"), "talk": ("open", "questions")}
"""Which sections of `closing` a tab shows."""


@dataclass(frozen=True, kw_only=True)
class Debrief(Play):
    """First two questions to ponder, without a score; `tab` is "" until they are left."""

    name: ClassVar[str] = "debrief"
    pulse: float = SOON
    tab: str = ""
    real: str = ""
    turn: str = ""
    found: Played | None = None

    @property
    def game(self) -> Played:
        """The game, with what can be learnt from it."""
        return self.found or watched(self.chair.session.scenario, self.chair.session.moments,
                                      self.chair.session.recording.header)

    @cached_property
    def report(self) -> tuple[Block, ...]:
        """The after-action report, written once a screen."""
        from game.study.pack.forms import Desk, after_action
        from game.study.pack.wording import Teller

        return tuple(after_action(Desk(self.game, self.words, Teller(self.game, self.words))))

    def section(self, name: str) -> tuple[str, list[str]]:
        """A section of the debrief in words: its heading and its lines."""
        heading = self.words(f"closing.{name}.title")
        found = dict(closing(self.words, self.chair.session.scenario, self.game.study))
        return heading, found.get(heading, [])

    def layout(self, sheet: Sheet) -> None:
        """The questions, or the open page."""
        title = self.words.text(self.chair.scenario.title)
        rest = masthead(sheet, sheet.page(), self.say("debrief.title"), title, self.gear())
        if not self.tab:
            with desk(sheet, rest, Choice("show", self.say("debrief.show"), Proceed(), look="primary")) as body:
                self._questions(sheet, body)
            return
        column = sheet.column(rest)
        column.tabs(*(Choice(f"tab.{tab}", self.say(f"debrief.{tab}"), Show(tab), selected=tab == self.tab, key=str(n))
                      for n, tab in enumerate(TABS, 1)))  # fmt: skip
        ahead = TABS[TABS.index(self.tab) + 1:]
        doors = [Choice("shelve", self.say("preview.leave" if self.desk.leave else "debrief.leave"), Shelve(),
                        look="button" if ahead else "primary")]
        doors.append(Choice("whatif", self.say("whatif.title"), Take("whatif"), hint=self.say("whatif.about")))
        if pin_of(self.chair.session):
            doors.append(Choice("class", self.say("class.title"), Take("class"), hint=self.say("class.about")))
        if ahead:
            doors.insert(0, Choice("next", self.say("next"), Show(ahead[0]), look="primary"))
        with (
            desk(sheet, column.rest(), *doors) as body,
            sheet.scroll(f"page.{self.tab}", body, "felt", name=title) as page,
        ):
            if self.tab == "ending":
                self._ending(page)
            elif self.tab == "curves":
                curves(self, page, self.game)
                for line in self.section("ledger")[1]:
                    page.text(line)
            elif self.tab == "report":
                blocks(page, self.report)
            else:
                self._sections(page, SECTIONS[self.tab])

    def _questions(self, sheet: Sheet, body: Rect) -> None:
        with sheet.scroll("questions", body, "felt", name=self.say("debrief.title")) as column:
            column.text(self.say("debrief.ponder"), "body", "soft")
            with column.card("paper", pad=3) as card:
                reported = self._reported()
                card.heading(self.say("debrief.ask.real", reported=reported))
                card.tabs(*(Choice(f"real.{n}", self.say(f"debrief.guess.{n}"), Pick(f"real.{n}"),
                                   selected=self.real == n) for n in GUESSES))  # fmt: skip
            with column.card("paper", pad=3) as card:
                card.heading(self.say("debrief.ask.turn"))
                turns = range(1, self.chair.seen.turn + 1)
                card.tabs(*(Choice(f"turn.{n}", self.say("debrief.turn", turn=n), Pick(f"turn.{n}"),
                                   selected=self.turn == str(n)) for n in turns))  # fmt: skip

    def _reported(self) -> str:
        works, scenario = self.chair.seen.works, self.chair.scenario
        weights = [work.weight for work in scenario.works]
        return self.percent(sum(w.reported * n for w, n in zip(works, weights, strict=True)) // sum(weights))

    def _ending(self, column: Column) -> None:
        study = self.game.study
        with column.row(6, 5, least=15, gap=4) as (left, right):
            with left.card("document", role="document", pad=4) as card:
                card.text(self.say("debrief.over"), "body", "accent", align="centre")
                card.rule("accent")
                card.space(1.5)
                heading, lines = self.section("end")
                card.heading(lines[0] if lines else heading, "title")
                for line in lines[1:]:
                    card.text(line, "lead")
                seal = stamp(card.sheet, "", self.say("debrief.stamp"))
                card.space(2)
                card.draw(seal.moved(card.rect.w - seal.rect.w, 0))
            heading, lines = self.section("mark")
            right.text(lines[0] if lines else heading, "heading", role="heading", id="mark", why="mark")
            for (part, value), line in zip(study.parts.items(), lines[1:], strict=False):
                bar = meter(right.sheet, f"part.{part}", line, value, "", right.rect.w, look="felt")
                right.draw(bar._replace(why="mark"))
            if self.real:
                last = study.points[-1]
                right.space(2)
                right.text(self.say("debrief.guessed", guess=self.say(f"debrief.guess.{self.real}"),
                                    real=self.percent(last.real), reported=self.percent(last.reported)),
                           id="guessed", why="mark")  # fmt: skip

    def _sections(self, column: Column, which: tuple[str, ...]) -> None:
        if self.tab == "forks" and self.turn:
            column.text(self.say("debrief.chosen", turn=self.turn), "small", "soft")
        for name in which:
            heading, lines = self.section(name)
            if not lines:
                continue
            column.heading(heading)
            if self.tab == "sides":
                self._two_by_two(column, lines)
            else:
                for line in lines:
                    with column.card("paper", pad=2.5) as card:
                        card.text(line, "lead")
            column.space(2)

    def _two_by_two(self, column: Column, lines: list[str]) -> None:
        for n in range(0, len(lines), 2):
            with column.row(1, 1, least=16) as cells:
                for cell, line in zip(cells, lines[n:n + 2], strict=False):
                    with cell.card("paper", pad=2.5) as card:
                        card.text(line)

    def handle(self, intent: object) -> Screen | None:
        """Ponder, then leaf."""
        match intent:
            case Tick():
                return self.now(found=self.game, pulse=0.0)
            case Pick(value):
                kind, _, n = str(value).partition(".")
                return self.now(real=n) if kind == "real" else self.now(turn=n)
            case Proceed():
                return self.now(tab=TABS[0], found=self.game, pulse=0.0, cue="end")
            case Take("whatif"):
                session = self.chair.session
                return go(self, "wonder", behind=self.now(), scenario=session.scenario,
                          moments=tuple(session.moments), path=session.recording.path)  # fmt: skip
            case Take("class"):
                return go(self, "compare", behind=self.now(), cue="page")
            case Take(what) if what.startswith("turn."):
                film = of(self.chair.session)
                return go(self, "rewind", film=film, behind=self.now(), at=film.turn(int(what.removeprefix("turn."))))
            case Show(what):
                return self.now(tab=what, cue="page")
            case Back() if self.tab:
                return self.now(tab="")
        return super().handle(intent)
