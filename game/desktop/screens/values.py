"""The values of a game, those that conditions read first; each with a step down, a step up and a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.column import Choice, Column
from game.desktop.intent import Back
from game.desktop.screens.errands import Nudge
from game.desktop.screens.wishes import Proceed, Show
from game.scenario.expression import Name
from game.study.value import shown, stored, typed
from game.study.why import read_names

if TYPE_CHECKING:
    from game.desktop.screens.preview import Preview
    from game.desktop.sheet import Sheet


def values(page: Preview, column: Column) -> None:
    """A row a value; those nothing reads only when asked for."""
    assert page.seen.good is not None
    known, read = page.seen.good.names, read_names(page.seen.scenario)
    column.heading(page.say("preview.read"), "strong", "accent")
    rows = sorted(read & set(known), key=lambda n: (known[n].place is None, n))
    for name in rows:
        _row(page, column, name, known[name])
    column.space(1.5)
    label = page.say("preview.fewer" if page.every else "preview.all")
    column.buttons(Choice("every", label, Show("every")))
    if page.every:
        column.heading(page.say("preview.other"), "strong", "accent")
        for name in sorted(n for n, x in known.items() if x.place is not None and n not in read):
            _row(page, column, name, known[name])


def _row(page: Preview, column: Column, id: str, name: Name) -> None:
    free = name.place is not None and not page.seen.over
    value = shown(name.read(page.seen.state))
    hint = page.say("preview.reckoned") if name.place is None else ""
    with column.row(7, 1, 1, least=1, gap=1) as (label, less, more):
        label.item(Choice(f"value.{id}", id, Show(f"value.{id}"), side=value, enabled=free, hint=hint))
        if name.place is not None:
            less.item(Choice(f"less.{id}", "－", Nudge(id, -1), enabled=free))
            more.item(Choice(f"more.{id}", "＋", Nudge(id, 1), enabled=free))


def ask(page: Preview, sheet: Sheet) -> None:
    """The dialog to type a value in, or to choose one where there are few."""
    assert page.seen.good is not None
    name = page.seen.good.names.get(page.asking)
    with sheet.dialog("asking", page.asking, ems=24) as column:
        column.heading(page.asking)
        if name is not None:
            now = shown(name.read(page.seen.state))
            column.field("number", page.say("preview.may", have=may(page, name)), page.draft, hint=now)
            value = typed(name, page.draft)
            ready = value is not None and stored(name, value) is not None
            column.buttons(Choice("set", page.say("preview.set"), Proceed(), look="primary", enabled=ready),
                           Choice("no", page.say("back"), Back()))  # fmt: skip


def may(page: Preview, name: Name) -> str:
    """What a value may be."""
    if name.type == "number":
        return page.words("preview.text.range", low=f"{name.low or 0:g}", high=f"{name.high or 0:g}")
    return page.words("list.between").join(name.choices or ("true", "false"))
