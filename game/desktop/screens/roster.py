"""The board of the trainer's desk: each seat, who plays it, what it is awaited for, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.column import Choice, Column
from game.desktop.screens.errands import Order
from game.session import desk
from game.session.marks import PAGES
from game.session.seating import HUMAN, LEAD, MODEL
from game.telling import desk as told

if TYPE_CHECKING:
    from game.desktop.screens.direct import Direct


def roster(page: Direct, column: Column) -> None:
    """Seats two by two; below them what the projector shows."""
    session = page.session
    asked: dict[str, tuple[str, ...]] = {}
    for ask in session.state.asked:
        asked[ask.seat] = (*asked.get(ask.seat, ()), ask.kind)
    ids = [id for id in session.scenario.seats if id != desk.TRAINER]
    stands = desk.stands(session)
    for n in range(0, len(ids), 2):
        with column.row(1, 1, least=20, gap=1.5) as cells:
            for cell, id in zip(cells, ids[n:n + 2], strict=False):
                who = HUMAN if id in session.people else stands.seats.get(id, MODEL)
                _seat(page, cell, id, who, told.awaited(page.words, session.scenario, asked, id), id in asked)
    column.space(2)
    column.text(page.say("direct.page"), "strong")
    column.tabs(*(Choice(f"projector.{which}", page.words(f"desk.page.{which}"), Order("page", which),
                         selected=which == stands.page) for which in PAGES))  # fmt: skip


def _seat(page: Direct, column: Column, id: str, who: str, wait: str, asked: bool) -> None:
    with column.card("warn" if wait else "quiet", id=f"row.{id}", name=page.seat(id), pad=1.5) as card:
        with card.row(1, 1, least=8, gap=1) as (left, right):
            left.text(page.seat(id), "strong")
            right.text(told.player(page.words, who), "body", "soft", align="right")
        card.text(f"▶ {wait}" if wait else page.say("direct.idle"), "small", "accent" if wait else "soft")
        person = who == HUMAN
        hand = Choice(f"hand.{id}", page.say("direct.to_bot" if person else "direct.to_person"),
                      Order("bot" if person else "person", id))  # fmt: skip
        once = [Choice(f"once.{id}", page.say("direct.once"), Order("stand_in", id))] if asked else []
        if id == LEAD and wait and not asked:
            once = [Choice("once.lead", page.say("direct.close_planning"), Order("skip"))]
        card.buttons(*once, hand)
