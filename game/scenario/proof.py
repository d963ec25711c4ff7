"""What declared ranges alone prove of a condition; it knows no states and is silent where unsure."""

import math
from collections.abc import Callable, Mapping
from itertools import chain
from typing import TypeAlias

from game.scenario.expression import (
    Arithmetic,
    Atom,
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
)

Range: TypeAlias = tuple[float, float]
Domain: TypeAlias = Range | frozenset[Value]
Known: TypeAlias = dict[str, Domain]

_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
_MIRROR = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


def never(node: Logic, known: Mapping[str, Domain] | None = None) -> bool:
    """Whether no state within the declared ranges, or those in `known` where narrower, can make the expression hold."""
    return _impossible([(node, True)], dict(known or {}))


def always(node: Logic) -> bool:
    """Whether every state within the declared ranges makes the expression hold."""
    return _impossible([(node, False)], {})


def span(term: Term, known: Known) -> Range:
    """The closed range a number lies in, given what is known of its variables."""
    if isinstance(term, Constant):
        return float(term.value), float(term.value)
    if isinstance(term, Variable):
        domain = known.get(term.key)
        return domain if isinstance(domain, tuple) else (term.low, term.high)
    (a, b), (c, d) = span(term.left, known), span(term.right, known)
    return _ARITHMETIC[term.sign](a, b, c, d)


def _product(a: float, b: float, c: float, d: float) -> Range:
    """The range of a product: its corners, where nothing times endless is nothing."""
    corners = [x * y if x and y else 0.0 for x in (a, b) for y in (c, d)]
    return min(corners), max(corners)


_ARITHMETIC: Mapping[str, Callable[[float, float, float, float], Range]] = {
    "+": lambda a, b, c, d: (a + c, b + d),
    "-": lambda a, b, c, d: (a - d, b - c),
    "*": _product,
}


def _words(term: Term, known: Known) -> frozenset[Value] | None:
    """The values a choice or bool can have; None where that is not declared."""
    if isinstance(term, Constant):
        return frozenset([term.value])
    if isinstance(term, Arithmetic):
        return None
    domain = known.get(term.key)
    if isinstance(domain, frozenset):
        return domain
    if term.type == "bool":
        return frozenset([True, False])
    return frozenset(term.choices) or None


def _impossible(claims: list[tuple[Logic, bool]], known: Known) -> bool:
    """Whether the claims (each: this expression is true, or false) cannot all be right at once."""
    facts: list[tuple[Atom, bool]] = []
    options: list[list[tuple[Logic, bool]]] = []
    waiting = list(claims)
    while waiting:
        node, truth = waiting.pop()
        if isinstance(node, Negation):
            waiting.append((node.part, not truth))
        elif isinstance(node, Every | Some):
            parts = [(part, truth) for part in node.parts]
            if isinstance(node, Every) == truth:
                waiting.extend(parts)
            else:
                options.append(parts)
        else:
            facts.append((node, truth))
    known = dict(known)
    for node, truth in chain(facts, facts):  # twice: what a later fact narrows may narrow an earlier one's
        _narrow(node, truth, known)
    if any(_empty(domain) for domain in known.values()):
        return True
    if any(_verdict(node, known) is (not truth) for node, truth in facts):
        return True
    return any(all(_impossible([part], known) for part in parts) for parts in options)


def _empty(domain: Domain) -> bool:
    """Whether no value is left."""
    return domain[0] > domain[1] if isinstance(domain, tuple) else not domain


def _verdict(atom: Atom, known: Known) -> bool | None:
    """Whether an atom holds for all values its terms can have, for none (False), or it depends (None)."""
    if isinstance(atom, Truth):
        words = _words(atom.term, known) or frozenset()
        return None if len(words) != 1 else True in words
    if isinstance(atom, Member):
        return _member(atom, known)
    if atom.left.type == "number":
        (a, b), (c, d) = span(atom.left, known), span(atom.right, known)
        return _RELATE[atom.relation](a, b, c, d)
    left, right = _words(atom.left, known), _words(atom.right, known)
    same = None
    if left and right:
        same = True if left == right and len(left) == 1 else None if left & right else False
    return same if atom.relation == "==" or same is None else not same


def _member(atom: Member, known: Known) -> bool | None:
    """Whether a term is one of the values always, never, or it depends."""
    if atom.left.type == "number":
        low, high = span(atom.left, known)
        if not any(low <= float(value) <= high for value in atom.values):
            return False
        return True if low == high else None
    words = _words(atom.left, known)
    if not words:
        return None
    return True if words <= set(atom.values) else None if words & set(atom.values) else False


def _less(a: float, b: float, c: float, d: float) -> bool | None:
    return True if b < c else False if a >= d else None


def _least(a: float, b: float, c: float, d: float) -> bool | None:
    return True if b <= c else False if a > d else None


def _equal(a: float, b: float, c: float, d: float) -> bool | None:
    return True if a == b == c == d else False if b < c or a > d else None


def _unequal(a: float, b: float, c: float, d: float) -> bool | None:
    same = _equal(a, b, c, d)
    return None if same is None else not same


_RELATE: Mapping[str, Callable[[float, float, float, float], bool | None]] = {
    "<": _less,
    "<=": _least,
    ">": lambda a, b, c, d: _less(c, d, a, b),
    ">=": lambda a, b, c, d: _least(c, d, a, b),
    "==": _equal,
    "!=": _unequal,
}


def _narrow(atom: Atom, truth: bool, known: Known) -> None:
    """Take into `known` what an atom's being true or false says about the variables in it."""
    if isinstance(atom, Compare):
        relation = atom.relation if truth else _OPPOSITE[atom.relation]
        _bound(atom.left, relation, atom.right, known)
        _bound(atom.right, _MIRROR[relation], atom.left, known)
        return
    term = atom.term if isinstance(atom, Truth) else atom.left
    if not isinstance(term, Variable):
        return
    values: tuple[Value, ...] = (True,) if isinstance(atom, Truth) else atom.values
    if term.type != "number":
        _keep(term, frozenset(values), truth, known)
    elif truth:
        low, high = span(term, known)
        numbers = [float(value) for value in values]
        known[term.key] = (max(low, min(numbers)), min(high, max(numbers)))


def _bound(term: Term, relation: str, other: Term, known: Known) -> None:
    """Narrow one side of a comparison by the other."""
    if not isinstance(term, Variable):
        return
    if term.type != "number":
        words = _words(other, known)
        if words and (relation == "==" or len(words) == 1):
            _keep(term, words, relation == "==", known)
        return
    (low, high), (least, most) = span(term, known), span(other, known)
    if relation in ("<", "<=", "=="):
        high = min(high, most)
    if relation in (">", ">=", "=="):
        low = max(low, least)
    known[term.key] = (low, high)


def _keep(term: Variable, words: frozenset[Value], inside: bool, known: Known) -> None:
    """Keep the values of a choice or bool that are (or are not) among `words`."""
    domain = _words(term, known)
    if domain is not None:
        known[term.key] = domain & words if inside else domain - words
    elif inside:
        known[term.key] = words


def bound(value: float | None, otherwise: float) -> float:
    """A declared bound, or endless where none is declared; not-a-number counts as none."""
    return otherwise if value is None or math.isnan(value) else value
