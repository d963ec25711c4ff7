"""The first thing one sees: the name on a red-headed page, before anything heavy is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from game.desktop.column import Choice
from game.desktop.faces import plate
from game.desktop.geometry import Rect
from game.desktop.intent import Quit, Tick
from game.desktop.screen import Screen
from game.desktop.screens.journey import go
from game.desktop.screens.page import Page
from game.desktop.screens.wishes import Adjust, Proceed, Recall, Resume
from game.desktop.sheet import Sheet
from game.desktop.table import seating
from game.desktop.widget import Widget

if TYPE_CHECKING:
    from game.scenario.library import Entry

SOON = 0.02     # seconds after the first picture until the library is read


@dataclass(frozen=True, kw_only=True)
class Title(Page):
    """The title; once it is on the screen the library is read behind it. `trouble` is a sentence to show."""

    name: ClassVar[str] = "title"
    pulse: float = SOON
    entries: tuple[Entry, ...] | None = None
    trouble: str = ""

    def layout(self, sheet: Sheet) -> None:
        """The page before the table."""
        width, height = sheet.rect.size
        ems = min(30 * sheet.ruler.size("body"), sheet.page().w)
        top = max(sheet.unit(3), (height - sheet.unit(84)) // 2)
        area = Rect((width - ems) // 2, top, ems, height - top - sheet.unit(3))
        with sheet.scroll("card", area) as column, column.card("document", role="document", pad=4) as card:
            card.text(self.say("title.over"), "body", "accent", align="centre")
            card.rule("accent")
            card.space(2)
            card.text(self.say("title.name"), "cover", "accent", align="centre", role="heading")
            card.text(self.say("title.tagline"), "body", "soft", align="centre")
            card.space(3)
            card.buttons(Choice("start", self.say("title.start"), Proceed(), look="primary"), align="centre")
            card.buttons(*self._more(), align="centre")
            if self.trouble or self.desk.trouble:
                card.text(self.trouble or self.say(self.desk.trouble), "small", "accent", align="centre")
        if self.entries is not None:        # the first picture is up before the table is drawn
            page = next(widget.rect for widget in sheet.widgets if widget.role == "document")
            sheet.widgets[:0] = self._table(sheet, page)

    def _table(self, sheet: Sheet, page: Rect) -> list[Widget]:
        """The table one will sit down at, with plates that the page in its middle leaves room for."""
        names = self.say("title.plates").split()
        wide = max(sheet.ruler.width("plate", name) for name in names) + sheet.unit(4)
        plates = [plate(sheet, Choice("", name, None), wide)._replace(name="") for name in names]
        heads, sides, own = plates[:2], plates[2:-1], plates[-1]
        found = seating(sheet.page(2), [w.rect.size for w in heads], [w.rect.size for w in sides], own.rect.size,
                        sheet.unit(2))  # fmt: skip
        if found.table is None:
            return []
        placed = [w.moved(at.x, at.y) for w, at in zip(plates, (*found.heads, *found.sides, found.own), strict=True)]
        return [Widget("", "table", found.table, data=()), *(w for w in placed if not w.rect.overlaps(page))]

    def _more(self) -> list[Choice]:
        last = self.desk.home.latest()
        resume = [Choice("resume", self.say("title.resume"), Resume()),
                  Choice("shelf", self.say("shelf.title"), Recall())] if last is not None else []
        return [*resume, Choice("settings", self.say("settings"), Adjust()),
                Choice("quit", self.say("quit"), Quit(), key="q")]  # fmt: skip

    def handle(self, intent: object) -> Screen | None:
        """Read the library on the first tick; go on to it, or back to the last game."""
        match intent:
            case Tick():
                return self.now(entries=self._read(), pulse=0.0)
            case Proceed():
                return go(self, "browse", entries=self.entries or self._read(), cue="page")
            case Resume():
                return resumed(self)
            case Recall():
                return go(self, "recall", behind=self, cue="page")
        return super().handle(intent)

    def _read(self) -> tuple[Entry, ...]:
        from game.scenario.library import entries

        return tuple(entries(self.desk.folders))


def resumed(page: Page, path: Path | None = None) -> Screen | None:
    """The recorded game at `path`, or the last one, where it was left; a sentence where it cannot be taken up."""
    from game.desktop.screens.games import old_game
    from game.desktop.screens.onward import onward, settled
    from game.session.recording import RecordingError
    from game.telling.trouble import trouble

    path = path or page.desk.home.latest()
    if path is None:
        return None
    try:
        chair = old_game(path)
    except RecordingError as error:
        return page.now(trouble=trouble(page.words, error))
    return onward(page, chair, settled(chair))
