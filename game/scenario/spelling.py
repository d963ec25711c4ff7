"""A condition's text made readable for the parser: what was typed in full width or another language's signs.

Every repair is also a problem to report, so one reading finds them all; knows characters, not names or types.
"""

import keyword
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

MAX_LENGTH = 500
MAX_DEPTH = 20
KEYWORD_MARK = "__"

_WIDE: Mapping[str, str] = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    "\u3000": " ", "、": ",", "。": ".", "【": "[", "】": "]", "〈": "<", "〉": ">",
    "×": "*", "−": "-", "–": "-", "—": "-", "≥": "≥", "≤": "≤", "≠": "≠",
}  # fmt: skip
_CLOSING: Mapping[str, str] = {
    '"': '"', "'": "'", "“": "”“\"", "”": "”“\"", "‘": "’‘'", "’": "’‘'", "＂": "＂\"", "＇": "＇'",
    "「": "」",
}  # fmt: skip
_SIGNS: Mapping[str, str] = {
    "&&": "and", "||": "or", "&": "and", "|": "or", "!": "not", "<>": "!=", "=<": "<=", "=>": ">=",
    "===": "==", "=": "==", "≥": ">=", "≤": "<=", "≠": "!=", "AND": "and", "OR": "or", "NOT": "not",
    "IN": "in", "并且": "and", "而且": "and", "且": "and", "和": "and", "或者": "or", "或": "or",
    "非": "not", "不是": "!=",
    "等于": "==", "不等于": "!=", "大于": ">", "小于": "<", "大于等于": ">=", "小于等于": "<=",
}  # fmt: skip
_TOKEN = re.compile(
    r"""(?P<string>"[^"]*"|'[^']*')"""
    r"|(?P<after_dot>(?<=\.)[A-Za-z_]\w*)"
    r"|(?P<fine>==(?!=)|!=|<=|>=)"
    r"|(?P<sign>&&|\|\||<>|=<|=>|===|[=!&|≥≤≠]|\b(?:AND|OR|NOT|IN)\b"
    r"|(?<![\u4e00-\u9fff])(?:并且|而且|或者|不是|(?:大于|小于|不)?等于|大于|小于|[且或非和])(?![\u4e00-\u9fff]))"
    r"|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<stray>[#\\;`$@?~^%/:])"
)
_PAIRS = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a condition: a code, characters `start` to `end` (exclusive) of its text, data."""

    code: str
    start: int
    end: int
    args: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(slots=True)
class Spelling:
    """Text to parse; `origin[i]` is where its character `i` stands in the author's text."""

    text: str = ""
    origin: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    fatal: bool = False

    def add(self, text: str, start: int, end: int) -> None:
        """Go on with `text` for the author's characters `start` to `end`."""
        same = len(text) == end - start
        self.text += text
        self.origin.extend(start + (i if same else 0) for i in range(len(text)))

    def complain(self, code: str, start: int, end: int, **args: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(code, start, end, args))

    def stop(self, code: str, start: int, end: int, **args: str) -> None:
        """Note a problem that makes parsing pointless."""
        self.complain(code, start, end, **args)
        self.fatal = True


def spell(text: str) -> Spelling:
    """Repair what can be repaired of a condition of at most `MAX_LENGTH` characters, and say what it was."""
    done = Spelling()
    narrow, wide = _narrow(text, done)
    repaired: set[int] = set()
    brackets: list[tuple[str, int]] = []
    at = len(narrow) - len(narrow.lstrip())
    for match in _TOKEN.finditer(narrow):
        start, end = match.span()
        done.add(narrow[at:start], at, start)
        at = end
        word = match.group()
        if match.lastgroup == "sign":
            repaired.update(range(start, end))
            code = "single-equals" if word == "=" else "spelling"
            done.complain(code, start, end, found=text[start:end], wanted=_SIGNS[word])
            word = f" {_SIGNS[word]} "
        elif match.lastgroup == "after_dot" and keyword.iskeyword(word):
            word += KEYWORD_MARK
        elif match.lastgroup in ("open", "close"):
            _bracket(word, start, brackets, done)
        elif match.lastgroup == "stray":
            done.stop("stray-character", start, end, found=text[start:end])
        done.add(word, start, end)
    done.add(narrow[at:], at, len(narrow))
    done.origin.append(len(text.rstrip()))
    for bracket, start in brackets:
        done.stop("unbalanced", start, start + 1, bracket=bracket)
    for start, end in _runs(sorted(wide - repaired)):
        done.complain("spelling", start, end, found=text[start:end], wanted=narrow[start:end].strip() or "␠")
    return done


def _narrow(text: str, done: Spelling) -> tuple[str, set[int]]:
    """The text with ASCII characters for full-width ones outside quotes, and which were replaced."""
    out: list[str] = []
    wide: set[int] = set()
    quote, opened, closing = "", 0, ""
    for at, char in enumerate(text):
        if quote:
            if char in closing:
                out.append(quote)
                wide.update([at] if char != quote else [])
                quote = ""
            else:
                out.append(" " if char in "\r\n" or char == quote else char)
                if char == "\\":
                    done.stop("stray-character", at, at + 1, found=char)
        elif char in _CLOSING:
            quote, opened, closing = ("'" if char == "'" else '"'), at, _CLOSING[char]
            out.append(quote)
            wide.update([at] if char != quote else [])
        else:
            out.append(" " if char in "\r\n\t" else _WIDE.get(char, char))
            wide.update([at] if char in _WIDE else [])
    if quote:
        done.stop("unclosed-quote", opened, len(text), found=text[opened])
    return "".join(out), wide


def _bracket(char: str, at: int, brackets: list[tuple[str, int]], done: Spelling) -> None:
    """Count a bracket in or out."""
    if char in "([{":
        brackets.append((char, at))
        if len(brackets) == MAX_DEPTH + 1:
            done.stop("too-deep", at, at + 1, limit=str(MAX_DEPTH))
    elif brackets and brackets[-1][0] == _PAIRS[char]:
        brackets.pop()
    else:
        done.stop("unbalanced", at, at + 1, bracket=char)


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring places as stretches (start, end)."""
    start = 0
    for i, place in enumerate(places):
        if i + 1 == len(places) or places[i + 1] != place + 1:
            yield places[start], place + 1
            start = i + 1
