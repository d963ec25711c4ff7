"""Wood from above: the conference table with tea cups and flowers in the middle, and one's own desk."""

from math import sin

from game.desktop.art import Art
from game.desktop.brush import BLACK, Brush
from game.desktop.geometry import Rect
from game.desktop.theme import Colour, mixed


def table(brush: Brush) -> None:
    """An oval board of wood: its shadow on the floor, a dark rim, the grain, an inlaid line, a soft light."""
    dark, board, light = brush.theme.wood
    box, unit = brush.box, brush.unit
    if brush.theme.flat:
        brush.art.oval(box, board)
        return
    for i in range(unit * 3):
        brush.art.oval(box.inset(i - unit * 3).moved(0, unit * 2), BLACK, alpha=4 + 50 * i // (unit * 3))
    brush.art.oval(box.moved(0, unit), mixed(dark, BLACK, 45))
    brush.art.oval(box, dark)
    top = box.inset(unit)
    _grain(brush.art, top, board, light)
    brush.art.oval(top, mixed(board, light, 60), max(1, unit // 4))
    brush.art.oval(top.inset(unit * 3, unit * 2), mixed(board, BLACK, 40), max(1, unit // 4))
    brush.art.oval(top.inset(unit * 4, unit * 5 // 2), mixed(board, light, 55), 1)
    _flowers(brush, box.centre)
    for cup in brush.widget.data if isinstance(brush.widget.data, tuple) else ():
        _cup(brush.art, cup, unit, mixed(board, BLACK, 45))


def desk(brush: Brush) -> None:
    """A dark desk with a worn front edge at its top, and the felt pad that papers lie on."""
    dark, board, light = brush.theme.wood
    box, unit, look = brush.box, brush.unit, brush.look
    pad = brush.widget.data if isinstance(brush.widget.data, Rect) else box
    if brush.theme.flat:
        brush.art.box(box, look.paper)
        return
    wood = brush.theme.looks["wood"]
    for y in range(box.h):
        wave = sin(y * 0.37) + sin(y * 0.113 + 2) + sin(y * 0.029 + 4)
        brush.art.box(Rect(0, y, box.w, 1), mixed(wood.paper, wood.edge, int(20 + 6 * wave)))
    lip = max(2, unit * 3 // 4)
    brush.art.box(Rect(0, 0, box.w, lip), mixed(board, light, 40))
    brush.art.box(Rect(0, lip, box.w, max(1, unit // 4)), mixed(dark, BLACK, 60))
    brush.art.box(pad.moved(0, max(1, unit // 3)), mixed(dark, BLACK, 70), unit)
    brush.art.box(pad, look.edge, unit)
    brush.art.box(pad.inset(max(1, unit // 4)), look.paper, unit)
    brush.art.box(pad.inset(unit * 3 // 4), mixed(look.paper, brush.theme.brass, 45), unit // 2, max(1, unit // 6))


def _grain(art: Art, oval: Rect, board: Colour, light: Colour) -> None:
    """Boards run from left to right: each pixel row of the oval a shade of its own, lighter in the middle."""
    a, b = oval.w / 2, oval.h / 2
    for y in range(oval.h):
        up = (y + 0.5 - b) / b
        half = int(a * max(0.0, 1 - up * up) ** 0.5)
        wave = sin(y * 0.61) + sin(y * 0.173 + 2) + sin(y * 0.047 + 4)
        shade = int(26 + 5 * wave + 30 * max(0.0, 1 - (up + 0.35) ** 2))
        colour = mixed(board, light, max(0, min(100, shade)))
        art.box(Rect(oval.x + int(a) - half, oval.y + y, 2 * half, 1), colour)


def _cup(art: Art, at: tuple[int, int], unit: int, shade: Colour) -> None:
    """A lidded white tea cup seen from above."""
    x, y, size = at[0], at[1], unit * 5 // 4
    art.oval(Rect(x - size - 1, y - size // 2, 2 * size + 4, 2 * size), shade)
    art.oval(Rect(x + size // 2, y - size // 3, size, size), (226, 222, 212), max(1, unit // 3))
    art.oval(Rect(x - size, y - size, 2 * size, 2 * size), (206, 203, 194))
    art.oval(Rect(x - size, y - size, 2 * size, 2 * size - unit // 3), (250, 248, 242))
    art.oval(Rect(x - size // 2, y - size // 2 - unit // 6, size, size), (214, 224, 230), max(1, unit // 8))
    art.oval(Rect(x - unit // 4, y - unit // 2, unit // 2, unit // 2), (196, 60, 54))


def _flowers(brush: Brush, at: tuple[int, int]) -> None:
    """A long low bowl of green with a few blossoms in the middle of the table."""
    unit, (x, y) = brush.unit, at
    shade = mixed(brush.theme.wood[1], BLACK, 45)
    brush.art.oval(Rect(x - unit * 9, y - unit * 2, unit * 18, unit * 6), shade)
    brush.art.oval(Rect(x - unit * 9, y - unit * 3, unit * 18, unit * 6), (196, 176, 138))
    brush.art.oval(Rect(x - unit * 17 // 2, y - unit * 3, unit * 17, unit * 5), (92, 74, 48))
    leaves: list[Colour] = [(58, 92, 52), (78, 116, 62), (98, 138, 74)]
    for i in range(44):
        dx = int(unit * 8.0 * sin(i * 2.4) * (i / 44) ** 0.5)
        dy = int(unit * 2.2 * sin(i * 2.4 + 1.57) * (i / 44) ** 0.5) - unit
        size = unit + unit * (i % 3) // 3
        brush.art.oval(Rect(x + dx - size, y + dy - size // 2, 2 * size, size), leaves[i % 3])
    blossoms: list[Colour] = [(214, 84, 76), (240, 214, 150), (226, 120, 104)]
    for i in range(13):
        dx, dy = int(unit * 6.5 * sin(i * 1.9)), int(unit * 1.5 * sin(i * 2.9 + 1)) - unit
        size = max(2, unit * 2 // 3)
        brush.art.oval(Rect(x + dx - size // 2, y + dy - size // 2, size, size), blossoms[i % 3])
