"""Mending a file: safe edits round by round, for one slip may hide another; then order, and the format's number.

Comments, quotes and everything not mended stay as they are. What would change the meaning of a file that can be read
is not done.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from game.lint.edit import applied, edits, kept_lines
from game.scenario.annotation import keys_of
from game.scenario.finding import Finding
from game.scenario.load import Reading, read
from game.scenario.schema import FORMAT, ScenarioFile
from game.scenario.source import decode, read_source
from game.scenario.tree import lines_of

_ROUNDS = 20
_TOP_KEY = re.compile(r"([a-z][a-z0-9_]*):(?:\s|$)")
_ENCODINGS = {"encoding-gbk": "gb18030", "encoding-utf16": "utf-16"}


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text mended: what of it was (each once, at the place it had then), and whether sections were put in order."""

    text: str
    mended: tuple[Finding, ...]
    ordered: bool = False
    encoding: str = ""


def fixed(data: bytes, path: str, to: int | None = None) -> Fixed | None:
    """Return a file's bytes mended, brought to format `to` if given; None where they are no text at all."""
    text, trouble = decode(data, path)
    encoding = next((_ENCODINGS[f.code] for f in trouble if f.code in _ENCODINGS), "")
    if text is None:
        if not encoding:
            return None
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            return None
    mended: list[Finding] = []
    for _ in range(_ROUNDS):
        reading = read(text, path)
        text, now = _round(text, reading)
        mended += now
        if not now:
            break
    if reading.source is None:
        return Fixed(text, tuple(mended), encoding=encoding)
    if to is not None:
        text = migrated(text, path, to)
    ordered = _ordered(text, path)
    return Fixed(ordered, tuple(mended), ordered != text, encoding)


def _round(text: str, reading: Reading) -> tuple[str, list[Finding]]:
    """Return a text with everything mended that can be seen of it now, and what was."""
    lines = lines_of(text)
    wanted = [(finding, edits(finding, lines)) for finding in reading.findings]
    mended = applied(text, [edit for _, these in wanted for edit in these])
    return mended, [finding for finding, these in wanted if these] if mended != text else []


def _ordered(text: str, path: str) -> str:
    """Return a text with its sections in the order of the handbook, if that changes nothing but their order."""
    rank = {key: n for n, key in enumerate(keys_of(ScenarioFile))}
    head, sections = _sections(text)
    known = [key for key, _ in sections]
    if not set(known) <= set(rank) or sorted(known, key=rank.__getitem__) == known:
        return text
    whole = [(key, part if part.endswith("\n") else part + "\n") for key, part in sections]
    moved = head + "".join(part for _, part in sorted(whole, key=lambda pair: rank[pair[0]]))
    before, after = (read_source(version, path)[0] for version in (text, moved))
    return moved if before is not None and after is not None and before.data == after.data else text


def _sections(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Split a text before its top keys; comments and empty lines right above a key go with it, the first head stays."""
    head: list[str] = []
    sections: list[tuple[str, list[str]]] = []
    waiting: list[str] = []
    for line in kept_lines(text):
        match = _TOP_KEY.match(line)
        if match:
            if sections:
                blank = next((n for n, above in enumerate(waiting) if above.strip()), len(waiting))
                sections[-1][1].extend(waiting[:blank])
                sections.append((match[1], [*waiting[blank:], line]))
            else:
                head, first = _headed(waiting)
                sections.append((match[1], [*first, line]))
            waiting = []
        elif sections and (line[:1] in " -\t"):
            sections[-1][1].extend([*waiting, line])
            waiting = []
        else:
            waiting.append(line)
    if sections:
        sections[-1][1].extend(waiting)
    return "".join(head), [(key, "".join(lines)) for key, lines in sections]


def _headed(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Split what stands above the first key: the file's head up to the last empty line, and the key's own comment."""
    cut = max((n + 1 for n, line in enumerate(lines) if not line.strip()), default=len(lines))
    return list(lines[:cut]), list(lines[cut:])


def _numbered(text: str, path: str) -> str:
    """Give a file written before formats had a number its first."""
    head, sections = _sections(text)
    return text if "format" in dict(sections) else head + "format: 1\n" + text[len(head) :]


MIGRATIONS: Mapping[int, Callable[[str, str], str]] = {0: _numbered}
"""From each older format to the next: text and path to text."""


def format_of(text: str, path: str) -> int:
    """Return the format a text says it has; 0 where it says none, or none that is a number."""
    source, _ = read_source(text, path)
    said = source.data.get("format") if source is not None and isinstance(source.data, dict) else None
    return said if isinstance(said, int) and not isinstance(said, bool) else 0


def migrated(text: str, path: str, to: int = FORMAT) -> str:
    """Return a text brought up to a format, step by step; a newer one is left as it is."""
    for number in range(format_of(text, path), to):
        text = MIGRATIONS[number](text, path)
    return text
