"""The files on the lead's desk (案卷): one folder open at a time, each a way of looking at the whole game."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from game.desktop.column import Choice
from game.desktop.geometry import Rect
from game.desktop.intent import Back
from game.desktop.screen import Screen
from game.desktop.screens.bargains import bargains, resettled
from game.desktop.screens.county import county
from game.desktop.screens.duties import duties
from game.desktop.screens.errands import Compose, Fill, Meet, Settle
from game.desktop.screens.frame import desk, masthead
from game.desktop.screens.handoffs import handoffs
from game.desktop.screens.journey import go
from game.desktop.screens.leaders import leaders
from game.desktop.screens.play import Play
from game.desktop.screens.pressure import pressure
from game.desktop.screens.wishes import Pick, Show
from game.desktop.sheet import Sheet

Folder = Callable[["Files", Sheet, Rect], None]
FOLDERS: dict[str, Folder] = {
    "bargains": bargains, "duties": duties, "leaders": leaders, "pressure": pressure, "map": county,
    "handoffs": handoffs,
}  # fmt: skip
"""The folders by id, in the order of their tabs: functions that lay out what lies in one."""


def folders(page: Play) -> list[str]:
    """The ids of the folders that have something in them in this scenario."""
    scenario = page.chair.scenario
    empty = {"bargains": not scenario.tables, "map": scenario.county is None, "handoffs": not scenario.handoffs}
    return [id for id in FOLDERS if not empty.get(id)]


@dataclass(frozen=True, kw_only=True)
class Files(Play):
    """The files over the table they were opened from; `picked` is what is looked at in the open folder.

    `settled` is the package being tried at a bargaining table, an option id an issue; () for the one to start from.
    """

    name: ClassVar[str] = "files"
    behind: Play
    tab: str = ""
    picked: str = ""
    settled: tuple[str, ...] = ()

    @property
    def open(self) -> str:
        """The id of the open folder: the first where none was asked for."""
        return self.tab or folders(self)[0]

    def layout(self, sheet: Sheet) -> None:
        """Tabs above, the open folder below, the way back at the foot."""
        rest = masthead(sheet, sheet.page(2), self.say("files.title"), self.say(f"files.{self.open}.about"),
                        self.gear())  # fmt: skip
        column = sheet.column(rest)
        column.tabs(*(Choice(f"folder.{id}", self.say(f"files.{id}"), Show(id), key=str(n), selected=id == self.open)
                      for n, id in enumerate(folders(self), 1)))  # fmt: skip
        with desk(sheet, column.rest(), Choice("sit", self.say("files.back"), Back(), look="primary")) as body:
            FOLDERS[self.open](self, sheet, body)

    def handle(self, intent: object) -> Screen | None:
        """Open another folder, look at something in it, take up a deed from it, or go back to the table."""
        match intent:
            case Show(what):
                return self.now(tab=what, picked="", settled=())
            case Pick(value):
                return self.now(picked=str(value), settled=())
            case Settle(issue, option):
                return self.now(settled=resettled(self, issue, option))
            case Compose(options):
                return self.now(settled=options)
            case Meet(seat):
                return go(self, "meet", chair=self.chair, seat_id=seat, behind=self.behind)
            case Fill(kind, args):
                return go(self, "fill", chair=self.chair, kind=kind, args=args, behind=self.now())
            case Back():
                return go(self, "sit", chair=self.chair, tab=getattr(self.behind, "tab", "deeds"))
        return super().handle(intent)
