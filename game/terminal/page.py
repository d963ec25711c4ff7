"""Lines of text fitted to 80 columns: paragraphs, rules, bars, rows. Knows no game."""

from collections.abc import Iterable, Sequence

from game.telling.columns import clip, columns, pad
from game.telling.linebreak import break_lines

WIDTH = 80
_TEXT = 78


def paragraph(text: str, first: str = "", rest: str = "") -> list[str]:
    """Return text broken to the page, its first line after `first` and the others after `rest`."""
    room = _TEXT - max(columns(first), columns(rest))
    broken = break_lines(_printable(text), room, columns) or [""]
    return [(rest if n else first) + line for n, line in enumerate(broken)]


def _printable(text: str) -> str:
    return "".join(c for c in text if c == "\n" or c.isprintable())


def item(text: str, mark: str = "·") -> list[str]:
    """Return text as an item of a list, hanging behind its mark."""
    first = f" {mark} "
    return paragraph(text, first, " " * columns(first))


def items(texts: Iterable[str], mark: str = "·") -> list[str]:
    """Return several items."""
    return [line for text in texts for line in item(text, mark)]


def heading(text: str, right: str = "") -> str:
    """Return a rule across the page with text in it, and some at its right end."""
    text = clip(text, WIDTH - 8 - columns(right))
    tail = f" {right} ──" if right else ""
    return f"── {text} " + "─" * (WIDTH - 4 - columns(text) - columns(tail)) + tail


def centred(text: str) -> list[str]:
    """Return text broken and centred."""
    return [pad(line, WIDTH, "centre").rstrip() for line in break_lines(_printable(text), 64, columns)]


def right(text: str) -> str:
    """Return a line at the right margin."""
    return pad(text, _TEXT - 2, "right")


def bar(value: int, width: int = 10) -> str:
    """Return a level in ‰ as a bar."""
    filled = max(0, min(width, (value * width + 500) // 1000))
    return "█" * filled + "░" * (width - filled)


def row(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Return cells side by side: the first two at the left of theirs, the others centred."""
    shown = [pad(c, w, "left" if n < 2 else "centre") for n, (c, w) in enumerate(zip(cells, widths, strict=True))]
    return "".join(shown).rstrip()


def flow(texts: Sequence[str], gap: int = 3) -> list[str]:
    """Return short texts in as few lines as they fit in, in even columns."""
    wide = min(_TEXT, max((columns(t) for t in texts), default=0) + gap)
    each = max(1, _TEXT // max(1, wide))
    rows = [texts[n : n + each] for n in range(0, len(texts), each)]
    return ["".join(pad(t, wide) for t in r).rstrip() for r in rows]
