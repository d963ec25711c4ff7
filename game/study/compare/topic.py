"""What a class should talk about: a predicate a kind, true of some classes only, each with what its words need."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from game.study.compare.decision import decisions, middle
from game.study.compare.reading import Group
from game.study.compare.row import Row

_APART, _AHEAD, _WORTH, _LUCKY = 150, 100, 30, 40
_FEW = 2


@dataclass(frozen=True, slots=True)
class Topic:
    """Something to discuss: a code, how much it matters against others, and what its words are filled with."""

    code: str
    weight: int
    args: Mapping[str, Any]


Told = tuple[int, dict[str, Any]]


def divided(group: Group) -> Iterator[Told]:
    """The injects on which teams parted most; what became of those who answered the one way and the other."""
    found = [d for d in decisions(group) if d.agreement is not None and len(d.sides) > 1]
    found.sort(key=lambda d: (d.agreement or 0) - 20 * d.answered)
    for d in found[:_FEW]:
        (a, first), (b, second) = d.sides[:2]
        args = {"inject": d.inject.id, "choice": a, "other": b, "first": first, "second": second,
                "agreement": d.agreement, **_marks(first, second)}  # fmt: skip
        yield 900 - (d.agreement or 0) // 4, args


def turned(group: Group) -> Iterator[Told]:
    """The turns, one a team at most, without whose deeds a mark would have been most different."""
    best = [(max(row.forks, key=lambda f: abs(f.worth)), row) for row in group.rows if row.forks]
    best.sort(key=lambda found: -abs(found[0].worth))
    ups = [found for found in best if found[0].worth >= _WORTH]
    downs = [found for found in best if found[0].worth <= -_WORTH]
    for fork, row in ups[:1] + downs[:1]:
        args = {"turn": fork.turn, "deeds": fork.actions, "by": fork.worth, "way": way(fork.worth)}
        yield 500 + abs(fork.worth), {"team": row, **args}


def alike(group: Group) -> Iterator[Told]:
    """Two teams that answered nearly alike and came out far apart: what they did between the questions differed."""
    found = []
    for a, b in combinations(group.rows, 2):
        shared = [i for i in a.answers if i in b.answers]
        same = sum(a.answers[i].choice == b.answers[i].choice for i in shared)
        gap = abs(a.mark - b.mark)
        if len(shared) > 2 and 4 * same >= 3 * len(shared) and gap >= _APART:
            found.append((gap * same // len(shared), a, b, same, len(shared)))
    if found:
        _, a, b, same, n = max(found, key=lambda f: f[0])
        high, low = (a, b) if a.mark >= b.mark else (b, a)
        yield 600 + high.mark - low.mark, {"team": high, "rival": low, "same": same, "n": n}


def padded(group: Group) -> Iterator[Told]:
    """The team and turn in which what was reported ran furthest ahead of what was real."""
    gap, n, row = max(
        ((c.reported - c.real, n, row) for row in group.rows for n, c in enumerate(row.closes)), key=lambda f: f[0]
    )
    if gap >= _AHEAD:
        many = sum(any(c.reported - c.real >= _AHEAD for c in r.closes) for r in group.rows)
        yield 300 + gap, {"team": row, "turn": n, "real": row.closes[n].real, "reported": row.closes[n].reported,
                          "many": many}  # fmt: skip


def undone(group: Group) -> Iterator[Told]:
    """The objective most teams had major trouble with or did not come to."""
    columns = [[rating in "MU" for rating in column] for column in zip(*(r.ratings for r in group.rows), strict=True)]
    n = max(range(len(columns)), key=lambda n: sum(columns[n]), default=0)
    if columns and 2 * sum(columns[n]) > len(group.rows) > 1:
        good = tuple(row for row, bad in zip(group.rows, columns[n], strict=True) if not bad)
        yield 400 * sum(columns[n]) // len(group.rows), {"objective": n, "many": sum(columns[n]), "others": good}


def tabled(group: Group) -> Iterator[Told]:
    """A table at which some teams came to terms and others did not."""
    for table in group.scenario.tables:
        yes = tuple(r for r in group.rows if r.deals[table.id] == "agreed")
        no = tuple(r for r in group.rows if r.deals[table.id] == "fallback")
        if yes and no:
            yield 700, {"table": table.id, "first": yes, "second": no, **_marks(yes, no)}


def lucky(group: Group) -> Iterator[Told]:
    """The team whose own luck moved its mark furthest from what the same decisions bring elsewhere."""
    tried = [(row.mark - middle(row.luck), row) for row in group.rows if row.luck]
    if tried:
        by, row = max(tried, key=lambda f: abs(f[0]))
        if abs(by) >= _LUCKY:
            yield 350 + abs(by), {"team": row, "by": by, "way": way(by), "usual": row.mark - by,
                                  "n": len(row.luck)}  # fmt: skip


KINDS: Mapping[str, Callable[[Group], Iterator[Told]]] = {
    "divided": divided, "turned": turned, "alike": alike, "padded": padded, "undone": undone, "tabled": tabled,
    "lucky": lucky,
}  # fmt: skip


def topics(group: Group, most: int = 8) -> list[Topic]:
    """Return what to discuss, the weightiest first; empty where teams hardly differ."""
    found = [Topic(code, *told) for code, kind in KINDS.items() for told in kind(group)]
    return sorted(found, key=lambda t: -t.weight)[:most]


def _marks(first: Sequence[Row], second: Sequence[Row]) -> dict[str, int]:
    """Return the median marks of two sides."""
    return {"mark_first": middle([r.mark for r in first]), "mark_second": middle([r.mark for r in second])}


def way(by: int) -> str:
    """Return the word by which catalogues tell a gain from a loss."""
    return "up" if by > 0 else "down"


def fate(row: Row) -> int | None:
    """Return the percentile of a game's mark among the same decisions on other seeds, itself one; None if not tried."""
    if not row.luck:
        return None
    below, level = sum(m < row.mark for m in row.luck), sum(m == row.mark for m in row.luck)
    return round(100 * (below + (level + 1) / 2) / (len(row.luck) + 1))
