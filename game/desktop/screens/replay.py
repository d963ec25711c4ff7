"""A recording played again: the table as it stood at any moment, what was done and said, and how the evening went."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar

from game.desktop.column import Choice, Column
from game.desktop.explanation import Explanation
from game.desktop.geometry import Rect
from game.desktop.intent import Back, Edit, Tick
from game.desktop.screen import Screen
from game.desktop.screens.chair import Chair
from game.desktop.screens.errands import Meet, Take
from game.desktop.screens.film import Film
from game.desktop.screens.frame import footer, masthead
from game.desktop.screens.journey import go
from game.desktop.screens.lock import Lock
from game.desktop.screens.page import Page
from game.desktop.screens.seats import instruments, moods, seats
from game.desktop.screens.table import Table
from game.desktop.screens.wishes import Adjust, Pick, Proceed, Show
from game.desktop.sheet import Sheet
from game.desktop.theme import TARGET
from game.telling import name
from game.telling.evening import evening
from game.telling.offer import action
from game.telling.story import story
from game.telling.trouble import verdict

WIDE = 46       # ems from which the table and the pages stand side by side
PACE = 2.0      # seconds a moment stays while the replay plays on
TABS = ("said", "evening", "marks")


@dataclass(frozen=True, kw_only=True)
class Replay(Page):
    """`at` is the frame shown, `whole` whether nothing is hidden, `marks` the lines marked; it plays on by `pulse`.

    `lock` is there while the trainer's PIN is asked for, `open` once it was right.
    """

    name: ClassVar[str] = "replay"
    film: Film
    behind: Page
    at: int = 0
    whole: bool = False
    tab: str = "said"
    met: str = ""
    marks: tuple[int, ...] = ()
    open: bool = False
    lock: Lock | None = None
    trouble: str = ""

    def opened(self) -> Replay:
        """The replay with the bookmarks kept for it."""
        return self.now(marks=self.desk.home.bookmarks(self.film.digest))

    @cached_property
    def chair(self) -> Chair:
        """The chair at this moment."""
        return self.film.chair(self.at, self.whole)

    @cached_property
    def table(self) -> Table:
        """The ordinary table at this moment."""
        return Table(desk=self.desk, chair=self.chair)

    @property
    def line(self) -> int:
        """The line of the recording this moment stands in."""
        return self.film.frames[self.at].n

    @property
    def locked(self) -> bool:
        """Whether what is hidden is shown to the trainer only: a game with a PIN that is not over."""
        return bool(self.film.pin) and not self.open

    def layout(self, sheet: Sheet) -> None:
        """The turns above, the table at the left, the pages at the right, the steps below."""
        title = self.table.when(self.words.text(self.film.scenario.title))
        rest = masthead(sheet, sheet.page(2), title, self._note(), Choice("back", self.say("shelf.back"), Back()),
                        Choice("settings", self.say("settings"), Adjust()))  # fmt: skip
        with footer(sheet, rest, *self._steps()) as body:
            column = sheet.column(body)
            self._turns(column)
            room = column.rest()
            if sheet.ems(room) >= WIDE:
                left, right = room.columns((19, 11), sheet.unit(3))
                self._room(sheet, left)
                self._pages(sheet, right, TABS)
            else:
                self._pages(sheet, room, (*TABS, "room"))
        if self.lock is not None:
            self.lock.layout(self, sheet, self.say("replay.whole"), self.say("replay.locked"))

    def _note(self) -> str:
        """Which step this is, whose eyes it is seen with, and how far the recording holds."""
        found = self.film.verdict
        torn = verdict(self.words, self.film.path.name, found) if found.verdict != "ok" or found.why else ""
        step = self.say("replay.step", at=self.at + 1, of=len(self.film.frames))
        view = self.say("replay.whole.note" if self.whole else "replay.then.note")
        return self.trouble or self.words.sentences(step, view, torn)

    def _steps(self) -> list[Choice]:
        last = len(self.film.frames) - 1
        over = self.film.frames[self.at].state.phase == "debrief"
        play = "pause" if self.pulse else "play"
        mark = "unmark" if self.line in self.marks else "mark"
        still = not self.desk.settings.motion
        return [
            Choice("first", self.say("replay.first"), Pick(0), key="home", enabled=self.at > 0),
            Choice("back.one", self.say("replay.back"), Pick(max(0, self.at - 1)), key="left", enabled=self.at > 0),
            Choice("on.one", self.say("replay.on"), Pick(min(last, self.at + 1)), key="right", look="primary",
                   enabled=self.at < last),
            Choice("last", self.say("replay.last"), Pick(last), key="end", enabled=self.at < last),
            Choice("play", self.say(f"replay.{play}"), Take("play"), key="space", enabled=not still and self.at < last,
                   hint=self.say("replay.still") if still else ""),
            Choice("whole", self.say("replay.then" if self.whole else "replay.whole"), Take("whole"), key="v",
                   hint=self.say("replay.locked") if self.locked else ""),
            Choice("mark", self.say(f"replay.{mark}"), Take("mark"), key="b"),
            Choice("whatif", self.say("whatif.title"), Take("whatif"), key="i", enabled=self.film.over,
                   hint=self.say("whatif.about" if self.film.over else "whatif.unended")),
            Choice("again", self.say("replay.again"), Take("again"), enabled=not over,
                   hint=self.say("replay.again.hint")),
        ]  # fmt: skip

    def _turns(self, column: Column) -> None:
        """A turn back, a turn on and, where they fit, every turn; a marked one carries a flag."""
        state, last = self.film.frames[self.at].state, self.film.frames[-1].state.turn
        marked = {frame.state.turn for frame in self.film.frames if frame.n in self.marks}
        here = state.turn
        back = Choice("turn.back", "◀", Show(f"turn.{here - 1}"), enabled=here > 1, hint=self.say("replay.turn.back"))
        on = Choice("turn.on", "▶", Show(f"turn.{here + 1}"), enabled=here < last, hint=self.say("replay.turn.on"))
        turns = [Choice(f"turn.{n}", f"{n}◆" if n in marked else str(n), Show(f"turn.{n}"), look="quiet",
                        selected=n == here, hint=self.say("replay.turn", turn=n))
                 for n in range(1, last + 1)]  # fmt: skip
        wide = column.rect.w // (last + 2) >= 2 * TARGET + column.sheet.unit(2)
        column.buttons(*([back, *turns, on] if wide else [back, on]))

    def _room(self, sheet: Sheet, room: Rect) -> None:
        strip = sheet.unit(17) + sheet.ruler.height("body")
        table, below = room.cut_top(max(0, room.h - strip), sheet.unit(1))
        seats(self.table, sheet, table)
        with sheet.scroll("instruments", below) as column:
            instruments(self.table, column)

    def _pages(self, sheet: Sheet, side: Rect, tabs: tuple[str, ...]) -> None:
        column = sheet.column(side)
        tab = self.tab if self.tab in (*tabs, "seat") else "said"
        column.tabs(*(Choice(f"tab.{id}", self.say(f"replay.tab.{id}"), Show(id), selected=id == tab) for id in tabs))
        if tab == "room":
            seats(self.table, sheet, column.rest())
            return
        with sheet.scroll(f"page.{tab}", column.rest(), name=self.say("replay.pages")) as page:
            {"said": self._said, "evening": self._evening, "marks": self._marks, "seat": self._seat}[tab](page)
            if "room" in tabs:      # no table beside the pages to show them below
                page.space(2)
                instruments(self.table, page)

    def _said(self, page: Column) -> None:
        """This moment in full, then the other steps of its turn to jump to."""
        with page.card("paper", id="moment") as card:
            card.text(self._deed(self.at), "strong")
            for line in self._stories(self.at):
                card.text(line, "small")
        turn = self._begun(self.at)
        page.text(self.say("replay.steps", turn=turn), "small", "soft")
        for n in range(len(self.film.frames)):
            if self._begun(n) == turn and self._shown(n):
                page.item(Choice(f"step.{n}", self._deed(n), Pick(n), selected=n == self.at))

    def _begun(self, at: int) -> int:
        """The turn in which the step of a frame was taken."""
        return self.film.frames[max(0, at - 1)].state.turn

    def _shown(self, at: int) -> bool:
        """Whether the lead knew of a step: its own, or everything where nothing is hidden."""
        deed = self.film.frames[at].action
        return deed is None or self.whole or deed.seat == "lead"

    def _deed(self, at: int) -> str:
        deed = self.film.frames[at].action
        if deed is None:
            return self.say("replay.begin")
        if not self._shown(at):
            return self.say("replay.reply", who=name.seat(self.words, self.film.scenario, deed.seat))
        asked = next((ask for ask in self.film.frames[at - 1].state.asked if ask.seat == deed.seat), None)
        return action(self.words, self.chair.scenario, deed, dict(asked.data) if asked else None)

    def _stories(self, at: int) -> list[str]:
        seat = "trainer" if self.whole else "lead"
        told = (story(self.words, self.chair.scenario, event) for event in self.film.frames[at].events
                if event.seen_by(seat))  # fmt: skip
        return [line for line in told if line]

    def _evening(self, page: Column) -> None:
        """What the turn that was closed last brought, each change with its reason."""
        seat = "trainer" if self.whole else "lead"
        report = evening(self.words, self.chair.scenario, self.chair.evening, seat)
        if not report.changes:
            page.text(self.say("replay.no_evening"))
        for n, change in enumerate(report.changes, 1):
            with page.card("paper", id=f"change{n}") as card:
                card.text(change)
        for line in report.rest:
            page.text(f"· {line}", "small")

    def _marks(self, page: Column) -> None:
        held = [n for n, frame in enumerate(self.film.frames) if frame.n in self.marks]
        if not held:
            page.text(self.say("replay.no_marks"))
        for n in held:
            page.item(Choice(f"mark.{n}", self._deed(n), Pick(n), selected=n == self.at,
                             detail=self.say("replay.turn", turn=self._begun(n))))  # fmt: skip

    def _seat(self, page: Column) -> None:
        seen, words, scenario = self.chair.seen, self.words, self.chair.scenario
        page.heading(name.full(words, scenario, self.met), "strong")
        peer = next((view for view in seen.peers if view.id == self.met), None)
        for line in moods(self.table, peer).split("\n") if peer is not None else [self.say("replay.no_more")]:
            page.text(line)

    def explain(self, why: object) -> Explanation:
        """What the table says to it."""
        return self.table.explain(why)

    def handle(self, intent: object) -> Screen | None:
        """Step, jump, play on, mark, look with other eyes, or play again from here."""
        if self.lock is not None and (answer := self._unlocking(self.lock, intent)) is not None:
            return answer
        last = len(self.film.frames) - 1
        match intent:
            case Tick() if self.pulse:
                return self.now(at=min(last, self.at + 1), pulse=PACE if self.at + 1 < last else 0.0)
            case Pick(n):
                return self.now(at=max(0, min(last, int(n))), pulse=0.0, tab="said" if self.tab == "seat" else self.tab)
            case Show(what) if what.startswith("turn."):
                return self.now(at=self.film.turn(int(what.removeprefix("turn."))), pulse=0.0)
            case Show(what):
                return self.now(tab=what)
            case Meet(seat):
                return self.now(tab="seat", met=seat)
            case Take("play"):
                runs = not self.pulse and self.desk.settings.motion and self.at < last
                return self.now(pulse=PACE if runs else 0.0)
            case Take("whatif") if self.film.over:
                return go(self, "wonder", behind=self.now(pulse=0.0), scenario=self.film.scenario,
                          moments=self.film.frames, path=self.film.path)  # fmt: skip
            case Take("whole") if self.locked:
                return self.now(lock=Lock(), pulse=0.0)
            case Take("whole"):
                return self.now(whole=not self.whole)
            case Take("mark"):
                return self._marked()
            case Take("again") if self.film.frames[self.at].state.phase != "debrief":
                return self._again()
            case Back():
                return replace(self.behind, desk=self.desk)
        return super().handle(intent)

    def _unlocking(self, lock: Lock, intent: object) -> Screen | None:
        """Take the PIN; once it was right everything is shown, and nothing more asked on this screen."""
        match intent:
            case Edit("pin", text):
                return self.now(lock=lock.edited(text))
            case Proceed() if lock.opens(self.film.pin):
                return self.now(lock=None, open=True, whole=True)
            case Proceed():
                return self.now(lock=lock.refused())
            case Back():
                return self.now(lock=None)
        return None

    def _marked(self) -> Screen:
        marks = tuple(sorted({*self.marks} ^ {self.line}))
        held = self.desk.home.bookmark(self.film.digest, marks)
        return self.now(marks=marks, trouble="" if held else self.say("trouble.home"))

    def _again(self) -> Screen:
        """The game from this moment on, in a new recording; the old one stays as it is."""
        created = self.desk.now()
        path = self.desk.home.recording(self.film.scenario.id, created)
        chair = self.film.again(self.at, path, created, self.desk.lang)
        return go(self, chair.screen_trigger, chair=chair, cue="page")
