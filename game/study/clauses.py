"""A condition taken apart in one state: each part of its `and`s and `or`s with its truth and the values it reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from game.scenario.condition import Condition
from game.scenario.expression import (
    Arithmetic,
    Compare,
    Constant,
    Every,
    Logic,
    Member,
    Negation,
    Some,
    Term,
    Truth,
    Value,
    Variable,
    tester,
    variables,
)

Joint = Literal["", "and", "or"]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a condition: its text, whether it holds, and how its own `parts` are joined ("": it has none).

    `values` are the names it reads with their values now, each once; empty where it has parts.
    """

    text: str
    holds: bool
    joint: Joint = ""
    parts: "tuple[Part, ...]" = ()
    values: tuple[tuple[str, Value], ...] = ()


def taken_apart(condition: Condition, state: Any) -> Part:
    """Return a condition's parts as they stand in a state; those of its outermost `and` in the author's own words."""
    tree, clauses = condition.tree, condition.clauses
    if not isinstance(tree, Every) or len(tree.parts) != len(clauses):
        return _part(tree, condition.text.strip(), state)
    parts = tuple(_part(node, clause.text, state) for node, clause in zip(tree.parts, clauses))
    return Part(condition.text, condition.test(state), "and", parts)


def _part(node: Logic, text: str, state: Any) -> Part:
    """Return one part; an `or` or an inner `and` with its own."""
    holds = tester(node)(state)
    if isinstance(node, Every | Some):
        joint: Joint = "and" if isinstance(node, Every) else "or"
        return Part(text, holds, joint, tuple(_part(n, written(n), state) for n in node.parts))
    return Part(text, holds, "", (), tuple({v.key: v.read(state) for v in variables(node)}.items()))


def failing(part: Part) -> tuple[Part, ...]:
    """Return the parts without parts of their own that do not hold and keep the whole from holding."""
    if part.holds:
        return ()
    return tuple(p for inner in part.parts for p in failing(inner)) if part.parts else (part,)


def written(node: Logic) -> str:
    """Return a part as an author would write it."""
    if isinstance(node, Compare):
        return f"{_term(node.left)} {node.relation} {_term(node.right)}"
    if isinstance(node, Member):
        return f"{_term(node.left)} in [{', '.join(map(_literal, node.values))}]"
    if isinstance(node, Truth):
        return _term(node.term)
    if isinstance(node, Negation):
        return f"not {_inner(node.part)}"
    return f" {_JOINTS[type(node)]} ".join(map(_inner, node.parts))


_JOINTS: Mapping[type, str] = {Every: "and", Some: "or"}


def _inner(node: Logic) -> str:
    return f"({written(node)})" if isinstance(node, Every | Some) else written(node)


def _term(term: Term) -> str:
    if isinstance(term, Variable):
        return term.key
    if isinstance(term, Constant):
        return _literal(term.value)
    left, right = (f"({_term(t)})" if isinstance(t, Arithmetic) and term.sign == "*" else _term(t)
                   for t in (term.left, term.right))  # fmt: skip
    if term.sign == "-" and isinstance(term.right, Arithmetic):
        right = f"({right})"
    return f"{left} {term.sign} {right}"


def _literal(value: Value) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    return str(value).lower() if isinstance(value, bool) else f"{value:g}"
