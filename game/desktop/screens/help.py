"""Help over whatever screen it was opened from: how a turn goes, the field's words, and keys that can be changed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import ClassVar

from game.desktop.column import Choice, Column
from game.desktop.intent import Apply, Back, Press
from game.desktop.screen import Screen
from game.desktop.screens.frame import footer, masthead
from game.desktop.screens.page import Page
from game.desktop.screens.wishes import Pick, Proceed, Show
from game.desktop.settings import COMMANDS, Settings
from game.desktop.sheet import Sheet
from game.telling.glossary import TERMS

TABS = ("play", "words", "keys")
STEPS = ("briefing", "planning", "response", "execution", "review", "debrief")


@dataclass(frozen=True, kw_only=True)
class Help(Page):
    """`asking` is the command a key is being asked for, `pressed` the key that was pressed for it."""

    name: ClassVar[str] = "help"
    behind: Page = field(default_factory=Page)
    tab: str = "play"
    asking: str = ""
    pressed: str = ""

    @property
    def listening(self) -> bool:
        """Whether the next key is wanted as it is."""
        return bool(self.asking) and not self.pressed

    def layout(self, sheet: Sheet) -> None:
        """Three pages; the keys with a dialog over them while one is being changed."""
        rest = masthead(sheet, sheet.page(), self.say("help"), self.say("help.note"))
        with footer(sheet, rest, Choice("back", self.say("help.back"), Back(), look="primary")) as body:
            column = sheet.column(body)
            column.tabs(*(Choice(f"tab.{id}", self.say(f"help.{id}"), Show(id), selected=id == self.tab)
                          for id in TABS))  # fmt: skip
            with sheet.scroll(f"page.{self.tab}", column.rest(), name=self.say(f"help.{self.tab}")) as page:
                {"play": self._play, "words": self._words, "keys": self._keys}[self.tab](page)
        if self.asking:
            self._ask(sheet)

    def _play(self, page: Column) -> None:
        page.text(self.say("help.play.what"))
        for step in STEPS:
            page.text(self.words(f"phase.{step}"), "strong", "accent")
            page.text(self.say(f"help.play.{step}"), "small")
        page.space(1.5)
        page.text(self.say("help.play.why"))

    def _words(self, page: Column) -> None:
        for term in TERMS:
            page.text(self.words(f"glossary.{term}"))

    def _keys(self, page: Column) -> None:
        """Every command with its keys, each to be changed."""
        usual = replace(self.desk.settings, keys=COMMANDS)
        page.buttons(Choice("usual", self.say("help.keys.usual"), Apply(usual), enabled=usual != self.desk.settings))
        for command in COMMANDS:
            keys = "   ".join(key.title() for key in self.desk.settings.keys.get(command, ()))
            page.item(Choice(f"key.{command}", self.say(f"key.{command}"), Pick(command), side=keys))

    def _ask(self, sheet: Sheet) -> None:
        """Ask for a key, or whether the one that was pressed shall be it."""
        what = self.say(f"key.{self.asking}")
        with sheet.dialog("key", self.say("help.keys"), ems=28) as column:
            if not self.pressed:
                column.text(self.say("help.keys.press", what=what))
                return
            settings, taken = self._changed()
            shown = self.pressed.title()
            if settings is None:
                column.text(self.say("help.keys.needed", pressed=shown, other=self.say(f"key.{taken}")))
            else:
                column.text(self.say("help.keys.sure", pressed=shown, what=what))
                if taken:
                    column.text(self.say("help.keys.taken", other=self.say(f"key.{taken}")), "small", "accent")
                column.buttons(Choice("use", self.say("help.keys.use"), Apply(settings), look="primary"))
            column.buttons(Choice("leave", self.say("help.keys.leave"), Proceed()))

    def _changed(self) -> tuple[Settings | None, str]:
        """The settings with the key that was pressed, and which command it is taken from; None if that needs it."""
        keys = dict(self.desk.settings.keys)
        taken = next((c for c, used in keys.items() if self.pressed in used and c != self.asking), "")
        if taken:
            keys[taken] = tuple(key for key in keys[taken] if key != self.pressed)
            if not keys[taken]:
                return None, taken
        keys[self.asking] = (self.pressed,)
        return replace(self.desk.settings, keys=keys), taken

    def handle(self, intent: object) -> Screen | None:
        """Turn a page; ask for a key and take it; go back."""
        match intent:
            case Show(tab):
                return self.now(tab=tab)
            case Pick(command):
                return self.now(asking=str(command), pressed="")
            case Press("escape") | Proceed():
                return self.now(asking="", pressed="")
            case Press(key):
                return self.now(pressed=key)
            case Back() if self.asking:
                return self.now(asking="", pressed="")
            case Apply():
                kept = super().handle(intent)
                return kept.now(asking="", pressed="") if isinstance(kept, Help) else kept
            case Back():
                return self.behind.now(desk=self.desk)
        return super().handle(intent)
