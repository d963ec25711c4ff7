"""Injects at the trainer's desk: those the scenario still holds, and one written on the spot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.column import Choice, Column
from game.desktop.intent import Edit
from game.desktop.screens.errands import Order
from game.desktop.screens.frame import grid
from game.desktop.screens.wishes import Pick
from game.rules.direct import CHOICES, NONE, touches
from game.session import desk
from game.telling import desk as told
from game.telling import offer

if TYPE_CHECKING:
    from game.desktop.screens.direct import Direct


def events(page: Direct, column: Column) -> None:
    """The scenario's at the left, a form at the right; or the effects a choice may have."""
    if page.picked.startswith("effect"):
        _effects(page, column)
        return
    why = desk.blocked(page.session, "improvise")
    if why is not None:
        column.text(offer.blocked(page.words, page.session.scenario, why), "small", "accent")
    with column.row(1, 1, least=18, gap=4) as (left, right):
        _listed(page, left)
        _form(page, right)


def _listed(page: Direct, column: Column) -> None:
    column.text(page.say("direct.listed"), "strong", "accent")
    scenario, state = page.session.scenario, page.session.state
    waiting = [j for i, j in enumerate(scenario.injects) if state.fired[i] != 1]
    if not waiting:
        column.text(page.say("direct.none_left"), "small", "soft")
    for inject in waiting:
        chosen = inject.id == page.picked
        column.item(Choice(f"inject.{inject.id}", page.words.text(inject.title), Pick(inject.id), selected=chosen,
                           detail=page.words.text(inject.text) if chosen else ""))  # fmt: skip
        if chosen:
            column.buttons(Choice("fire", page.say("direct.fire"), Order("inject", inject.id), look="primary"))


def _form(page: Direct, column: Column) -> None:
    column.text(page.say("direct.write"), "strong", "accent")
    for id in ("title", "text"):
        column.field(id, page.say(f"direct.{id}"), page.text(id))
    for n in CHOICES:
        if n > 1 and not page.text(f"choice{n - 1}").strip():
            break
        column.field(f"choice{n}", page.say("direct.choice", n=n), page.text(f"choice{n}"))
        if page.text(f"choice{n}").strip():
            moves = told.effect(page.words, page.session.scenario, page.text(f"effect{n}") or NONE)
            column.buttons(Choice(f"effect{n}", page.say("direct.moves", what=moves), Pick(f"effect{n}")))
    ready = bool(page.text("title").strip())
    column.buttons(Choice("improvise", page.say("direct.improvise"), Order("improvise"), enabled=ready,
                          hint="" if ready else page.say("direct.untitled")))  # fmt: skip


def _effects(page: Direct, column: Column) -> None:
    """Every effect a choice may have; `picked` says which choice."""
    scenario, choice = page.session.scenario, page.text(page.picked.replace("effect", "choice"))
    column.text(page.say("direct.effect", choice=choice), "strong", "accent")
    none, *others = [Choice(f"touch.{code}", told.effect(page.words, scenario, code), Edit(page.picked, code))
                     for code in touches(scenario)]  # fmt: skip
    column.item(none)
    grid(column, others)
