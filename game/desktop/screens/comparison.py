"""What a class came to, a page at a time, as the blocks of the class page laid out for a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from game.study.compare import document, pictures
from game.study.compare.name import Names
from game.study.compare.wording import Teller
from game.telling.block import Block, Heading, Para, Table

if TYPE_CHECKING:
    from game.desktop.screens.labour import Labour
    from game.study.compare.reading import Class
    from game.study.compare.row import Row
    from game.study.room import Room
    from game.telling.words import Words


POINTER = "◆"
"""What stands before the team singled out, in a table."""


@dataclass(frozen=True, slots=True)
class View:
    """How a class is looked at: which of its parts, names hidden or not, and the path of the team singled out."""

    part: int = 0
    anonymous: bool = False
    me: str = ""


def _overview(tell: Teller, _me: Row | None, _room: Room) -> Iterator[Block]:
    yield Heading(2, tell.words("compare.part.topics"))
    yield from document.discussed(tell)
    yield Heading(2, tell.words("compare.part.teams"))
    yield from document.fared(tell)


def _curves(tell: Teller, me: Row | None, room: Room) -> Iterator[Block]:
    yield pictures.whole(tell, me, room)
    yield from pictures.each(tell, room)
    yield from pictures.ledgers(tell, room)


def _notes_last(found: Iterable[Block]) -> Iterator[Block]:
    """Yield what is to be seen first, and how it is to be read below it."""
    yield from sorted(found, key=lambda block: isinstance(block, Para))


PAGES: dict[str, Callable[[Teller, Row | None, Room], Iterator[Block]]] = {
    "overview": _overview,
    "curves": _curves,
    "answers": lambda tell, me, room: _notes_last(document.answered(tell, room)),
    "objectives": lambda tell, me, room: _notes_last(document.rated(tell)),
    "endings": lambda tell, me, room: document.ended(tell, room),
}
"""The pages of one part of a class; what was left out belongs to none."""


def teller(found: Class, view: View, words: Words) -> Teller:
    """Return who words the part that is looked at."""
    return Teller(found.groups[view.part], Names(found, words, view.anonymous), words)


@lru_cache(16)
def page(work: Labour[Class], tab: str, view: View, words: Words, room: Room) -> tuple[Block, ...]:
    """Return an open page of a class that has been read, laid out once for each room."""
    found = work.found
    if found is None:
        return ()
    if tab not in PAGES:
        return tuple(document.left_out(found, Names(found, words, view.anonymous), words))
    tell = teller(found, view, words)
    me = next((row for row in tell.group.rows if row.path == view.me), None)
    blocks = PAGES[tab](tell, me, room)
    return tuple(blocks if me is None else (_pointed(block, tell.team(me)) for block in blocks))


def _pointed(block: Block, name: str) -> Block:
    """Return a block with the team of a name pointed at, where it is a table with a row for it."""
    if not isinstance(block, Table):
        return block
    rows = (((f"{POINTER} {row[0]}", *row[1:]) if row[0].split("\n")[0] == name else row) for row in block.rows)
    return replace(block, rows=tuple(rows))
