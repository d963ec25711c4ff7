"""Painting drawing operations as an SVG picture; knows colours and shapes, not what is drawn."""

from collections.abc import Container, Iterable
from html import escape

from game.charts.chart import Area, Label, Mark, Op, Stroke, corners

TONES = {
    "axis": "#8a8f98", "ink": "#1f2430", "accent": "#1d5fa8", "hot": "#b3261e", "warm": "#b06a00", "cool": "#1d7a5f",
}  # fmt: skip
_ANCHORS = {"left": "start", "centre": "middle", "right": "end"}
_FONTS = "'Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei','PingFang SC',sans-serif"


def svg(
    ops: Iterable[Op], size: tuple[int, int], em: int, title: str = "", lines: Container[int] = frozenset()
) -> str:
    """Return an SVG document of the operations on a white ground; `title` is what it is called and read aloud as.

    A word that tells of one of `lines` leads to the place `#L` and its number of the page it stands in.
    """
    width, height = size
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' font-family="{_FONTS}" font-size="{em}" role="img">',
        f"<title>{escape(title)}</title>",
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        *(_linked(op, _drawn(op, em), lines) for op in ops),
        "</svg>",
    ]
    return "\n".join(drawn) + "\n"


def _linked(op: Op, drawn: str, lines: Container[int]) -> str:
    known = isinstance(op, Label) and op.line and op.line in lines
    return f'<a href="#L{op.line}">{drawn}</a>' if isinstance(op, Label) and known else drawn


def _drawn(op: Op, em: int) -> str:
    """Return one operation as an element."""
    tone = TONES[op.tone]
    if isinstance(op, Stroke):
        points = " ".join(f"{x},{y}" for x, y in op.points)
        dashes = f' stroke-dasharray="{em // 3},{em // 3}"' if op.dashed else ""
        return f'<polyline points="{points}" fill="none" stroke="{tone}" stroke-width="{op.width}"{dashes}/>'
    if isinstance(op, Area):
        points = " ".join(f"{x},{y}" for x, y in op.points)
        return f'<polygon points="{points}" fill="{tone}" fill-opacity="0.2"/>'
    x, y = op.at
    if isinstance(op, Label):
        anchor = _ANCHORS[op.anchor]
        return f'<text x="{x}" y="{y + em * 11 // 10}" fill="{tone}" text-anchor="{anchor}">{escape(op.text)}</text>'
    return _mark(op, tone)


def _mark(op: Mark, tone: str) -> str:
    """Return a filled shape as an element."""
    x, y = op.at
    if op.shape == "circle":
        return f'<circle cx="{x}" cy="{y}" r="{op.size}" fill="{tone}"/>'
    points = " ".join(f"{x + dx},{y + dy}" for dx, dy in corners(op.shape, op.size))
    return f'<polygon points="{points}" fill="{tone}"/>'
