"""A directed graph laid out in layers from left to right, as drawing operations; knows only names and arrows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.charts.chart import Label, Mark, Op, Point, Shape, Stroke, Tone

_ROUNDS = 6
_CJK = "\u2e80"


@dataclass(frozen=True, slots=True)
class Vertex:
    """One node: its key, the word beside it, its shape and its tone."""

    key: str
    label: str
    shape: Shape
    tone: Tone


Edge = tuple[str, str]
Place = tuple[int, int, int]
"""Where a node's mark stands (x, y), and where its word ends."""


def layers(vertices: Sequence[Vertex], edges: Sequence[Edge], em: int) -> tuple[tuple[Op, ...], tuple[int, int]]:
    """Return the operations of a graph and the size they take; an edge back to an earlier layer is dashed.

    A long edge passes between the words of the layers it crosses; those from one node share their way. An edge back
    goes round below everything, those to one node on a line of their own.
    """
    by_key = {v.key: v for v in vertices}
    rank = ranks(list(by_key), edges)
    ways = {(a, b): _way(a, b, rank) for a, b in edges}
    for way in ways.values():
        rank |= {step: rank[way[0]] + i for i, step in enumerate(way) if step not in by_key}
    rows = _ordered(list(rank), [pair for way in ways.values() for pair in pairwise(way)], rank)
    at, size = _placed(rows, by_key, em)
    ops: list[Op] = []
    back: dict[str, int] = {}
    for (a, b), way in ways.items():
        tone: Tone = "hot" if "hot" in (by_key[a].tone, by_key[b].tone) else "axis"
        if rank[b] <= rank[a]:
            low = size[1] + em // 2 * back.setdefault(b, len(back))
            last = max(at[key][2] for key in by_key if rank[key] == rank[a])
            ops.append(Stroke(_round(at[a], at[b], last, low, em), tone, 1, dashed=True))
            continue
        points = [(at[a][2], at[a][1])]
        for step in way[1:-1]:
            x, y, end = at[step]
            points += [(x, y), (end, y)]
        x, y, _ = at[b]
        ops.append(Stroke((*points, (x - em // 2, y)), tone, 1))
    for one in vertices:
        x, y, _ = at[one.key]
        ops.append(Mark((x, y), one.shape, max(3, em // 3), one.tone))
        ops.append(Label(one.label, (x + em, y - em * 3 // 4), "left", one.tone))
    return tuple(ops), (size[0], size[1] + em // 2 * len(back))


def _round(a: Place, b: Place, last: int, low: int, em: int) -> tuple[Point, ...]:
    """Return the way of an edge back: out behind the longest word of its layer, below everything, in before `b`."""
    out, into = last + 2 * em, b[0] - em * 3 // 2
    return (a[2], a[1]), (out, a[1]), (out, low), (into, low), (into, b[1]), (b[0] - em // 2, b[1])


def _way(a: str, b: str, rank: Mapping[str, int]) -> list[str]:
    """Return the steps of an edge, one a layer: its ends, and places between words that edges from `a` share."""
    return [a, *(f"{a}\0{r}" for r in range(rank[a] + 1, rank[b])), b]


def ranks(keys: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    """Return each node's layer: behind everything that leads to it, edges that close a cycle left aside."""
    after: dict[str, list[str]] = defaultdict(list)
    for a, b in edges:
        after[a].append(b)
    order: list[str] = []
    state: dict[str, int] = {}
    backward: set[Edge] = set()
    for root in keys:
        stack = [(root, iter(after[root]))] if root not in state else []
        state.setdefault(root, 1)
        while stack:
            key, rest = stack[-1]
            child = next(rest, None)
            if child is None:
                state[key] = 2
                order.append(key)
                stack.pop()
            elif child not in state:
                state[child] = 1
                stack.append((child, iter(after[child])))
            elif state[child] == 1:
                backward.add((key, child))
    found = dict.fromkeys(keys, 0)
    for key in reversed(order):
        for child in after[key]:
            if (key, child) not in backward:
                found[child] = max(found[child], found[key] + 1)
    return found


def _ordered(keys: Sequence[str], edges: Sequence[Edge], rank: Mapping[str, int]) -> list[list[str]]:
    """Return the layers, each in an order that keeps neighbours near each other."""
    rows: list[list[str]] = [[] for _ in range(max(rank.values(), default=-1) + 1)]
    for key in keys:
        rows[rank[key]].append(key)
    near: dict[str, list[str]] = defaultdict(list)
    for a, b in edges:
        near[a].append(b)
        near[b].append(a)
    for round in range(_ROUNDS):
        place = {key: i / max(1, len(row)) for row in rows for i, key in enumerate(row)}
        for row in rows if round % 2 == 0 else reversed(rows):
            middle = {k: sum(place[n] for n in near[k]) / len(near[k]) if near[k] else place[k] for k in row}
            row.sort(key=lambda k: middle[k])
            place |= {key: i / max(1, len(row)) for i, key in enumerate(row)}
    return rows


def _placed(
    rows: Sequence[Sequence[str]], by_key: Mapping[str, Vertex], em: int
) -> tuple[dict[str, Place], tuple[int, int]]:
    """Return where each node's mark stands and where its word ends (a passing edge's way in and out), and the size."""
    at: dict[str, Place] = {}
    high = {key: em * 7 // 4 if key in by_key else em * 3 // 4 for row in rows for key in row}
    tallest = max((sum(high[key] for key in row) for row in rows), default=0)
    x = em * 2
    for row in rows:
        ends = {key: x + em * 3 // 2 + _wide(by_key[key].label, em) for key in row if key in by_key}
        last = max(ends.values(), default=x)
        gap = (tallest - sum(high[key] for key in row)) / len(row)
        y = em + gap / 2
        for key in row:
            at[key] = (x, round(y + high[key] / 2), ends.get(key, last))
            y += high[key] + gap
        x = last + em * 7
    return at, (x, tallest + 2 * em)


def _wide(label: str, em: int) -> int:
    """Return about how wide a word is drawn."""
    return round(sum(1.0 if c >= _CJK else 0.58 for c in label) * em)
