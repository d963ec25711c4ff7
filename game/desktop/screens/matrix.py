"""The board of a bargaining table: a row of cards an issue, one an option, with what it is worth to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.column import Choice, Column
from game.desktop.geometry import Rect
from game.desktop.screens.errands import Settle
from game.desktop.widget import Widget
from game.telling.bargain import own_points
from game.telling.likely import weight
from game.telling.number import points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.desktop.screens.files import Files
    from game.rules.tableview import TableView
    from game.scenario.table import Table, TableOption

WEIGHTS = {"much": "▲", "some": "◆", "little": "▼", "dearer": "↑", "cheaper": "↓"}
LEAST = 8       # ems a card needs


def matrix(page: Files, column: Column, table: Table, view: TableView, settled: Sequence[str]) -> None:
    """The issues one under another, their options side by side; below, what the marks mean."""
    for i, issue in enumerate(table.issues):
        column.space(1)
        column.text(page.words.text(issue.name), "strong", "accent")
        stuck = [page.seat(party.seat) for party in view.parties if issue.id in party.refused]
        if stuck:
            column.text(page.words("bargain.stuck", who=page.words.listed(stuck)), "small", "soft")
        level(column, [_card(page, table, view, settled, i, o) for o in range(len(issue.options))])
    column.text(page.words("bargain.legend"), "small", "soft")


def level(column: Column, choices: list[Choice]) -> None:
    """Cards side by side, all as high as the highest; further rows where there is no room."""
    sheet = column.sheet
    gap = sheet.unit(1)
    across = max(1, min(len(choices), (sheet.ems(column.rect) + 1) // LEAST))
    while len(choices) % across and across > 1 and len(choices) <= 2 * across:
        across -= 1
    for n in range(0, len(choices), across):
        cells = Rect(0, 0, column.rect.w, 0).columns([1] * across, gap)
        placed: list[Widget] = []
        for cell, choice in zip(cells, choices[n:n + across], strict=False):
            Column(sheet, cell, placed, column.look).item(choice)
        high = max(widget.rect.h for widget in placed)
        column.space(1)
        column.adopt([w._replace(rect=Rect(w.rect.x, w.rect.y, w.rect.w, high)) for w in placed], high)
    column.space(1)


def _card(page: Files, table: Table, view: TableView, settled: Sequence[str], issue: int, n: int) -> Choice:
    """One option: its name, own points at the right, below who makes how much of it and who holds the key to it."""
    words, option = page.words, table.issues[issue].options[n]
    own = points(own_points(table, (*[""] * issue, option.id)))
    minds, numbers = dict[str, list[str]](), [words("bargain.own", points=own)]
    for party in view.parties:
        if party.seat != "lead":
            heavy, who = weight(table, party, issue, n), page.seat(party.seat)
            low, high = party.points[issue][n]
            band = words("bargain.band", low=points(low), high=points(high)) if party.known else ""
            numbers.append(words(f"bargain.weight.{heavy}", who=who, band=band))
            minds.setdefault(heavy, []).append(who)
    lock = locked(page, view, option)
    lines = [f"{mark} {words.listed(minds[heavy])}" for heavy, mark in WEIGHTS.items() if heavy in minds]
    return Choice(f"option.{table.issues[issue].id}.{option.id}", words.text(option.name), Settle(issue, option.id),
                  detail="\n".join(filter(None, (*lines, lock))), side=own, selected=settled[issue] == option.id,
                  look="quiet" if lock else "button", hint="\n".join(numbers))  # fmt: skip


def locked(page: Files, view: TableView, option: TableOption) -> str:
    """Behind whose purse or pen an option still is; "" where it can be put on the table."""
    if not option.needs or option.id in view.unlocked:
        return ""
    return page.words("bargain.locked", who=page.seat(option.needs))
