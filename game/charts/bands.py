"""How a number spreads turn by turn, laid out as a band round a line, panels side by side; knows only numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.charts.chart import Area, Label, Op, Stroke

Quantiles = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Band:
    """One panel: a name, and the low, middle and high value at each point of time."""

    name: str
    values: tuple[Quantiles, ...]


def scale(panels: Sequence[Band]) -> tuple[float, float]:
    """Return the least and the greatest value of panels that are to share one scale; never the same."""
    least = min(low for panel in panels for low, _, _ in panel.values)
    most = max(high for panel in panels for _, _, high in panel.values)
    return (least, most) if least < most else (least - 1, most + 1)


def bands(
    panels: Sequence[Band], span: tuple[float, float], abreast: int, size: tuple[int, int], em: int
) -> tuple[Op, ...]:
    """Return the operations for a row of panels, at most `abreast`, from `span`'s least value up to its greatest.

    `em` is the size of the type.
    """
    (least, most), (width, height) = span, size
    margin, top, foot = em * 4, em * 2, height - em
    each = (width - margin) // abreast
    ops: list[Op] = []
    for value, y in ((most, top), ((least + most) / 2, (top + foot) // 2), (least, foot)):
        ops.append(Label(f"{value:.3g}", (margin - em // 2, y - em * 3 // 4), "right", "axis"))

    def up(value: float) -> int:
        return round(foot - (foot - top) * (value - least) / (most - least))

    for n, panel in enumerate(panels):
        left = margin + n * each
        ops += _panel(panel, left, left + each - em, [up(v) for v in (least, (least + most) / 2, most)],
                      [(up(a), up(b), up(c)) for a, b, c in panel.values], em)  # fmt: skip
    return tuple(ops)


def _panel(
    panel: Band, left: int, right: int, levels: Sequence[int], heights: Sequence[tuple[int, int, int]], em: int
) -> list[Op]:
    """Lay one panel out between two edges: grid, band, middle line, name."""
    xs = [left + (right - left) * t // max(1, len(heights) - 1) for t in range(len(heights))]
    below = tuple((x, low) for x, (low, _, _) in zip(xs, heights, strict=True))
    above = tuple((x, high) for x, (_, _, high) in zip(xs, heights, strict=True))
    middle = tuple((x, m) for x, (_, m, _) in zip(xs, heights, strict=True))
    grid = [Stroke(((left, y), (right, y)), "axis", 1, dashed=y != levels[0]) for y in levels]
    return [*grid, Area((*below, *reversed(above)), "accent"), Stroke(middle, "accent", max(2, em // 6)),
            Label(panel.name, ((left + right) // 2, 0), "centre", "ink")]  # fmt: skip
