"""Drawing operations as an inline SVG: for reports that are read in a browser or printed."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from game.charts.chart import Label, Mark, Op, Stroke, Tone

COLOURS: Mapping[Tone, str] = {
    "axis": "#66553f", "ink": "#2b2119", "accent": "#a8121b", "hot": "#be1e20", "warm": "#a06c10", "cool": "#3e7391",
}  # fmt: skip
_ANCHORS = {"left": "start", "centre": "middle", "right": "end"}


def svg(ops: Sequence[Op], size: tuple[int, int], em: int, title: str = "") -> str:
    """One `<svg>` element of `size` pixels with type of `em` pixels; `title` is what a screen reader says."""
    width, height = size
    parts = "".join(map(_element, ops))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-size="{em}" role="img">'
            f"<title>{escape(title)}</title>{parts}</svg>")  # fmt: skip


def _element(op: Op) -> str:
    match op:
        case Stroke(points, tone, width, dashed):
            path = " ".join(f"{x},{y}" for x, y in points)
            dash = f' stroke-dasharray="{3 * width} {2 * width}"' if dashed else ""
            return f'<polyline points="{path}" fill="none" stroke="{COLOURS[tone]}" stroke-width="{width}"{dash}/>'
        case Mark(at, "circle", size, tone):
            return f'<circle cx="{at[0]}" cy="{at[1]}" r="{size}" fill="{COLOURS[tone]}"/>'
        case Mark(at, shape, size, tone):
            path = " ".join(f"{at[0] + dx},{at[1] + dy}" for dx, dy in corners(shape, size))
            return f'<polygon points="{path}" fill="{COLOURS[tone]}"/>'
        case Label(text, (x, y), anchor, tone):
            place = f'x="{x}" y="{y}" dy="1.1em" text-anchor="{_ANCHORS[anchor]}"'
            return f'<text {place} fill="{COLOURS[tone]}">{escape(text)}</text>'


def corners(shape: str, size: int) -> list[tuple[int, int]]:
    """The corners of a shape round (0, 0)."""
    if shape == "square":
        return [(-size, -size), (size, -size), (size, size), (-size, size)]
    if shape == "triangle":
        return [(0, -size), (size, size), (-size, size)]
    return [(0, -size), (size, 0), (0, size), (-size, 0)]
