"""Break Chinese and mixed text into lines by Word's zh kinsoku rules; knows widths only through `measure`."""

import re
from collections.abc import Callable, Iterator

NOT_AT_START = frozenset(
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃々〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠—"
)
NOT_AT_END = frozenset("$([{£¥·‘“〈《「『【〔〖〝﹗﹙﹛﹝＄（．［｛￡￥#№")
_STRAIGHT = frozenset("\"'")  # these open and close: they stay with what they touch
_UNIT = re.compile(
    r"——+|……+"                                           # a dash and an ellipsis are two characters long
    r"|[+\-−]?[$¥￥£]?\d[\d,.:/]*(?:–\d[\d,.]*)?(?<![,.:/])[%‰℃°×]?"  # 3,500.5%  12:30  20–30  3×
    r"|[A-Za-z\u00c0-\u024f\d]+(?:['’.\-_/@&+][A-Za-z\u00c0-\u024f\d]+)*"  # words, e-mail, V2.0
    r"|\s+"
    r"|.",
    re.DOTALL,
)

Measure = Callable[[str], int]


def break_lines(text: str, width: int, measure: Measure) -> list[str]:
    """Lines of `text` no wider than `width` in the units of `measure` (pixels, columns).

    `\\n` starts a new line and an empty paragraph is an empty line. Spaces at a line's end are dropped. No
    line starts with a closing mark or ends with an opening one, and numbers, Latin words, `——` and `……` stay
    whole, unless one alone is wider than `width`: then it is cut by force. One character is always placed,
    however narrow `width` is.
    """
    return [line for paragraph in text.split("\n") for line in _paragraph(paragraph, width, measure)]


def _paragraph(text: str, width: int, measure: Measure) -> Iterator[str]:
    line, room = "", width
    for word in _words(text):
        need = measure(word.rstrip())
        if line and need > room:
            yield line.rstrip()
            line, room = "", width
        while need > room and len(word) > 1:
            head = _forced(word, width, measure)
            yield head.rstrip()
            word = word[len(head):].lstrip()
            need = measure(word.rstrip())
        line += word
        room = width - measure(line)
    yield line.rstrip()


def _words(text: str) -> Iterator[str]:
    """Pieces that a line may end after: units glued to the marks that must not be parted from them."""
    word = ""
    for unit in _UNIT.findall(text):
        if word and _may_part(word, unit):
            yield word
            word = unit
        else:
            word += unit
    if word:
        yield word


def _may_part(before: str, after: str) -> bool:
    if after.isspace() or before.isspace() or after[0] in NOT_AT_START:
        return False
    if not before[-1].isspace() and (before[-1] in _STRAIGHT or after[0] in _STRAIGHT):
        return False
    return before.rstrip()[-1] not in NOT_AT_END


def _forced(word: str, width: int, measure: Measure) -> str:
    """The longest beginning of `word` that fits, at least one character, better without a kinsoku fault."""
    end = len(word) - 1
    while end > 1 and measure(word[:end]) > width:
        end -= 1
    for cut in range(end, max(end // 2, 0), -1):
        if word[cut] not in NOT_AT_START and word[cut - 1] not in NOT_AT_END:
            return word[:cut]
    return word[:end]
