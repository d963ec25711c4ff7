"""The folder of handoffs: who passes a workstream's papers to whom, where they lie now, and what holds them up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.column import Choice, Column
from game.desktop.geometry import Rect
from game.desktop.picture import chart_widget
from game.desktop.screens.duties import deeds
from game.desktop.screens.frame import grid
from game.desktop.screens.wishes import Pick
from game.desktop.theme import LookName
from game.study.ring import ring_of
from game.telling import handoffs as told
from game.telling import name

if TYPE_CHECKING:
    from game.desktop.screens.files import Files
    from game.desktop.sheet import Sheet

SIDE, HIGH = 46, 24     # so many ems are wanted to put the ring beside its words, and for its height
LATE, WELL = "▼", "▲"


def handoffs(page: Files, sheet: Sheet, area: Rect) -> None:
    """The ring of the workstream looked at, and beside (or below) it where all papers lie and what is known of why."""
    found = told.trails(page.chair.scenario, page.chair.turns)
    trail = next((one for one in found if one.work == page.picked), None) or told.worst(found)
    if sheet.ems(area) < SIDE or area.h < (HIGH + 6) * sheet.ruler.size("small"):
        with sheet.scroll("handoffs", area, "felt") as column:
            _ring(page, column, trail, column.rest().h)
            _where(page, column, found, trail)
            _words(page, column, trail)
        return
    left, right = area.columns((3, 2), sheet.unit(3))
    column = sheet.column(left, "felt")
    _ring(page, column, trail, left.h)
    with sheet.scroll("handoffs.words", right, "felt") as column:
        _where(page, column, found, trail)
        _words(page, column, trail)


def _ring(page: Files, column: Column, trail: told.Trail, height: int) -> None:
    """The ring on its sheet of paper, what its lines mean below it."""
    sheet, em, words = column.sheet, column.sheet.ruler.size("small"), page.words
    pad, scenario = sheet.unit(1.5), page.chair.scenario
    legend = page.say("handoffs.legend")
    below = len(column.lines(legend, "small", "soft", column.rect)) * sheet.ruler.height("small") + sheet.unit(3)
    size = (column.rect.w - 2 * pad, max(HIGH * em, height - below - 2 * pad))
    ops = ring_of(words, scenario, trail, size, em)
    called = page.say("handoffs.picture", work=name.work(words, scenario, trail.work))
    with column.card("paper", pad=1.5) as card:
        hint = [*told.told(words, scenario, trail), *told.links(words, scenario, trail)]
        card.draw(chart_widget(sheet, "handoffs.picture", called, ops, size)._replace(hint="\n".join(hint)))
    column.text(legend, "small", "soft")


def _where(page: Files, column: Column, found: list[told.Trail], open: told.Trail) -> None:
    """Where the papers of every workstream lie; choosing one opens its ring."""
    words, scenario = page.words, page.chair.scenario
    column.text(page.say("handoffs.where"), "strong", "accent")
    items = []
    for trail in found:
        look: LookName = "bad" if trail.state == "round" else "warn" if trail.late else "paper"
        sign = f"{LATE} " if trail.late else f"{WELL} " if trail.state == "cooperate" else ""
        items.append(Choice(f"trail.{trail.work}", name.work(words, scenario, trail.work), Pick(trail.work),
                            detail=sign + told.where(words, scenario, trail), look=look,
                            selected=trail.work == open.work))  # fmt: skip
    grid(column, items, 12)


def _words(page: Files, column: Column, trail: told.Trail) -> None:
    """The way of the papers in sentences, who passed them on how often, what is known of why, and what might help."""
    words, chair = page.words, page.chair
    column.space(1)
    with column.card(look="document", id="handoffs.card", name=name.work(words, chair.scenario, trail.work)) as card:
        card.heading(name.full_work(words, chair.scenario, trail.work))
        card.rule("accent")
        for line in told.told(words, chair.scenario, trail):
            card.text(line)
        card.text(page.say("handoffs.links"), "strong", "accent")
        for line in told.links(words, chair.scenario, trail) or [page.say("handoffs.nolinks")]:
            card.text(line, "small")
        held = told.held_by(trail)
        card.text(page.say("handoffs.stuck"), "strong", "accent")
        for line in told.why(words, chair.scenario, chair.seen, held) if held else [page.say("handoffs.free")]:
            card.text(line)
    able = deeds(page, chair.seen.works[chair.scenario.work(trail.work)], held)
    if able:
        column.text(page.say("duties.deeds"), "strong", "accent")
        grid(column, able, 12)
