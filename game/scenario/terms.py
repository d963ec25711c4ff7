"""A condition's values: literals, declared names, calls and sums, typed; knows no logic and no states.

Only the nodes in `_TERMS` are understood: everything else Python can say is refused.
"""

import ast
import difflib
import keyword
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from game.scenario.expression import (
    Arithmetic,
    Constant,
    Function,
    Name,
    Read,
    Term,
    Type,
    Value,
    Variable,
    reader,
)
from game.scenario.proof import bound, span
from game.scenario.spelling import KEYWORD_MARK, MAX_DEPTH, Problem, Spelling

MAX_NODES = 100
MAX_NUMBER = 1e9
MAX_RESULT = 1e15

_LITERALS: Mapping[str, bool] = {"true": True, "false": False, "TRUE": True, "FALSE": False}
_SIGNS: Mapping[type, str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}
_LOGICAL = (ast.BoolOp, ast.Compare)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was probably meant to be, or an empty string."""
    words = list(known)
    close = difflib.get_close_matches(word, words, 1, 0.6)
    if close:
        return close[0]
    folded = word.casefold()
    return next((other for other in words if len(word) > 2 and other.rpartition(".")[2] == folded), "")


@dataclass(slots=True)
class Terms:
    """A condition's values being understood; `problems` fills up, and what is not understood becomes None."""

    spelling: Spelling
    names: Mapping[str, Name]
    functions: Mapping[str, Function]
    problems: list[Problem] = field(default_factory=list)
    reads: set[str] = field(default_factory=set)
    calls: set[tuple[str, tuple[Value | None, ...]]] = field(default_factory=set)

    def within(self, root: ast.expr) -> bool:
        """Whether the tree is small and flat enough to be walked by recursion; says so if not."""
        level, count = [root], 0
        for _ in range(MAX_DEPTH + 1):
            count += len(level)
            if count > MAX_NODES:
                self.complain("too-many-parts", root, limit=str(MAX_NODES))
                return False
            level = [c for node in level for c in ast.iter_child_nodes(node) if isinstance(c, ast.expr)]
            if not level:
                return True
        self.complain("too-deep", level[0], limit=str(MAX_DEPTH))
        return False

    def place(self, node: ast.expr) -> tuple[int, int]:
        """Where a node stands in the author's text, in characters (the parser counts UTF-8 bytes)."""
        raw, origin = self.spelling.text.encode(), self.spelling.origin
        start = len(raw[: node.col_offset].decode())
        end = len(raw[: node.end_col_offset].decode())
        return origin[start], max(origin[start], origin[max(start, end - 1)]) + 1

    def complain(self, code: str, node: ast.expr, **args: str) -> None:
        """Note a problem with a node."""
        start, end = self.place(node)
        self.problems.append(Problem(code, start, end, args))

    def whole(self, parts: Sequence[Any]) -> tuple[Any, ...] | None:
        """The parts, or None if one of them was not understood."""
        return None if any(part is None for part in parts) else tuple(parts)

    def term(self, node: ast.expr) -> Term | None:
        """Understand a node as a value."""
        understand: Callable[[Terms, Any], Term | None] | None = _TERMS.get(type(node))
        if understand is not None:
            return understand(self, node)
        logical = isinstance(node, _LOGICAL)
        what = type(node).__name__
        self.complain("not-a-value" if logical else "forbidden", node, what=what)
        return None

    def constant(self, node: ast.Constant) -> Term | None:
        """Understand a literal: a number of reasonable size, a text or a bool."""
        value = node.value
        if isinstance(value, bool):
            return Constant("bool", value)
        if isinstance(value, str):
            return Constant("choice", value)
        if isinstance(value, int | float):
            if abs(value) <= MAX_NUMBER:
                return Constant("number", value)
            self.complain("number-too-big", node, limit=str(int(MAX_NUMBER)))
            return None
        self.complain("forbidden", node, what=type(value).__name__)
        return None

    def name(self, node: ast.expr) -> Term | None:
        """Understand a dotted name."""
        key = dotted(node)
        if key is None:
            self.complain("forbidden", node, what="Attribute")
            return None
        declared = self.names.get(key)
        if declared is not None:
            self.reads.add(key)
            return _variable(declared.type, key, declared.read, declared.low, declared.high, declared.choices)
        if key in _LITERALS:
            return Constant("bool", _LITERALS[key])
        if key in self.functions:
            self.complain("call-needed", node, name=key)
        else:
            self.complain("unknown-name", node, name=key, suggestion=self.suggest(key))
        return None

    def suggest(self, key: str) -> str:
        """The declared name that was probably meant: part by part first, then as a whole."""
        parts: list[str] = []
        candidates = [name.split(".") for name in self.names]
        for i, part in enumerate(key.split(".")):
            here = {c[i] for c in candidates if len(c) > i}
            near = part if part in here else nearest(part, sorted(here))
            if not near:
                break
            parts.append(near)
            candidates = [c for c in candidates if len(c) > i and c[i] == near]
        if len(parts) == key.count(".") + 1 and candidates:
            return min((".".join(c) for c in candidates), key=len)
        guess = ".".join(parts)
        return guess if guess in self.names else nearest(key, self.names)

    def call(self, node: ast.Call) -> Term | None:
        """Understand a call of a declared function."""
        key = dotted(node.func) or ""
        function = self.functions.get(key)
        if function is None:
            known = key in self.names
            near = "" if known else nearest(key, self.functions)
            self.complain("not-a-function" if known else "unknown-function", node.func, name=key, suggestion=near)
            return None
        if node.keywords or len(node.args) != len(function.params):
            given = str(len(node.args) + len(node.keywords))
            self.complain("argument-count", node, name=key, wanted=str(len(function.params)), given=given)
            return None
        args = self.whole([self.argument(arg, type) for arg, type in zip(node.args, function.params, strict=True)])
        if args is None:
            return None
        self.calls.add((key, tuple(arg.value if isinstance(arg, Constant) else None for arg in args)))
        read = _caller(function.call, args)
        return _variable(function.type, ast.unparse(node), read, function.low, function.high, ())

    def argument(self, node: ast.expr, wanted: Type) -> Term | None:
        """Understand an argument of the type its parameter has."""
        if wanted == "choice" and isinstance(node, ast.Name) and node.id not in self.names:
            self.complain("unquoted-choice", node, value=node.id)
            return None
        term = self.term(node)
        if term is not None and term.type != wanted:
            self.complain("wrong-argument", node, wanted=wanted, given=term.type)
            return None
        return term

    def arithmetic(self, node: ast.BinOp) -> Term | None:
        """Understand a sum, difference or product of numbers."""
        sign = _SIGNS.get(type(node.op))
        if sign is None:
            self.complain("forbidden", node, what=type(node.op).__name__)
            return None
        left, right = self.number(node.left), self.number(node.right)
        if left is None or right is None:
            return None
        return self.sized(Arithmetic(sign, left, right), node)

    def minus(self, node: ast.UnaryOp) -> Term | None:
        """Understand a number with a minus before it."""
        if not isinstance(node.op, ast.USub):
            what = "not-a-value" if isinstance(node.op, ast.Not) else "forbidden"
            self.complain(what, node, what=type(node.op).__name__)
            return None
        term = self.number(node.operand)
        if isinstance(term, Constant):
            return Constant("number", -term.value)  # type: ignore[operator]  # a number, by `number`
        return None if term is None else Arithmetic("-", Constant("number", 0), term)

    def number(self, node: ast.expr) -> Term | None:
        """Understand a node as a number."""
        term = self.term(node)
        if term is not None and term.type != "number":
            self.complain("needs-number", node, type=term.type)
            return None
        return term

    def sized(self, term: Arithmetic, node: ast.expr) -> Term | None:
        """The term, unless its range shows that it grows out of all proportion."""
        if any(MAX_RESULT < abs(end) < math.inf for end in span(term, {})):
            self.complain("number-too-big", node, limit=str(int(MAX_NUMBER)))
            return None
        return term


_TERMS: Mapping[type, Callable[[Terms, Any], Term | None]] = {
    ast.Constant: Terms.constant,
    ast.Name: Terms.name,
    ast.Attribute: Terms.name,
    ast.Call: Terms.call,
    ast.BinOp: Terms.arithmetic,
    ast.UnaryOp: Terms.minus,
}


def dotted(node: ast.expr) -> str | None:
    """The dotted name a node spells, or None if it is something else."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        bare = node.attr.removesuffix(KEYWORD_MARK)
        parts.append(bare if keyword.iskeyword(bare) else node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    return ".".join([node.id, *reversed(parts)])


def _variable(
    type: Type, key: str, read: Read, low: float | None, high: float | None, choices: tuple[str, ...]
) -> Variable:
    """A variable with endless bounds where none are declared."""
    return Variable(type, key, read, bound(low, -math.inf), bound(high, math.inf), choices)


def _caller(call: Callable[..., Value], args: tuple[Term, ...]) -> Read:
    """Read a call's value: with literals passed as they are, else with each argument read first."""
    if all(isinstance(arg, Constant) for arg in args):
        values = tuple(arg.value for arg in args if isinstance(arg, Constant))
        return lambda state: call(state, *values)
    readers = tuple(map(reader, args))
    return lambda state: call(state, *(read(state) for read in readers))
