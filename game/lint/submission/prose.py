"""The small blocks every part is made of: a labelled field, a condition, a table of levels."""

from collections.abc import Iterator, Sequence
from typing import Any

from game.lint.submission.condition import Reader
from game.lint.submission.naming import Naming
from game.telling.block import Block, Para, Table
from game.telling.words import Words


def field(words: Words, name: str, text: str, secret: bool = False) -> Para:
    """Return one field of a record: its label, and what is in it."""
    return labelled(words, words(f"submission.field.{name}"), text, secret)


def labelled(words: Words, label: str, text: str, secret: bool = False, code: bool = False) -> Para:
    """Return a paragraph after its label; several lines begin below the label."""
    return Para(f"\n{text}" if "\n" in text else text, words("submission.label", label=label), secret, code)


def conditions(reader: Reader, name: str, when: str | None, secret: bool = False) -> Iterator[Block]:
    """Yield a condition in words, then as its author wrote it; nothing where there is none."""
    if when:
        yield field(reader.words, name, reader.plain(when), secret)
        yield labelled(reader.words, reader.words("submission.written"), when, secret, code=True)


def both(reader: Reader, when: str) -> str:
    """Return a condition for a cell: in words, and on the next line as its author wrote it."""
    written = reader.words("submission.label", label=reader.words("submission.written"))
    return f"{reader.plain(when)}\n{written}{when}"


def levels(naming: Naming, named: Sequence[tuple[str, Any]], columns: Sequence[str], secret: frozenset[int]) -> Table:
    """Return a table of levels, a row a record, a column a field."""
    words = naming.words
    header = (words("submission.starting"), *(words(f"submission.field.{column}") for column in columns))
    rows = tuple((name, *(naming.level(getattr(record, column)) for column in columns)) for name, record in named)
    return Table(header, rows, (4, *(3,) * len(columns)), secret)
