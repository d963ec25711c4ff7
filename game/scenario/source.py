"""An author's text as read: plain data with the place of every value; it knows no scenario."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.scenario.finding import Finding, Span
from game.scenario.punctuation import slips
from game.scenario.tree import ODD, Path, Tree, Value, grow, lines_of

MAX_BYTES = 1_000_000

_SPACE = " \t\r\n"


@dataclass(frozen=True, slots=True)
class Source:
    """One file's text, its data (dicts, lists, scalars) and where each value and each mapping key stands."""

    path: str
    text: str
    data: Value
    spans: Mapping[Path, Span]
    keys: Mapping[Path, Span]

    def resolve(self, loc: Sequence[str | int]) -> Path:
        """The path of the deepest value `loc` leads to; elements that are no key there (tags) are skipped."""
        path: Path = ()
        for step in loc:
            if (*path, step) in self.spans:
                path = (*path, step)
        return path

    def span_of(self, loc: Sequence[str | int]) -> Span:
        """Where to point for `loc`: its value; if its last element is absent, the key that should hold it."""
        path = self.resolve(loc)
        if not loc or (path and path[-1] == loc[-1]):
            return self.value_span(path)
        return self.key_span(path)

    def value_span(self, path: Path) -> Span:
        """Where the value at a known path stands; the file's first character if it is not known."""
        return self.spans.get(path, Span(1, 1, 1, 2))

    def key_span(self, path: Path) -> Span:
        """Where the key at `path` stands; for an item of a list, the first line of its value."""
        if path in self.keys:
            return self.keys[path]
        span = self.value_span(path)
        if span.line == span.end_line:
            return span
        line = lines_of(self.text)[span.line - 1]
        return Span(span.line, span.col, span.line, max(span.col, len(line.rstrip())) + 1)

    def span_inside(self, loc: Sequence[str | int], start: int, end: int) -> Span:
        """Where characters `start` to `end` (exclusive) of the string at `loc` stand in the file.

        Sees through quotes, escapes, folding and block indentation.
        """
        path = self.resolve(loc)
        value, span = self.value_at(path), self.value_span(path)
        if not isinstance(value, str):
            return span
        lines = lines_of(self.text)
        raw = "\n".join(lines[span.line - 1 : span.end_line])
        offset = span.col - 1
        if raw[offset : offset + 1] in ("|", ">"):
            offset = raw.find("\n", offset) + 1
        places = _align(value, raw, offset)
        first = places[min(start, len(value))]
        last = places[min(max(start, end - 1), len(value))] + (1 if end > start else 0)
        return Span(*_line_col(raw, first, span.line), *_line_col(raw, last, span.line))

    def value_at(self, path: Path) -> Value:
        """The value at a path, or None if the path leads nowhere."""
        value = self.data
        for step in path:
            if isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            elif isinstance(value, dict) and isinstance(step, str):
                value = value.get(step)
            else:
                return None
        return value


def decode(data: bytes, path: str) -> tuple[str | None, list[Finding]]:
    """A file's bytes as text: UTF-8, with or without a byte order mark.

    Anything else comes back as None and one finding that says what the encoding looks like. Never raises.
    """
    top = Span(1, 1, 1, 2)
    if len(data) > MAX_BYTES:
        return None, [_too_big(len(data), path)]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:400].count(0) > len(data[:400]) // 4:
        return None, [Finding(path, top, "encoding-utf16", "error", {})]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        before = lines_of(data[: error.start].decode("utf-8-sig", "replace"))
        line, col = len(before), len(before[-1]) + 1
    span = Span(line, col, line, col + 1)
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return None, [Finding(path, span, "encoding-unknown", "error", {})]
    return None, [Finding(path, span, "encoding-gbk", "error", {})]


def read_source(text: str, path: str) -> tuple[Source | None, list[Finding]]:
    """Read YAML text into a `Source`, with all that is wrong with it as YAML, by position. Never raises.

    The source is None where the text cannot be trusted to mean what its author meant (syntax errors,
    full-width punctuation, aliases, bounds); it comes back beside findings where checking it further makes
    sense (a duplicate key, a number as a key, warnings).

    Plain scalars follow the YAML 1.2 core schema: `yes`/`no`/`on`/`off` and `12:30` are text, `012` is the
    whole number 12. Bounds: `MAX_BYTES` of UTF-8, and those of `game.scenario.tree`.
    """
    text = text.removeprefix("\ufeff")
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        return None, [_too_big(size, path)]
    odd = _odd(text, path)
    if odd:
        return None, odd
    if not text.strip():
        return None, [Finding(path, Span(1, 1, 1, 2), "empty-file", "error", {})]
    written = slips(text, path)
    tree = grow(text, path)
    findings = sorted(written + _unexplained(tree, written))
    if not tree.whole or any(f.severity == "error" for f in written):
        return None, findings
    return Source(path, text, tree.data, tree.spans, tree.keys), findings


def _unexplained(tree: Tree, written: Sequence[Finding]) -> list[Finding]:
    """The tree's findings, without a syntax error that a slip at or before it already explains."""
    slipped = [f.span.line for f in written if f.severity == "error"]
    return [
        f
        for f in tree.findings
        if not (f.code.startswith("yaml-") and any(line <= f.span.line + 1 for line in slipped))
        and not (f.code == "tab-indent" and f.span.line in slipped)
    ]


def _too_big(size: int, path: str) -> Finding:
    """The finding for a file past `MAX_BYTES`."""
    return Finding(path, Span(1, 1, 1, 2), "file-too-big", "error", {"size": str(size), "limit": str(MAX_BYTES)})


def _odd(text: str, path: str) -> list[Finding]:
    """Characters that may not stand in a scenario, at most twenty of them."""
    if ODD.search(text) is None:
        return []
    found: list[Finding] = []
    for number, line in enumerate(lines_of(text), 1):
        for match in ODD.finditer(line):
            span = Span(number, match.start() + 1, number, match.end() + 1)
            code = "nul-byte" if match.group() == "\0" else "odd-character"
            found.append(Finding(path, span, code, "error", {"character": f"U+{ord(match.group()):04X}"}))
            if len(found) == 20:
                return found
    return found


_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)


def _align(value: str, raw: str, offset: int) -> list[int]:
    """For each character of a scalar's value, and its end, the offset in the raw text it was written at."""
    quote = raw[offset : offset + 1] if raw[offset : offset + 1] in ("'", '"') else ""
    at = offset + len(quote)
    places: list[int] = []
    for char in value:
        escape = _ESCAPE.match(raw, at) if quote == '"' else None
        if escape is None and char not in _SPACE:
            while at < len(raw) and raw[at] in _SPACE and raw[at] != char:
                at += 1
            escape = _ESCAPE.match(raw, at) if quote == '"' else None
        places.append(at)
        if escape is not None:
            at = escape.end()
        elif char in _SPACE:
            at += 1 if raw[at : at + 1] == char else 0
        else:
            at += 2 if quote == "'" and char == "'" else 1
    return [min(place, len(raw)) for place in (*places, at)]


def _line_col(raw: str, offset: int, first_line: int) -> tuple[int, int]:
    """Line and column of an offset in a text whose first line is `first_line`."""
    return first_line + raw.count("\n", 0, offset), offset - raw.rfind("\n", 0, offset)
