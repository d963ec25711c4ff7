"""A document on screen: the same blocks as on paper, as cards to be read or spread out as on a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.desktop.column import Align, Column
from game.desktop.picture import chart_widget
from game.desktop.theme import LookName, StyleName
from game.study.room import Room
from game.telling.block import Block, Figure, Heading, Para, Table, Title

LEAST = 4       # ems the narrowest column of a table must hold
SHORT = 4       # characters of a cell that is set in the middle of its column
Looks = Mapping[str, LookName]


def blocks(column: Column, found: Iterable[Block]) -> None:
    """Write a document into a column; its pictures are left to whoever has room for them."""
    for block in found:
        if isinstance(block, Table):
            cards(column, block)
        else:
            _words(column, block)


def spread(column: Column, found: Iterable[Block], looks: Looks | None = None) -> None:
    """Write a document into a column, its tables as tables where they fit.

    Its pictures are drawn for the column's `room`; above each stands what to see in it. Cells that hold nothing but a
    key of `looks` are slips of that look.
    """
    for n, block in enumerate(found):
        if isinstance(block, Figure):
            column.space(2)
            column.heading(block.title)
            if block.caption:
                column.text(block.caption)
            _drawing(column, str(n), block)
        elif not isinstance(block, Table):
            _words(column, block)
        elif _fits(column, block):
            _table(column, block, looks or {})
        else:
            cards(column, block)


def room(column: Column) -> Room:
    """Return what a card in the column leaves a picture that is to be seen at once with its title and sentence."""
    sheet, ruler = column.sheet, column.sheet.ruler
    words = ruler.height("heading") + 2 * ruler.height("body")
    tall = max(1, column.rect.h - words - 2 * sheet.unit(4))
    return Room(column.rect.w - 2 * sheet.unit(2), ruler.size("small"), tall)


def figure(column: Column, id: str, found: Figure) -> None:
    """Lay a picture on a card, its title above, what to see below."""
    column.heading(found.title)
    _drawing(column, id, found)
    column.text(found.caption, "small", "soft")


def _drawing(column: Column, id: str, found: Figure) -> None:
    with column.card("paper", pad=2) as card:
        card.draw(chart_widget(card.sheet, f"chart.{id}", found.title, found.drawing.ops, found.drawing.size))


def cards(column: Column, table: Table) -> None:
    """A table's rows as cards: the first cell as the title, the others under their heads."""
    for row in table.rows:
        with column.card("paper", pad=2.5) as card:
            card.text(row[0], "strong")
            for head, cell in zip(table.header[1:], row[1:], strict=False):
                if cell.strip():
                    card.text(head, "small", "accent")
                    for line in cell.strip().split("\n"):
                        card.text(line, "small")


def _words(column: Column, block: Block) -> None:
    if isinstance(block, Title | Heading):
        column.space(2)
        column.heading(block.text)
    elif isinstance(block, Para):
        column.text(f"{block.label}  {block.text}".strip(), "small")


def _fits(column: Column, table: Table) -> bool:
    return column.sheet.ems(column.rect) * min(table.shares) >= LEAST * sum(table.shares)


def _table(column: Column, table: Table, looks: Looks) -> None:
    """Rows and columns on one sheet of paper; a line between rows, none above one that goes on with the last."""
    aligned: list[Align] = ["centre" if max(map(len, cells), default=0) <= SHORT else "left"
                            for cells in zip(*table.rows, strict=True)]  # fmt: skip
    aligned[:1] = ["left"]
    with column.card("paper", pad=2.5) as card:
        with card.row(*table.shares, least=0) as cells:
            for cell, head, align in zip(cells, table.header, aligned, strict=True):
                cell.text(head, "small", "accent", align=align)
        for row in table.rows:
            if row[0]:
                card.rule()
            with card.row(*table.shares, least=0) as cells:
                for n, (cell, text, align) in enumerate(zip(cells, row, aligned, strict=True)):
                    if text in looks:
                        with cell.card(looks[text], pad=0.5) as slip:
                            slip.text(text, "strong", align="centre")
                    else:
                        _cell(cell, text.split("\n"), align, "body" if n else "strong")


def _cell(cell: Column, lines: list[str], align: Align, style: StyleName) -> None:
    """What a cell says; below what a row is called, more about it in smaller type."""
    for n, line in enumerate(lines):
        cell.text(line, "small" if n and style == "strong" else style, "soft" if n and style == "strong" else "ink",
                  align=align)  # fmt: skip
