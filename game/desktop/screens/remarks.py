"""A trainer's private notes, each bound to its turn and line; never edited, only corrected by a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.column import Choice, Column
from game.desktop.screens.errands import Order
from game.desktop.screens.wishes import Pick
from game.session import desk

if TYPE_CHECKING:
    from game.desktop.screens.direct import Direct


def remarks(page: Direct, column: Column) -> None:
    """What has been noted, the latest first, under the field for a new note."""
    line = page.picked.removeprefix("note.")
    head = page.say("direct.correct", line=line) if line else page.say("direct.note")
    column.field("note", head, page.text("note"))
    ready = bool(page.text("note").strip())
    column.buttons(Choice("note.write", page.say("direct.write_note"), Order("note", line), enabled=ready,
                          hint="" if ready else page.say("direct.empty")))  # fmt: skip
    column.text(page.say("direct.never_edited"), "small", "soft")
    for note in reversed(desk.stands(page.session).notes):
        id, bound = f"note.{note.line}", _bound(page, note.turn, note.line, note.of)
        column.item(Choice(id, note.text, Pick(id), selected=page.picked == id, detail=bound))


def _bound(page: Direct, turn: int, line: int, of: int) -> str:
    bound = page.say("direct.bound", turn=turn, line=line)
    return page.words.sentences(bound, page.say("direct.corrects", line=of)) if of else bound
