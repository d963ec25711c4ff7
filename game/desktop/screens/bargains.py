"""The folder of the bargaining tables: where each stands and what is known of everybody's wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.column import Choice
from game.desktop.geometry import Rect
from game.desktop.screens import composing
from game.desktop.screens.wishes import Pick
from game.telling.bargain import deadline, standing
from game.telling.package import table_name, table_of

if TYPE_CHECKING:
    from game.desktop.screens.files import Files
    from game.desktop.sheet import Sheet


def bargains(page: Files, sheet: Sheet, area: Rect) -> None:
    """The tables as tabs; of the chosen one how it stands, until when, and what each party is known to want."""
    words, scenario, seen = page.words, page.chair.scenario, page.chair.seen
    open_ = page.picked or scenario.tables[0].id
    view = next(table for table in seen.tables if table.id == open_)
    table = table_of(scenario, open_)
    assert table is not None
    with sheet.scroll("bargains", area) as column:
        column.tabs(*(Choice(f"table.{t.id}", table_name(words, scenario, t.id), Pick(t.id), selected=t.id == open_)
                      for t in seen.tables))  # fmt: skip
        column.text(standing(words, scenario, view))
        if until := deadline(words, scenario, seen, open_):
            column.text(until, "small", "soft")
        composing.wanted(page, column, table)
