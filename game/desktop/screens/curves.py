"""What could not be seen in play, as pictures: those of the pack, each with the sentence saying what to see."""

from collections.abc import Callable
from functools import lru_cache

from game.desktop.column import Column
from game.desktop.picture import chart_widget
from game.desktop.screens.play import Play
from game.study.pack import pictures
from game.study.pack.played import Played
from game.telling.block import Figure
from game.telling.words import Words

Draw = Callable[[Played, Words, pictures.Room], Figure | None]
PAIRS: tuple[tuple[Draw, Draw], ...] = ((pictures.ledgers, pictures.heats), (pictures.credibility, pictures.trust))
"""What stands side by side where there is room."""
LEAST = 20      # ems half a page must hold for that
WIDE: tuple[Draw, ...] = (pictures.times, pictures.duties, pictures.handoffs, pictures.attention, pictures.zone,
                          pictures.chain, pictures.bones)
"""What needs the whole width."""


def curves(page: Play, column: Column, game: Played) -> None:
    """Lay the pictures of the game on cards, their titles above and what to see below."""
    for pair in PAIRS:
        with column.row(1, 1, least=LEAST, gap=4) as cells:
            for cell, draw in zip(cells, pair, strict=True):
                _card(cell, draw.__name__, _drawn(draw, game, page.words, _room(cell)))
    for draw in WIDE:
        _card(column, draw.__name__, _drawn(draw, game, page.words, _room(column)))


@lru_cache(32)
def _drawn(draw: Draw, game: Played, words: Words, room: pictures.Room) -> Figure | None:
    """Draw a picture once for each room it is laid out in: some of them ask the rules."""
    return draw(game, words, room)


def _room(column: Column) -> pictures.Room:
    """Return how wide a card leaves a picture, and the size of the type in it."""
    sheet = column.sheet
    return pictures.Room(column.rect.w - 2 * sheet.unit(2), sheet.ruler.size("small"))


def _card(column: Column, id: str, figure: Figure | None) -> None:
    if figure is None:
        return
    column.heading(figure.title)
    with column.card("paper", pad=2) as card:
        card.draw(chart_widget(card.sheet, f"chart.{id}", figure.title, figure.drawing.ops, figure.drawing.size))
    column.text(figure.caption, "small", "soft")
