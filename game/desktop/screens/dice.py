"""A draw fixed at the trainer's desk: whose, of what, and the number the real die on the table has shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.desktop.column import Choice, Column
from game.desktop.intent import Edit
from game.desktop.screens.errands import Order
from game.session import desk
from game.telling import offer

if TYPE_CHECKING:
    from game.desktop.screens.direct import Direct


def dice(page: Direct, column: Column) -> None:
    """Whose draw, of what, and its value 0–999."""
    option = next((o for o in page.session.options(desk.TRAINER) if o.kind == "fix"), None)
    if option is None:
        return
    column.text(page.words("offer.fix.about"), "small", "soft")
    for field in option.fields[:2]:
        column.text(offer.field(page.words, page.session.scenario, "fix", field.name), "strong", "accent")
        column.tabs(*(_value(page, field.name, value) for value in field.choices))
    column.field("value", page.say("direct.value"), page.text("value"))
    ready = all(page.text(id) for id in ("who", "what", "value"))
    column.buttons(Choice("fix", page.words("offer.fix.label"), Order("fix"), enabled=ready,
                          hint="" if ready else page.say("direct.unfilled")))  # fmt: skip


def _value(page: Direct, field: str, value: Any) -> Choice:
    label = offer.value(page.words, page.session.scenario, "fix", field, value)
    return Choice(f"{field}.{value}", label, Edit(field, value), selected=page.text(field) == value)
