"""A class compared, for the projector: recordings read behind the screen, then what they say, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from game.desktop.column import Choice, Column
from game.desktop.faces import progress
from game.desktop.intent import Back, Tick
from game.desktop.screen import Screen
from game.desktop.screens.blocks import room, spread
from game.desktop.screens.comparison import PAGES, View, page, teller
from game.desktop.screens.errands import Take
from game.desktop.screens.frame import desk, masthead
from game.desktop.screens.labour import Labour
from game.desktop.screens.page import Page
from game.desktop.screens.places import Place, drives, holding, places
from game.desktop.screens.wishes import Adjust, Pick, Show
from game.desktop.sheet import Sheet
from game.desktop.theme import LookName
from game.session.recording import RecordingError
from game.study.compare.decision import middle
from game.study.compare.name import Names
from game.study.compare.reading import Class, read_class, recordings
from game.telling.number import points

if TYPE_CHECKING:
    from game.study.compare.wording import Teller

SOON = 0.25     # seconds between two looks at work that goes on
AT_ONCE = 0.02  # seconds until the page is written: that it is being written is seen first
TABS = (*PAGES, "left")
SHOWN = 40      # folders offered
RATED: dict[str, LookName] = {"P": "good", "S": "paper", "M": "warn", "U": "bad"}
"""On which slip a rating is written."""


@dataclass(frozen=True, kw_only=True)
class Classroom(Page):
    """`work` reads the recordings of `folder`; None where it holds none. `search` looks for other folders.

    `view` is how the class is looked at; `asking` is "part", "me" or "folder" while one chooses; `writing` is whether
    the page is about to be written, `told` what came of it; `seen` is how far the work had come when last looked at.
    """

    name: ClassVar[str] = "classroom"
    behind: Page
    folder: Path | None = None
    work: Labour[Class] | None = None
    search: Labour[tuple[Place, ...]] | None = None
    tab: str = TABS[0]
    view: View = field(default_factory=View)
    asking: str = ""
    writing: bool = False
    told: str = ""
    seen: int = 0

    def opened(self) -> Classroom:
        """The screen with the reading of the shelf's recordings begun."""
        folder = self.desk.home.runs()
        paths = list[Path]()
        with suppress(OSError):
            paths = recordings([folder]) if folder is not None and folder.is_dir() else []
        return self.now(folder=folder, **_begun(paths))

    @property
    def found(self) -> Class | None:
        """The class, once it has been read."""
        return self.work.found if self.work is not None else None

    @property
    def teller(self) -> Teller | None:
        """Who words the part that is looked at; None before there is one."""
        found = self.found
        return teller(found, self.view, self.words) if found is not None and found.groups else None

    def layout(self, sheet: Sheet) -> None:
        """The tabs above, below them the open page; what can be done with the class at its foot."""
        found, tell = self.found, self.teller
        names = [Choice("anonymous", self.say(f"class.anonymous.{'on' if self.view.anonymous else 'off'}"),
                        Take("anonymous"), hint=self.say("class.anonymous.hint"))] if found else []  # fmt: skip
        rest = masthead(sheet, sheet.page(), self.say("class.title"), self.told or self._note(tell), *names,
                        Choice("settings", self.say("settings"), Adjust()))  # fmt: skip
        column = sheet.column(rest)
        if found is not None:
            column.tabs(*(Choice(f"tab.{tab}", self.say(f"class.tab.{tab}", n=len(found.left)), Show(tab),
                                 selected=tab == self.tab, key=str(n))
                          for n, tab in enumerate(TABS, 1) if tell is not None or tab not in PAGES))  # fmt: skip
        with (
            desk(sheet, column.rest(), *self._doors(tell)) as body,
            sheet.scroll(f"class.{self.tab}.{self.view.part}", body, "felt", name=self.say("class.title")) as inside,
        ):
            if found is None or self.work is None:
                self._reading(inside)
            else:
                if not found.groups:
                    inside.text(self.words("compare.none_sound"))
                spread(inside, page(self.work, self.tab, self.view, self.words, room(inside)), RATED)
        if self.asking:
            with sheet.dialog(self.asking, self.say(f"class.{self.asking}"), ems=34) as slip:
                slip.heading(self.say(f"class.{self.asking}.ask"))
                {"part": self._parts, "me": self._teams, "folder": self._folders}[self.asking](slip)
                slip.buttons(Choice("no", self.say("class.cancel"), Back()))

    def _note(self, tell: Teller | None) -> str:
        """What is compared: the part that is looked at, and how many teams; no folder, as it may name somebody."""
        if tell is None:
            return self.say("class.note")
        marks = [row.mark for row in tell.group.rows]
        key = "class.part.note" if len(marks) > 1 else "class.part.alone"
        return self.say(key, title=tell.title(), n=len(marks), median=points(middle(marks)))

    def _doors(self, tell: Teller | None) -> list[Choice]:
        found, doors = self.found, list[Choice]()
        if found is not None and tell is not None:
            doors.append(Choice("page", self.say("class.page"), Take("page"), look="primary",
                                hint=self.say("class.page.hint")))  # fmt: skip
            if len(found.groups) > 1:
                at, n = self.view.part + 1, len(found.groups)
                doors.append(Choice("part", self.say("class.part", at=at, n=n), Show("part")))
            doors.append(Choice("me", self.say("class.me"), Show("me"), hint=self.say("class.me.hint")))
        doors.append(Choice("folder", self.say("class.folder"), Show("folder")))
        going = self.work is not None and not self.work.over
        return [*doors, Choice("back", self.say("class.stop" if going else "class.back"), Back())]

    def _reading(self, column: Column) -> None:
        """How far the reading is, or why nothing was read."""
        work = self.work
        if work is None:
            column.text(self.say("class.none"))
        elif work.broke is not None:
            column.text(self.say("class.broke", why=self._why(work.broke)))
        else:
            key = "class.wait" if work.done < work.total else "class.bots"
            told = self.say(key, done=work.done, of=work.total)
            column.draw(progress(column, told, work.done, work.total))

    def _why(self, error: Exception) -> str:
        from game.telling.trouble import trouble

        return trouble(self.words, error) if isinstance(error, RecordingError) else f"{type(error).__name__}: {error}"

    def _parts(self, slip: Column) -> None:
        found = self.found
        for n in range(len(found.groups) if found is not None else 0):
            assert found is not None
            tell = teller(found, replace(self.view, part=n), self.words)
            slip.item(Choice(f"part.{n}", tell.title(), Take(f"part.{n}"), selected=n == self.view.part,
                             side=self.say("class.teams", n=len(tell.group.rows))))  # fmt: skip

    def _teams(self, slip: Column) -> None:
        tell = self.teller
        if tell is None:
            return
        slip.item(Choice("me.none", self.say("class.me.none"), Pick(""), selected=not self.view.me))
        for n, row in enumerate(tell.group.rows):
            slip.item(Choice(f"me.{n}", tell.team(row), Pick(row.path), selected=row.path == self.view.me,
                             detail=tell.ending(row), side=points(row.mark)))  # fmt: skip

    def _folders(self, slip: Column) -> None:
        search = self.search
        if search is None or search.broke is not None:
            slip.text(self.say("class.folder.none"))
        elif search.found is None:
            slip.draw(progress(slip, self.say("class.folder.wait"), search.done, search.total))
        else:
            if not search.found:
                slip.text(self.say("class.folder.none"))
            for n, place in enumerate(search.found[:SHOWN]):
                slip.item(Choice(f"folder.{n}", self._called(place.folder), Take(f"folder.{n}"),
                                 detail=str(place.folder.parent), selected=place.folder == self.folder,
                                 side=self.say("class.recordings", n=len(place.paths))))  # fmt: skip

    def _called(self, folder: Path) -> str:
        """A folder's name; that of a stick or of the shelf where it has none that says anything."""
        return self.say("shelf.title") if folder == self.desk.home.runs() else folder.name or str(folder)

    def handle(self, intent: object) -> Screen | None:
        """Leaf; hide names; single a team out; take another part or folder; write the page; go back."""
        match intent:
            case Tick():
                return self._written() if self.writing else self._looked()
            case Show(tab) if tab in TABS:
                return self.now(tab=tab, told=self.told if self.writing else "", cue="page")
            case Show("folder"):
                return self.now(asking="folder", search=self._searched().start(), pulse=SOON)
            case Show("part" | "me" as what):
                return self.now(asking=what)
            case Pick(path):
                return self.now(asking="", view=replace(self.view, me=str(path)), tab="curves" if path else self.tab)
            case Take("anonymous"):
                return self.now(view=replace(self.view, anonymous=not self.view.anonymous), told="")
            case Take("page"):
                begun = self.now(writing=True, told=self.say("class.writing"), pulse=AT_ONCE)
                return begun if self.teller is not None else None
            case Take(what):
                kind, _, n = what.partition(".")
                return self._moved(int(n)) if kind == "folder" else self._turned(int(n))
            case Back() if self.asking:
                return self._stopped(self.search).now(asking="", search=None)
            case Back():
                return self._stopped(self.search, self.work).behind.now(desk=self.desk)
        return super().handle(intent)

    def _looked(self) -> Screen | None:
        """How far the work is; nothing to draw where it is no further."""
        works = [work for work in (self.work, self.search) if work is not None]
        done, going = sum(work.done + work.over for work in works), any(not work.over for work in works)
        if done == self.seen and going:
            return None
        left_only = self.found is not None and not self.found.groups
        return self.now(seen=done, pulse=SOON if going else 0.0, tab="left" if left_only else self.tab)

    def _stopped(self, *works: Labour[Class] | Labour[tuple[Place, ...]] | None) -> Classroom:
        """The same, with nobody waiting for this work any longer."""
        for work in works:
            if work is not None:
                work.stop()
        return self

    def _searched(self) -> Labour[tuple[Place, ...]]:
        """The search for folders that hold recordings, not started yet: that of the shelf, the usual ones, sticks."""
        shelf = self.desk.home.runs()
        tops = list(dict.fromkeys([*([shelf] if shelf is not None else []), *places(), *drives()]))
        return Labour(len(tops), lambda told: holding(tops, told))

    def _moved(self, n: int) -> Classroom:
        """The class of another folder."""
        search = self._stopped(self.search, self.work).search
        if search is None or search.found is None or n >= len(search.found):
            return self.now(asking="")
        place = search.found[n]
        return self.now(asking="", search=None, folder=place.folder, told="", tab=TABS[0], view=View(
            anonymous=self.view.anonymous), **_begun(place.paths))  # fmt: skip

    def _turned(self, n: int) -> Classroom:
        return self.now(asking="", view=replace(self.view, part=n), tab=TABS[0], cue="page")

    def _written(self) -> Screen:
        """Write the class page into a new folder among the user's documents, and say where."""
        from platformdirs import user_documents_path

        from game.desktop.plate import plate
        from game.session.whole import put_all
        from game.study.compare.page import files

        found, view = self.found, self.view
        assert found is not None
        day = date.today()
        with suppress(ValueError):
            day = date.fromisoformat(self.desk.now()[:10])
        folder = Path()
        try:
            made = files(found, Names(found, self.words, view.anonymous), self.words, view.me, day, plate)
            folder = user_documents_path()
            folder = _free(folder / self.say("class.folder.name", day=day.isoformat()))
            folder.mkdir(parents=True)
            put_all({folder / name: data for name, data in made.items()})
        except (OSError, RuntimeError, ValueError) as error:
            told = self.say("class.unwritten", path=folder, why=getattr(error, "strerror", None) or error)
            return self.now(writing=False, pulse=0.0, told=told, cue="bad")
        key = "class.written" if "compare.docx" in made else "class.written.no_docx"
        return self.now(writing=False, pulse=0.0, told=self.say(key, path=folder), cue="stamp")


def _begun(paths: Sequence[Path]) -> dict[str, Any]:
    """What changes when recordings are begun to be read; games that are not over will be left out."""
    if not paths:
        return {"work": None, "pulse": 0.0}
    work = Labour(len(paths), lambda told: read_class(paths, 1, told, over=True)).start()
    return {"work": work, "seen": 0, "pulse": SOON}


def _free(folder: Path) -> Path:
    """A name for a folder that is not taken."""
    found, n = folder, 1
    while found.exists():
        n += 1
        found = folder.with_name(f"{folder.name}-{n}")
    return found
