"""Small multiples: many little line charts of one scale, some abreast; knows only numbers (‰) and names."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.charts.chart import FULL, Area, Label, Mark, Op, Point, Shape, Stroke, Tone
from game.charts.type import broken, wide

Values = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """One line from the start on, as far as it goes; a heavy one stands out. Its shape marks its last point."""

    name: str
    values: Values
    tone: Tone
    shape: Shape
    dashed: bool = False
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """One little chart: what it is called, its lines, the last drawn topmost, and a band between two of them."""

    title: str
    courses: tuple[Course, ...]
    band: tuple[Values, Values] | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """How panels are laid out: so many abreast on this width, each this high; `ticks` name the points of time."""

    abreast: int
    width: int
    height: int
    ticks: tuple[str, ...]


def multiples(panels: Sequence[Panel], grid: Grid, em: int) -> tuple[tuple[Op, ...], tuple[int, int]]:
    """Return the operations and the size they take, one legend above for all lines; `em` is the type's size."""
    known = {c.name: c for panel in panels for c in panel.courses}
    ops, top = _legend(list(known.values()), grid.width, em)
    each = grid.width // grid.abreast
    for n, panel in enumerate(panels):
        ops += _panel(panel, (n % grid.abreast * each, top + n // grid.abreast * grid.height), each, grid, em)
    return tuple(ops), (grid.width, top + -(-len(panels) // grid.abreast) * grid.height)


def _legend(courses: Sequence[Course], width: int, em: int) -> tuple[list[Op], int]:
    """Return a sample and a name for every kind of line, broken into rows, and where the panels may begin."""
    ops: list[Op] = []
    x, y = em // 2, 0
    for course in courses:
        room = 4 * em + wide(course.name, em)
        if x + room > width and x > em:
            x, y = em // 2, y + 2 * em
        ops.append(Stroke(((x, y + em), (x + 2 * em, y + em)), course.tone, _thick(course, em), course.dashed))
        ops.append(Mark((x + 2 * em, y + em), course.shape, max(3, em // 3), course.tone))
        ops.append(Label(course.name, (x + 3 * em, y + em // 4), "left", "ink"))
        x += room + em
    return ops, y + 5 * em // 2


def _thick(course: Course, em: int) -> int:
    return max(3, em // 4) if course.heavy else max(1, em // 8)


def _panel(panel: Panel, at: Point, each: int, grid: Grid, em: int) -> list[Op]:
    """Lay one panel out with its upper left corner at a point."""
    left, right = at[0] + 3 * em, at[0] + each - em
    top, foot = at[1] + 2 * em, at[1] + grid.height - 3 * em
    last = max(1, len(grid.ticks) - 1)

    def point(n: int, value: int) -> Point:
        return left + (right - left) * n // last, foot - (foot - top) * value // FULL

    ops: list[Op] = [Label(broken(panel.title, right - left, em, 1)[0], (left, at[1]), "left", "ink")]
    for level in (0, FULL // 2, FULL):
        y = point(0, level)[1]
        ops.append(Stroke(((left, y), (right, y)), "axis", 1, dashed=level == FULL // 2))
        ops.append(Label(str(level // 10), (left - em // 2, y - em * 3 // 4), "right", "axis"))
    step = 1 if (right - left) // last > max(wide(t, em) for t in grid.ticks[1:]) + em // 2 else 2
    for n, tick in enumerate(grid.ticks):
        if n and not n % step:
            ops.append(Label(tick, (point(n, 0)[0], foot + em // 4), "centre", "axis"))
    if panel.band is not None:
        low, high = panel.band
        edge = [point(n, v) for n, v in enumerate(low)] + [point(n, v) for n, v in reversed(list(enumerate(high)))]
        ops.append(Area(tuple(edge), "ink"))
    for course in panel.courses:
        points = tuple(point(n, v) for n, v in enumerate(course.values))
        if len(points) > 1:
            ops.append(Stroke(points, course.tone, _thick(course, em), course.dashed))
        if points:
            ops.append(Mark(points[-1], course.shape, max(3, em // 3), course.tone))
    return ops
