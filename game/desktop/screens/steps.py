"""What the author has done so far, by turn; what no longer applies says why and may be removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.column import Choice, Column
from game.desktop.screens.errands import Drop
from game.lint.account import skipped, step

if TYPE_CHECKING:
    from game.desktop.screens.preview import Preview


def steps(page: Preview, column: Column) -> None:
    """Every step; those not yet reached in a softer tone."""
    words, seen = page.words, page.seen
    if not seen.steps:
        column.text(words("preview.no_steps"))
    if seen.skipped:
        column.text(words("preview.skipped", n=len(seen.skipped)), "small", "accent")
    turn = 0
    for n, played in enumerate(seen.played.steps):
        if played.step.turn != turn:
            turn = played.step.turn
            column.space(1.5)
            column.heading(page.say("notes.turn", turn=turn), "strong", "accent")
        told = step(words, seen, played)
        if why := skipped(words, seen, played):
            with column.card("warn", pad=1.5) as card:
                card.text(told, "strong")
                card.text(words("preview.step.skipped", why=why), "small")
                card.buttons(Choice(f"drop.{n}", page.say("preview.drop"), Drop(n)))
        else:
            later = "" if played.at >= 0 else words("preview.step.later")
            column.text(f"· {told}{later}", "small", "soft" if later else "ink")
