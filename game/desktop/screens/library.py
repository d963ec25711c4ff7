"""The scenarios there are, and how the chosen one is to be played."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from game.desktop.column import Choice, Column
from game.desktop.intent import Back, Edit, Quit
from game.desktop.screen import Screen
from game.desktop.screens.errands import Author, Order
from game.desktop.screens.frame import desk, masthead, pips
from game.desktop.screens.journey import go
from game.desktop.screens.page import Page, holds
from game.desktop.screens.title import resumed
from game.desktop.screens.wishes import Adjust, Pick, Proceed, Recall, Resume, Show, Speak
from game.desktop.screens.workshop import done, tools
from game.desktop.sheet import Sheet
from game.scenario.finding import Finding
from game.scenario.library import Entry
from game.telling.finding import worder

LANGUAGES = ("zh", "tw", "en")


@dataclass(frozen=True, kw_only=True)
class Library(Page):
    """Scenario cards at the left, the chosen one at the right with its lengths and variants, advised or not."""

    name: ClassVar[str] = "library"
    entries: tuple[Entry, ...] = ()
    chosen: int = 0
    length: str = ""
    variant: str = ""
    query: str = ""
    advisor: bool = True
    trouble: str = ""

    @property
    def found(self) -> list[int]:
        """Which scenarios hold every word that was typed: in title, place, summary, aims or name of the file."""
        return [n for n, entry in enumerate(self.entries) if holds(self._told(entry), self.query)]

    @property
    def entry(self) -> Entry | None:
        """The chosen scenario; the first found where what was chosen is not among them."""
        found = self.found
        return self.entries[self.chosen if self.chosen in found else found[0]] if found else None

    def _told(self, entry: Entry) -> str:
        texts = (entry.title, entry.place, entry.summary, entry.lead, *entry.teaches)
        return "\n".join((*(text.get(self.desk.lang) for text in texts), entry.path.name))

    def layout(self, sheet: Sheet) -> None:
        """Cards, the chosen one's page, and what to do next."""
        tongues = [Choice(f"lang.{lang}", self.say(f"lang.{lang}"), Speak(lang), selected=lang == self.desk.lang)
                   for lang in LANGUAGES if lang != self.desk.lang]  # fmt: skip
        rest = masthead(sheet, sheet.page(), self.say("library.title"), self.trouble or self.say("library.note"),
                        Choice("new", self.say("library.new"), Author("new"), hint=self.say("library.new.hint")),
                        *tongues, Choice("settings", self.say("settings"), Adjust()))  # fmt: skip
        wide = sheet.ems(rest) >= 44
        with desk(sheet, rest, *self._doors(), *(self._tools() if wide else ())) as body:
            if wide:
                left, right = body.columns((5, 7), sheet.unit(4))
                with sheet.scroll("cards", left, "felt", name=self.say("library.title")) as column:
                    self._cards(column)
                with sheet.scroll("chosen", right, "felt") as column:
                    self._page(column)
            else:
                with sheet.scroll("cards", body, "felt", name=self.say("library.title")) as column:
                    self._cards(column)
                    self._page(column)
                    column.text(self.say("library.author"), "small", "soft")
                    column.buttons(*self._tools())

    def _doors(self) -> list[Choice]:
        entry = self.entry
        doors = list[Choice]()
        if entry is not None and entry.finding is None:
            doors += [Choice("play", self.say("library.play"), Proceed(), look="primary"),
                      Choice("class", self.say("library.class"), Order("class"), hint=self.say("library.class.hint"))]
        if self.desk.home.latest() is not None:
            doors.append(Choice("resume", self.say("title.resume"), Resume()))
        doors.append(Choice("shelf", self.say("shelf.title"), Recall()))
        return [*doors, Choice("quit", self.say("quit"), Quit(), key="q")]

    def _cards(self, column: Column) -> None:
        column.field("search", self.say("library.search"), self.query)
        found, chosen = self.found, self.entry
        if not found:
            column.text(self.say("library.none" if self.entries else "library.empty"))
        for at, n in enumerate(found, 1):
            entry = self.entries[n]
            detail = entry.place.get(self.desk.lang)
            if entry.finding is not None:
                detail = self.say("library.broken", why=self._worded(entry.finding))
            column.item(Choice(f"entry{n}", entry.title.get(self.desk.lang), Show(str(n)), detail=detail,
                               side="" if entry.finding else pips(entry.difficulty, 5),
                               key=str(at) if at < 10 else "", selected=entry is chosen))  # fmt: skip

    def _page(self, column: Column) -> None:
        entry, lang = self.entry, self.desk.lang
        if entry is None:
            return
        with column.card("document", role="document", pad=3) as card:
            card.heading(entry.title.get(lang), "heading", "accent")
            card.rule("accent")
            if entry.finding is not None:
                card.text(self.say("library.broken", why=self._worded(entry.finding)))
                card.text(f"{entry.path.name}:{entry.finding.span.line}", "small", "soft")
            else:
                self._about(card, entry)
        if entry.finding is None:
            self._ways(column, entry)

    def _tools(self) -> list[Choice]:
        return tools(self, self.entry) if self.entry is not None else []

    def _about(self, card: Column, entry: Entry) -> None:
        lang = self.desk.lang
        card.text(entry.summary.get(lang))
        card.space(1.5)
        card.text(self.say("library.lead", who=entry.lead.get(lang)), "small", "soft")
        card.text(self.say("library.difficulty", dots=pips(entry.difficulty, 5)), "small", "soft")
        card.space(1.5)
        card.text(self.say("library.teaches"), "strong")
        for line in entry.teaches:
            card.text("· " + line.get(lang), "small")

    def _ways(self, column: Column, entry: Entry) -> None:
        lang = self.desk.lang
        column.text(self.say("library.length"), "small", "soft")
        named = {id: self.say("library.turns", name=self._length_name(id), turns=n) for id, n in entry.lengths.items()}
        column.tabs(*(Choice(f"length.{id}", title, Pick(id), selected=id == self._length)
                      for id, title in named.items()))  # fmt: skip
        if entry.variants:
            column.text(self.say("library.variant"), "small", "soft")
            named = {"": self.say("library.plain"), **{id: text.get(lang) for id, text in entry.variants.items()}}
            column.tabs(*(Choice(f"variant.{id}", title, Show(f"variant.{id}"), selected=id == self.variant)
                          for id, title in named.items()))  # fmt: skip

        column.text(self.say("library.advisor"), "small", "soft")
        column.tabs(*(Choice(f"advisor.{id}", self.say(f"library.advisor.{id}"), Show(f"advisor.{id}"),
                             selected=self.advisor == (id == "on")) for id in ("on", "off")))  # fmt: skip

    @property
    def _length(self) -> str:
        entry = self.entry
        return self.length or (next(iter(entry.lengths), "") if entry else "")

    def _length_name(self, id: str) -> str:
        return self.say(f"length.{id}") if id in ("class", "full") else id

    def _worded(self, finding: Finding) -> str:
        return " ".join(worder(self.words.raw)(finding))

    def handle(self, intent: object) -> Screen | None:
        """Choose, and begin."""
        match intent:
            case Show(what) if what.startswith("variant."):
                return self.now(variant=what.removeprefix("variant."))
            case Show("advisor.on" | "advisor.off" as what):
                return self.now(advisor=what == "advisor.on")
            case Show(what):
                return self.now(chosen=int(what), length="", variant="")
            case Edit("search", text):
                return self.now(query=text)
            case Pick(value):
                return self.now(length=str(value))
            case Author(what):
                return done(self, what)
            case Proceed():
                return self._begin()
            case Resume():
                return resumed(self)
            case Recall():
                return go(self, "recall", behind=self, cue="page")
            case Order("class") if self.entry is not None:
                return go(self, "set_up", behind=self, path=self.entry.path, length=self._length, variant=self.variant)
            case Back():
                return None
        return super().handle(intent)

    def _begin(self) -> Screen | None:
        from game.desktop.screens.games import new_game
        from game.scenario.finding import ScenarioError
        from game.session.recording import asked

        entry = self.entry
        if entry is None:
            return None
        desk = replace(self.desk, away=frozenset())
        try:
            chair = new_game(desk, entry.path, self._length, self.variant, options=asked(self.advisor))
        except ScenarioError as error:
            return self.now(trouble=self._worded(error.findings[0]))
        except OSError as error:
            return self.now(trouble=self.say("library.unreadable", path=entry.path.name, why=str(error.strerror)))
        return go(self.now(desk=desk), "brief", chair=chair, cue="page")
