"""A deed composed for a moment of a game that is over; its seal tells what would have come of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from game.desktop.intent import Back
from game.desktop.screen import Screen
from game.desktop.screens.another import Another
from game.desktop.screens.filling import Filling
from game.desktop.screens.wishes import Proceed

if TYPE_CHECKING:
    from game.desktop.screens.whatif import Whatif


@dataclass(frozen=True, kw_only=True)
class Instead(Filling):
    """The ordinary card over the deeds that were on offer. Nothing is done: the game as it was stays as it is."""

    name: ClassVar[str] = "instead"
    seal: ClassVar[str] = "whatif.begin"
    behind: Another = field(kw_only=True)

    @property
    def caution(self) -> str:
        """Everything here can be taken back."""
        return ""

    def over(self, page: Whatif) -> Instead:
        """The same card over what has become of the page meanwhile."""
        return self.now(desk=page.desk, behind=self.behind.now(desk=page.desk, behind=page))

    def handle(self, intent: object) -> Screen | None:
        """Fill as the ordinary card does; then tell what comes of it; go back to the deeds."""
        match intent:
            case Proceed() if self.field is None:
                return self._told()
            case Back() if not self.asked:
                return self.behind.now(desk=self.desk)
        return super().handle(intent)

    def _told(self) -> Screen:
        from game.study.whatif.branch import Change, branch

        page = self.behind.behind
        change = Change(self.behind.turn, self.behind.number, self.action)
        found = branch(page.scenario, page.moments, change)
        return page.now(desk=self.desk, branch=found, via=self, cue="page")
