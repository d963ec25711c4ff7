"""What is wrong with a file, as cards: how bad, where, the source line with a caret under what is meant, the cure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.column import Choice, Column
from game.desktop.geometry import Rect
from game.desktop.screens.errands import Author
from game.desktop.theme import MEASURE
from game.desktop.widget import Line, Widget
from game.lint.edit import edits
from game.lint.excerpt import Excerpt, excerpt
from game.scenario.finding import Finding
from game.scenario.tree import lines_of
from game.telling.finding import worder

if TYPE_CHECKING:
    from game.desktop.screens.preview import Preview


def findings(page: Preview, column: Column) -> None:
    """Every finding, a card each; errors first."""
    if not page.seen.findings:
        column.text(page.words("preview.clean"))
    lines = lines_of(page.seen.text)
    safe = sum(bool(edits(finding, lines)) for finding in page.seen.findings)
    if safe:
        label = page.say("preview.fix", n=safe)
        column.buttons(Choice("fix", label, Author("fix"), look="primary", hint=page.say("preview.fix.hint")))
    for finding in sorted(page.seen.findings, key=lambda f: (f.severity != "error", f)):
        _card(page, column, finding)


def _card(page: Preview, column: Column, finding: Finding) -> None:
    message, cure = worder(page.words.raw)(finding)
    severity = page.say(f"preview.{finding.severity}")
    span = finding.span
    with column.card("bad" if finding.severity == "error" else "warn", pad=1.5) as card:
        card.text(page.say("preview.place", severity=severity, line=span.line, col=span.col), "small", "soft")
        card.text(message, "strong")
        shown = excerpt(page.seen.text, finding)
        if shown is not None:
            card.draw(source(card, shown), 0.5)
        if cure:
            card.text(f"→ {cure}", "small")


def source(column: Column, shown: Excerpt) -> Widget:
    """A line of source and a caret as wide as what it points at; cut so that both can be seen."""
    ruler = column.sheet.ruler
    room = min(column.rect.w, MEASURE * ruler.size("small"))

    def width(text: str) -> int:
        return ruler.width("small", text)

    before, marked, after = shown.before, shown.marked, shown.after
    while before and width(before + marked) > room * 3 // 4:
        before = f"…{before[2:]}" if len(before) > 2 else ""
    while marked and width(before + marked) > room:
        marked = marked[:-1]
    line = before + marked + after
    while width(line) > room:
        line = line.removesuffix("…")[:-1] + "…"
    high, left = ruler.height("small"), width(before)
    carets = "^" * max(1, min(width(marked), room - left) // width("^"))
    lines = (Line(line, 0, 0, "small"), Line(carets, left, high, "small", "accent"))
    return Widget("", "label", Rect(0, 0, column.rect.w, 2 * high), name=line, lines=lines, look=column.look)
