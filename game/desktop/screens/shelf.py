"""The shelf: every recording there is, the latest first, and what can be done with the chosen one."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from game.charts.thumb import thumb
from game.desktop.column import Choice, Column, Thumb
from game.desktop.intent import Back, Edit, Tick
from game.desktop.screen import Screen
from game.desktop.screens.errands import Take
from game.desktop.screens.frame import desk, masthead
from game.desktop.screens.journey import go
from game.desktop.screens.page import Page, holds
from game.desktop.screens.places import places
from game.desktop.screens.title import resumed
from game.desktop.screens.wishes import Adjust, Show
from game.desktop.sheet import Sheet
from game.session.recording import RecordingError
from game.session.shelf import Spine, glance, listed
from game.telling.number import points

SOON = 0.02     # seconds between two stretches of reading
STRETCH = 10    # recordings read at once
SHOWN = 24      # recordings shown until more are asked for


@dataclass(frozen=True, kw_only=True)
class Shelf(Page):
    """`spines` are those read so far of `paths`; `asking` is "export" or "import" while one asks where."""

    name: ClassVar[str] = "shelf"
    pulse: float = SOON
    behind: Page
    paths: tuple[Path, ...] = ()
    spines: tuple[Spine, ...] = ()
    chosen: Path | None = None
    query: str = ""
    shown: int = SHOWN
    asking: str = ""
    trouble: str = ""

    def opened(self) -> Shelf:
        """The shelf with its first recordings read; the others follow at the next ticks."""
        folder = self.desk.home.runs()
        return self.now(paths=tuple(listed(folder)) if folder is not None else (), spines=())._further()

    def _further(self) -> Shelf:
        done = len(self.spines)
        more = tuple(glance(path) for path in self.paths[done:done + STRETCH])
        spines = (*self.spines, *more)
        return self.now(spines=spines, pulse=SOON if len(spines) < len(self.paths) else 0.0)

    @property
    def found(self) -> list[Spine]:
        """The recordings that hold every word that was typed."""
        return [spine for spine in self.spines if holds(self._told(spine), self.query)]

    @property
    def spine(self) -> Spine | None:
        """The chosen recording; the first where none is chosen."""
        return next((s for s in self.found if s.path == self.chosen), next(iter(self.found), None))

    def layout(self, sheet: Sheet) -> None:
        """The list at the left, the chosen recording at the right."""
        note = self.trouble or self.say("shelf.note", n=len(self.paths))
        rest = masthead(sheet, sheet.page(), self.say("shelf.title"), note,
                        Choice("back", self.say("shelf.back"), Back()),
                        Choice("settings", self.say("settings"), Adjust()))  # fmt: skip
        with desk(sheet, rest, *self._doors()) as body:
            if sheet.ems(body) >= 40:
                left, right = body.columns((6, 6), sheet.unit(4))
                with sheet.scroll("list", left, "felt", name=self.say("shelf.title")) as column:
                    self._list(column)
                with sheet.scroll("chosen", right, "felt") as column:
                    self._page(column)
            else:
                with sheet.scroll("list", body, "felt", name=self.say("shelf.title")) as column:
                    self._page(column)
                    self._list(column)
        if self.asking:
            self._ask(sheet)

    def _doors(self) -> list[Choice]:
        spine, doors = self.spine, list[Choice]()
        if spine is not None and spine.legible:
            if not spine.why:
                first = "debrief" if spine.over else "continue"
                doors.append(Choice(first, self.say(f"shelf.{first}"), Take(first), look="primary"))
            doors.append(Choice("replay", self.say("shelf.replay"), Take("replay")))
        if spine is not None:
            doors.append(Choice("export", self.say("shelf.export"), Show("export")))
        return [*doors, Choice("import", self.say("shelf.import"), Show("import")),
                Choice("class", self.say("class.title"), Take("class"), hint=self.say("class.about"))]  # fmt: skip

    def _list(self, column: Column) -> None:
        column.field("search", self.say("shelf.search"), self.query)
        found, chosen = self.found, self.spine
        if not found:
            column.text(self.say("shelf.none" if self.paths else "shelf.empty"))
        for spine in found[:self.shown]:
            column.item(Choice(f"run.{spine.path.name}", self._title(spine), Show(f"run.{spine.path}"),
                               thumb=_thumb(column.sheet, spine),
                               detail=f"{self._when(spine)}\n{self._state(spine)}".strip(),
                               side=self._mark(spine), selected=spine is chosen))  # fmt: skip
        if len(found) > self.shown:
            column.text(self.say("shelf.more.note", n=len(found) - self.shown), "small", "soft")
            column.buttons(Choice("more", self.say("shelf.more"), Show("more")))

    def _page(self, column: Column) -> None:
        spine = self.spine
        if spine is None:
            return
        with column.card("document", role="document", pad=3) as card:
            card.heading(self._title(spine), "heading", "accent")
            card.rule("accent")
            card.text(self._state(spine))
            if spine.legible and spine.why:
                card.text(self.say("shelf.partly"), "small")
            for line in (self._when(spine), self._way(spine), spine.path.name):
                if line:
                    card.text(line, "small", "soft")

    def _title(self, spine: Spine) -> str:
        return self.words.text(spine.title) or spine.path.name

    def _when(self, spine: Spine) -> str:
        return spine.created[:16].replace("T", " ")

    def _way(self, spine: Spine) -> str:
        length = self.say(f"length.{spine.length}") if spine.length in ("class", "full") else spine.length
        variant = self.say("shelf.variant", id=spine.variant) if spine.variant else ""
        return "  ".join(filter(None, (length, variant)))

    def _mark(self, spine: Spine) -> str:
        return points(spine.mark) if spine.mark is not None else ""

    def _state(self, spine: Spine) -> str:
        """How far the game has come, how it ended, or what is wrong with the file."""
        if spine.why:
            return self.say("shelf.broken", why=self.words(f"verdict.why.{spine.why}"))
        if spine.over:
            return self.say("shelf.over", ending=self.words.text(spine.ending), mark=self._mark(spine))
        return self.say("shelf.turn", turn=spine.turn) if spine.turn else self.say("shelf.unknown")

    def _told(self, spine: Spine) -> str:
        return "\n".join((self._title(spine), self._when(spine), self._way(spine), self._state(spine), spine.path.name))

    def _ask(self, sheet: Sheet) -> None:
        """Where to copy the chosen recording, or which file to take in."""
        with sheet.dialog("places", self.say(f"shelf.{self.asking}"), ems=32) as column:
            column.heading(self.say(f"shelf.{self.asking}.ask"))
            if self.asking == "export":
                for n, place in enumerate(places()):
                    column.item(Choice(f"place{n}", str(place), Take(f"export.{place}")))
            else:
                files = [path for place in places() for path in listed(place)][:SHOWN]
                if not files:
                    column.text(self.say("shelf.import.none", places=self.words.listed([str(p) for p in places()])))
                for n, path in enumerate(files):
                    column.item(Choice(f"file{n}", path.name, Take(f"import.{path}"), detail=str(path.parent)))
            column.buttons(Choice("no", self.say("shelf.cancel"), Back()))

    def handle(self, intent: object) -> Screen | None:
        """Read on; search and choose; do something with the chosen recording."""
        match intent:
            case Tick():
                return self._further() if self.pulse else None
            case Edit(_, text):
                return self.now(query=text, shown=SHOWN)
            case Show("more"):
                return self.now(shown=self.shown + SHOWN)
            case Show("export" | "import" as what):
                return self.now(asking=what)
            case Show(what):
                return self.now(chosen=Path(what.removeprefix("run.")), trouble="")
            case Take("class"):
                return go(self, "compare", behind=self, cue="page")
            case Take(what) if what.startswith("export."):
                return self._copied(Path(what.removeprefix("export.")))
            case Take(what) if what.startswith("import."):
                return self._taken(Path(what.removeprefix("import.")))
            case Take(what):
                return self._opened(what)
            case Back() if self.asking:
                return self.now(asking="")
            case Back():
                return replace(self.behind, desk=self.desk)
        return super().handle(intent)

    def _opened(self, what: str) -> Screen | None:
        from game.desktop.screens.film import film
        from game.telling.trouble import trouble

        spine = self.spine
        if spine is None:
            return None
        if what != "replay":
            return resumed(self, spine.path)
        try:
            shown = film(spine.path)
        except RecordingError as error:
            return self.now(trouble=trouble(self.words, error))
        return go(self, "rewind", film=shown, behind=self, cue="page")

    def _copied(self, folder: Path) -> Screen | None:
        spine = self.spine
        if spine is None:
            return None
        try:
            to = _copy(spine.path, folder)
        except OSError as error:
            return self.now(asking="", trouble=self.say("shelf.no_copy", path=folder, why=str(error.strerror)))
        return self.now(asking="", trouble=self.say("shelf.exported", path=to))

    def _taken(self, path: Path) -> Screen | None:
        folder = self.desk.home.runs()
        if folder is None:
            return None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            to = _copy(path, folder)
        except OSError as error:
            return self.now(asking="", trouble=self.say("shelf.no_copy", path=path, why=str(error.strerror)))
        return self.opened().now(asking="", query="", chosen=to, trouble=self.say("shelf.imported", path=to))


def _thumb(sheet: Sheet, spine: Spine) -> Thumb | None:
    """The table as its last turn left it."""
    em = sheet.ruler.size("body")
    size = 5 * em, 3 * em
    return Thumb(thumb(spine.acts, spine.reported, (0, 0), size), size) if spine.acts else None

def _copy(path: Path, folder: Path) -> Path:
    """Copy a file byte by byte into a folder under a free name."""
    to, n = folder / path.name, 1
    while to.exists():
        n += 1
        to = folder / f"{path.stem}-{n}{path.suffix}"
    shutil.copyfile(path, to)
    return to
