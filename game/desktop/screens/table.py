"""The conference table: who sits round it, how things stand, what can be done, and the end of the turn."""

from dataclasses import dataclass
from typing import ClassVar

from game.desktop.column import Choice, Column
from game.desktop.geometry import Rect
from game.desktop.intent import Back
from game.desktop.screen import Screen
from game.desktop.screens.books import books
from game.desktop.screens.chair import SEAT
from game.desktop.screens.deeds import cards, count
from game.desktop.screens.errands import Consult, Fill, Meet, Undo
from game.desktop.screens.frame import footer, grid, masthead, pips
from game.desktop.screens.journey import go
from game.desktop.screens.notes import notes
from game.desktop.screens.onward import onward, settled
from game.desktop.screens.play import Play
from game.desktop.screens.seats import instruments, seats
from game.desktop.screens.wishes import Proceed, Shelve, Show
from game.desktop.sheet import Sheet
from game.rules import Action
from game.session.desk import lead_on

WIDE = 46       # ems from which table and notebook stand side by side
TABS = ("deeds", "books", "notes")


@dataclass(frozen=True, kw_only=True)
class Table(Play):
    """The lead's turn. `tab` is the open page of the notebook, `at` the page of deeds on it.

    `ending` while the turn's end is to be confirmed.
    """

    name: ClassVar[str] = "table"
    tab: str = "deeds"
    at: int = 0
    ending: bool = False

    def layout(self, sheet: Sheet) -> None:
        """The table at the left, the notebook at the right; one after another where the window is narrow."""
        left = self.chair.energy[0]
        title = self.when(self.words.text(self.chair.scenario.title))
        rest = masthead(sheet, sheet.page(2), title, self.date,
                        Choice("files", self.say("files.title"), Consult(), key="f"), *self.corner())
        if sheet.ems(rest) >= WIDE:
            room, side = rest.columns((19, 11), sheet.unit(3))
            self._room(sheet, room)
            self._notebook(sheet, side, TABS, "deeds" if self.tab == "room" else self.tab)
        else:
            self._notebook(sheet, rest, (*TABS, "room"), self.tab)
        if self.ending:
            self._confirm(sheet, left)

    def _room(self, sheet: Sheet, room: Rect) -> None:
        scratch = sheet.unit(17) + sheet.ruler.height("body")
        table, strip = room.cut_top(room.h - scratch, sheet.unit(1))
        seats(self, sheet, table)
        with sheet.scroll("instruments", strip) as column:
            instruments(self, column)

    def _notebook(self, sheet: Sheet, side: Rect, tabs: tuple[str, ...], tab: str) -> None:
        column = sheet.column(side)
        column.tabs(*(Choice(f"tab.{id}", self.say(f"tab.{id}"), Show(id), selected=id == tab) for id in tabs))
        energy = self.say("energy", pips=pips(*self.chair.energy))
        with footer(sheet, column.rest(), *self._doors(), head=energy, note=self._waiting()) as body:
            if tab == "room":
                seats(self, sheet, body)
                return
            with sheet.scroll(f"page.{tab}", body, name=self.say(f"tab.{tab}")) as page:
                if tab == "books" and "room" in tabs:       # no table beside the notebook to show them below
                    instruments(self, page)
                self._open(page, tab)

    def _open(self, page: Column, tab: str) -> None:
        if tab == "books":
            books(self, page)
        elif tab == "notes":
            notes(self, page)
        else:
            of = count(self)
            at = self.at % max(1, of)
            label = self.say("deeds.back" if at + 1 == of else "deeds.more", at=at + 1, of=of)
            more = [Choice("more", label, Show("more"), key="0")] if of > 1 else []
            grid(page, [*cards(self, at), *more])

    @property
    def led(self) -> bool:
        """Whether a person leads; else the program plans when it is told to go on."""
        return SEAT in self.chair.session.people

    def _doors(self) -> list[Choice]:
        if not self.led:
            return [Choice("end", self.say("table.program"), Proceed(), look="primary", key="e")]
        doors = [Choice("end", self.say("table.end"), Proceed(), look="primary", key="e")]
        can = self.chair.can_undo
        if self.desk.leave is not None:
            doors.append(Choice("leave", self.say("preview.leave"), Shelve()))
        return [*doors, Choice("undo", self.say("table.undo"), Undo(), key="u", enabled=can,
                               hint="" if can else self.say("table.final"))]  # fmt: skip

    def _able(self) -> bool:
        """Tell whether there is energy left and something on offer to spend it on."""
        return any(option.cost and option.blocked is None for option in self.chair.options)

    def _waiting(self) -> str:
        """What the turn still awaits, in one sentence."""
        if self.chair.lost is not None:
            from game.telling.trouble import trouble

            return trouble(self.words, self.chair.lost)
        if not self.led:
            return self.say("table.program.note")
        if self.chair.seen.chair:
            return self.say("table.chair", who=self.seat(self.chair.seen.chair))
        left = self.chair.energy[0]
        if self._able():
            return self.say("table.left", left=left)
        return self.say("table.done" if left else "table.spent")

    def _confirm(self, sheet: Sheet, left: int) -> None:
        with sheet.dialog("ending", self.say("table.end"), ems=24) as column:
            column.heading(self.say("table.end.ask"))
            column.text(self.say("table.end.left", left=left))
            column.buttons(Choice("yes", self.say("table.end"), Proceed(), look="primary", key="e"),
                           Choice("no", self.say("table.end.no"), Back()))  # fmt: skip

    def handle(self, intent: object) -> Screen | None:
        """Open a page of the notebook, a plate or a deed; undo; end the turn."""
        match intent:
            case Meet() | Fill() if not self.led:
                return None
            case Proceed() if not self.led:
                return onward(self, self.chair.directed(lead_on), settled(self.chair))
            case Show("more"):
                return self.now(at=(self.at + 1) % max(1, count(self)))
            case Show(what):
                return self.now(tab=what, at=0)
            case Meet(seat):
                return go(self, "meet", chair=self.chair, seat_id=seat, behind=self.now())
            case Consult(folder):
                return go(self, "open", chair=self.chair, tab=folder, behind=self.now())
            case Fill(kind, args):
                return go(self, "fill", chair=self.chair, kind=kind, args=args, behind=self.now())
            case Undo():
                return self.now(chair=self.chair.undone(), cue="page")
            case Proceed() if self.ending or not self._able():
                return self._end()
            case Proceed():
                return self.now(ending=True)
            case Back() if self.ending:
                return self.now(ending=False)
            case Back() if self.at:
                return self.now(at=0)
            case Back() if self.desk.leave is not None:
                return super().handle(Shelve())
            case Back():
                return None
        return super().handle(intent)

    def _end(self) -> Screen:
        chair, _ = self.chair.do(Action("lead", "end_turn"))
        return onward(self, chair, settled(self.chair))
