"""The live preview: the game of a file being written at the left, and what its author wants to know at the right."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar

from game.desktop.column import Choice, Column
from game.desktop.explanation import Explanation
from game.desktop.geometry import Rect
from game.desktop.intent import Back, Edit, Tick
from game.desktop.screen import Screen
from game.desktop.screens.chair import look
from game.desktop.screens.deeds import cards, count
from game.desktop.screens.desk import Desk
from game.desktop.screens.errands import Author, Drop, Fill, Meet, Nudge, Undo
from game.desktop.screens.frame import footer, grid, masthead, pips
from game.desktop.screens.journey import go
from game.desktop.screens.library import Library
from game.desktop.screens.page import Page
from game.desktop.screens.play import Play
from game.desktop.screens.seats import instruments
from game.desktop.screens.table import Table
from game.desktop.screens.wishes import Adjust, Pick, Proceed, Show
from game.desktop.sheet import Sheet
from game.desktop.theme import TARGET
from game.lint.account import counted, news, standing, when
from game.lint.preview import Preview as Model
from game.rules import Action
from game.study.rehearsal import asked
from game.study.value import nudged, stored, typed

WIDE = 46       # ems from which the game and the author's pages stand side by side
TABS = ("findings", "why", "values", "steps")


@dataclass(frozen=True, kw_only=True)
class Preview(Page):
    """A file being followed: `pulse` asks for the ticks at which it is looked at.

    `tab` is the open page, `at` the page of deeds; `every` shows the values no condition reads, too. While `asking`
    names a value, `draft` is what has been typed for it. `behind` is the library it was opened from, if it was.
    """

    name: ClassVar[str] = "preview"
    pulse: float = 0.5
    seen: Model
    behind: Library | None = None
    tab: str = "findings"
    at: int = 0
    every: bool = False
    asking: str = ""
    draft: str = ""

    @cached_property
    def table(self) -> Table | None:
        """The ordinary table at this moment of the game; None as long as there is no game."""
        if self.seen.game is None:
            return None
        return Table(desk=replace(self.desk, leave=self._back), chair=look(self.seen.session()))

    def layout(self, sheet: Sheet) -> None:
        """The game and the open page side by side; where the window is narrow the game is a page like the others."""
        back = [Choice("back", self.say("preview.library"), Back())] if self.behind is not None else []
        rest = masthead(sheet, sheet.page(2), self.seen.path.name, self._state(),
                        *back, Choice("settings", self.say("settings"), Adjust()))  # fmt: skip
        if sheet.ems(rest) >= WIDE:
            left, right = rest.columns((16, 14), sheet.unit(3))
            self._game(sheet, left)
            self._notebook(sheet, right, TABS, "findings" if self.tab == "game" else self.tab)
        else:
            self._notebook(sheet, rest, ("game", *TABS), self.tab)
        if self.asking:
            from game.desktop.screens.values import ask

            ask(self, sheet)

    def _state(self) -> str:
        """How the file and the game stand, and when it was saved."""
        words, seen = self.words, self.seen
        saved = words("preview.saved", time=time.strftime("%H:%M:%S", time.localtime(seen.saved))) if seen.saved else ""
        return words.sentences(standing(words, seen), counted(words, seen), saved)

    def _notebook(self, sheet: Sheet, side: Rect, tabs: tuple[str, ...], tab: str) -> None:
        column = sheet.column(side)
        named = {id: self.say(f"preview.{id}") for id in tabs}
        if self.seen.findings:
            named["findings"] = self.say("preview.findings.many", n=len(self.seen.findings))
        column.tabs(*(Choice(f"tab.{id}", title, Show(id), selected=id == tab) for id, title in named.items()))
        if tab == "game":
            self._game(sheet, column.rest())
            return
        with sheet.scroll(f"page.{tab}", column.rest(), name=self.say(f"preview.{tab}")) as page:
            self._open(page, tab)

    def _open(self, page: Column, tab: str) -> None:
        from game.desktop.screens.findings import findings
        from game.desktop.screens.reasons import reasons
        from game.desktop.screens.steps import steps
        from game.desktop.screens.values import values

        if tab == "findings":
            findings(self, page)
        elif self.seen.game is None:
            page.text(self.say("preview.none"))
        else:
            {"why": reasons, "values": values, "steps": steps}[tab](self, page)

    def _game(self, sheet: Sheet, area: Rect) -> None:
        """Turns to jump to, what has just happened, how things stand, and what is on offer."""
        if self.table is None:
            with sheet.scroll("game", area, name=self.seen.path.name) as page:
                page.text(standing(self.words, self.seen))
            return
        seen, table = self.seen, self.table
        column = sheet.column(area)
        self._turns(column)
        doors = [
            Choice("play", self.say("preview.play"), Proceed(), look="primary"),
            Choice("bot", self.say("preview.bot"), Pick("bot"), enabled=not seen.over),
            Choice("undo", self.say("preview.undo"), Undo(), key="u", enabled=bool(seen.steps)),
        ]
        with footer(sheet, column.rest(), *doors) as body, sheet.scroll("game", body, name=seen.path.name) as page:
            page.text(self.words.text(seen.scenario.title), "strong")
            energy = "" if seen.over else self.say("energy", pips=pips(*table.chair.energy))
            page.text(f"{when(self.words, seen)}    {energy}".rstrip(), "small")
            for line in news(self.words, seen):
                page.text(line, "small")
            if asked(seen.state):
                self._choices(page, table)
            page.space(1.5)
            instruments(table, page)
            if table.chair.options and not asked(seen.state):
                of = count(table)
                at = self.at % of
                more = self.say("deeds.back" if at + 1 == of else "deeds.more", at=at + 1, of=of)
                grid(page, [*cards(table, at), Choice("more", more, Show("more"), key="0")])

    def _turns(self, column: Column) -> None:
        """A step back, a step on and, where they fit, every turn."""
        last = self.seen.scenario.length.turns
        here = last + 1 if self.seen.over else self.seen.state.turn
        back = Choice("turn.back", "◀", Pick(here - 1), enabled=here > 1, hint=self.say("preview.back"))
        on = Choice("turn.on", "▶", Pick(here + 1), enabled=here <= last, hint=self.say("preview.on"))
        turns = [Choice(f"turn.{n}", str(n), Pick(n), look="quiet", selected=n == here) for n in range(1, last + 1)]
        row = [back, *turns, on] if column.rect.w // (last + 2) >= TARGET + column.sheet.unit(2) else [back, on]
        with column.row(*[1] * len(row), least=1, gap=1) as cells:
            for cell, choice in zip(cells, row, strict=True):
                cell.buttons(choice)

    def _choices(self, page: Column, table: Table) -> None:
        """The replies to the news that waits, to be given right here."""
        inject, option = table.chair.inject, table.chair.options[0]
        if inject is None:
            page.text(self.say("preview.called"), "small", "accent")
            return
        page.text(self.say("preview.asked", title=self.words.text(inject.title)), "small", "accent")
        for choice in inject.choices:
            page.item(Choice(f"answer.{choice.id}", self.words.text(choice.text), Pick(f"answer.{choice.id}"),
                             side=pips(choice.cost, choice.cost), enabled=choice.id in option.fields[0].choices,
                             hint=choice.id))  # fmt: skip

    def explain(self, why: object) -> Explanation:
        """What the table says to it."""
        return self.table.explain(why) if self.table is not None else Explanation()

    def handle(self, intent: object) -> Screen | None:
        """Look at the file at every tick; open a page; go to a turn; set a value; play."""
        match intent:
            case Tick():
                seen = self.seen.look()
                return self.now(seen=seen) if seen is not self.seen else None
            case Author("fix"):
                return self._fixed()
            case Show("more"):
                return self.now(at=self.at + 1)
            case Show("every"):
                return self.now(every=not self.every)
            case Show(what) if what.startswith("value."):
                return self.now(asking=what.removeprefix("value."), draft="")
            case Show(what):
                return self.now(tab=what)
            case Edit(_, text):
                return self.now(draft=text)
            case Back() if self.asking:
                return self.now(asking="", draft="")
            case Proceed() if self.asking:
                return self._set()
            case Back() if self.behind is not None:
                from game.desktop.screens.workshop import reread

                return reread(self.behind.now(desk=self.desk), self.seen.path)
        return (self._moved(intent) if self.table is not None else None) or super().handle(intent)

    def _moved(self, intent: object) -> Screen | None:
        """Answer what moves the game."""
        seen, table = self.seen, self.table
        assert table is not None
        match intent:
            case Proceed():
                return go(replace(self, desk=table.desk), table.chair.screen_trigger, chair=table.chair)
            case Fill() | Meet():
                return table.handle(intent)
            case Pick("bot"):
                return self.now(seen=seen.bot_to(seen.state.turn + 1))
            case Pick(str(reply)):
                return self.now(seen=seen.do(Action("lead", "answer", {"choice": reply.removeprefix("answer.")})))
            case Pick(turn):
                return self.now(seen=seen.turn_to(int(turn)))
            case Undo():
                return self.now(seen=seen.undo())
            case Drop(n):
                return self.now(seen=seen.drop(n))
            case Nudge(name, by) if seen.good is not None:
                known = seen.good.names[name]
                return self.now(seen=seen.set_value(name, nudged(known, known.read(seen.state), by)))
        return None

    def _fixed(self) -> Screen | None:
        """Mend what can be mended safely, in the file itself; it is looked at anew at once."""
        from game.lint.fix import fixed
        from game.session.whole import put

        try:
            found = fixed(self.seen.path.read_bytes(), str(self.seen.path))
            if found is not None:
                put(self.seen.path, found.text.encode())
        except OSError:
            return None
        return self.now(seen=self.seen.look())

    def _set(self) -> Screen | None:
        """Set the value asked for, if what was typed is one."""
        known = self.seen.good.names.get(self.asking) if self.seen.good is not None else None
        value = typed(known, self.draft) if known is not None else None
        if known is None or value is None or stored(known, value) is None:
            return None
        return self.now(seen=self.seen.set_value(self.asking, value), asking="", draft="")

    def _back(self, page: Page) -> Screen:
        """Return to the preview from its game: what was played there has become steps."""
        assert isinstance(page, Play)
        desk: Desk = replace(page.desk, leave=None)
        return self.now(desk=desk, seen=self.seen.taken(page.chair.session.moments).look())
