"""What could not be seen in play, as pictures: those of the pack, each with the sentence saying what to see."""

from collections.abc import Callable
from functools import lru_cache

from game.charts.chart import Label
from game.charts.timeline import strips
from game.desktop.column import Column, Thumb
from game.desktop.geometry import Rect
from game.desktop.picture import chart_widget
from game.desktop.screens.blocks import figure, room
from game.desktop.screens.errands import Take
from game.desktop.screens.play import Play
from game.desktop.widget import Widget
from game.study.pack import pictures
from game.study.pack.played import Played
from game.study.room import Room
from game.telling.block import Figure
from game.telling.words import Words

Draw = Callable[[Played, Words, Room], Figure | None]
PAIRS: tuple[tuple[Draw, Draw], ...] = ((pictures.ledgers, pictures.heats), (pictures.credibility, pictures.trust))
"""What stands side by side where there is room."""
LEAST = 20      # ems half a page must hold for that
WIDE: tuple[Draw, ...] = (pictures.knew, pictures.duties, pictures.handoffs, pictures.attention, pictures.zone,
                          pictures.chain, pictures.bones)
"""What needs the whole width."""


def curves(page: Play, column: Column, game: Played) -> None:
    """Lay the pictures of the game on cards, their titles above and what to see below."""
    for pair in PAIRS:
        with column.row(1, 1, least=LEAST, gap=4) as cells:
            for cell, draw in zip(cells, pair, strict=True):
                _card(cell, draw.__name__, _drawn(draw, game, page.words, room(cell)))
    _times(page, column, game)
    for draw in WIDE:
        _card(column, draw.__name__, _drawn(draw, game, page.words, room(column)))


def _times(page: Play, column: Column, game: Played) -> None:
    """The timeline, each turn a card to press: the replay opens there."""
    found = _drawn(pictures.times, game, page.words, room(column))
    if found is None:
        return
    column.heading(found.title)
    column.text(found.caption, "small", "soft")
    sheet, turn = column.sheet, 0
    pad, gap, em = sheet.unit(2), sheet.unit(1.5), sheet.ruler.size("small")
    for row in strips(pictures.turns(game, page.words), column.rect.w - 2 * pad, em, gap + 2 * pad):
        cards: list[Widget] = []
        for ops, size in row:
            turn += 1
            shapes = tuple(op for op in ops if not isinstance(op, Label))
            chart = chart_widget(sheet, f"turn.{turn}", page.say("replay.turn", turn=turn), tuple(ops), size)
            rect = Rect(0, 0, size[0] + 2 * pad, size[1] + 2 * pad)
            told = "\n".join((chart.name, *(line.text for line in chart.lines)))
            lines = tuple(line._replace(x=line.x + pad, y=line.y + pad) for line in chart.lines)
            card = chart._replace(role="item", rect=rect, lines=lines, name=told, action=Take(f"turn.{turn}"),
                                  data=Thumb(shapes, size), hint=page.say("debrief.turn.open"))  # fmt: skip
            cards.append(card.moved(len(cards) * (rect.w + gap), 0))
        column.adopt(cards, cards[0].rect.h)
        column.space(1.5)


@lru_cache(32)
def _drawn(draw: Draw, game: Played, words: Words, space: Room) -> Figure | None:
    """Draw a picture once for each room it is laid out in: some of them ask the rules."""
    return draw(game, words, space)


def _card(column: Column, id: str, found: Figure | None) -> None:
    if found is not None:
        figure(column, id, found)
