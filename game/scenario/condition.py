"""A condition an author wrote in `when:`, compiled once and tested often; it knows names, not what they mean.

`trust.housing >= 40 and (stance.finance == "warm" or count.visit > 2)`: comparisons (also chained), `and`,
`or`, `not`, `+ - *`, numbers, quoted words, `true`/`false`, `in [...]`, declared names and functions. The
text is parsed, never evaluated: what runs is a closure over the declared readers.
"""

import ast
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from game.scenario import proof
from game.scenario.expression import (
    Every,
    Function,
    Logic,
    Name,
    Test,
    Type,
    Value,
    Variable,
    reader,
    tester,
    variables,
)
from game.scenario.grammar import Grammar
from game.scenario.proof import Domain
from game.scenario.spelling import MAX_LENGTH, Problem, Spelling, spell

__all__ = [
    "Condition",
    "ConditionError",
    "Function",
    "Name",
    "Number",
    "Problem",
    "Type",
    "compile_condition",
    "compile_number",
]

Bounds = Literal["never", "always", "sometimes"]


class ConditionError(Exception):
    """A condition that cannot be used; `problems`, sorted by place, say why and are never empty."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(", ".join(f"{p.code} at {p.start}" for p in problems))


@dataclass(frozen=True, slots=True)
class Clause:
    """One part of a condition's outermost `and`: its text, its test and the variables it reads."""

    text: str
    test: Test
    reads: tuple[Variable, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """A compiled condition. Two conditions are equal when their texts are.

    `reads` are the declared names in it; `calls` the functions it calls, each with its arguments (None for
    one that is not a literal); `test(state)` says whether it holds.
    """

    text: str
    reads: frozenset[str] = field(compare=False)
    calls: frozenset[tuple[str, tuple[Value | None, ...]]] = field(compare=False)
    test: Test = field(compare=False, repr=False)
    clauses: tuple[Clause, ...] = field(compare=False, repr=False)
    tree: Logic = field(compare=False, repr=False)

    def failing(self, state: Any) -> tuple[tuple[str, tuple[tuple[str, Value], ...]], ...]:
        """The clauses of the outermost `and` that do not hold: text, and its names with their values now."""
        return tuple(
            (clause.text, tuple({v.key: v.read(state) for v in clause.reads}.items()))
            for clause in self.clauses
            if not clause.test(state)
        )

    def never(self, known: Mapping[str, Domain]) -> bool:
        """Whether it can never hold where the names in `known` keep to less than their declared ranges or words."""
        return proof.never(self.tree, known)

    def bounds(self) -> Bounds:
        """What the declared ranges prove: "never" or "always" true; "sometimes" where they prove neither."""
        if proof.never(self.tree):
            return "never"
        return "always" if proof.always(self.tree) else "sometimes"


def compile_condition(text: str, names: Mapping[str, Name], functions: Mapping[str, Function]) -> Condition:
    """Compile a condition; raises only `ConditionError`, with all problems that can be told apart."""
    tree, root, grammar = _understood(text, names, functions, Grammar.logic)
    clauses = _clauses(root, tree, grammar, text)
    return Condition(text, frozenset(grammar.reads), frozenset(grammar.calls), tester(tree), clauses, tree)


@dataclass(frozen=True, slots=True)
class Number:
    """A compiled numeric expression: the declared names it reads, and `read(state)`, its value."""

    text: str
    reads: frozenset[str] = field(compare=False)
    read: Callable[[Any], float] = field(compare=False, repr=False)


def compile_number(text: str, names: Mapping[str, Name], functions: Mapping[str, Function]) -> Number:
    """Compile an expression that is a number, by the conditions' own grammar; raises only `ConditionError`."""
    term, _, grammar = _understood(text, names, functions, Grammar.number)
    value = reader(term)
    return Number(text, frozenset(grammar.reads), lambda state: float(value(state)))


def _understood(
    text: str,
    names: Mapping[str, Name],
    functions: Mapping[str, Function],
    how: Callable[[Grammar, ast.expr], Any],
) -> tuple[Any, ast.expr, Grammar]:
    """The text as `how` understands it, as parsed, and the grammar with what it met; raises only `ConditionError`."""
    if len(text) > MAX_LENGTH:
        args = {"length": str(len(text)), "limit": str(MAX_LENGTH)}
        raise ConditionError((Problem("too-long", MAX_LENGTH, len(text), args),))
    if not text.strip():
        raise ConditionError((Problem("empty", 0, max(1, len(text))),))
    spelling, root = _read(text)
    grammar = Grammar(spelling, names, functions)
    tree = how(grammar, root) if root is not None and grammar.within(root) else None
    problems = sorted([*spelling.problems, *grammar.problems], key=lambda p: (p.start, p.end, p.code))
    if problems or tree is None or root is None:
        raise ConditionError(tuple(problems) or (Problem("syntax", 0, len(text), {"near": text[:20]}),))
    return tree, root, grammar


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[Spelling, ast.expr | None]:
    """The text as spelled and as parsed, neither to be changed: every variant of a scenario has its conditions anew."""
    spelling = spell(text)
    return spelling, None if spelling.fatal else _parse(spelling)


def _parse(spelling: Spelling) -> ast.expr | None:
    """The parsed text; None, with a problem noted, if it is no expression."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(spelling.text, mode="eval").body
    except SyntaxError as error:
        at = error.offset - 1 if error.offset else len(spelling.text)
    except (ValueError, MemoryError, RecursionError):
        at = 0
    if not spelling.problems:
        origin, last = spelling.origin, len(spelling.origin) - 1
        start = origin[max(0, min(at, last))]
        code = "incomplete" if at >= len(spelling.text.rstrip()) else "syntax"
        spelling.complain(code, start, start + 1, near=spelling.text[max(0, at) :][:20].strip())
    return None


def _clauses(root: ast.expr, tree: Logic, grammar: Grammar, text: str) -> tuple[Clause, ...]:
    """The parts of the outermost `and`, or the whole as its only part."""
    if not (isinstance(root, ast.BoolOp) and isinstance(tree, Every)):
        return (_clause(text.strip(), tree),)
    places = map(grammar.place, root.values)
    return tuple(_clause(text[start:end], part) for (start, end), part in zip(places, tree.parts, strict=True))


def _clause(text: str, tree: Logic) -> Clause:
    """A clause of a condition."""
    return Clause(text, tester(tree), tuple(variables(tree)))
