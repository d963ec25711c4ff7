"""A condition's logic: comparisons and what joins them, typed; knows terms and choices, no states."""

import ast
from collections.abc import Mapping, Sequence

from game.scenario.expression import (
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
from game.scenario.terms import Terms, dotted, nearest

_RELATIONS: Mapping[type, str] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
}  # fmt: skip


class Grammar(Terms):
    """A whole condition being understood, from its parsed tree to a typed expression."""

    def logic(self, node: ast.expr) -> Logic | None:
        """Understand a node as something that holds or does not."""
        if isinstance(node, ast.BoolOp):
            parts = self.whole([self.logic(value) for value in node.values])
            if parts is None:
                return None
            return Every(parts) if isinstance(node.op, ast.And) else Some(parts)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            part = self.logic(node.operand)
            return None if part is None else Negation(part)
        if isinstance(node, ast.Compare):
            return self.comparison(node)
        term = self.term(node)
        if term is not None and term.type != "bool":
            self.complain("not-a-condition", node, type=term.type)
            return None
        return None if term is None else Truth(term)

    def comparison(self, node: ast.Compare) -> Logic | None:
        """Understand a comparison; a chain is all its pairs."""
        if any(isinstance(op, ast.In | ast.NotIn) for op in node.ops):
            return self.membership(node)
        sides = [node.left, *node.comparators]
        terms = [self.term(side) for side in self.quoted_choices(sides)]
        pairs: list[Logic | None] = []
        for i, op in enumerate(node.ops):
            relation = _RELATIONS.get(type(op))
            if relation is None:
                self.complain("forbidden", node, what="is")
                pairs.append(None)
                continue
            pairs.append(self.pair(node, relation, (terms[i], terms[i + 1]), (sides[i], sides[i + 1])))
        parts = self.whole(pairs)
        if parts is None:
            return None
        only: Logic = parts[0]
        return only if len(parts) == 1 else Every(parts)

    def quoted_choices(self, sides: Sequence[ast.expr]) -> list[ast.expr]:
        """Sides of a comparison, where a bare word that a side's choices know counts as if it were quoted."""
        choices = {c for side in sides for c in self.choices_of(side)}
        out: list[ast.expr] = []
        for side in sides:
            word = side.id if isinstance(side, ast.Name) else ""
            if word in choices and word not in self.names:
                self.complain("unquoted-choice", side, value=word)
                side = ast.copy_location(ast.Constant(word), side)
            out.append(side)
        return out

    def choices_of(self, node: ast.expr) -> tuple[str, ...]:
        """The choices of a node that is a declared name."""
        declared = self.names.get(dotted(node) or "")
        return declared.choices if declared else ()

    def pair(
        self,
        node: ast.Compare,
        relation: str,
        terms: tuple[Term | None, Term | None],
        at: tuple[ast.expr, ast.expr],
    ) -> Logic | None:
        """Understand two sides and a relation: one type, and an order only between numbers."""
        left, right = terms
        if left is None or right is None:
            return None
        if left.type != right.type:
            wrong = at[1] if isinstance(left, Variable) or not isinstance(right, Variable) else at[0]
            self.complain("wrong-type", wrong, left=left.type, right=right.type)
            return None
        if left.type != "number" and relation not in ("==", "!="):
            self.complain("no-order", node, type=left.type, relation=relation)
            return None
        ok = self.known_choice(left, right, at[1]) and self.known_choice(right, left, at[0])
        return Compare(relation, left, right) if ok else None

    def known_choice(self, term: Term, other: Term, at: ast.expr) -> bool:
        """Whether a literal is one of the words the term compared with it can be."""
        if not (isinstance(term, Variable) and isinstance(other, Constant) and term.choices):
            return True
        if other.value in term.choices:
            return True
        found, choices = str(other.value), ", ".join(term.choices)
        near = nearest(found, term.choices)
        self.complain("unknown-choice", at, value=found, name=term.key, suggestion=near, choices=choices)
        return False

    def membership(self, node: ast.Compare) -> Logic | None:
        """Understand `x in [literals]` and `x not in [literals]`."""
        left, items = self.term(node.left), node.comparators[0]
        if len(node.ops) > 1 or not isinstance(items, ast.List | ast.Tuple):
            self.complain("in-needs-list", items)
            return None
        literals: list[Value] = []
        count = len(self.problems)
        for item in self.quoted_items(node.left, items.elts):
            term = self.term(item)
            if term is None:
                continue
            if not isinstance(term, Constant):
                self.complain("in-needs-list", item)
            elif left is not None and left.type != term.type:
                self.complain("wrong-type", item, left=left.type, right=term.type)
            elif left is not None and self.known_choice(left, term, item):
                literals.append(term.value)
        if not items.elts:
            self.complain("in-needs-list", items)
        if left is None or len(self.problems) > count:
            return None
        member = Member(left, tuple(literals))
        return Negation(member) if isinstance(node.ops[0], ast.NotIn) else member

    def quoted_items(self, left: ast.expr, items: Sequence[ast.expr]) -> list[ast.expr]:
        """The items of a list, a bare word counting as quoted as it does in a comparison."""
        return self.quoted_choices([left, *items])[1:]
