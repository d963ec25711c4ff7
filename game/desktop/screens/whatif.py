"""What if: one decision of a game changed, all other luck unchanged; what mattered, what was luck, what it cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from game.charts.dots import Dot, Panel, dots
from game.desktop.column import Choice, Column
from game.desktop.faces import progress
from game.desktop.intent import Back, Tick
from game.desktop.picture import chart_widget
from game.desktop.screen import Screen
from game.desktop.screens.errands import Take
from game.desktop.screens.frame import desk, masthead
from game.desktop.screens.inreach import in_reach
from game.desktop.screens.journey import go
from game.desktop.screens.labour import Labour
from game.desktop.screens.outcome import outcome
from game.desktop.screens.page import Page
from game.desktop.screens.wishes import Adjust, Pick, Proceed, Show
from game.desktop.sheet import Sheet
from game.scenario.scenario import Scenario
from game.session.replay import Moment

if TYPE_CHECKING:
    from game.desktop.screens.instead import Instead
    from game.study.whatif.branch import Branch
    from game.study.whatif.course import Entry
    from game.study.whatif.paired import Luck
    from game.study.whatif.wording import Teller

SOON = 0.25     # seconds between two looks at work that goes on
TABS = ("one", "points", "reach", "luck", "tables", "audit")


@dataclass(frozen=True, kw_only=True)
class Whatif(Page):
    """`at` is the place of the chosen decision in the game's script (-1: none), `branch` what came of changing it.

    `via` is the card the change was composed on, if it was. `path` is where the game is recorded, if it is; `labours`
    are what has been begun to work out, by tab.
    """

    name: ClassVar[str] = "whatif"
    behind: Page
    scenario: Scenario
    moments: tuple[Moment, ...]
    path: Path | None
    tab: str = "one"
    at: int = -1
    branch: Branch | None = None
    via: Instead | None = None
    labours: Mapping[str, Labour[Any]] = field(default_factory=dict)
    seen: int = 0

    @property
    def teller(self) -> Teller:
        """Who words it."""
        from game.study.whatif.wording import Teller

        return Teller(self.words, self.scenario)

    @cached_property
    def script(self) -> tuple[Entry, ...]:
        """Who did what, in which turn."""
        from game.study.whatif.course import script_of

        return script_of(self.moments)

    def layout(self, sheet: Sheet) -> None:
        """The tabs above, below them the open one."""
        title = self.words.text(self.scenario.title)
        rest = masthead(sheet, sheet.page(), self.say("whatif.title"), title,
                        Choice("settings", self.say("settings"), Adjust()))  # fmt: skip
        top = sheet.column(rest)
        top.tabs(*(Choice(f"tab.{tab}", self.say(f"whatif.tab.{tab}"), Show(tab), selected=tab == self.tab, key=str(n))
                   for n, tab in enumerate(TABS, 1)))  # fmt: skip
        deeper = self.tab == "one" and self.at >= 0
        doors = [Choice("back", self.say("whatif.other" if deeper else "whatif.back"), Back())]
        with (
            desk(sheet, top.rest(), *doors) as body,
            sheet.scroll(f"whatif.{self.tab}.{self.at}.{self.branch is not None}", body, "felt", name=title) as page,
        ):
            if not deeper:
                page.text(self.say(f"whatif.{self.tab}.note"), "body", "soft")
            {"one": self._one, "points": self._worked, "reach": self._worked, "luck": self._worked,
             "tables": self._tables, "audit": self._audit}[self.tab](page)  # fmt: skip

    def _one(self, page: Column) -> None:
        if self.branch is not None:
            outcome(self, page, self.branch)
        elif self.at >= 0:
            self._ways(page)
        else:
            self._decisions(page)

    def _decisions(self, page: Column) -> None:
        """Every decision of the lead, turn by turn."""
        from game.study.whatif.branch import decisions
        from game.study.whatif.course import END_TURN

        script, t = self.script, self.teller
        for turn in range(1, self.moments[-1].state.turn + 1):
            places = decisions(script, turn)
            planned = any(entry.turn == turn and entry.action == END_TURN for entry in script)
            if places or planned:
                page.heading(self.say("debrief.turn", turn=turn), "strong")
            for place in places:
                page.item(Choice(f"decision.{place}", t.entry(script[place]), Pick(place)))
            if planned:
                page.buttons(Choice(f"add.{turn}", self.say("whatif.add", turn=turn), Take(f"add.{turn}")))

    def _ways(self, page: Column) -> None:
        """What can be changed about the chosen decision."""
        from game.study.playtest.result import BOTS
        from game.study.whatif.branch import others

        entry, t = self.script[self.at], self.teller
        with page.card("document", pad=3) as card:
            card.text(self.say("debrief.turn", turn=entry.turn), "small", "accent")
            card.text(t.entry(entry), "lead")
        answered = entry.action.kind == "answer"
        page.item(Choice("without", self.say("whatif.unanswered" if answered else "whatif.without"), Take("without")))
        for n, other in enumerate(others(self.scenario, entry.before, entry.action)):
            page.item(Choice(f"other.{n}", self.say("whatif.instead", action=t.action(other)), Take(f"other.{n}")))
        if not answered:
            page.item(Choice("another", self.say("whatif.another"), Take("another")))
        page.heading(self.say("whatif.hand", turn=entry.turn), "strong")
        page.buttons(*(Choice(f"bot.{bot}", self.words(f"playtest.bot.{bot}"), Take(f"bot.{bot}"))
                       for bot in BOTS if bot != "random"))  # fmt: skip

    def _worked(self, page: Column) -> None:
        """What takes a while: a door to begin it, a bar while it goes on, then what came of it."""
        labour = self.labours.get(self.tab)
        if labour is None and self.path is None:
            page.text(self.say("whatif.unrecorded"))
        elif labour is None:
            page.buttons(Choice("begin", self.say("whatif.begin"), Proceed(), look="primary"))
        elif labour.broke is not None:
            page.text(self.say("tryout.broke", why=f"{type(labour.broke).__name__}: {labour.broke}"))
        elif labour.found is None:
            told = self.say("whatif.wait", done=labour.done, of=labour.total)
            page.draw(progress(page, told, labour.done, labour.total))
        elif self.tab == "luck":
            self._luck(page, labour.found)
        elif self.tab == "reach":
            in_reach(self, page, labour.found)
        else:
            from game.study.whatif.report import points_told

            for line in points_told(labour.found, self.teller):
                with page.card("paper", pad=2.5) as card:
                    card.text(line)

    def _luck(self, page: Column, found: Luck) -> None:
        from game.study.whatif.report import luck_told

        em, width = page.sheet.ruler.size("small"), min(page.rect.w - 2 * page.sheet.unit(2), page.sheet.unit(160))
        low, _, half, _, high = (q / 10 for q in found.quantiles)
        mine = found.played / 10
        rows = (Dot(self.say("whatif.luck.this"), mine, mine, mine), Dot(self.say("whatif.luck.all"), half, low, high))
        title = self.teller.measure("mark")
        ops, height = dots([Panel(title, rows)], width, em)
        with page.card("paper", pad=2) as card:
            card.draw(chart_widget(card.sheet, "chart.luck", title, ops, (width, height)))
        for line in luck_told(found, self.teller):
            page.text(line)

    def _tables(self, page: Column) -> None:
        for line in self._ends:
            with page.card("paper", pad=2.5) as card:
                card.text(line)

    def _audit(self, page: Column) -> None:
        for line in self._uses:
            with page.card("paper", pad=2.5) as card:
                card.text(line)

    @cached_property
    def _ends(self) -> tuple[str, ...]:
        """How every table ended, worked out once a screen: it closes the game to know."""
        from game.study.whatif.course import played
        from game.study.whatif.report import Report, tables_told

        was = played(self.scenario, self.moments)
        return tuple(tables_told(Report(self.scenario, self.moments, was), self.teller))

    @cached_property
    def _uses(self) -> tuple[str, ...]:
        """Every use of oversight in words, worked out once a screen."""
        from game.study.audit import audit
        from game.study.whatif.report import audit_told

        return tuple(audit_told(audit(self.scenario, self.moments), self.teller))

    def handle(self, intent: object) -> Screen | None:
        """Leaf; choose a decision and what becomes of it; begin what takes a while; go back."""
        match intent:
            case Tick():
                return self._looked()
            case Show(tab) if tab in TABS:
                return self.now(tab=tab, cue="page")
            case Pick(place):
                return self.now(at=int(place), branch=None, cue="page")
            case Take(way) if way == "another" or way.startswith("add."):
                return self._recast(way)
            case Take(way):
                return self.now(branch=self._branch(way), cue="page")
            case Proceed() if self.path is not None and self.tab not in self.labours:
                return self.now(labours={**self.labours, self.tab: self._begun(self.path).start()}, pulse=SOON)
            case Back() if self.tab == "one" and self.via is not None:
                return self.via.over(self.now(branch=None, via=None))
            case Back() if self.tab == "one" and self.branch is not None:
                return self.now(branch=None)
            case Back() if self.tab == "one" and self.at >= 0:
                return self.now(at=-1)
            case Back():
                for labour in self.labours.values():
                    labour.stop()
                return self.behind.now(desk=self.desk)
        return super().handle(intent)

    def _looked(self) -> Screen | None:
        """How far the work is; nothing to draw where it is no further."""
        done = sum(labour.done + labour.over for labour in self.labours.values())
        going = any(not labour.over for labour in self.labours.values())
        return self.now(seen=done, pulse=SOON if going else 0.0) if done != self.seen or not going else None

    def _branch(self, way: str) -> Branch:
        """What comes of changing the chosen decision in one of the `_ways`."""
        from game.study.whatif.branch import Change, branch, decisions, others

        entry = self.script[self.at]
        kind, _, which = way.partition(".")
        if kind == "bot":
            return branch(self.scenario, self.moments, Change(entry.turn, bot=which))
        number = decisions(self.script, entry.turn).index(self.at)
        do = others(self.scenario, entry.before, entry.action)[int(which)] if kind == "other" else None
        return branch(self.scenario, self.moments, Change(entry.turn, number, do))

    def _recast(self, way: str) -> Screen:
        """The deeds that were on offer: in the chosen decision's place, or at the end of a turn."""
        from game.desktop.screens.another import then
        from game.study.whatif.branch import decisions

        added = way != "another"
        turn = int(way.removeprefix("add.")) if added else self.script[self.at].turn
        number = None if added else decisions(self.script, turn).index(self.at)
        chair = then(self.scenario, self.moments, turn, number)
        return go(self, "recast", chair=chair, behind=self, turn=turn, number=number)

    def _begun(self, path: Path) -> Labour[Any]:
        """The work of the open tab, not started yet."""
        from game.session.recording import read
        from game.study.whatif.paired import SEEDS, luck, points
        from game.study.whatif.reach import openings, reach

        if self.tab == "luck":
            return Labour(SEEDS, lambda told: luck(read(path), SEEDS, progress=told))
        if self.tab == "reach":
            return Labour(len(openings(self.moments)), lambda told: reach(read(path), progress=told))
        return Labour(len(self.script), lambda told: points(read(path), progress=told))
