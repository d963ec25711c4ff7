"""The width of text on a terminal, in columns: East Asian wide characters take two; knows no fonts."""

import unicodedata
from collections.abc import Container, Sequence
from functools import lru_cache


@lru_cache(maxsize=4096)
def _char_columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cc", "Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def columns(text: str) -> int:
    """Columns `text` takes on one line; ambiguous characters (`…`, `①`) count one, as in most terminals."""
    return sum(map(_char_columns, text))


def clip(text: str, width: int, mark: str = "…") -> str:
    """`text` if it fits in `width` columns, else its beginning and `mark`; never wider than `width`."""
    if columns(text) <= width:
        return text
    room = width - columns(mark)
    if room < 0:
        return ""
    kept = ""
    for char in text:
        room -= _char_columns(char)
        if room < 0:
            break
        kept += char
    return kept + mark


def pad(text: str, width: int, align: str = "left") -> str:
    """`text` clipped to `width` columns and filled with spaces; `align` is `left`, `right` or `centre`."""
    text = clip(text, width)
    spare = width - columns(text)
    before = {"left": 0, "centre": spare // 2, "right": spare}[align]
    return " " * before + text + " " * (spare - before)


def grid(rows: Sequence[Sequence[str]], right: Container[int] = ()) -> list[str]:
    """`rows` of equally many cells as lines with aligned columns, two spaces apart; columns in `right` end flush."""
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    sides = ["right" if n in right else "left" for n in range(len(widths))]
    return ["  ".join(map(pad, row, widths, sides)) for row in rows]
