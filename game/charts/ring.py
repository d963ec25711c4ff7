"""Who hands a paper on to whom, as seals in a ring with the paper where it lies; knows only names and numbers."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import atan2, cos, hypot, pi, sin

from game.charts.chart import Area, Label, Mark, Op, Point, Stroke, Tone
from game.charts.type import broken, wide

_CORNERS, _FINE, _STEPS = 28, 720, 48
_NAME = 8           # a name beside its seal is at most so many ems wide
_INNER = 0.62       # how much of a seal's radius its inner line has
_LONG = 2.2         # a ring is at most so many times as wide as high
_STEEP = 0.5        # seals as near to the top or foot as this (sine) have their names above or below them


@dataclass(frozen=True, slots=True)
class Seal:
    """One party: its name, how many stamps it has, a word below its name, and what it does with the paper.

    `times` says how often it handed the paper on ("" for never), `now` whether it did so the last time, `here`
    whether the paper lies with it.
    """

    name: str
    stamps: int = 1
    note: str = ""
    times: str = ""
    now: bool = False
    here: bool = False


@dataclass(frozen=True, slots=True)
class _Oval:
    """The ring's line: its middle, and how far it reaches to either side, and up and down (pixels)."""

    x: int
    y: int
    across: float
    along: float
    radius: int = 0     # of a stamp on it

    def at(self, angle: float) -> Point:
        """The point at an angle, clockwise from the top."""
        return round(self.x + self.across * sin(angle)), round(self.y - self.along * cos(angle))


def ring(seals: Sequence[Seal], middle: str, outside: str, size: tuple[int, int], em: int) -> tuple[Op, ...]:
    """Return the operations of a ring of `size` pixels; `middle` is written inside it, `em` is the size of the type.

    Parties stand clockwise in the order they hand on in. A way that was taken is a solid line with its words, the last
    one's is thick; one never taken is thin and dashed. The paper is drawn where it lies: beside a seal, or in the
    middle where it goes round. `outside` names somebody who stamps nothing but has the last word ("" for nobody).
    """
    oval, turns = _placed(seals, size[0], size[1] - (4 * em if outside else 0), em)
    ops: list[Op] = []
    for seal, held in zip(seals, turns, strict=True):
        ops += [Stroke((oval.at(a), oval.at(b)), "ink", max(1, em // 8)) for a, b in pairwise(held)]
        for turn in held:
            ops += _stamp(oval.at(turn), oval.radius, "hot" if seal.now or seal.here else "axis", em)
    ops += _worded(seals, oval, turns, em)
    centre = oval.x, oval.y
    lines = broken(middle, max(6 * em, round(2 * oval.across) - 2 * oval.radius - 5 * em), em, 5)
    top = oval.y - len(lines) * em * 3 // 4
    at = next((oval.at(held[0]) for seal, held in zip(seals, turns, strict=True) if seal.here), None)
    if at is not None or middle:
        ops += _paper(_toward(at, centre, oval.radius + em) if at else (oval.x, top - em * 3 // 2), em)
    ops += [Label(line, (oval.x, top + n * em * 3 // 2), "centre", "ink") for n, line in enumerate(lines)]
    return (*ops, *_last_word(outside, size, em)) if outside else tuple(ops)


def _worded(seals: Sequence[Seal], oval: _Oval, turns: Sequence[Sequence[float]], em: int) -> list[Op]:
    """The names of the seals, the ways between them, and the words of the ways where they cover nothing."""
    ops: list[Op] = []
    for seal, held in zip(seals, turns, strict=True):
        lines = broken(seal.name, _NAME * em, em, 2) + ((seal.note,) if seal.note else ())
        turn = (held[0] + held[-1]) / 2
        ops += _beside(lines, oval.at(turn), turn, oval.radius + em // 2, "ink", em)
    taken = [_box(op, em) for op in ops if isinstance(op, Label)]
    taken += [(x - oval.radius, y - oval.radius, x + oval.radius, y + oval.radius)
              for held in turns for x, y in map(oval.at, held)]  # fmt: skip
    for n, (seal, held) in enumerate(zip(seals, turns, strict=True)):
        following = turns[(n + 1) % len(seals)][0]
        ends = held[-1], following if following > held[-1] else following + 2 * pi
        ops += _way(seal, oval, ends, em) if len(seals) > 1 else []
        if seal.times:
            tried = [_said(seal, oval, ends[0] + (ends[1] - ends[0]) * share, gap, em)
                     for gap in (em * 2 // 3, -em, em * 2, -em * 2) for share in (0.5, 0.4, 0.6)]  # fmt: skip
            best = min(tried, key=lambda label: sum(_meet(_box(label, em), box) for box in taken))
            taken.append(_box(best, em))
            ops.append(best)
    return ops


_Box = tuple[int, int, int, int]


def _box(label: Label, em: int) -> _Box:
    """The room a label takes: left, top, right, foot."""
    width = wide(label.text, em)
    x = label.at[0] - {"left": 0, "centre": width // 2, "right": width}[label.anchor]
    return x, label.at[1], x + width, label.at[1] + em * 3 // 2


def _meet(a: _Box, b: _Box) -> int:
    """How much of two boxes is the same (square pixels)."""
    return max(0, min(a[2], b[2]) - max(a[0], b[0])) * max(0, min(a[3], b[3]) - max(a[1], b[1]))


def _placed(seals: Sequence[Seal], width: int, height: int, em: int) -> tuple[_Oval, list[list[float]]]:
    """Return the oval, and at which angles every party's stamps stand, evenly spread."""
    steps = sum(seal.stamps for seal in seals) + len(seals)     # from one party to the next as far as over a stamp
    beside = max(min(wide(seal.name, em), _NAME * em) for seal in seals) + em
    radius = em * 2
    along = height / 2 - radius - em * 7 / 2
    oval = _Oval(width // 2, height // 2 + em // 2, min(width / 2 - radius - beside, along * _LONG), along)
    angles, step = _even(oval, steps)
    found, n = [], 1 - seals[0].stamps
    for seal in seals:
        found.append([angles[(n + 2 * i) % len(angles)] - (2 * pi if n + 2 * i < 0 else 0) for i in range(seal.stamps)])
        n += 2 * (seal.stamps + 1)
    return _Oval(oval.x, oval.y, oval.across, oval.along, max(em // 2, min(radius, round(step * 0.42)))), found


def _even(oval: _Oval, steps: int) -> tuple[list[float], float]:
    """Return the angles of twice so many places evenly spread on an oval, from its top, and how long a step is."""
    turns = [2 * pi * n / _FINE for n in range(_FINE + 1)]
    spots = [(oval.across * sin(t), oval.along * cos(t)) for t in turns]
    way = [0.0, *accumulate(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(spots))]
    return [turns[bisect_left(way, way[-1] * n / (2 * steps))] for n in range(2 * steps)], way[-1] / steps


def _stamp(at: Point, radius: int, tone: Tone, em: int) -> list[Op]:
    """A round seal: a pale face, two lines round it, a star in the middle."""
    face, inner = _circle(at, radius), _circle(at, round(radius * _INNER))
    return [
        Area(face, tone), Stroke((*face, face[0]), tone, max(2, em // 6)), Stroke((*inner, inner[0]), tone, 1),
        Mark(at, "star", max(2, round(radius * 0.4)), tone),
    ]  # fmt: skip


def _circle(at: Point, radius: int) -> tuple[Point, ...]:
    turns = (2 * pi * n / _CORNERS for n in range(_CORNERS))
    return tuple((round(at[0] + radius * cos(t)), round(at[1] + radius * sin(t))) for t in turns)


def _way(seal: Seal, oval: _Oval, ends: tuple[float, float], em: int) -> list[Op]:
    """The way from one stamp to the next with its arrow."""
    a, b = (oval.at(end) for end in ends)
    gap, line = oval.radius + em // 3, [oval.at(ends[0] + (ends[1] - ends[0]) * n / _STEPS) for n in range(_STEPS)]
    line = [p for p in line if hypot(p[0] - a[0], p[1] - a[1]) > gap and hypot(p[0] - b[0], p[1] - b[1]) > gap]
    if len(line) < 2:
        return []
    line = [line[0], *line[len(line) // 4 : -1 : max(2, len(line) // 4)], line[-1]]
    tone: Tone = "hot" if seal.now else "ink" if seal.times else "axis"
    width = max(2, em // 3 if seal.now else em // 6) if seal.times else 1
    (x, y), (back_x, back_y) = line[-1], line[-2]
    turn, tip = atan2(y - back_y, x - back_x), em * 3 // 4 if seal.times else em // 2
    arrow = [(round(x - tip * cos(turn + s)), round(y - tip * sin(turn + s))) for s in (0.5, -0.5)]
    return [
        Stroke(tuple(line), tone, width, dashed=not seal.times), Stroke((arrow[0], (x, y), arrow[1]), tone, width),
    ]  # fmt: skip


def _said(seal: Seal, oval: _Oval, turn: float, gap: int, em: int) -> Label:
    """How often a way was taken, `gap` outside a point of it (inside where that is less than nothing)."""
    return _beside((seal.times,), oval.at(turn), turn, gap, "hot" if seal.now else "ink", em)[0]


def _beside(lines: Sequence[str], at: Point, turn: float, gap: int, tone: Tone, em: int) -> list[Label]:
    """Words outside the ring: above, below, or beside a point of it; inside where `gap` is less than nothing."""
    x, y, tall = *at, len(lines) * em * 3 // 2
    turn, gap = (turn, gap) if gap > 0 else (turn + pi, -gap)
    if abs(sin(turn)) < _STEEP:
        top = y + gap if cos(turn) < 0 else y - gap - tall
        return [Label(line, (x, top + n * em * 3 // 2), "centre", tone) for n, line in enumerate(lines)]
    side, drop = (1 if sin(turn) > 0 else -1), round(-gap * cos(turn)) if len(lines) == 1 else 0
    return [Label(line, (x + side * gap, y + drop - tall // 2 + n * em * 3 // 2), "left" if side > 0 else "right", tone)
            for n, line in enumerate(lines)]  # fmt: skip


def _toward(at: Point, to: Point, far: float) -> Point:
    """The point `far` from one point on the way to another."""
    dx, dy = to[0] - at[0], to[1] - at[1]
    share = far / max(1.0, hypot(dx, dy))
    return round(at[0] + dx * share), round(at[1] + dy * share)


def _paper(at: Point, em: int) -> list[Op]:
    """A sheet of paper with writing on it."""
    x, y, w, h = at[0], at[1], em * 3 // 4, em
    sheet = ((x - w, y - h), (x + w // 2, y - h), (x + w, y - h // 2), (x + w, y + h), (x - w, y + h))
    ops: list[Op] = [Area(sheet, "warm"), Stroke((*sheet, sheet[0]), "ink", max(1, em // 8))]
    return ops + [Stroke(((x - w // 2, y + h * n // 3), (x + w // 2, y + h * n // 3)), "ink", 1) for n in (-1, 0, 1, 2)]


def _last_word(name: str, size: tuple[int, int], em: int) -> list[Op]:
    """Who is not in the ring and has the last word: an empty, dashed seal below it."""
    lines = broken(name, size[0] - 5 * em, em, 2)
    x, y = (size[0] - max(wide(line, em) for line in lines)) // 2 + em, size[1] - em * 2
    face, top = _circle((x - em * 3 // 2, y), em), y - len(lines) * em * 3 // 4
    said = [Label(line, (x, top + n * em * 3 // 2), "left", "ink") for n, line in enumerate(lines)]
    return [Stroke((*face, face[0]), "axis", 2, dashed=True), *said]
