"""What a document is made of: title, headings, paragraphs, tables, pictures; knows no word processor and no browser."""

from dataclasses import dataclass
from typing import TypeAlias

from game.charts.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the whole document, and the line under it that says what it is."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (a part), 2 or 3; `secret` marks that what stands under it is not for players."""

    level: int
    text: str
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph, after its `label` if it has one; `code` is what the author wrote for the program."""

    text: str
    label: str = ""
    secret: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; a line break in a cell begins a new paragraph. `shares` are the columns' widths relative to each other.

    `secret` are the columns that are not for players; `lines` the recording lines the rows are about, if they are.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    secret: frozenset[int] = frozenset()
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: its title, the sentence saying what to see in it, and how it is drawn."""

    title: str
    caption: str
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


Block: TypeAlias = Title | Heading | Para | Table | Figure | NewPage
