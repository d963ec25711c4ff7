"""Two values a row, before and after, joined by a line; knows only numbers (‰) and names."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.charts.chart import FULL, Label, Mark, Op, Stroke, Tone
from game.charts.type import wide


@dataclass(frozen=True, slots=True)
class Pair:
    """One row: a name, and a value (‰) before and after."""

    name: str
    before: int
    after: int


def pairs(rows: Sequence[Pair], legend: tuple[str, str], width: int, em: int) -> tuple[tuple[Op, ...], tuple[int, int]]:
    """Return the operations and the size they take; `legend` names before and after, `em` is the type's size."""
    left = max((wide(r.name, em) for r in rows), default=0) + 2 * em
    right, line, top = width - 4 * em, em * 2, em * 3
    foot = top + line * len(rows)

    def x(value: int) -> int:
        return left + (right - left) * value // FULL

    after = left + wide(legend[0], em) + 4 * em
    ops: list[Op] = [
        Mark((left + em // 2, em), "diamond", em // 3, "axis"),
        Label(legend[0], (left + em * 3 // 2, em // 4), "left", "ink"),
        Mark((after, em), "circle", em // 3, "accent"), Label(legend[1], (after + em, em // 4), "left", "ink"),
    ]  # fmt: skip
    for level in range(0, FULL + 1, FULL // 4):
        ops.append(Stroke(((x(level), top), (x(level), foot)), "axis", 1, dashed=level not in (0, FULL)))
        ops.append(Label(str(level // 10), (x(level), foot + em // 4), "centre", "axis"))
    for n, row in enumerate(rows):
        y = top + n * line + line // 2
        tone: Tone = "hot" if row.after < row.before else "accent"
        ops.append(Label(row.name, (left - em, y - em * 3 // 4), "right", "ink"))
        ops.append(Stroke(((x(row.before), y), (x(row.after), y)), tone, max(2, em // 5)))
        ops.append(Mark((x(row.before), y), "diamond", em // 3, "axis"))
        ops.append(Mark((x(row.after), y), "circle", em // 3, tone))
        change = f"{(row.before + 5) // 10}→{(row.after + 5) // 10}"
        ops.append(Label(change, (max(x(row.before), x(row.after)) + em * 3 // 4, y - em * 3 // 4), "left", tone))
    return tuple(ops), (width, foot + em * 2)
