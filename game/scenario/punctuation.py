"""Slips of the keyboard that YAML reads as something else: full-width punctuation and tabs outside quotes.

Reads lines with a small idea of where quotes, block text and `[ ]` `{ }` begin and end; it knows no YAML.
"""

import re
from dataclasses import dataclass, field
from itertools import islice

from game.scenario.finding import Finding, Severity, Span
from game.scenario.tree import MAX_DEPTH, MAX_FINDINGS, MAX_VALUES, lines_of

_INDENT = re.compile(r"[ \t\u3000\u00a0]*")
_DASHES = re.compile(r"(?:-[ \t]+)*")
_KEY_WORD = re.compile(r"[a-z][a-z0-9_]*")
_WORD_COLON = re.compile(r"[a-z][a-z0-9_]*[ \t]*：")
_ANY_COLON = re.compile(r"[^\s，。；、！？\"'“”]{1,12}：")
_TIGHT_COLON = re.compile(r"[a-z][a-z0-9_]*:(?=[^\s:/\\])")
_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?$")
_BLOCK_PLAIN = re.compile(r"(?:[^:#]|:(?=\S)|(?<=\S)#)*")
_FLOW_PLAIN = re.compile(r"(?:[^:#,\[\]{}]|:(?=[^\s,\[\]{}])|(?<=\S)#)*")
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*'), "'": re.compile(r"'(?:[^']|'')*")}
_WIDE_DASH = re.compile(r"－|[—–‐−](?=[ \u3000])")
_WIDE_NUMBER = re.compile(r"[０-９．－＋]*[０-９][０-９．]*")
_NEXT = re.compile(r" *(?:- )*[a-z][a-z0-9_]*:(?: |$)")
_NOWHERE = Span(1, 1, 1, 2)
_WIDE_START = {
    "＂": "fullwidth-quote",
    "＇": "fullwidth-quote",
    "［": "fullwidth-bracket",
    "｛": "fullwidth-bracket",
}
_WIDE_COMMENT = re.compile(r"[A-Za-z0-9_.+-]+[ \t]+(＃)")
_WRAPPED = re.compile(r"“[^“”]*”|‘[^‘’]*’")
_GLUED_KEY = re.compile(r"，\s*[a-z][a-z0-9_]*(?:\s*：|$)")
_ENUMERATED = re.compile(r"(?<=[a-z0-9_])\s*(、)\s*(?=[a-z0-9_])")


def slips(text: str, path: str) -> list[Finding]:
    """Every slip in a text, in order, at most `MAX_FINDINGS`. Never raises."""
    reader = _Reader(path)
    for number, line in enumerate(lines_of(text), 1):
        reader.line(number, line)
        if reader.done:
            break
    return reader.found


@dataclass(slots=True)
class _Reader:
    """What must be remembered from line to line."""

    path: str
    found: list[Finding] = field(default_factory=list)
    number: int = 0
    inside: int | None = None  # deeper lines are block text or go on with a plain scalar
    block: bool = False  # … and it is block text
    quote: str = ""
    opened: Span = _NOWHERE  # where the open quote is
    owner: int = 0  # the indentation of the line it is on
    brackets: list[str] = field(default_factory=list)
    awaiting: int | None = None  # the column of a key whose value has not come yet
    items: int = 0
    done: bool = False  # a bound is reached: the tree will refuse the text

    def say(self, code: str, at: int, length: int = 1, severity: Severity = "error", **args: str) -> None:
        """Note a slip at 0-based column `at` of the current line."""
        span = Span(self.number, at + 1, self.number, at + 1 + length)
        self.found.append(Finding(self.path, span, code, severity, args))
        self.done = self.done or len(self.found) >= MAX_FINDINGS

    def line(self, number: int, line: str) -> None:
        """Read the next line."""
        self.number = number
        if self.quote and _NEXT.match(line) and len(line) - len(line.lstrip(" ")) <= self.owner:
            self.found.append(Finding(self.path, self.opened, "yaml-unclosed-quote", "error", {}))
            self.quote = ""
            self.brackets.clear()
        if self.quote:
            at = self.quoted(line, 0, line_start=True)
            if at < len(line) or not self.quote:
                self.after(line, at)
            return
        if not line.strip():
            return
        if self.brackets:
            self.flow(line, 0)
            return
        indent = len(line) - len(line.lstrip(" "))
        if self.inside is not None and indent > self.inside:
            if not self.block:
                self.continuation(line, indent)
            return
        self.inside, self.block = None, False
        self.fresh(line)

    def continuation(self, line: str, at: int) -> None:
        """A deeper line that goes on with a plain scalar: only what is surely meant as a key is a slip."""
        body = _INDENT.match(line, at)
        at = body.end() if body else at
        match = _WORD_COLON.match(line, at)
        if match:
            self.say("fullwidth-colon", match.end() - 1, key=match.group()[:-1].strip())

    def fresh(self, line: str) -> None:
        """A line that begins something: check its indentation and dashes, then its key or value."""
        margin = _INDENT.match(line)
        at = margin.end() if margin else 0
        if at < len(line) and line[at] == "#":
            return
        self.margin(line[:at])
        column, dashed = at, False
        while True:
            wide = _WIDE_DASH.match(line, at)
            if wide:
                self.say("fullwidth-dash", at, character=wide.group())
            dashes = _DASHES.match(line, at)
            end = wide.end() if wide else dashes.end() if dashes else at
            if end == at:
                break
            column, dashed = (at if wide else line.rfind("-", at, end)), True
            spaces = _INDENT.match(line, end)
            at = spaces.end() if spaces else end
        if line[at:] in ("-", "---", "..."):
            return
        awaited = self.awaiting is not None and column > self.awaiting and not dashed
        self.awaiting = None
        self.entry(line, at, column, dashed, awaited)

    def margin(self, margin: str) -> None:
        """Only spaces may indent."""
        for at, char in enumerate(margin):
            if char != " ":
                self.say("tab-indent" if char == "\t" else "fullwidth-space", at)
                return

    def entry(self, line: str, at: int, column: int, dashed: bool, awaited: bool) -> None:
        """A key with its value, or a value alone, in block style."""
        if line[at : at + 1] == "＃":
            self.say("fullwidth-hash", at)
            return
        if line[at : at + 1] in ("'", '"', "[", "{", "|", ">"):
            self.value(line, at, column)
            return
        run = _BLOCK_PLAIN.match(line, at)
        end = run.end() if run else at
        key = line[at:end]
        if line[end : end + 1] == ":":
            wide = key.find("：")
            if wide >= 0:
                self.say("fullwidth-colon", at + wide, key=key[:wide].strip())
            parent = at
            rest = _INDENT.match(line, end + 1)
            self.value(line, rest.end() if rest else end + 1, parent)
            return
        self.lone(line, at, column, dashed, awaited)

    def lone(self, line: str, at: int, column: int, dashed: bool, awaited: bool) -> None:
        """A line without a key that YAML would see: a text, or a key whose colon is not one."""
        match = _WORD_COLON.match(line, at) or (None if dashed or awaited else _ANY_COLON.match(line, at))
        tight = None if dashed or awaited else _TIGHT_COLON.match(line, at)
        if match:
            self.say("fullwidth-colon", match.end() - 1, key=match.group()[:-1].strip())
            self.awaiting = at if not line[match.end() :].strip() else None
            if self.awaiting is None:
                self.inside = at
        elif tight:
            self.say("colon-space", tight.end() - 1, key=tight.group()[:-1])
            self.inside = at
        else:
            self.value(line, at, column)

    def value(self, line: str, at: int, parent: int) -> None:
        """The value that begins at `at`, of a key or dash at column `parent`."""
        first = line[at : at + 1]
        if not first or first == "#":
            self.awaiting = parent
        elif _BLOCK.match(line, at):
            self.inside, self.block = parent, True
        elif first in _QUOTED:
            self.after(line, self.quoted(line, at))
        elif first in ("[", "{"):
            self.flow(line, at)
        else:
            run = _BLOCK_PLAIN.match(line, at)
            self.text(line[at : run.end() if run else at].rstrip(), at)
            self.inside = parent

    def text(self, text: str, at: int) -> None:
        """A plain scalar: what it may not begin with or wholly be."""
        code = _WIDE_START.get(text[:1])
        if code:
            self.say(code, at, character=text[0])
        elif _WIDE_NUMBER.fullmatch(text):
            self.say("fullwidth-digit", at, len(text), text=text)
        elif comment := _WIDE_COMMENT.match(text):
            self.say("fullwidth-hash", at + comment.start(1))
        elif _WRAPPED.fullmatch(text):
            self.say("fullwidth-quote", at, len(text), "warning", character=text[0])

    def quoted(self, line: str, at: int, line_start: bool = False) -> int:
        """Pass over a quoted text; returns where it ends, `self.quote` telling whether it is still open."""
        mark = self.quote if line_start else line[at]
        if not line_start:
            self.opened = Span(self.number, at + 1, self.number, at + 2)
            self.owner = len(line) - len(line.lstrip(" "))
        match = _QUOTED[mark].match((mark if line_start else "") + line[at:])
        end = at + (match.end() if match else 0) - (1 if line_start else 0)
        self.quote = "" if line[end : end + 1] == mark else mark
        return end + 1 if not self.quote else len(line)

    def after(self, line: str, at: int) -> None:
        """What follows a quoted text or a closed bracket."""
        if self.quote:
            return
        if self.brackets:
            self.flow(line, at)
            return
        space = _INDENT.match(line, at)
        at = space.end() if space else at
        if line[at : at + 1] == "：":
            self.say("fullwidth-colon", at, key="")
        elif line[at : at + 1] == ":":
            rest = _INDENT.match(line, at + 1)
            self.value(line, rest.end() if rest else at + 1, len(line) - len(line.lstrip(" ")))

    def flow(self, line: str, at: int) -> None:
        """Inside `[ ]` or `{ }`, up to their end or the line's."""
        fresh_item = True
        while at < len(line) and not self.done:
            char = line[at]
            if char == "#" and (at == 0 or line[at - 1] in " \t"):
                return
            if char in _QUOTED and fresh_item:
                at, fresh_item = self.quoted(line, at), False
                continue
            if char in "[{":
                self.brackets.append(char)
                self.done = len(self.brackets) > MAX_DEPTH
            elif char in "]}":
                if self.brackets:
                    self.brackets.pop()
                if not self.brackets:
                    self.after(line, at + 1)
                    return
            elif char not in " \t,:":
                at = self.plain(line, at, fresh_item)
                fresh_item = False
                continue
            fresh_item = char in "[{,:" or (fresh_item and char in " \t")
            at += 1

    def plain(self, line: str, at: int, fresh_item: bool) -> int:
        """A plain scalar inside brackets; returns where it ends."""
        run = _FLOW_PLAIN.match(line, at)
        end = max(run.end() if run else at, at + 1)
        text = line[at:end]
        self.items += 1
        self.done = self.done or self.items > MAX_VALUES
        if self.brackets[-1:] == ["["]:
            for match in islice(re.finditer("，", text), MAX_FINDINGS):
                self.say("fullwidth-comma", at + match.start(), character="，")
            for match in islice(_ENUMERATED.finditer(text), MAX_FINDINGS):
                self.say("fullwidth-comma", at + match.start(1), character="、")
        else:
            self.pair(line, at, end, fresh_item)
        for match in islice(re.finditer("[］｝]", text), MAX_FINDINGS):
            self.say("fullwidth-bracket", at + match.start(), character=match.group())
        if fresh_item:
            self.text(text.strip(), at)
        return end

    def pair(self, line: str, at: int, end: int, fresh_item: bool) -> None:
        """A plain scalar inside `{ }`: a key with a full-width colon, or a comma that hides the next key."""
        text = line[at:end]
        before = line[:at].rstrip()
        is_key = fresh_item and before[-1:] in ("{", ",", "")
        wide = text.find("：")
        if is_key and wide >= 0 and _KEY_WORD.fullmatch(text[:wide].strip()):
            self.say("fullwidth-colon", at + wide, key=text[:wide].strip())
        if not fresh_item and text[:1] in ("：", "，"):
            code = "fullwidth-colon" if text[0] == "：" else "fullwidth-comma"
            self.say(code, at, key="", character=text[0])
            return
        for match in islice(_GLUED_KEY.finditer(text), MAX_FINDINGS):
            colon = line[end : end + 1] == ":" or match.group()[-1] == "："
            if colon:
                self.say("fullwidth-comma", at + match.start(), character="，")
