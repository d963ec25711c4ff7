"""What could not be seen during play: real against reported progress, and how warm it was above, amid and below."""

from game.charts.chart import Series, chart
from game.desktop.column import Column
from game.desktop.picture import chart_widget
from game.desktop.screens.play import Play
from game.study.debrief import Debrief


def curves(page: Play, column: Column, study: Debrief) -> None:
    """Two charts, side by side where there is room."""
    points = study.points
    ledgers = (
        Series(page.say("curve.reported"), tuple(p.reported for p in points), "accent", "diamond", dashed=True),
        Series(page.say("curve.real"), tuple(p.real for p in points), "ink", "circle"),
    )
    heats = (
        Series(page.say("heat.upper"), tuple(p.heat[0] for p in points), "hot", "triangle"),
        Series(page.say("heat.middle"), tuple(p.heat[1] for p in points), "warm", "square", dashed=True),
        Series(page.say("heat.low"), tuple(p.heat[2] for p in points), "cool", "circle"),
    )
    with column.row(1, 1, least=18, gap=4) as cells:
        for cell, id, series in zip(cells, ("ledgers", "heats"), (ledgers, heats), strict=True):
            cell.heading(page.say(f"curve.{id}"))
            with cell.card("paper", pad=2) as card:
                em = card.sheet.ruler.size("small")
                size = (card.rect.w, max(12 * em, card.rect.w * 9 // 20))
                ticks = [str(p.turn) if p.turn else page.say("curve.start") for p in points]
                ops = chart(series, ticks, size, em)
                card.draw(chart_widget(card.sheet, f"chart.{id}", page.say(f"curve.{id}"), ops, size))
            cell.text(page.say(f"curve.{id}.note"), "small", "soft")
