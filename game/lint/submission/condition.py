"""Conditions in words: what an author wrote in `when:`, read out for somebody who does not read conditions."""

from game.lint.submission.naming import Naming
from game.scenario.condition import compile_condition
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
)
from game.scenario.names import names

KINDS = {
    "attention": ("leader",), "favor": ("leader",), "aligned": ("leader",), "lever": ("lever",), "flag": ("flag",),
    "promise": ("promise",), "done": ("move",), "fired": ("inject",), "chosen": ("inject",), "public": ("public",),
    "deal": ("table",), "worth": ("table",), "effort": ("peer", "workstream"), "act": ("peer", "workstream"),
    **dict.fromkeys(("trust", "load", "dependence", "core", "reciprocity", "entrenchment", "capacity", "commit",
                     "rung", "rank", "stance", "known"), ("peer",)),
    **dict.fromkeys(("real", "reported", "clarity", "evidence", "liability", "quality", "verify", "follow",
                     "appraisal", "immunity", "course"), ("workstream",)),
}  # fmt: skip
"""What the parts of a dotted name stand for, by its first part."""

_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
_EVER: dict[tuple[str, Value], bool] = {
    (">=", 1): True, (">", 0): True, ("!=", 0): True, ("<", 1): False, ("<=", 0): False, ("==", 0): False,
}
"""Comparisons of a count that only ask whether something was done at all, and whether they ask for yes."""


class Reader:
    """Reads out the conditions of one scenario in one language."""

    def __init__(self, naming: Naming) -> None:
        self.naming = naming
        self.words = naming.words
        self._names = names(naming.file)

    def plain(self, when: str) -> str:
        """Return a condition in words; it must be one that compiles."""
        return self._logic(compile_condition(when, self._names, {}).tree)

    def _logic(self, node: Logic, inner: bool = False) -> str:
        """Return a part of a condition in words, in brackets where it is a list inside another one."""
        if isinstance(node, Every | Some):
            joint = self.words("submission.and" if isinstance(node, Every) else "submission.or")
            told = joint.join(self._logic(part, True) for part in node.parts)
            return self.words("submission.brackets", text=told) if inner else told
        if isinstance(node, Negation):
            return self._denied(node.part)
        if isinstance(node, Truth):
            return self._truth(node.term, True)
        return self._member(node, True) if isinstance(node, Member) else self._compare(node)

    def _denied(self, part: Logic) -> str:
        """Return in words that a part does not hold."""
        if isinstance(part, Truth):
            return self._truth(part.term, False)
        if isinstance(part, Member):
            return self._member(part, False)
        if isinstance(part, Compare):
            return self._compare(Compare(_OPPOSITE[part.relation], part.left, part.right))
        if isinstance(part, Negation):
            return self._logic(part.part, True)
        return self.words("submission.not", text=self._logic(part, True))

    def _truth(self, term: Term, holds: bool) -> str:
        """Return in words that something is so, or that it is not."""
        if isinstance(term, Variable) and term.key.partition(".")[0] in ("flag", "fired", "known"):
            head, *rest = term.key.split(".")
            return self.words(f"submission.{'is' if holds else 'isnt'}.{head}", **self._parts(head, rest))
        return self._constant(getattr(term, "value", holds) is holds, None)

    def _compare(self, node: Compare) -> str:
        """Return a comparison in words."""
        left, relation, right = node.left, node.relation, node.right
        if isinstance(left, Variable) and isinstance(right, Constant):
            if left.type == "bool":
                return self._truth(left, right.value is (relation == "=="))
            short = self._short(left, relation, right.value)
            if short:
                return short
        key = {"<": "below", "<=": "at_most", ">": "above", ">=": "at_least", "==": "equal", "!=": "unequal"}[relation]
        if left.type == "choice":
            key = "is" if relation == "==" else "isnt"
        sides = {"left": self._term(left, right), "right": self._term(right, left)}
        return self.words(f"submission.compare.{key}", **sides)

    def _short(self, name: Variable, relation: str, value: Value) -> str:
        """Return a comparison that has a shorter wording of its own, "" if it has none."""
        head, *rest = name.key.split(".")
        counted = head in ("done", "lever", "count")
        holds = _EVER.get((relation, value)) if counted else relation == "=="
        key = f"submission.{'is' if holds else 'isnt'}.{head}" + ("" if counted else f".{value}")
        return self.words(key, **self._parts(head, rest)) if holds is not None and self.words.has(key) else ""

    def _member(self, node: Member, inside: bool) -> str:
        """Return in words that something is one of a few."""
        among = self.words("submission.among").join(self._quoted(value, node.left) for value in node.values)
        key = "submission.compare.is" if inside else "submission.compare.isnt"
        return self.words(key, left=self._term(node.left, None), right=among)

    def _term(self, term: Term, other: Term | None) -> str:
        """Return a term in words; a literal is worded as a value of the `other` side."""
        if isinstance(term, Arithmetic):
            sign = {"*": "×", "-": self.naming.number(-1)[0], "+": "+"}[term.sign]
            return f"{self._term(term.left, None)} {sign} {self._term(term.right, None)}"
        if isinstance(term, Constant):
            return self._quoted(term.value, other)
        head, *rest = term.key.split(".")
        fixed = f"submission.name.{term.key}"
        if self.words.has(fixed):
            return self.words(fixed)
        deep = ".all" if len(rest) > len(KINDS.get(head, rest)) or (head == "effort" and len(rest) > 1) else ""
        return self.words(f"submission.name.{head}{deep}", **self._parts(head, rest))

    def _parts(self, head: str, rest: list[str]) -> dict[str, str]:
        """Return what the parts of a dotted name are called, by the kind of what they stand for."""
        kinds = KINDS.get(head, ())
        found = {kind: self.naming.called(kind, id) for kind, id in zip(kinds, rest, strict=False)}
        if head == "known":
            found["fact"] = self.words(f"fact.{rest[1]}")
        if head == "count":
            found["deed"] = self.words(f"offer.{rest[0]}.label")
        if head == "share":
            found["act"] = self.words(f"act.{rest[0]}")
        if head == "deal" and len(rest) > 1:
            found["issue"] = self.naming.text(self.naming.file.tables[rest[0]].issues[rest[1]].name)
        return found

    def _quoted(self, value: Value, of: Term | None) -> str:
        """Return a literal as a value of what it is compared with, in quotation marks if it is a word."""
        told = self._constant(value, of)
        return self.words("submission.quoted", text=told) if isinstance(value, str) else told

    def _constant(self, value: Value, of: Term | None) -> str:
        """Return a literal in words."""
        if isinstance(value, bool):
            return self.naming.yes(value)
        if not isinstance(value, str):
            if isinstance(of, Variable) and of.key.startswith("public."):
                return self.naming.measured(of.key.partition(".")[2], value)
            return self.naming.number(value)
        if not isinstance(of, Variable):
            return value
        head, *rest = of.key.split(".")
        if head == "deal" and len(rest) > 1 and value != "none":
            return self.naming.option(self.naming.file.tables[rest[0]], value)
        if head == "chosen" and value != "none":
            return self.naming.text(self.naming.file.injects[rest[0]].choices[value].text)
        own = f"submission.value.{head}{'.issue' if head == 'deal' and len(rest) > 1 else ''}.{value}"
        return self.words(own if self.words.has(own) else f"{head}.{value}")
