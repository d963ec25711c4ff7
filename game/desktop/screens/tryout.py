"""A playtest in the window: bots play behind the screen, a bar tells how far they are, then the report is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from game.charts.dots import Dot, Panel, dots
from game.desktop.column import Choice, Column
from game.desktop.faces import progress
from game.desktop.intent import Back, Tick
from game.desktop.picture import chart_widget
from game.desktop.screen import Screen
from game.desktop.screens.frame import footer, masthead
from game.desktop.screens.labour import Labour
from game.desktop.screens.library import Library
from game.desktop.screens.page import Page
from game.desktop.screens.wishes import Adjust, Proceed
from game.desktop.sheet import Sheet

if TYPE_CHECKING:
    from game.study.playtest.result import Playtest
    from game.study.playtest.wording import Teller

GAMES = 20
"""Games a bot: a minute's patience, not a study's."""


def games(path: Path, length: str, variant: str) -> Labour[Playtest]:
    """The playtest of a file, not started yet."""
    from game.study.playtest.read import given
    from game.study.playtest.result import BOTS, playtest

    def play(told: Callable[[int], None]) -> Playtest:
        read = given(path, length, variant)
        return playtest(read.setting, read.source, BOTS, GAMES, progress=told, claims=read.claims)

    return Labour(GAMES * len(BOTS), play)


@dataclass(frozen=True, kw_only=True)
class Tryout(Page):
    """A playtest of the library's chosen scenario; `seen` is how many games had been played when last looked at."""

    name: ClassVar[str] = "tryout"
    pulse: float = 0.25
    behind: Library = field(default_factory=Library)
    run: Labour[Playtest]
    path: Path
    seen: int = 0
    trouble: str = ""

    def layout(self, sheet: Sheet) -> None:
        """The bar while it is played, the report when it has been."""
        entry = self.behind.entry
        title = self.words.text(entry.title) if entry else self.path.name
        note = self.trouble or self.say("tryout.note", games=GAMES)
        rest = masthead(sheet, sheet.page(), self.say("tryout.title", title=title), note,
                        Choice("settings", self.say("settings"), Adjust()))  # fmt: skip
        doors = [Choice("page", self.say("tryout.page"), Proceed(), look="primary")] if self.run.found else []
        back = Choice("back", self.say("tryout.back" if self.run.over else "tryout.stop"), Back())
        with footer(sheet, rest, *doors, back) as body, sheet.scroll("report", body, name=title) as page:
            if self.run.found is not None:
                report(self, page, self.run.found)
            elif self.run.broke is not None:
                page.text(self.say("tryout.broke", why=self._why(self.run.broke)))
            else:
                told = self.say("tryout.wait", done=self.run.done, of=self.run.total)
                page.draw(progress(page, told, self.run.done, self.run.total))

    def _why(self, error: Exception) -> str:
        from game.scenario.finding import ScenarioError
        from game.telling.finding import worder

        if isinstance(error, ScenarioError):
            return " ".join(worder(self.words.raw)(error.findings[0]))
        return f"{type(error).__name__}: {error}"

    def handle(self, intent: object) -> Screen | None:
        """Look how far it is; write the page and open it; stop or go back."""
        match intent:
            case Tick():
                if self.run.over:
                    return self.now(pulse=0.0, seen=self.run.total)
                return self.now(seen=self.run.done) if self.run.done != self.seen else None
            case Proceed() if self.run.found is not None:
                return self._page(self.run.found)
            case Back():
                self.run.stop()
                return self.behind.now(desk=self.desk)
        return super().handle(intent)

    def _page(self, found: Playtest) -> Screen:
        from game.desktop.screens.workshop import launch
        from game.scenario import library
        from game.study.playtest.page import as_html

        path = library.own() / f"{found.scenario.id}-playtest.html"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(as_html(found, self.words), encoding="utf-8")
        except OSError as error:
            return self.now(trouble=self.say("library.unwritable", path=path, why=str(error.strerror)))
        launch(path)
        return self.now(trouble=self.say("tryout.written", path=path))


def report(page: Page, column: Column, found: Playtest) -> None:
    """What came of a playtest: the marks as a picture, endings, what to look at, claims, and what was used."""
    from game.study.playtest.finding import findings
    from game.study.playtest.wording import KINDS, Teller, between, percent

    words, t = page.words, Teller(page.words, found)
    column.heading(words("playtest.page.bots"))
    _marks(column, t, words("playtest.measure.mark"))
    for claim in found.claims:
        column.text(t.claim(claim), "small", "accent" if claim.verdict == "fails" else "ink")
    column.heading(words("playtest.page.endings"))
    for p in found.played:
        reached = (f"{t.ending(id)} {between(share, percent)}" for id, share in p.endings.items())
        said = words("playtest.endings_of", bot=t.bot(p.bot), endings=words("list.between").join(reached))
        column.text(said, "small")
    told = findings(found)
    column.heading(words("playtest.findings", n=len(told)) if told else words("playtest.no_findings"))
    for one in told:
        column.text("· " + t.finding(one), "small")
    column.heading(words("playtest.page.coverage"))
    for kind in KINDS:
        shares = found.coverage[kind]
        if shares:
            named, used = words(f"playtest.kind.{kind}"), sum(map(bool, shares.values()))
            column.text(words("playtest.covered", kind=named, used=used, n=len(shares)), "small")


def _marks(column: Column, t: Teller, title: str) -> None:
    """The bots' marks with their intervals, the best first."""
    ranked = sorted(t.test.played, key=lambda p: p.score[0], reverse=True)
    if not ranked:
        return
    em = column.sheet.ruler.size("small")
    width = min(column.rect.w, 56 * em)
    ops, height = dots([Panel(title, tuple(Dot(t.bot(p.bot), *p.score) for p in ranked))], width, em)
    column.draw(chart_widget(column.sheet, "marks", title, ops, (width, height)))


def begin(library: Library, path: Path) -> Tryout:
    """Begin the playtest of a scenario at the length and in the variant that are chosen."""
    length = library.length or next(iter(library.entry.lengths), "class") if library.entry else "class"
    return Tryout(desk=library.desk, behind=library, run=games(path, length, library.variant).start(), path=path)
