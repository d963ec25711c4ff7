"""How what measures looks: thermometers, bars, shares of a whole, and the staircase."""

from game.desktop.brush import Brush
from game.desktop.geometry import Rect
from game.desktop.theme import Colour, Theme, mixed


def gauge(brush: Brush) -> None:
    """A thermometer: glass, ticks and a column whose colour and height both tell the heat."""
    unit, height = brush.unit, brush.box.h
    bulb, tube, x = unit * 7 // 4, unit, unit * 2
    top, foot = unit, height - 2 * bulb - unit // 2
    edge = brush.look.soft
    stem, ball = Rect(x - tube, top, 2 * tube, foot - top + bulb), Rect(x - bulb, foot, 2 * bulb, 2 * bulb)
    line = max(1, unit // 5)
    for shrink, colour in ((0, edge), (line, brush.theme.glass)):
        brush.art.box(stem.inset(shrink), colour, tube - shrink)
        brush.art.oval(ball.inset(shrink), colour)
    for i in range(5):
        y = top + tube + (foot - top - tube) * i // 4
        brush.art.line((x + tube + 2, y), (x + tube + unit * (2 if i % 2 == 0 else 1) // 2 + 2, y), edge)
    if brush.widget.level is None:
        return
    colour = heat(brush.theme, brush.widget.level)
    high = (foot - top - tube) * brush.widget.level // 1000
    core = max(1, tube * 5 // 8)
    brush.art.oval(ball.inset(unit // 2), colour)
    brush.art.box(Rect(x - core, foot - high, 2 * core, high + bulb), colour, core)


def heat(theme: Theme, level: int) -> Colour:
    """Cool at 0, warm at 500, hot at 1000."""
    cool, warm, hot = theme.heat
    return mixed(cool, warm, level // 5) if level < 500 else mixed(warm, hot, level // 5 - 100)


def meter(brush: Brush) -> None:
    """A bar of four quarters filled up to its level; hatched when the level is unknown; ◆ at its mark."""
    data = brush.widget.data
    height, mark, calm = data if isinstance(data, tuple) else (brush.unit, None, False)
    bar = Rect(0, brush.box.h - height, brush.box.w, height)
    radius, line = height // 2, max(1, brush.unit // 5)
    brush.art.box(bar, brush.look.soft, radius)
    inner = bar.inset(line)
    brush.art.box(inner, brush.theme.glass, radius - line)
    level = brush.widget.level
    if level is None:
        for x in range(inner.x + height, inner.right - height // 2, height):
            brush.art.line((x, inner.y), (x - height // 2, inner.bottom - 1), brush.look.soft)
    elif level > 0:
        fill = Rect(inner.x, inner.y, max(inner.h, inner.w * level // 1000), inner.h)
        brush.art.box(fill, heat(brush.theme, 0 if calm else max(500, level)), radius - line)
    for quarter in (1, 2, 3):
        x = inner.x + inner.w * quarter // 4
        brush.art.box(Rect(x, inner.y, 1, inner.h), brush.look.soft)
    if isinstance(mark, int):
        x, y, half = inner.x + inner.w * mark // 1000, bar.y + height // 2, height * 5 // 8
        brush.art.path([(x, y - half), (x + half, y), (x, y + half), (x - half, y)], brush.look.ink)


def stack(brush: Brush) -> None:
    """A bar of pieces, each with a colour and a pattern of its own: plain, slanted, upright, crossed."""
    data = brush.widget.data
    high, levels = data if isinstance(data, tuple) else (brush.unit, ())
    bar, line = Rect(0, brush.box.h - high, brush.box.w, high), max(1, brush.unit // 5)
    brush.art.box(bar, brush.look.soft)
    brush.art.box(bar.inset(line), brush.theme.glass)
    start = 0
    for n, level in enumerate(levels):
        x, end = bar.w * start // 1000, bar.w * (start + level) // 1000
        piece = Rect(max(x, line), bar.y + line, max(1, min(end, bar.w - line) - max(x, line)), bar.h - 2 * line)
        _piece(brush, piece, n)
        start += level


def _piece(brush: Brush, piece: Rect, n: int) -> None:
    """One piece of a shared bar, with a strong edge at its end."""
    cool, warm, hot = brush.theme.heat
    colour = mixed(brush.look.paper, (warm, cool, brush.theme.brass, hot)[n % 4], 0 if brush.theme.flat else 45)
    brush.art.box(piece, colour)
    shade, step, lean = mixed(colour, brush.look.ink, 28), brush.unit * 3 // 2, min(piece.h, piece.w // 2)
    for x in range(piece.x + step // 2, piece.right - lean, step):
        if n % 4 in (1, 3):
            brush.art.line((x + lean, piece.y), (x, piece.bottom - 1), shade)
        if n % 4 == 3:
            brush.art.line((x, piece.y), (x + lean, piece.bottom - 1), shade)
        if n % 4 == 2:
            brush.art.line((x, piece.y), (x, piece.bottom - 1), shade)
    brush.art.box(Rect(piece.right - 1, piece.y, max(1, brush.unit // 4), piece.h), brush.look.ink)


def stairs(brush: Brush) -> None:
    """Steps of stone: those left behind dark, the one stood on framed in red, one that is shut dashed; name tags."""
    data = brush.widget.data
    blocks, tags = data if isinstance(data, tuple) else ((), ())
    thin, tread = brush.thin, max(2, brush.unit // 2)
    for x, y, w, h, state in blocks:
        block = Rect(x, y, w, h)
        depth = 0 if brush.theme.flat else {"past": 55, "here": 45, "open": 20, "shut": 8}[state]
        brush.art.box(block, brush.look.edge)
        brush.art.box(block.inset(thin), mixed(brush.look.paper, brush.look.edge, depth))
        if state == "shut":
            brush.art.dashes(block.inset(brush.unit // 2), brush.look.soft, thin, brush.unit)
        elif state == "open":
            brush.art.box(block.inset(brush.unit // 2), brush.look.soft, 0, thin)
        elif state == "here":
            brush.art.box(block, brush.look.accent, 0, max(2, thin * 2))
        brush.art.box(Rect(x, y, w, tread), brush.look.accent if state == "here" else brush.look.soft)
    for x, y, w, h, picked in tags:
        brush.art.box(Rect(x, y, w, h), brush.look.accent if picked else brush.look.soft, brush.unit // 2)
        brush.art.box(Rect(x, y, w, h).inset(thin * (2 if picked else 1)), brush.look.paper, brush.unit // 2)
