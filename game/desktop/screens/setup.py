"""A class set up: who sits where, how the teams answer, the PIN of the trainer's desk, the seed, the advisor."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from game.desktop.column import Choice, Column
from game.desktop.intent import Back, Edit
from game.desktop.screen import Screen
from game.desktop.screens.errands import Order
from game.desktop.screens.frame import desk, grid, masthead
from game.desktop.screens.journey import go
from game.desktop.screens.onward import CLASS, HOT, MODE, onward
from game.desktop.screens.page import Page
from game.desktop.screens.wishes import Adjust, Proceed
from game.desktop.sheet import Sheet
from game.scenario.scenario import Scenario
from game.session.seating import HUMAN, MODEL

FEWEST = 4      # characters of a PIN


@lru_cache(4)
def _loaded(path: Path, length: str, variant: str) -> Scenario:
    from game.scenario.load import load
    from game.scenario.source import decode

    return load(decode(path.read_bytes(), str(path))[0] or "", str(path), length, variant)


@dataclass(frozen=True, kw_only=True)
class Setup(Page):
    """A class about to begin. `people` are the seats of teams beside the lead's; `trouble` is a sentence to show."""

    name: ClassVar[str] = "setup"
    behind: Page = field(default_factory=Page)
    path: Path
    length: str = ""
    variant: str = ""
    people: tuple[str, ...] = ()
    mode: str = CLASS
    advisor: bool = True
    pin: str = ""
    seed: str = ""
    trouble: str = ""

    @property
    def scenario(self) -> Scenario:
        """The scenario to be played; ScenarioError if it no longer loads."""
        return _loaded(self.path, self.length, self.variant)

    def opened(self) -> Page:
        """The form with every department a team's; or the library with what is wrong with the scenario."""
        from game.scenario.finding import ScenarioError
        from game.telling.finding import worder

        try:
            return self.now(people=tuple(peer.id for peer in self.scenario.peers))
        except ScenarioError as error:
            return self.behind.now(trouble=" ".join(worder(self.words.raw)(error.findings[0])))
        except OSError as error:
            told = self.say("library.unreadable", path=self.path.name, why=str(error.strerror))
            return self.behind.now(trouble=told)

    def layout(self, sheet: Sheet) -> None:
        """Seats at the left, the rest at the right."""
        title = self.words.text(self.scenario.title)
        rest = masthead(sheet, sheet.page(), self.say("setup.title"), self.trouble or title,
                        Choice("settings", self.say("settings"), Adjust()))  # fmt: skip
        doors = (Choice("begin", self.say("setup.begin"), Proceed(), look="primary"),
                 Choice("back", self.say("back"), Back()))  # fmt: skip
        with (
            desk(sheet, rest, *doors) as body,
            sheet.scroll("setup", body, "felt", name=title) as column,
            column.row(6, 5, least=16, gap=4) as (left, right),
        ):
            self._seats(left)
            self._ways(right)

    def _seats(self, column: Column) -> None:
        scenario, words = self.scenario, self.words
        column.text(self.say("setup.seats"), "strong", "accent")
        column.text(self.say("setup.lead", who=words.text(scenario.lead.name)), "small", "soft")
        named = [(p.id, words.text(p.short)) for p in scenario.peers]
        named += [(x.id, words.text(x.title or x.name)) for x in scenario.leaders]
        grid(column, [Choice(f"seat.{id}", ("■ " if id in self.people else "□ ") + label, Order("seat", id),
                             side=self.say("setup.team" if id in self.people else "setup.program"),
                             selected=id in self.people) for id, label in named])  # fmt: skip

    def _ways(self, column: Column) -> None:
        column.text(self.say("setup.mode"), "strong", "accent")
        column.tabs(*(Choice(f"mode.{mode}", self.say(f"setup.mode.{mode}"), Order("mode", mode),
                             selected=mode == self.mode) for mode in (CLASS, HOT)))  # fmt: skip
        column.text(self.say(f"setup.mode.{self.mode}.about"), "small", "soft")
        column.text(self.say("setup.advisor"), "strong", "accent")
        column.tabs(*(Choice(f"advisor.{way}", self.say(f"setup.advisor.{way}"), Order("advisor", way),
                             selected=(way == "on") is self.advisor) for way in ("on", "off")))  # fmt: skip
        column.field("pin", self.say("setup.pin"), self.pin, hint=self.say("direct.pin.hint"))
        column.field("seed", self.say("setup.seed"), self.seed)

    def handle(self, intent: object) -> Screen | None:
        """Choose, and begin."""
        match intent:
            case Order("seat", id):
                held = id in self.people
                people = tuple(s for s in self.people if s != id) if held else (*self.people, id)
                return self.now(people=people)
            case Order("mode", mode):
                return self.now(mode=mode)
            case Order("advisor", way):
                return self.now(advisor=way == "on")
            case Edit("pin", text):
                return self.now(pin=text.strip()[:12], trouble="")
            case Edit("seed", text):
                return self.now(seed="".join(c for c in text if c in "0123456789")[:9])
            case Back():
                return self.behind.now(desk=self.desk)
            case Proceed():
                return self._begun()
        return super().handle(intent)

    def _begun(self) -> Screen:
        from secrets import token_hex

        from game.desktop.screens.games import new_game
        from game.session.pin import OPTION, sealed_pin

        if len(self.pin) < FEWEST:
            return self.now(trouble=self.say("setup.short", least=FEWEST))
        options: dict[str, object] = {MODE: self.mode, OPTION: sealed_pin(self.pin, token_hex(8))}
        if not self.advisor:
            options["advisor"] = False
        ids = [*(p.id for p in self.scenario.peers), *(x.id for x in self.scenario.leaders)]
        seats = {id: HUMAN if id in self.people else MODEL for id in ids}
        chair = new_game(self.desk, self.path, self.length, self.variant, seats, options,
                         int(self.seed) if self.seed else None)  # fmt: skip
        return onward(self, chair, lambda page, begun: go(page, "brief", chair=begun, cue="page"))
