"""A county laid out as a map: its outline, roads, towns, flags on the sites, what is within reach; knows only numbers.

Kilometres in (east and north), drawing operations out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin, sqrt

from game.charts.chart import Area, Label, Mark, Op, Point, Shape, Stroke
from game.charts.type import wide

Spot = tuple[float, float]
_RAYS = 48
_MARGIN = 2.5       # kilometres between the last town and the county's edge


@dataclass(frozen=True, slots=True)
class Town:
    """One town: where it lies, how many live there, the flag on it ("", "site", "chosen"), whether it is reached."""

    name: str
    at: Spot
    people: int
    flag: str = ""
    within: bool = True


@dataclass(frozen=True, slots=True)
class Road:
    """A road between two towns (indices), and how much of it can be driven in time from either end (0–1)."""

    a: int
    b: int
    from_a: float = 0
    from_b: float = 0
    ferry: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """How kilometres become pixels: `scale` pixels each, the map's west and south edge at (`left`, `foot`)."""

    scale: float
    left: float
    foot: float

    def at(self, spot: Spot) -> Point:
        """The pixel of a place."""
        return round(self.left + spot[0] * self.scale), round(self.foot - spot[1] * self.scale)


def frame(towns: Sequence[Town], size: tuple[int, int], em: int) -> Frame:
    """Return the frame in which all towns, their edge and their names lie within `size` pixels."""
    xs, ys = [t.at[0] for t in towns], [t.at[1] for t in towns]
    low, high = (min(xs) - _MARGIN, min(ys) - _MARGIN), (max(xs) + _MARGIN, max(ys) + _MARGIN)
    wide_km, high_km = high[0] - low[0], high[1] - low[1]
    scale = min((size[0] - em) / wide_km, (size[1] - 3 * em) / high_km)
    left = (size[0] - wide_km * scale) / 2 - low[0] * scale
    foot = em / 2 + high_km * scale + low[1] * scale
    return Frame(scale, left, foot)


def county(
    towns: Sequence[Town], roads: Sequence[Road], scale: str, size: tuple[int, int], em: int
) -> tuple[Op, ...]:
    """Return the operations of a map of `size` pixels; `scale` names the bar of five kilometres, `em` is the type.

    What is reached is shaded inside a dashed line, its roads are drawn thick; a town out of reach is a square.
    """
    onto, chosen = frame(towns, size, em), next((t for t in towns if t.flag == "chosen"), None)
    edge = _about(_middle([t.at for t in towns]), [t.at for t in towns], _MARGIN, pi / 2)
    ops: list[Op] = _ground(edge, onto)
    if chosen is not None:
        ops += _shade(chosen, towns, roads, edge, (onto, em))
    for road in roads:
        ops += _road(road, towns, onto, em)
    for town in towns:
        ops += _town(town, onto, em)
    ops += _names(towns, roads, onto, size, em)
    x, y, length = em, size[1] - em, round(5 * onto.scale)
    bar = ((x, y - em // 2), (x, y), (x + length, y), (x + length, y - em // 2))
    return (*ops, Stroke(bar, "axis", 2), Label(scale, (x + length + em // 2, y - em), "left", "axis"))


def _ground(edge: "_Round", onto: Frame) -> list[Op]:
    """The county itself: a rounded line about its towns."""
    line = _closed(edge.spots(), onto)
    return [Area(line, "warm"), Stroke((*line, line[0]), "axis", 2)]


def _shade(
    chosen: Town, towns: Sequence[Town], roads: Sequence[Road], edge: "_Round", look: tuple[Frame, int]
) -> list[Op]:
    """What is within reach: the towns reached, and the points where the time on each road is up."""
    onto, em = look
    spots = [t.at for t in towns if t.within]
    for road in roads:
        a, b = towns[road.a].at, towns[road.b].at
        spots += [_between(a, b, road.from_a)] if road.from_a else []
        spots += [_between(b, a, road.from_b)] if road.from_b else []
    line = _closed([edge.inside(spot) for spot in _about(chosen.at, spots, 1, pi / 4).spots()], onto)
    return [Area(line, "accent"), Stroke((*line, line[0]), "accent", max(2, em // 8), dashed=True)]


@dataclass(frozen=True, slots=True)
class _Round:
    """A closed line round a point: how far away it is (kilometres) in each of many directions, evenly spread."""

    middle: Spot
    far: tuple[float, ...]

    def spots(self) -> list[Spot]:
        """The line's corners."""
        return [(self.middle[0] + r * cos(n * 2 * pi / _RAYS), self.middle[1] + r * sin(n * 2 * pi / _RAYS))
                for n, r in enumerate(self.far)]  # fmt: skip

    def inside(self, spot: Spot) -> Spot:
        """A spot, or where the line is crossed on the way to one beyond it."""
        dx, dy = spot[0] - self.middle[0], spot[1] - self.middle[1]
        n, part = divmod(atan2(dy, dx) % (2 * pi) * _RAYS / (2 * pi), 1)
        edge = self.far[int(n) % _RAYS] * (1 - part) + self.far[(int(n) + 1) % _RAYS] * part
        return _between(self.middle, spot, min(1.0, 0.97 * edge / max(0.001, hypot(dx, dy))))


def _about(middle: Spot, spots: Sequence[Spot], beyond: float, cone: float) -> _Round:
    """Return a line `beyond` the spots as seen from a point; each makes it bulge `cone` (radians) to either side."""
    polar = [(hypot(x - middle[0], y - middle[1]), atan2(y - middle[1], x - middle[0])) for x, y in spots]
    far = [0.4 * max(away for away, _ in polar) + beyond] * _RAYS
    for away, turn in polar:
        for n in range(_RAYS):
            off = abs((turn - n * 2 * pi / _RAYS + pi) % (2 * pi) - pi)
            if off < cone:
                far[n] = max(far[n], (away + beyond) * (1 - off / cone / 2))
    return _Round(middle, tuple((far[n - 1] + 2 * far[n] + far[(n + 1) % _RAYS]) / 4 for n in range(_RAYS)))


def _closed(spots: Sequence[Spot], onto: Frame) -> tuple[Point, ...]:
    """Return a closed line in pixels, its corners cut twice."""
    return tuple(onto.at(spot) for spot in _rounded(_rounded(spots)))


def _rounded(line: Sequence[Spot]) -> list[Spot]:
    """Return a closed line with its corners cut."""
    ends = zip(line, [*line[1:], line[0]], strict=True)
    return [spot for a, b in ends for spot in (_between(a, b, 0.25), _between(a, b, 0.75))]


def _between(a: Spot, b: Spot, share: float) -> Spot:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _middle(spots: Sequence[Spot]) -> Spot:
    return sum(s[0] for s in spots) / len(spots), sum(s[1] for s in spots) / len(spots)


def _road(road: Road, towns: Sequence[Town], onto: Frame, em: int) -> list[Op]:
    """A road thin, what can be driven of it in time thick over it; a ferry dashed."""
    a, b = towns[road.a].at, towns[road.b].at
    ops: list[Op] = [Stroke((onto.at(a), onto.at(b)), "ink", max(1, em // 10), road.ferry)]
    for start, end, share in ((a, b, road.from_a), (b, a, road.from_b)):
        if share > 0:
            ops.append(Stroke((onto.at(start), onto.at(_between(start, end, share))), "accent", em // 4, road.ferry))
    return ops


def _radius(town: Town, em: int) -> int:
    return max(em * 3 // 10, round(em * min(0.75, sqrt(town.people) / 160)))


def _town(town: Town, onto: Frame, em: int) -> list[Op]:
    """A dot as large as its people are many; out of reach a square; with its flag."""
    at, size = onto.at(town.at), _radius(town, em)
    shape: Shape = "circle" if town.within else "square"
    ops: list[Op] = [Mark(at, shape, size, "ink" if town.within else "hot")]
    if town.flag:
        tall = em if town.flag == "chosen" else em * 3 // 4
        ops.append(Mark(at, "flag", tall, "accent" if town.flag == "chosen" else "warm"))
    return ops


def _names(
    towns: Sequence[Town], roads: Sequence[Road], onto: Frame, size: tuple[int, int], em: int
) -> list[Op]:
    """The names beside their dots: where they cover no dot, no flag, no other name, and as little road as may be."""
    taken = [_box(onto.at(t.at), _radius(t, em), t.flag, em) for t in towns]
    lines = [onto.at(_between(towns[r.a].at, towns[r.b].at, n / 24)) for r in roads for n in range(25)]
    ops: list[Op] = []
    for town in sorted(towns, key=lambda t: (not t.flag, -t.people)):
        w, h = wide(town.name, em) + em // 3, em * 3 // 2
        boxes = [(x, y, x + w, y + h) for x, y in _beside(onto.at(town.at), _radius(town, em) + em // 4, (w, h))]
        fits = [b for b in boxes if b[0] >= 0 and b[2] <= size[0] and b[1] >= 0]
        best = min(fits or boxes[:1], key=lambda b: (sum(_meet(b, t) for t in taken),
                                                     sum(_meet(b, (x, y, x, y)) for x, y in lines)))  # fmt: skip
        taken.append(best)
        ops.append(Label(town.name, best[:2], "left", "ink"))
    return ops


def _beside(at: Point, r: int, size: tuple[int, int]) -> list[Point]:
    """The places a name may have round a dot: right, left, below, above, then the corners."""
    (x, y), (w, h), d = at, size, r * 2 // 3
    return [(x + r, y - h // 2), (x - r - w, y - h // 2), (x - w // 2, y + r), (x - w // 2, y - r - h),
            (x + d, y + d), (x - d - w, y + d), (x - d - w, y - d - h), (x + d, y - d - h)]  # fmt: skip


def _box(at: Point, r: int, flag: str, em: int) -> tuple[int, int, int, int]:
    tall = 3 * em if flag else r
    return at[0] - r, at[1] - tall, at[0] + (2 * em if flag else r), at[1] + r


def _meet(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]
