"""Theme, text size, sound and language; lies over whatever screen it was opened from and gives it back."""

from dataclasses import dataclass, field, replace
from typing import ClassVar

from game.desktop.column import Choice, Column
from game.desktop.intent import Apply, Back
from game.desktop.screen import Screen
from game.desktop.screens.page import Page
from game.desktop.screens.wishes import Proceed, Shelve, Show, Speak
from game.desktop.settings import SCALES, Settings
from game.desktop.sheet import Sheet
from game.desktop.theme import THEMES

LANGUAGES = ("zh", "tw", "en")
IN_GAME = ("briefing", "table", "evening", "debrief", "curtain", "round")


@dataclass(frozen=True, kw_only=True)
class Preferences(Page):
    """What a player may choose about the window; every choice takes effect at once."""

    name: ClassVar[str] = "settings"
    behind: Page = field(default_factory=Page)

    def layout(self, sheet: Sheet) -> None:
        """One row a question over the screen behind."""
        self.behind.layout(sheet)
        now = self.desk.settings
        with sheet.dialog("settings", self.say("settings"), ems=32) as column:
            column.heading(self.say("settings"))
            if self.desk.trouble:
                column.text(self.say(self.desk.trouble), "small", "accent")
            self._row(column, "theme", {name: replace(now, theme=name) for name in THEMES}, now)
            self._row(column, "scale", {str(size): replace(now, scale=size) for size in SCALES}, now)
            self._row(column, "sound", {"on": replace(now, sound=True), "off": replace(now, sound=False)}, now)
            self._row(column, "motion", {"on": replace(now, motion=True), "off": replace(now, motion=False)}, now)
            hinted = {"on": replace(now, hints=True, learnt=frozenset()), "off": replace(now, hints=False)}
            self._row(column, "hints", hinted, hinted["on"] if now.hints else now)
            column.text(self.say("settings.lang"), "small", "soft")
            column.tabs(*(Choice(f"lang.{lang}", self.say(f"lang.{lang}"), Speak(lang), selected=lang == self.desk.lang)
                          for lang in LANGUAGES))  # fmt: skip
            away = self.say("preview.leave" if self.desk.leave is not None else "shelve")
            leave = [Choice("shelve", away, Shelve())] if self.behind.name in IN_GAME else []
            column.buttons(Choice("done", self.say("done"), Proceed(), look="primary"),
                           Choice("help", self.say("help"), Show("help")), *leave)  # fmt: skip

    def _row(self, column: Column, name: str, values: dict[str, Settings], now: Settings) -> None:
        column.text(self.say(f"settings.{name}"), "small", "soft")
        column.tabs(*(Choice(f"{name}.{id}", f"{id} %" if id.isdigit() else self.say(f"{name}.{id}"), Apply(value),
                             selected=value == now) for id, value in values.items()))  # fmt: skip

    def handle(self, intent: object) -> Screen | None:
        """Change a setting, or go back with what was changed."""
        match intent:
            case Back() | Proceed():
                return self.behind.now(desk=self.desk)
            case Show("help"):
                from game.desktop.screens.help import Help

                return Help(desk=self.desk, behind=self)
            case Shelve():
                return self.behind.now(desk=self.desk).handle(intent)
        return super().handle(intent)
