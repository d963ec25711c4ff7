"""What came of one change to a game: both endings, both curves, what differs, and what no longer applied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.charts.chart import Series, chart
from game.desktop.column import Column
from game.desktop.picture import chart_widget

if TYPE_CHECKING:
    from game.desktop.screens.whatif import Whatif
    from game.study.whatif.branch import Branch

CURVES = ("mark", "real")
"""The measures drawn as they were and as they would have been."""


def outcome(page: Whatif, column: Column, branch: Branch) -> None:
    """The change, both curves, both endings, what differs, and what no longer applied."""
    words, t = page.words, page.teller
    with column.card("document", pad=3) as card:
        card.text(t.change(branch), "lead")
        for line in t.differences(branch):
            card.text(line, "small")
    with column.row(1, 1, least=14, gap=4) as cells:
        for cell, course, key in zip(cells, (branch.was, branch.now), ("was", "now"), strict=True):
            with cell.card("paper", id=f"end.{key}") as card:
                card.text(words(f"whatif.head.{key}"), "small", "accent")
                card.text(t.end(course.ending, course.mark), "strong")
    with column.row(1, 1, least=20, gap=4) as cells:
        for cell, measure in zip(cells, CURVES, strict=True):
            _curve(page, cell, branch, measure)
    column.text(page.say("whatif.see"), "small", "soft")
    if branch.now.missed:
        column.heading(words("whatif.missed", n=len(branch.now.missed)), "strong")
    for missed in branch.now.missed:
        column.text(t.missed(missed), "small")


def _curve(page: Whatif, cell: Column, branch: Branch, measure: str) -> None:
    em, width = cell.sheet.ruler.size("small"), cell.rect.w - 2 * cell.sheet.unit(2)
    was, now = (tuple(round(10 * v) for v in course.curve[measure]) for course in (branch.was, branch.now))
    series = (Series(page.words("whatif.head.was"), was, "ink", "circle"),
              Series(page.words("whatif.head.now"), now, "accent", "diamond", dashed=True))  # fmt: skip
    size = (width, max(12 * em, width * 9 // 20))
    ticks = [str(n) if n else page.say("curve.start") for n in range(max(len(was), len(now)))]
    title = page.teller.measure(measure)
    cell.heading(title, "strong")
    with cell.card("paper", pad=2) as card:
        card.draw(chart_widget(card.sheet, f"chart.{measure}", title, chart(series, ticks, size, em), size))
