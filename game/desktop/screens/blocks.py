"""A document on screen: the same blocks as on paper, a table's rows as cards where it has words to read."""

from __future__ import annotations

from collections.abc import Iterable

from game.desktop.column import Column
from game.telling.block import Block, Heading, Para, Table, Title


def blocks(column: Column, found: Iterable[Block]) -> None:
    """Write a document into a column; its pictures are left to whoever has room for them."""
    for block in found:
        if isinstance(block, Title | Heading):
            column.space(2)
            column.heading(block.text)
        elif isinstance(block, Para):
            column.text(f"{block.label}  {block.text}".strip(), "small")
        elif isinstance(block, Table):
            for row in block.rows:
                _row(column, block.header, row)


def _row(column: Column, header: tuple[str, ...], row: tuple[str, ...]) -> None:
    """One row as a card: its first cell as its title, the others under their heads."""
    with column.card("paper", pad=2.5) as card:
        card.text(row[0], "strong")
        for head, cell in zip(header[1:], row[1:], strict=False):
            if cell.strip():
                card.text(head, "small", "accent")
                for line in cell.strip().split("\n"):
                    card.text(line, "small")
