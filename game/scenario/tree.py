"""Plain data grown from YAML, with the place of every key and value; it knows YAML 1.2 and no scenario.

The C parser's events are taken one by one — what `compose()` does, but without its recursion and with every
bound checked before anything is built: depth, aliases and size can neither overflow a stack nor fill memory.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from game.scenario.finding import Finding, Span

Value: TypeAlias = "bool | int | float | str | list[Any] | dict[str, Any] | None"
Path: TypeAlias = tuple[str | int, ...]

MAX_DEPTH = 40
MAX_VALUES = 50_000
MAX_SCALAR = 20_000
MAX_FINDINGS = 100

_LOADER = getattr(yaml, "CLoader", yaml.Loader)
_NULL = {"", "~", "null", "Null", "NULL"}
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_MAX_DIGITS = 15

# Characters that no editor shows as what they are: controls, other line ends, byte order marks and zero-width
# spaces inside a text, marks that turn the reading direction, lone surrogates.
ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)

# What libyaml says → our code, and whether its context mark (where the construct began) is the better place.
_SYNTAX: Mapping[str, tuple[str, bool]] = {
    "could not find expected ':'": ("yaml-no-colon", True),
    "mapping values are not allowed in this context": ("yaml-colon-here", False),
    "mapping keys are not allowed in this context": ("yaml-key-here", False),
    "block sequence entries are not allowed in this context": ("yaml-dash-here", False),
    "did not find expected key": ("yaml-indent", False),
    "did not find expected '-' indicator": ("yaml-no-dash", False),
    "did not find expected ',' or ']'": ("yaml-unclosed-list", True),
    "did not find expected ',' or '}'": ("yaml-unclosed-map", True),
    "did not find expected node content": ("yaml-no-value", False),
    "found unexpected end of stream": ("yaml-unclosed-quote", True),
    "found unexpected document indicator": ("yaml-unclosed-quote", True),
    "found character that cannot start any token": ("yaml-bad-start", False),
    "found unknown escape character": ("yaml-escape", False),
    "did not find expected hexdecimal number": ("yaml-escape", False),
    "found invalid Unicode character escape code": ("yaml-escape", False),
    "did not find expected alphabetic or numeric character": ("yaml-star", True),
    "did not find expected comment or line break": ("yaml-block-head", True),
    "did not find expected <document start>": ("yaml-after-end", False),
    "found a tab character where an indentation space is expected": ("tab-indent", False),
    "found a tab character that violates indentation": ("tab-indent", False),
}


@dataclass(slots=True)
class Tree:
    """What came of a text: `data`, where each value and key stands, and what was wrong with it.

    `whole` is false when the text could not be read to its end or holds what we refuse to build (aliases,
    tags); `data` is then not worth checking any further.
    """

    data: Value = None
    spans: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    whole: bool = True


class _Stop(Exception):
    """Enough was seen: reading on would be unsafe or tell nothing new."""


@dataclass(slots=True)
class _Branch:
    """A list or mapping being filled; `step` is the pending key's place in the path, `target` its name."""

    node: list[Any] | dict[str, Any]
    path: Path
    step: str | None = None
    discard: bool = False


def lines_of(text: str) -> list[str]:
    """The lines of a text, broken where YAML breaks them and nowhere else."""
    return re.split("\r\n|\r|\n", text)


def grow(text: str, path: str) -> Tree:
    """Read one YAML document without `ODD` characters; `path` only labels findings. Never raises.

    Plain scalars follow the YAML 1.2 core schema, as editors do: `yes`, `no`, `on`, `off`, `12:30` and dates
    are text, `012` is the whole number 12, `0o14` and `0x0c` are 12 too.
    """
    return _Grower(path).run(text)


class _Grower:
    """Turns parser events into a `Tree`, iteratively."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.lines: list[str] = []
        self.tree = Tree()
        self.stack: list[_Branch] = []
        self.values = 0
        self.documents = 0
        self.handlers: Mapping[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: self.opening,
            yaml.SequenceStartEvent: self.opening,
            yaml.MappingEndEvent: self.closing,
            yaml.SequenceEndEvent: self.closing,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.document,
        }

    def run(self, text: str) -> Tree:
        """Feed every event to its handler until the end, a syntax error or a bound."""
        self.lines = lines_of(text)
        try:
            for event in yaml.parse(text, Loader=_LOADER):
                handler = self.handlers.get(type(event))
                if handler is not None:
                    handler(event)
        except _Stop:
            self.tree.whole = False
        except yaml.YAMLError as error:
            self.tree.whole = False
            self.tree.findings.append(_syntax(error, self.lines, self.path))
        return self.tree

    def complain(self, code: str, span: Span, **args: str) -> None:
        """Note an error; past `MAX_FINDINGS` of them reading stops."""
        self.tree.findings.append(Finding(self.path, span, code, "error", args))
        if len(self.tree.findings) >= MAX_FINDINGS:
            raise _Stop

    def refuse(self, code: str, span: Span, **args: str) -> None:
        """Note an error that leaves the data unusable, and read on for more."""
        self.tree.whole = False
        self.complain(code, span, **args)

    def document(self, event: Any) -> None:
        """Allow one document, without directives."""
        self.documents += 1
        if self.documents > 1:
            self.refuse("many-documents", _span(event))
            raise _Stop
        if event.version or event.tags:
            self.refuse("directive", Span(1, 1, 1, 2))

    def alias(self, event: Any) -> None:
        """Refuse an alias before anything is expanded; an empty value keeps its place."""
        self.refuse("alias", _span(event), name=event.anchor)
        self.place(None, _span(event))

    def decorations(self, event: Any) -> None:
        """Refuse anchors and tags, and count the value against `MAX_VALUES`."""
        self.values += 1
        if self.values > MAX_VALUES:
            self.refuse("too-many-values", _span(event), limit=str(MAX_VALUES))
            raise _Stop
        if event.anchor is not None:
            self.refuse("anchor", _span(event), name=event.anchor)
        if event.tag is not None:
            self.refuse("tag", _span(event), tag=event.tag[:60])

    def scalar(self, event: Any) -> None:
        """Take a scalar as a key or as a value."""
        self.decorations(event)
        span, text = _span(event), event.value
        if event.style in ("|", ">") and span.end_col == 1 and span.end_line > span.line:
            last = span.end_line - 1  # a block scalar's mark is at the start of the next line
            span = Span(span.line, span.col, last, len(self.lines[last - 1]) + 1)
        if len(text) > MAX_SCALAR:
            self.refuse("text-too-long", span, length=str(len(text)), limit=str(MAX_SCALAR))
            text = ""
        odd = ODD.search(text) if event.style == '"' else None
        if odd is not None:
            self.refuse("odd-character", span, character=f"U+{ord(odd.group()):04X}")
            text = ""
        value = text if event.style else _core(text)
        if isinstance(value, float) and not math.isfinite(value):
            self.complain("bad-number", span, value=text[:40])
            value = 0
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.node, dict) and top.step is None:
            self.key(top, value, text, span)
        else:
            self.place(value, span)

    def key(self, top: _Branch, value: Value, text: str, span: Span) -> None:
        """Take a mapping's key: text, and not there before."""
        top.step, top.discard = text, False
        if not isinstance(value, str):
            self.complain("key-not-text", span, key=text[:40])
        first = self.tree.keys.get((*top.path, text))
        if first is not None:
            self.complain("duplicate-key", span, key=text[:40], first=str(first.line))
            top.step, top.discard = f"\0{span.line}:{span.col}", True
        self.tree.keys[(*top.path, top.step)] = span

    def place(self, value: Value, span: Span) -> Path:
        """Put a value where it belongs; returns its path."""
        path: Path = ()
        if not self.stack:
            self.tree.data = value
        else:
            top = self.stack[-1]
            if isinstance(top.node, list):
                path = (*top.path, len(top.node))
                top.node.append(value)
            elif top.step is None:
                self.refuse("key-not-text", span, key="?")
                raise _Stop
            else:
                path = (*top.path, top.step)
                if not top.discard:
                    top.node[top.step] = value
                top.step = None
        self.tree.spans[path] = span
        return path

    def opening(self, event: Any) -> None:
        """Begin a list or mapping, unless it is nested too deep."""
        self.decorations(event)
        if len(self.stack) >= MAX_DEPTH:
            self.refuse("too-deep", _span(event), limit=str(MAX_DEPTH))
            raise _Stop
        node: list[Any] | dict[str, Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        path = self.place(node, _span(event))
        self.stack.append(_Branch(node, path))

    def closing(self, event: Any) -> None:
        """End a list or mapping: in flow style where its bracket is, else where its last value ends."""
        branch = self.stack.pop()
        spans, end = self.tree.spans, event.end_mark
        start = spans[branch.path]
        if event.start_mark.index != end.index:
            spans[branch.path] = Span(start.line, start.col, end.line + 1, end.column + 1)
            return
        last: str | int = len(branch.node) - 1 if isinstance(branch.node, list) else next(reversed(branch.node), "")
        child = spans.get((*branch.path, last), start)
        spans[branch.path] = Span(start.line, start.col, child.end_line, child.end_col)


def _span(event: Any) -> Span:
    """An event's place, counting from 1."""
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _core(text: str) -> bool | int | float | str | None:
    """A plain scalar's value by the YAML 1.2 core schema; whole numbers past 15 digits become infinite."""
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _INT.fullmatch(text):
        if len(text) > _MAX_DIGITS:
            return math.inf
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    if _FLOAT.fullmatch(text):
        return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return text


def _syntax(error: yaml.YAMLError, lines: Sequence[str], path: str) -> Finding:
    """What the parser stumbled over, as a code and a place."""
    problem = getattr(error, "problem", None) or ""
    code, early = _SYNTAX.get(problem, ("yaml-syntax", False))
    mark = getattr(error, "problem_mark", None)
    if early or mark is None:
        mark = getattr(error, "context_mark", None) or mark
    if mark is None:
        return Finding(path, Span(1, 1, 1, 2), code, "error", {"detail": str(error).splitlines()[0][:80]})
    line, col = mark.line + 1, mark.column + 1
    if line > len(lines) or (line == len(lines) and not lines[-1] and line > 1):
        line = max(1, len(lines) - 1)
        col = len(lines[line - 1]) + 1
    char = lines[line - 1][col - 1 : col]
    return Finding(path, Span(line, col, line, col + 1), code, "error", {"character": char, "detail": problem})
