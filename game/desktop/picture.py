"""Charts in the window: a widget that carries drawing operations, and the function that paints them."""

from game.charts.chart import Area, Label, Mark, Op, Stroke, Tone, corners
from game.desktop.brush import Brush
from game.desktop.geometry import Rect
from game.desktop.sheet import Sheet
from game.desktop.theme import Colour, LookName, mixed
from game.desktop.theme import Tone as InkTone
from game.desktop.widget import Line, Widget

PALE = 18           # percent of its tone in a filled polygon: lines and words stay legible on it
_INKS: dict[Tone, InkTone] = {"axis": "soft", "accent": "accent"}


def chart_widget(sheet: Sheet, id: str, name: str, ops: tuple[Op, ...], size: tuple[int, int],
                 look: LookName = "paper") -> Widget:  # fmt: skip
    """A chart of `size` pixels; its words are lines of type, its shapes are left to the painter."""
    lines = tuple(_line(sheet, op) for op in ops if isinstance(op, Label))
    shapes = tuple(op for op in ops if not isinstance(op, Label))
    return Widget(id, "picture", Rect(0, 0, *size), name=name, lines=lines, look=look, data=shapes)


def _line(sheet: Sheet, label: Label) -> Line:
    width = sheet.ruler.width("small", label.text)
    x = label.at[0] - {"left": 0, "centre": width // 2, "right": width}[label.anchor]
    return Line(label.text, x, label.at[1], "small", _INKS.get(label.tone, "ink"))


def picture(brush: Brush) -> None:
    """Lines with their dashes and marks with their shapes: never told apart by colour alone."""
    ops = brush.widget.data
    if not isinstance(ops, tuple):
        return
    for op in ops:
        if isinstance(op, Stroke):
            for start, end in zip(op.points, op.points[1:], strict=False):
                _stroke(brush, start, end, op)
        elif isinstance(op, Mark):
            _mark(brush, op)
        elif isinstance(op, Area):
            brush.art.path(list(op.points), mixed(brush.look.paper, _colour(brush, op.tone), PALE))


def _stroke(brush: Brush, start: tuple[int, int], end: tuple[int, int], op: Stroke) -> None:
    colour = _colour(brush, op.tone)
    if not op.dashed:
        brush.art.line(start, end, colour, op.width)
        return
    dx, dy = end[0] - start[0], end[1] - start[1]
    dashes = max(1, round((dx * dx + dy * dy) ** 0.5 / (5 * op.width)))
    for n in range(dashes):
        a, b = n / dashes, (n + 0.6) / dashes
        brush.art.line((round(start[0] + dx * a), round(start[1] + dy * a)),
                       (round(start[0] + dx * b), round(start[1] + dy * b)), colour, op.width)  # fmt: skip


def _mark(brush: Brush, op: Mark) -> None:
    x, y = op.at
    if op.shape == "circle":
        brush.art.oval(Rect(x - op.size, y - op.size, 2 * op.size, 2 * op.size), _colour(brush, op.tone))
    else:
        brush.art.path([(x + dx, y + dy) for dx, dy in corners(op.shape, op.size)], _colour(brush, op.tone))


def _colour(brush: Brush, tone: Tone) -> Colour:
    cool, warm, hot = brush.theme.heat
    look = brush.look
    return {"axis": look.edge, "ink": look.ink, "accent": look.accent, "hot": hot, "warm": warm, "cool": cool}[tone]
