"""How a number divides into parts: a bar a row, cut into named pieces, most first; knows only numbers and names."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.charts.chart import Area, Label, Op, Stroke
from game.charts.type import broken, wide


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a row: its short name, and how many."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Whole:
    """One row: its name, its pieces, and what is said at its end."""

    name: str
    pieces: tuple[Piece, ...]
    note: str = ""


def shares(rows: Sequence[Whole], most: int, width: int, em: int) -> tuple[tuple[Op, ...], tuple[int, int]]:
    """Return the operations and the size they take; a bar of `most` fills the width. `em` is the type's size."""
    left = min(width * 2 // 5, max((wide(r.name, em) for r in rows), default=0) + 2 * em)
    right = width - max((wide(r.note, em) for r in rows), default=0) - 2 * em
    line = em * 5 // 2
    ops: list[Op] = []
    for n, row in enumerate(rows):
        top = n * line
        foot, words = top + 2 * em, top + em // 4
        ops.append(Label(broken(row.name, left - 2 * em, em, 1)[0], (left - em, words), "right", "ink"))
        x = left
        for at, piece in enumerate(row.pieces):
            end = x + (right - left) * piece.count // max(1, most)
            corners = ((x, top), (end - 2, top), (end - 2, foot), (x, foot))
            ops.append(Area(corners, "accent" if at % 2 == 0 else "warm"))
            ops.append(Stroke((*corners, corners[0]), "axis", 1))
            told = f"{piece.name} {piece.count}".strip()
            short = told if wide(told, em) <= end - x - em // 2 else str(piece.count)
            if wide(short, em) <= end - x:
                ops.append(Label(short, ((x + end) // 2, words), "centre", "ink"))
            x = end
        if row.note:
            ops.append(Label(row.note, (right + em, words), "left", "axis"))
    return tuple(ops), (width, len(rows) * line)
