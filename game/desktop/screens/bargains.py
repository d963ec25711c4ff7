"""The folder of the bargaining tables: the board of one, a package tried on it, and what was said there so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.column import Choice, Column
from game.desktop.geometry import Rect
from game.desktop.screens.dealings import fallback, history, minds, promises, ways
from game.desktop.screens.matrix import matrix
from game.desktop.screens.trying import trial
from game.desktop.screens.wishes import Pick
from game.telling.bargain import deadline, standing
from game.telling.package import table_name, table_of

if TYPE_CHECKING:
    from game.desktop.screens.files import Files
    from game.desktop.sheet import Sheet
    from game.rules.tableview import TableView
    from game.scenario.table import Table


def bargains(page: Files, sheet: Sheet, area: Rect) -> None:
    """The board beside the package tried, what is known beside what was put; one below another where it is narrow."""
    table, view = opened(page)
    settled = trying(page)
    with sheet.scroll("bargains", area, "felt") as column:
        if len(page.chair.seen.tables) > 1:
            column.tabs(*(Choice(f"table.{t.id}", table_name(page.words, page.chair.scenario, t.id), Pick(t.id),
                                 selected=t.id == table.id) for t in page.chair.seen.tables))  # fmt: skip
        with column.row(13, 10, least=20, gap=3) as (left, right):
            _state(page, left, table, view)
            matrix(page, left, table, view, settled)
            trial(page, right, table, view, settled)
            fallback(page, right, table, view)
        with column.row(13, 10, least=20, gap=3) as (left, right):
            minds(page, left, table, view)
            ways(page, left, table, view)
            promises(page, left, table)
            history(page, right, table)


def opened(page: Files) -> tuple[Table, TableView]:
    """The table being looked at, and what is known of it."""
    scenario, seen = page.chair.scenario, page.chair.seen
    table = table_of(scenario, page.picked) or scenario.tables[0]
    return table, seen.tables[scenario.index["table"][table.id]]


def trying(page: Files) -> tuple[str, ...]:
    """The package being tried: one's own, else what is in force, was put last, or comes of no agreement."""
    table, view = opened(page)
    if page.settled:
        return page.settled
    start = next(n for n in (view.deal, view.offered, table.fallback) if n >= 0)
    return tuple(table.names[start].split("+"))


def resettled(page: Files, issue: int, option: str) -> tuple[str, ...]:
    """The package being tried with one issue settled otherwise; the same option again leaves the issue open."""
    now = trying(page)
    return (*now[:issue], "" if now[issue] == option else option, *now[issue + 1:])


def _state(page: Files, column: Column, table: Table, view: TableView) -> None:
    """What the table is about, how far it has come, and until when."""
    words, scenario, seen = page.words, page.chair.scenario, page.chair.seen
    column.heading(words.text(table.name))
    with column.card("quiet", pad=1.5) as card:
        card.text(standing(words, scenario, view), "small", hint=words("bargain.standing.hint"))
        if until := deadline(words, scenario, seen, table.id):
            card.text(until, "small", "soft")
