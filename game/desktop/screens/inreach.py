"""What was in reach from each turn of a game on: the falling line, what each turn gave away, and what else to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.charts.chart import Series, chart
from game.desktop.column import Column
from game.desktop.picture import chart_widget

if TYPE_CHECKING:
    from game.desktop.screens.whatif import Whatif
    from game.study.whatif.reach import Reach


def in_reach(page: Whatif, column: Column, found: Reach) -> None:
    """Draw the line and, beside it, the turn that gave away most and what a strong player would have done in it."""

    with column.row(1, 1, least=20, gap=4) as (left, right):
        _line(page, left, found)
        _told(page, right, found)


def _line(page: Whatif, cell: Column, found: Reach) -> None:
    from game.telling.number import plain

    em, width = cell.sheet.ruler.size("small"), cell.rect.w - 2 * cell.sheet.unit(2)
    marks = tuple(way.mark for way in found.ways)
    size = (width, max(12 * em, width * 9 // 20))
    ticks = [*map(str, range(1, len(marks))), page.say("curve.end")]
    title = page.words("whatif.head.reach")
    series = (Series(title, marks, "accent", "diamond"),)
    with cell.card("paper", pad=2) as card:
        card.draw(chart_widget(card.sheet, "chart.reach", title, chart(series, ticks, size, em), size))
        for n, given in enumerate(found.given):
            if given and n != found.worst:
                card.text(page.words("whatif.reach.turn", turn=n + 1, by=plain(given)), "small", "soft")


def _told(page: Whatif, cell: Column, found: Reach) -> None:
    from game.study.whatif.report import reach_summed_up
    lines = reach_summed_up(found, page.teller)
    with cell.card("document", pad=3) as card:
        card.text(next(lines), "lead")
        for line in lines:
            card.text(line.strip())
