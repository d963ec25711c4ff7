"""A directed graph laid out in layers from left to right, as drawing operations; knows only names and arrows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.charts.chart import Label, Mark, Op, Shape, Stroke, Tone

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


def layers(vertices: Sequence[Vertex], edges: Sequence[Edge], em: int) -> tuple[tuple[Op, ...], tuple[int, int]]:
    """Return the operations of a graph and the size they take; an edge back to an earlier layer is dashed."""
    keys = [v.key for v in vertices]
    rank = ranks(keys, edges)
    rows = _ordered(keys, edges, rank)
    by_key = {v.key: v for v in vertices}
    at, width = _placed(rows, by_key, em)
    ops: list[Op] = []
    for a, b in edges:
        (x, y, end), (u, v, _) = at[a], at[b]
        back = rank[b] <= rank[a]
        tone: Tone = "hot" if "hot" in (by_key[a].tone, by_key[b].tone) else "axis"
        bend = ((end, y), (end + em, y), (u - em, v), (u - em // 2, v)) if not back else ((x, y), (u, v))
        ops.append(Stroke(bend, tone, 1, dashed=back))
    for one in vertices:
        x, y, _ = at[one.key]
        ops.append(Mark((x, y), one.shape, max(3, em // 3), one.tone))
        ops.append(Label(one.label, (x + em, y - em * 3 // 4), "left", one.tone))
    height = max((len(row) for row in rows), default=0) * _line(em) + 2 * em
    return tuple(ops), (width, height)


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
) -> tuple[dict[str, tuple[int, int, int]], int]:
    """Return where each node's mark stands and where its word ends, and the whole width."""
    at: dict[str, tuple[int, int, int]] = {}
    tallest = max((len(row) for row in rows), default=0)
    x = em * 2
    for row in rows:
        wide = max((_wide(by_key[key].label, em) for key in row), default=0)
        for i, key in enumerate(row):
            y = em + round((i + 0.5) * tallest * _line(em) / len(row))
            at[key] = (x, y, x + em * 3 // 2 + _wide(by_key[key].label, em))
        x += wide + em * 8
    return at, x


def _wide(label: str, em: int) -> int:
    """Return about how wide a word is drawn."""
    return round(sum(1.0 if c >= _CJK else 0.58 for c in label) * em)


def _line(em: int) -> int:
    return em * 7 // 4
