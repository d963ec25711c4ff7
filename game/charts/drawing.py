"""A picture as laid out: drawing operations, the size they take, and the size of the type in them."""

from dataclasses import dataclass, replace

from game.charts.chart import Area, Label, Mark, Op, Point, Stroke


@dataclass(frozen=True, slots=True)
class Drawing:
    """Drawing operations of `size` pixels (width, height), whose type is `em` pixels."""

    ops: tuple[Op, ...]
    size: tuple[int, int]
    em: int


def enlarged(drawing: Drawing, times: int) -> Drawing:
    """Return a drawing so many times as large, its lines as much thicker."""

    def at(point: Point) -> Point:
        return point[0] * times, point[1] * times

    ops: list[Op] = []
    for op in drawing.ops:
        if isinstance(op, Stroke):
            ops.append(replace(op, points=tuple(map(at, op.points)), width=op.width * times))
        elif isinstance(op, Area):
            ops.append(replace(op, points=tuple(map(at, op.points))))
        elif isinstance(op, Mark):
            ops.append(replace(op, at=at(op.at), size=op.size * times))
        elif isinstance(op, Label):
            ops.append(replace(op, at=at(op.at)))
    return Drawing(tuple(ops), at(drawing.size), drawing.em * times)
