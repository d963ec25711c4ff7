"""What could not be seen in play: ledgers, warmth, credibility and trust turn by turn, and who answered for what."""

from collections.abc import Sequence

from game.charts.chart import Op, Series, chart
from game.charts.lanes import Lane, lanes
from game.charts.pairs import Pair, pairs
from game.desktop.column import Column
from game.desktop.picture import chart_widget
from game.desktop.screens.play import Play
from game.study.debrief import Debrief, ends


def curves(page: Play, column: Column, study: Debrief) -> None:
    """Charts two by two where there is room, below them the duties."""
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
    credit = (
        Series(page.say("curve.credibility"), tuple(p.credibility for p in points), "hot", "square"),
        Series(page.say("curve.trust"), tuple(p.trust for p in points), "cool", "circle", dashed=True),
    )
    ticks = [str(p.turn) if p.turn else page.say("curve.start") for p in points]
    with column.row(1, 1, least=18, gap=4) as (left, right):
        _curve(page, left, "ledgers", ledgers, ticks)
        _curve(page, right, "heats", heats, ticks)
    with column.row(1, 1, least=18, gap=4) as (left, right):
        _curve(page, left, "credit", credit, ticks)
        _trust(page, right, study)
    _duties(page, column, ticks)


def _curve(page: Play, column: Column, id: str, series: Sequence[Series], ticks: Sequence[str]) -> None:
    em, width = _room(column)
    size = (width, max(12 * em, width * 9 // 20))
    _card(page, column, id, chart(series, ticks, size, em), size)


def _trust(page: Play, column: Column, study: Debrief) -> None:
    """Each peer's trust at the start and at the end."""
    em, width = _room(column)
    rows = [Pair(page.seat(side.peer), *side.trust) for side in study.sides]
    _card(page, column, "sides", *pairs(rows, (page.words("pack.start"), page.words("pack.end")), width, em))


def _duties(page: Play, column: Column, ticks: Sequence[str]) -> None:
    """Who was responsible for what, turn by turn."""
    scenario, closes = page.chair.session.scenario, list(ends(page.chair.session.moments))
    em, width = _room(column)
    rows = []
    for w, work in enumerate(scenario.works):
        owners = [close.state.owner[w] for close in closes]
        holders = tuple(page.seat(scenario.peers[o].id) if o >= 0 else "" for o in owners)
        rows.append(Lane(page.words.text(work.short), holders))
    _card(page, column, "duties", *lanes(rows, ticks, page.words("pack.nobody"), width, em))


def _room(column: Column) -> tuple[int, int]:
    """Return the size of the type in a chart, and how wide a card leaves it."""
    sheet = column.sheet
    return sheet.ruler.size("small"), column.rect.w - 2 * sheet.unit(2)


def _card(page: Play, column: Column, id: str, ops: tuple[Op, ...], size: tuple[int, int]) -> None:
    """Lay a chart on a card, its name above and what to see in it below."""
    column.heading(page.say(f"curve.{id}"))
    with column.card("paper", pad=2) as card:
        card.draw(chart_widget(card.sheet, f"chart.{id}", page.say(f"curve.{id}"), ops, size))
    column.text(page.say(f"curve.{id}.note"), "small", "soft")
