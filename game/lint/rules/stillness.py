"""Conditions that read a name which never moves: no effect writes it and the rules leave it where it begins."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario.finding import Finding
from game.scenario.proof import Domain

_FIELDS = {
    "aligned": "aligned", "immunity": "immunity", "capacity": "capacity", "entrenchment": "entrenchment",
    "act": "parties", "effort": "parties", "known": "reasons",
}  # fmt: skip
"""Where the kinds of names told here begin; what never moves of flags, levers, deals … has a rule of its own."""


def stillness(case: Case) -> Iterator[Finding]:
    """Yield every name a condition of the story reads in vain; one that a variant sets may differ, and is let be."""
    varied = _varied(case)
    for loc, compiled in case.conditions:
        if loc[0] in ("tests", "solution"):
            continue
        for name in sorted(compiled.reads & case.fixed.keys()):
            field = _FIELDS.get(name.partition(".")[0])
            if field is not None and not varied & {field, "*"}:
                at = max(0, compiled.text.find(name))
                args = {"name": name, "value": _shown(case.fixed[name])}
                yield case.warn_inside(loc, at, at + len(name), "read-unwritten", **args)


def _varied(case: Case) -> set[str]:
    """Return the fields that variants set; "*" for whole records."""
    paths = [path.split(".") for variant in case.file.variants.values() for path in variant.set]
    return {step for path in paths for step in (path[2:] or "*")}


def _shown(domain: Domain) -> str:
    """Return a value as an author would write it."""
    value = domain[0] if isinstance(domain, tuple) else next(iter(domain))
    return f"{value:g}" if isinstance(value, float) else str(value).lower()
