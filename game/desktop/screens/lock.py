"""The trainer's PIN being asked for, before anything is shown that not everybody may see."""

from __future__ import annotations

from dataclasses import dataclass

from game.desktop.column import Choice
from game.desktop.intent import Back
from game.desktop.screens.page import Page
from game.desktop.screens.wishes import Proceed
from game.desktop.sheet import Sheet
from game.session.pin import fits

HIDDEN = "●"


@dataclass(frozen=True, slots=True)
class Lock:
    """What has been `typed` of the PIN; `wrong` where the last try was."""

    typed: str = ""
    wrong: bool = False

    def layout(self, page: Page, sheet: Sheet, title: str, note: str = "") -> None:
        """The field for the PIN, over everything; `note` says why it is asked for."""
        with sheet.dialog("lock", title, ems=22) as column:
            column.heading(title)
            if note:
                column.text(note, "small", "soft")
            column.field("pin", page.say("direct.pin"), HIDDEN * len(self.typed), hint=page.say("direct.pin.hint"))
            if self.wrong:
                column.text(page.words("desk.pin.wrong"), "small", "accent")
            column.buttons(Choice("enter", page.say("direct.enter"), Proceed(), look="primary"),
                           Choice("back", page.say("back"), Back()))  # fmt: skip

    def edited(self, text: str) -> Lock:
        """The lock after the field was changed to `text`, of which what had been typed is hidden."""
        typed = self.typed
        return Lock(typed + text[len(typed):] if len(text) > len(typed) else typed[:len(text)])

    def opens(self, kept: str) -> bool:
        """Whether what has been typed is the PIN kept."""
        return fits(kept, self.typed)

    def refused(self) -> Lock:
        """The lock after a wrong try."""
        return Lock(wrong=True)
