"""Why a number is what it is: terms and how they combine; `mask` merges what a seat may not know.

Pure data and arithmetic: knows no rule and no words (names are catalogue keys).
"""

from collections.abc import Callable
from typing import Literal, NamedTuple

How = Literal["term", "sum", "product", "least"]


class Reason(NamedTuple):
    """A value in ‰ with the terms it is made of; `band` is given instead of `value` where the seat may not know all."""

    name: str
    value: int
    how: How = "term"
    terms: tuple["Reason", ...] = ()
    band: tuple[int, int] | None = None

    def __str__(self) -> str:
        shown = f"{self.band[0]}–{self.band[1]}" if self.band else str(self.value)
        if not self.terms:
            return f"{self.name} {shown}"
        joint = {"sum": " + ", "product": " × ", "least": ", "}.get(self.how, " ")
        inside = joint.join(map(str, self.terms))
        return f"{self.name} {shown} = {'least of ' if self.how == 'least' else ''}({inside})"


def term(name: str, value: int) -> Reason:
    """Return a single term."""
    return Reason(name, value)


def total(name: str, terms: list[Reason], low: int | None = None, high: int | None = None) -> Reason:
    """Return the sum of terms; a clamp to low–high that bites is itself a term."""
    value = sum(t.value for t in terms)
    held = value if low is None else max(low, value)
    held = held if high is None else min(high, held)
    if held != value:
        terms = [*terms, Reason("clamp", held - value)]
    return Reason(name, held, "sum", tuple(terms))


def product(name: str, terms: list[Reason]) -> Reason:
    """Return the product of ‰ terms, in ‰, rounded down at each factor."""
    value = 1000
    for t in terms:
        value = value * t.value // 1000
    return Reason(name, value, "product", tuple(terms))


def least(name: str, terms: list[Reason]) -> Reason:
    """Return the least of the terms (the shortest plank, M72)."""
    return Reason(name, min(t.value for t in terms), "least", tuple(terms))


def combined(reason: Reason) -> int:
    """Return what the reason's terms combine to; equals its value wherever nothing is masked (a test holds it)."""
    if reason.how == "sum":
        return sum(t.value for t in reason.terms)
    if reason.how == "product":
        return product("", list(reason.terms)).value
    return min(t.value for t in reason.terms) if reason.how == "least" else reason.value


def mask(reason: Reason, knows: Callable[[str], bool], low: int, high: int) -> Reason:
    """Return the reason as a seat may see it: unknown terms merge into "unknown", and the value becomes a band.

    The band is the widest that the known terms allow within low–high, so it tells nothing of what is hidden.
    """
    known = tuple(t for t in reason.terms if knows(t.name))
    if len(known) == len(reason.terms):
        return reason
    return reason._replace(value=0, terms=(*known, Reason("unknown", 0, band=(low, high))), band=(low, high))
