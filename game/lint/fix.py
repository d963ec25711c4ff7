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
_COMMON = 0.9
"""The least share of everyday characters among the Chinese ones of a text that was read in the right encoding."""
_TOP_KEY = re.compile(r"([a-z][a-z0-9_]*):(?:\s|$)")
_ENCODINGS = {"encoding-gbk": "gb18030", "encoding-utf16": "utf-16"}


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text mended: what of it was (each once, at the place it had then), and what else was done.

    Whether sections were put in order, whether it was brought to a newer format, and the encoding it was in ("" for
    UTF-8).
    """

    text: str
    mended: tuple[Finding, ...]
    ordered: bool = False
    migrated: bool = False
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
        if not _sensible(text):
            return None
    text, mended = _levelled(text, path)
    for _ in range(_ROUNDS):
        reading = read(text, path)
        text, now = _round(text, reading)
        mended += now
        if not now:
            break
    if reading.source is None:
        return Fixed(text, tuple(mended), encoding=encoding)
    newer = migrated(text, path, to) if to is not None else text
    ordered = _ordered(newer, path)
    return Fixed(ordered, tuple(mended), ordered != newer, newer != text, encoding)


def _sensible(text: str) -> bool:
    """Tell whether a text is in characters people use: bytes read in the wrong encoding come out as rare ones."""
    han = [char for char in text if "\u3400" <= char <= "\u9fff"]
    common = sum(b"\xb0" <= char.encode("gb2312", "ignore")[:1] <= b"\xd7" for char in han)
    return common >= _COMMON * len(han)


def _levelled(text: str, path: str) -> tuple[str, list[Finding]]:
    """Make each tab of a margin a level where tabs alone indent; among spaces nobody can know how deep it was meant."""
    lines = kept_lines(text)
    if any(line.startswith("  ") for line in lines) or not any(line.startswith("\t") for line in lines):
        return text, []
    slips = [finding for finding in read(text, path).findings if finding.code == "tab-indent"]
    margins = [len(line) - len(line.lstrip("\t")) for line in lines]
    return "".join("  " * n + line[n:] for n, line in zip(margins, lines, strict=True)), slips


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
    if "format" in dict(sections):
        return re.sub(r"(?m)^format:[ \t]*0\b", "format: 1", text, count=1)
    return head + "format: 1\n" + text[len(head) :]


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
