"""Who sits where: plates round an oval table seen from one's own chair; knows only sizes."""

from itertools import combinations, product
from math import asin, cos, degrees, radians, sin
from typing import NamedTuple

from game.desktop.geometry import Rect

TOPS = (-0.5, -0.7, -0.3)   # where a side may begin, as a share of half the table's height above its middle
FOOT = 0.8                  # where it ends, below the middle
HEAD_STEPS = (34.0, 44.0, 54.0)     # degrees between two leaders at the head
BESIDE = 155.0              # where the first guest at a small table sits, at one's left
CUP = 36                    # how far from the plate towards the middle a cup stands, in percent


class Seating(NamedTuple):
    """The table itself (`None` when there is no room for one) and a rectangle for each plate."""

    table: Rect | None
    heads: tuple[Rect, ...]
    sides: tuple[Rect, ...]
    own: Rect
    bottom: int

    def cups(self) -> tuple[tuple[int, int], ...]:
        """Where a cup stands before each plate, from the table's own corner; none without a table."""
        if self.table is None:
            return ()
        x, y = self.table.centre
        return tuple(
            (plate.centre[0] + (x - plate.centre[0]) * CUP // 100 - self.table.x,
             plate.centre[1] + (y - plate.centre[1]) * CUP // 100 - self.table.y)
            for plate in (*self.heads, *self.sides, self.own))


Size = tuple[int, int]


def seating(space: Rect, heads: list[Size], sides: list[Size], own: Size, gap: int) -> Seating:
    """Seats for plates of the given sizes: leaders at the head, peers down the left, then the right side.

    When they would collide or stick out of `space`, all plates stand in rows instead, and `bottom` says how
    far down they reach.
    """
    for step, top in product(HEAD_STEPS, TOPS):
        seats = _round(space, heads, sides, own, gap, top, step)
        if _clear(space, seats, gap):
            return seats
    return _in_rows(space, heads, sides, own, gap)


def circle(space: Rect, heads: list[Size], sides: list[Size], own: Size, gap: int) -> Seating:
    """Seats at a small table: guests all round from one's left to one's right, at most one head among them at the top.

    Where they would collide or stick out of `space` they stand in rows, as in `seating`.
    """
    left = (len(sides) + 1) // 2
    if heads:
        angles = [BESIDE + i * (270 - BESIDE) / left for i in range(left)]
        angles += [540 - BESIDE - i * (270 - BESIDE) / (len(sides) - left) for i in range(len(sides) - left)][::-1]
    else:
        step = (540 - 2 * BESIDE) / max(1, len(sides) - 1)
        angles = [BESIDE + i * step for i in range(len(sides))] if len(sides) > 1 else [270.0]
    wide = max(w for w, _ in (*sides, own))        # those at the head stand well inside the ends
    high = max(h for _, h in (*heads, *sides, own))
    table = space.inset(wide // 2 + gap, high // 2 + gap)
    found = Seating(table, tuple(_at(table, 270, size) for size in heads),
                    tuple(_at(table, angle, size) for angle, size in zip(angles, sides, strict=True)),
                    _at(table, 90, own), space.bottom)  # fmt: skip
    return found if _clear(space, found, gap) else _in_rows(space, heads, sides, own, gap)


def _clear(space: Rect, found: Seating, gap: int) -> bool:
    """Whether all plates lie inside and none touches another."""
    plates = (*found.heads, *found.sides, found.own)
    apart = not any(a.inset(-gap // 2).overlaps(b) for a, b in combinations(plates, 2))
    return apart and all(space.encloses(plate) for plate in plates)


def _round(space: Rect, heads: list[Size], sides: list[Size], own: Size, gap: int, top: float,
           step: float) -> Seating:  # fmt: skip
    wide = max(w for w, _ in (*sides, own))        # those at the head stand well inside the ends
    high = max(h for _, h in (*heads, *sides, own))
    table = space.inset(wide // 2 + gap, high // 2 + gap)
    middle = (len(heads) - 1) / 2
    head_seats = [_at(table, 270 + (i - middle) * step, size) for i, size in enumerate(heads)]
    left = (len(sides) + 1) // 2
    angles = [180 - angle for angle in _side(top, left)] + _side(top, len(sides) - left)
    side_seats = [_at(table, angle, size) for angle, size in zip(angles, sides, strict=True)]
    return Seating(table, tuple(head_seats), tuple(side_seats), _at(table, 90, own), space.bottom)


def _side(top: float, count: int) -> list[float]:
    """Angles of the seats of the right side, from the head down, evenly spaced in height."""
    if count < 2:
        return [0.0] * count
    return [degrees(asin(top + (FOOT - top) * i / (count - 1))) for i in range(count)]


def _at(table: Rect, angle: float, size: Size) -> Rect:
    """A plate centred on the rim; 0° is right, 90° nearest to oneself."""
    x = table.centre[0] + table.w / 2 * cos(radians(angle))
    y = table.centre[1] + table.h / 2 * sin(radians(angle))
    return Rect(round(x - size[0] / 2), round(y - size[1] / 2), *size)


def _in_rows(space: Rect, heads: list[Size], sides: list[Size], own: Size, gap: int) -> Seating:
    seats: list[Rect] = []
    x, y, deep = space.x, space.y, 0
    for size in (*heads, *sides, own):
        if x > space.x and x + size[0] > space.right:
            x, y, deep = space.x, y + deep + gap, 0
        seats.append(Rect(x, y, *size))
        x, deep = x + size[0] + gap, max(deep, size[1])
    count = len(heads)
    return Seating(None, tuple(seats[:count]), tuple(seats[count:-1]), seats[-1], y + deep)
