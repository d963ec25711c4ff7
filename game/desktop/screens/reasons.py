"""Why every inject, move and ending happens or not, as cards: its status, and each hurdle with the failing clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.column import Column
from game.desktop.geometry import Rect
from game.desktop.theme import LookName
from game.desktop.widget import Widget
from game.lint.account import hurdles, status
from game.study.why import KINDS, whys

if TYPE_CHECKING:
    from game.desktop.screens.preview import Preview

LOOKS: dict[str, LookName] = {
    "fired": "good", "next": "good", "open": "good", "now": "good", "forced": "good", "passed": "warn",
}  # fmt: skip
SETTLED = {"passed": 1, "fired": 2}


def reasons(page: Preview, column: Column) -> None:
    """Every record under the heading of its kind; what is over and done with comes last."""
    words, seen = page.words, page.seen
    found = whys(seen.scenario, seen.played.moments)
    for kind in KINDS:
        some = sorted((w for w in found if w.kind == kind), key=lambda w: SETTLED.get(w.status, 0))
        if some:
            column.space(1.5)
            column.heading(words(f"preview.kind.{kind}"), "strong", "accent")
        for why in some:
            with column.card(LOOKS.get(why.status, "paper"), pad=1.5) as card:
                card.text(page.say("preview.record", title=words.text(why.title), id=why.id), "strong")
                card.text(status(words, why), "small", "soft")
                for depth, line in hurdles(words, seen, why):
                    _indented(card, line, depth * card.sheet.unit(3))


def _indented(column: Column, text: str, by: int) -> None:
    """A small line so many pixels further to the right."""
    inside: list[Widget] = []
    part = Column(column.sheet, Rect(by, 0, max(1, column.rect.w - by), 0), inside, column.look)
    part.text(text, "small")
    column.adopt(inside, part.y)
