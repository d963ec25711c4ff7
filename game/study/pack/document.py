"""The pack as blocks: a hot wash, the three forms exercises are reported in, the pictures, and the whole recording."""

from collections.abc import Iterator
from itertools import groupby

from game.study.pack import forms
from game.study.pack.event import rows, who
from game.study.pack.forms import Desk
from game.study.pack.pictures import pictures
from game.study.pack.played import Played
from game.study.pack.wording import Teller
from game.telling.block import Block, Heading, NewPage, Para, Table, Title
from game.telling.clock import moment
from game.telling.words import Words


def document(game: Played, words: Words) -> list[Block]:
    """Return the whole pack in one language."""
    desk = Desk(game, words, Teller(game, words))
    whole: list[Block] = [
        Title(words.text(game.scenario.title), words("pack.kind")), Para(words("pack.lead")),
        *forms.facts(desk), NewPage(),
    ]  # fmt: skip
    for part in (forms.hot_wash, forms.after_action, forms.report, forms.worksheet):
        whole += [*part(desk), NewPage()]
    whole += [Heading(1, words("pack.part.pictures")), *pictures(game, words), NewPage()]
    return [*whole, *_recording(desk)]


def _recording(desk: Desk) -> Iterator[Block]:
    """Yield everything that happened, a row a line of the recording."""
    words = desk.words
    yield Heading(1, words("pack.part.events"))
    yield Para(words("pack.events.note"))
    told, lines = [], []
    for line, found in groupby(rows(desk.game, words), key=lambda row: row.line):
        mine = list(found)
        first = mine[0]
        when = words("pack.when", turn=first.turn, when=moment(words, desk.game.scenario.clock, first.day, "head"))
        told.append((str(line), when, who(desk.game, words, first.seat), "\n".join(row.text for row in mine)))
        lines.append(line)
    head = tuple(words(f"pack.head.{name}") for name in ("line", "when", "seat", "happened"))
    yield Table(head, tuple(told), (1, 2, 2, 12), lines=tuple(lines))
