"""The trainer's desk in the window: behind a PIN, who is awaited, and everything a trainer may do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

from game.desktop.column import Choice, Column
from game.desktop.geometry import Rect
from game.desktop.intent import Back, Edit
from game.desktop.screen import Screen
from game.desktop.screens import frame
from game.desktop.screens.chair import look
from game.desktop.screens.dice import dice
from game.desktop.screens.errands import Order
from game.desktop.screens.events import events
from game.desktop.screens.journey import go
from game.desktop.screens.lock import Lock
from game.desktop.screens.onward import onward, settled
from game.desktop.screens.play import Play
from game.desktop.screens.remarks import remarks
from game.desktop.screens.roster import roster
from game.desktop.screens.wishes import Pick, Proceed, Show
from game.desktop.sheet import Sheet
from game.desktop.widget import Widget
from game.rules import IllegalAction
from game.rules.direct import CHOICES, NONE
from game.session import desk
from game.session.session import Session
from game.telling import offer

PAGES: dict[str, Callable[[Direct, Column], None]] = {
    "seats": roster, "events": events, "notes": remarks, "dice": dice,
}  # fmt: skip
"""The pages of the desk, in the order of their tabs."""
LEAST = 40      # steps of the grid below which a page leaves no room for the reason beside it


@dataclass(frozen=True, kw_only=True)
class Direct(Play):
    """The desk over the screen it was opened from. `open` once the PIN asked for at the `lock` was right.

    `texts` is what is being written.

    `picked` is an inject, an effect's place or a draw chosen so far; `said` tells what came of the last thing done;
    `since` is how far the game had come when the desk was opened.
    """

    name: ClassVar[str] = "direct"
    behind: Play = field(kw_only=True)
    open: bool = False
    lock: Lock = field(default_factory=Lock)
    tab: str = "seats"
    texts: tuple[tuple[str, str], ...] = ()
    picked: str = ""
    said: str = ""
    ending: bool = False
    since: int = -1

    @property
    def session(self) -> Session:
        """The game at the desk."""
        return self.chair.session

    def text(self, id: str) -> str:
        """What has been written in a field."""
        return dict(self.texts).get(id, "")

    def opened(self) -> Direct:
        """The desk with the game's place noted; where it has no PIN it is open."""
        return self.now(since=len(self.session.moments), open=not desk.pin_of(self.session))

    def layout(self, sheet: Sheet) -> None:
        """The PIN alone; once it was right, the pages and what moves the game on."""
        state, scenario = self.session.state, self.session.scenario
        at = self.words("desk.stands", turn=state.turn, turns=scenario.length.turns,
                        phase=self.words(f"phase.{state.phase}"))  # fmt: skip
        rest = frame.masthead(sheet, sheet.page(2), self.words("desk.title"), at if self.open else "", self.gear())
        if not self.open:
            self.lock.layout(self, sheet, self.words("desk.title"))
            return
        column = sheet.column(rest)
        column.tabs(*(Choice(f"page.{id}", self.say(f"direct.{id}"), Show(id), selected=id == self.tab)
                      for id in PAGES))  # fmt: skip
        with frame.desk(sheet, column.rest(), *self._doors(), note=self._told()) as body:
            scratch: list[Widget] = []
            reason = Column(sheet, Rect(body.x, 0, body.w, 0), scratch, "felt")
            self._reason(reason)
            above = body.cut_top(max(0, body.h - reason.y - sheet.unit(1)))[0]
            narrow = above.h < sheet.unit(LEAST)        # then the reason moves with the page
            shown, title = body if narrow else above, self.say(f"direct.{self.tab}")
            with sheet.scroll(f"direct.{self.tab}", shown, "felt", name=title) as page:
                if narrow:
                    self._reason(page)
                PAGES[self.tab](self, page)
            if not narrow:
                sheet.put(*(widget.moved(0, body.bottom - reason.y) for widget in scratch))
        if self.ending:
            self._confirm(sheet)

    def _reason(self, column: Column) -> None:
        column.field("why", self.say("direct.why"), self.text("why"))

    def _doors(self) -> list[Choice]:
        paused = self.session.paused
        doors = [Choice("leave", self.say("direct.leave"), Back(), look="primary"),
                 Choice("skip", self.say("direct.skip"), Order("skip"), hint=self.words("offer.skip.about")),
                 Choice("pause", self.say("direct.go_on" if paused else "direct.pause"),
                        Order("go_on" if paused else "pause")),
                 Choice("back", self.say("direct.back"), Order("back"), hint=self.say("direct.back.hint"))]  # fmt: skip
        if self.chair.awaited and not paused:
            doors.append(Choice("gather", self.say("direct.gather"), Order("gather")))
        return [*doors, Choice("end", self.say("direct.end"), Order("end"))]

    def _told(self) -> str:
        """What came of the last thing done; else that the game is paused."""
        if self.chair.lost is not None:
            from game.telling.trouble import trouble

            return trouble(self.words, self.chair.lost)
        return self.said or (self.words("desk.mark.pause") if self.session.paused else self.say("direct.ready"))

    def _confirm(self, sheet: Sheet) -> None:
        with sheet.dialog("ending", self.say("direct.end"), ems=24) as column:
            column.heading(self.words("desk.end.ask"))
            column.buttons(Choice("yes", self.say("direct.end"), Order("end"), look="primary"),
                           Choice("no", self.say("back"), Back()))  # fmt: skip

    def handle(self, intent: object) -> Screen | None:
        """Take the PIN; then write, choose and do."""
        match intent:
            case Edit(_, text) if not self.open:
                return self.now(lock=self.lock.edited(text))
            case Edit(id, text):
                return self._typed(id, text)
            case Back() if self.ending:
                return self.now(ending=False)
            case Back() if self.picked:
                return self.now(picked="")
            case Back():
                return self._left()
            case Proceed() if not self.open:
                right = self.lock.opens(desk.pin_of(self.session))
                return self.now(open=right, lock=Lock() if right else self.lock.refused())
            case _ if not self.open:
                return super().handle(intent)
            case Show(tab):
                return self.now(tab=tab, picked="", said="")
            case Pick(value):
                return self.now(picked="" if value == self.picked else str(value))
            case Order("end", _) if not self.ending:
                return self.now(ending=True)
            case Order("gather", _):
                return go(self, "gather", chair=self.chair, then=settled(self.chair))
            case Order(what, about):
                return self._ordered(what, about)
        return super().handle(intent)

    def _typed(self, id: str, text: str) -> Direct:
        picked = "" if id == self.picked else self.picked       # an effect is chosen, not typed
        return self.now(texts=(*(t for t in self.texts if t[0] != id), (id, text)), picked=picked, said="")

    def _left(self) -> Screen:
        """Back to the game: to the very screen if nothing has happened, else to wherever the game stands now."""
        chair = look(self.session, self.chair.lost)
        if len(self.session.moments) == self.since and self.behind.name != "curtain" and not self.session.paused:
            return self.behind.now(desk=self.desk, chair=chair)
        return onward(self, chair, settled(self.behind.chair))

    def _ordered(self, what: str, about: str) -> Screen:
        """Do it with the reason given; say what came of it, or why it cannot be done."""
        try:
            chair = self.chair.directed(lambda session: WORKS[what](self, session, about))
        except IllegalAction as error:
            return self.now(said=offer.blocked(self.words, self.session.scenario, error.reason), cue="bad")
        kept = () if what in ("improvise", "note", "fix") else tuple(t for t in self.texts if t[0] != "why")
        done = self.now(chair=chair, texts=kept, picked="", said=self.say(f"direct.done.{what}"), ending=False,
                        cue="stamp")  # fmt: skip
        return done._left() if self.session.over else done

    def written(self) -> list[tuple[str, str]]:
        """The choices written on the spot with what each moves."""
        rows = [(self.text(f"choice{n}").strip(), self.text(f"effect{n}") or NONE) for n in CHOICES]
        return [row for row in rows if row[0]]


def _draw(page: Direct, session: Session, _about: str) -> None:
    value = page.text("value")
    desk.order(session, "fix", page.text("why"), who=page.text("who"), what=page.text("what"),
               value=int(value) if value.isdecimal() and len(value) < 4 else -1)  # fmt: skip


WORKS: dict[str, Callable[[Direct, Session, str], object]] = {
    "skip": lambda page, s, _: (desk.order(s, "skip", page.text("why")), desk.lead_on(s)),
    "stand_in": lambda page, s, id: desk.order(s, "stand_in", page.text("why"), seat=id),
    "person": lambda page, s, id: desk.hand_over(s, id, "human", page.text("why")),
    "bot": lambda page, s, id: desk.hand_over(s, id, "bot", page.text("why")),
    "pause": lambda page, s, _: desk.pause(s, page.text("why")),
    "go_on": lambda page, s, _: desk.go_on(s, page.text("why")),
    "back": lambda page, s, _: desk.take_back(s, page.text("why")),
    "inject": lambda page, s, id: desk.order(s, "inject", page.text("why"), inject=id),
    "improvise": lambda page, s, _: desk.improvise(s, page.text("title").strip(), page.text("text").strip(),
                                                   page.written(), page.text("why")),
    "note": lambda page, s, line: desk.note(s, page.text("note").strip(), int(line or 0)),
    "fix": _draw,
    "page": lambda page, s, which: desk.show(s, which),
    "end": lambda page, s, _: desk.order(s, "end_now", page.text("why")),
}  # fmt: skip
"""What is done at the desk, by the name of the order."""
