"""What a condition is made of: typed terms, comparisons and logic, and how each is run; it knows no text."""

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Type = Literal["number", "bool", "choice"]
Value: TypeAlias = int | float | bool | str
Read: TypeAlias = Callable[[Any], Value]
Test: TypeAlias = Callable[[Any], bool]

LEVEL = 10
"""How many ‰ make one of an author's points."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a state keeps one whole number: a field, the index in it (None: the field itself).

    `scale` is how many of the state's units make one of the author's: 10 for a level kept in ‰.
    """

    field: str
    index: int | None
    scale: int = 1

    @property
    def level(self) -> bool:
        """Whether it is a level of 0–100 kept in ‰."""
        return self.scale == LEVEL


@dataclass(frozen=True, slots=True)
class Name:
    """A dotted name a condition may read from a game state.

    `low` and `high` bound a number, both inclusive (None: no bound); `choices` are the words a choice may
    be (empty: any). The bounds must hold for every state, or proofs are wrong. `place` is where it is kept; None
    for what is reckoned from other things.
    """

    type: Type
    read: Read
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Function:
    """A function a condition may call: `call(state, *args)`, always the same for one state and arguments."""

    params: tuple[Type, ...]
    type: Type
    call: Callable[..., Value]
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Constant:
    """A literal."""

    type: Type
    value: Value


@dataclass(frozen=True, slots=True)
class Variable:
    """A name, or a call: what is spelled alike (`key`) has the same value in the same state."""

    type: Type
    key: str
    read: Read
    low: float
    high: float
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """A sum, difference or product of two numbers; `sign` is `+`, `-` or `*`."""

    sign: str
    left: "Term"
    right: "Term"

    @property
    def type(self) -> Type:
        """Always a number."""
        return "number"


Term: TypeAlias = Constant | Variable | Arithmetic


@dataclass(frozen=True, slots=True)
class Compare:
    """Two terms of one type and a relation: `<`, `<=`, `>`, `>=`, `==` or `!=`."""

    relation: str
    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class Member:
    """A term that is one of some literals."""

    left: Term
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """A term of type bool that holds."""

    term: Term


@dataclass(frozen=True, slots=True)
class Every:
    """All parts hold (`and`)."""

    parts: "tuple[Logic, ...]"


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part holds (`or`)."""

    parts: "tuple[Logic, ...]"


@dataclass(frozen=True, slots=True)
class Negation:
    """The part does not hold (`not`)."""

    part: "Logic"


Atom: TypeAlias = Compare | Member | Truth
Logic: TypeAlias = Atom | Every | Some | Negation

_RELATIONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
_SIGNS: Mapping[str, Callable[[Any, Any], Any]] = {"+": operator.add, "-": operator.sub, "*": operator.mul}


def variables(node: Logic | Term) -> Iterator[Variable]:
    """Every variable of an expression, left to right, as often as it occurs."""
    if isinstance(node, Variable):
        yield node
    elif isinstance(node, Arithmetic | Compare):
        yield from variables(node.left)
        yield from variables(node.right)
    elif isinstance(node, Member):
        yield from variables(node.left)
    elif isinstance(node, Truth):
        yield from variables(node.term)
    elif isinstance(node, Negation):
        yield from variables(node.part)
    elif isinstance(node, Every | Some):
        for part in node.parts:
            yield from variables(part)


def reader(term: Term) -> Read:
    """A function from a state to the term's value."""
    if isinstance(term, Variable):
        return term.read
    if isinstance(term, Constant):
        value = term.value
        return lambda state: value
    apply, left, right = _SIGNS[term.sign], reader(term.left), reader(term.right)

    def compute(state: Any) -> Value:
        result: Value = apply(left(state), right(state))
        return result

    return compute


def tester(node: Logic) -> Test:
    """A function from a state to whether the expression holds in it."""
    compose: Callable[[Any], Test] = _TESTERS[type(node)]
    return compose(node)


def _compare(node: Compare) -> Test:
    """Run a comparison; a literal on the right is not read anew each time."""
    relation, left = _RELATIONS[node.relation], reader(node.left)
    if isinstance(node.right, Constant):
        value = node.right.value
        return lambda state: relation(left(state), value)
    right = reader(node.right)
    return lambda state: relation(left(state), right(state))


def _member(node: Member) -> Test:
    """Run a membership test."""
    left, values = reader(node.left), frozenset(node.values)
    return lambda state: left(state) in values


def _truth(node: Truth) -> Test:
    """Run a bool term."""
    read = reader(node.term)
    return lambda state: bool(read(state))


def _every(node: Every) -> Test:
    """Run an `and`, from left to right, no further than needed."""
    tests = tuple(map(tester, node.parts))
    if len(tests) == 2:
        first, second = tests
        return lambda state: first(state) and second(state)

    def test(state: Any) -> bool:
        for part in tests:  # noqa: SIM110 - a generator would cost more than the tests
            if not part(state):
                return False
        return True

    return test


def _some(node: Some) -> Test:
    """Run an `or`, from left to right, no further than needed."""
    tests = tuple(map(tester, node.parts))
    if len(tests) == 2:
        first, second = tests
        return lambda state: first(state) or second(state)

    def test(state: Any) -> bool:
        for part in tests:  # noqa: SIM110 - a generator would cost more than the tests
            if part(state):
                return True
        return False

    return test


def _negation(node: Negation) -> Test:
    """Run a `not`."""
    part = tester(node.part)
    return lambda state: not part(state)


_TESTERS: Mapping[type, Callable[[Any], Test]] = {
    Compare: _compare,
    Member: _member,
    Truth: _truth,
    Every: _every,
    Some: _some,
    Negation: _negation,
}
