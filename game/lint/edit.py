"""What a finding's text may be replaced by where that is safe: a slip of the keyboard, a word meant otherwise."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeAlias

from game.scenario.finding import Finding, Span

Line: TypeAlias = str
Mend: TypeAlias = Callable[[Finding, Line, Line], "str | None"]

_LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n|$)")
_BRACKETS = str.maketrans("［］｛｝", "[]{}")
_TRUE, _FALSE = ("yes", "y", "on", "是"), ("no", "n", "off", "否")
_CLOSE = 0.75
"""How alike an unknown key and a known one must be to be taken for each other (0 to 1)."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put `text` in the place of a span."""

    span: Span
    text: str


def edits(finding: Finding, lines: Sequence[str]) -> tuple[Edit, ...]:
    """Return the edits that mend a finding in a file of these lines; none where only its author can know."""
    mend, span = MENDS.get(finding.code), finding.span
    if span.line != span.end_line or span.line > len(lines):
        return ()
    line = lines[span.line - 1]
    text = mend(finding, line[span.col - 1 : span.end_col - 1], line[span.end_col - 1 :]) if mend else None
    return () if text is None else (Edit(span, text),)


def kept_lines(text: str) -> list[str]:
    """Return a text's lines, broken where YAML breaks them, each with its line end."""
    return [line for line in _LINE.findall(text) if line]


def applied(text: str, wanted: Iterable[Edit]) -> str:
    """Return a text with edits applied; of two that overlap the first is. All else stays, line ends included."""
    lines = kept_lines(text)
    end = (0, 0)
    chosen: list[Edit] = []
    for edit in sorted(set(wanted)):
        if (edit.span.line, edit.span.col) >= end:
            chosen.append(edit)
            end = (edit.span.end_line, edit.span.end_col)
    for edit in reversed(chosen):
        line = lines[edit.span.line - 1]
        lines[edit.span.line - 1] = line[: edit.span.col - 1] + edit.text + line[edit.span.end_col - 1 :]
    return "".join(lines)


def _spaced(mark: str) -> Mend:
    """Return a mend that puts a mark and, before anything but a space or the line's end, one space."""
    return lambda _finding, _old, after: mark if after[:1] in ("", " ", "\r", "\n") else mark + " "


def _quoted(_finding: Finding, old: str, _after: str) -> str | None:
    """Replace wide quotes: one alone, or both around a text that has no quote of its own."""
    if len(old) == 1:
        return unicodedata.normalize("NFKC", old)
    inside = old[1:-1]
    return None if any(mark in inside for mark in "\"\\") else f'"{inside}"'


def _boolean(finding: Finding, old: str, _after: str) -> str | None:
    """Replace a word that YAML 1.1 took for true or false."""
    word = old.strip("\"'").casefold()
    return "true" if word in _TRUE else "false" if word in _FALSE else None


def _key(finding: Finding, old: str, _after: str) -> str | None:
    """Replace an unknown key by the free known one it is all but equal to."""
    meant = finding.args.get("suggestion", "")
    close = SequenceMatcher(None, old.casefold(), meant).ratio() >= _CLOSE
    return meant if meant and old == finding.args.get("key") and close else None


MENDS: Mapping[str, Mend] = {
    "fullwidth-colon": _spaced(":"),
    "fullwidth-comma": _spaced(","),
    "fullwidth-dash": _spaced("-"),
    "colon-space": _spaced(":"),
    "fullwidth-bracket": lambda _finding, old, _after: old.translate(_BRACKETS),
    "fullwidth-quote": _quoted,
    "fullwidth-digit": lambda _finding, old, _after: unicodedata.normalize("NFKC", old),
    "fullwidth-hash": _spaced("#"),
    "fullwidth-space": lambda _finding, _old, _after: "  ",
    "wanted-true-false": _boolean,
    "unknown-key": _key,
}
"""How each kind of finding that can be mended is, by its code."""
