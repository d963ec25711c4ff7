"""A new scenario asked for in a form: what `new --ask` asks, then the file is written and followed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from game.desktop.column import Choice
from game.desktop.intent import Back, Edit
from game.desktop.screen import Screen
from game.desktop.screens.frame import footer, masthead
from game.desktop.screens.library import Library
from game.desktop.screens.page import Page
from game.desktop.screens.wishes import Adjust, Proceed
from game.desktop.screens.workshop import followed, free_id, reread
from game.desktop.sheet import Sheet
from game.lint.new import QUESTIONS, default, read_level, scaffold, write_new
from game.scenario import library


@dataclass(frozen=True, kw_only=True)
class Draft(Page):
    """Every question with its answer so far; what is left empty keeps the default shown beside it."""

    name: ClassVar[str] = "draft"
    behind: Library = field(default_factory=Library)
    answers: tuple[tuple[str, str], ...] = ()
    trouble: str = ""

    def layout(self, sheet: Sheet) -> None:
        """One field a question, in two columns where there is room; the buttons stay at the foot."""
        rest = masthead(sheet, sheet.page(), self.say("draft.title"), self.trouble or self.say("draft.note"),
                        Choice("settings", self.say("settings"), Adjust()))  # fmt: skip
        doors = (Choice("write", self.say("draft.write"), Proceed(), look="primary"),
                 Choice("back", self.say("draft.back"), Back()))  # fmt: skip
        given = dict(self.answers)
        with footer(sheet, rest, *doors) as body, sheet.scroll("questions", body, name=self.say("draft.title")) as page:
            for first, second in zip(QUESTIONS[::2], (*QUESTIONS[1::2], ""), strict=False):
                with page.row(1, 1, least=14) as cells:
                    for cell, question in zip(cells, filter(None, (first, second)), strict=False):
                        cell.field(question, self.words(f"new.ask.{question}"), given.get(question, ""))
                        cell.text(self.say("draft.default", said=default(self.words, question)), "small", "soft")

    def handle(self, intent: object) -> Screen | None:
        """Take an answer; write the file; go back."""
        match intent:
            case Edit(id, text):
                return self.now(answers=(*((q, said) for q, said in self.answers if q != id), (id, text)), trouble="")
            case Back():
                return self.behind.now(desk=self.desk)
            case Proceed():
                return self._written()
        return super().handle(intent)

    def _written(self) -> Screen:
        from game.lint.editor import as_json

        answers = {question: said.strip() for question, said in self.answers if said.strip()}
        if "trust" in answers and read_level(answers["trust"]) is None:
            return self.now(trouble=self.words("new.ask.level"))
        folder = library.own()
        id = free_id(folder, "scenario")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = write_new(folder, id, scaffold(id, self.words, answers), as_json())
        except OSError as error:
            return self.now(trouble=self.say("library.unwritable", path=folder, why=str(error.strerror)))
        return followed(reread(self.behind.now(desk=self.desk), path), path, "findings")
