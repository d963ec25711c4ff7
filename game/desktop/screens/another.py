"""Another deed in a game that is over: what was on offer to the lead at that moment, to choose one of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.desktop.column import Choice
from game.desktop.intent import Back
from game.desktop.screen import Screen
from game.desktop.screens.chair import Chair, look
from game.desktop.screens.deeds import card
from game.desktop.screens.errands import Fill
from game.desktop.screens.frame import desk, grid, masthead, pips
from game.desktop.screens.journey import go
from game.desktop.screens.play import Play
from game.desktop.sheet import Sheet
from game.rules import Action
from game.scenario.scenario import Scenario
from game.session.recording import create
from game.session.replay import Moment
from game.session.session import Session
from game.telling.menu import ordered

if TYPE_CHECKING:
    from game.desktop.screens.whatif import Whatif

KEYS = 9


@dataclass(frozen=True, kw_only=True)
class Another(Play):
    """The deeds on offer, those out of reach with the reason, in the place of a turn's decision or at its end.

    `number` is the decision's place among those of the turn, from 0; None at the turn's end. `chair` is the lead's at
    that moment.
    """

    name: ClassVar[str] = "another"
    behind: Whatif
    turn: int
    number: int | None = None

    def layout(self, sheet: Sheet) -> None:
        """What is to be changed, what was left to spend, and the deeds."""
        rest = masthead(sheet, sheet.page(), self.say("whatif.title"), self.words.text(self.chair.scenario.title),
                        self.gear())  # fmt: skip
        deeds = ordered(self.chair.options)
        with (
            desk(sheet, rest, Choice("back", self.say("back"), Back())) as body,
            sheet.scroll("deeds", body, "felt", name=self.say("whatif.deeds")) as page,
        ):
            with page.card("document", pad=3) as paper:
                paper.text(self.say("debrief.turn", turn=self.turn), "small", "accent")
                paper.text(self.told, "lead")
                paper.text(self.say("energy", pips=pips(*self.chair.energy)), "small")
            able = any(option.blocked is None for option in deeds)
            page.text(self.say("whatif.deeds" if able else "whatif.unable"), "body", "soft")
            grid(page, [card(self, option, (), str(n) if n <= KEYS else "")
                        for n, option in enumerate(deeds, 1)])  # fmt: skip

    @property
    def told(self) -> str:
        """What the deed takes the place of; that it comes last in the turn where it takes none."""
        if self.number is None:
            return self.say("whatif.last", turn=self.turn)
        gone = self.behind.script[self.behind.at]
        return self.say("whatif.in_place", gone=self.behind.teller.entry(gone))

    def handle(self, intent: object) -> Screen | None:
        """Take a deed up, or go back to the decisions."""
        match intent:
            case Fill(kind, args):
                return go(self, "compose", chair=self.chair, behind=self, kind=kind, args=args)
            case Back():
                return self.behind.now(desk=self.desk)
        return super().handle(intent)


def then(scenario: Scenario, moments: Sequence[Moment], turn: int, number: int | None) -> Chair:
    """The lead's chair at the moment in which another deed would have been done."""
    from game.study.whatif.branch import Change, moments_to, place_of

    place = place_of(moments, Change(turn, number, Action("lead", "end_turn")))
    return look(Session(scenario, moments_to(moments, place), create(None, {"check": ""})))
