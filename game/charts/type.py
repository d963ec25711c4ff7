"""How much room words take, as far as one can say without a font: wide characters an em, others about half of it."""

import re

_WIDE = "\u2e80"
_PIECE = re.compile(r"(?:〔[^〔〕]*〕|\[[^\[\]]*\]|[\u2e80-\uffff]|[^\s\u2e80-\uffff]+)[，。、；：）”]*\s*|\s+")


def wide(text: str, em: int) -> int:
    """Return how wide a line of text will be at most, about, in pixels."""
    return sum(20 if c > _WIDE else 11 for c in text) * em // 20


def broken(text: str, room: int, em: int, most: int = 99) -> tuple[str, ...]:
    """Return a text in lines no wider than `room`; what does not fit into `most` lines ends in "…"."""
    lines = [""]
    for piece in _PIECE.findall(text):
        if lines[-1] and wide(lines[-1] + piece.rstrip(), em) > room:
            lines.append("")
        lines[-1] += piece
    if len(lines) > most:
        last = lines[most - 1].rstrip()
        while last and wide(last + "…", em) > room:
            last = last[:-1]
        lines = [*lines[: most - 1], last + "…"]
    return tuple(line.rstrip() for line in lines)
