"""What the schema cannot say: every id exists, every condition compiles and reads only what it may.

Knows the marks of `reference.py`; the wording of a finding is for `telling`.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from game.scenario.check_balance import check_balance
from game.scenario.check_expect import check_expect
from game.scenario.check_hint import check_hints
from game.scenario.check_map import check_map
from game.scenario.check_table import check_tables
from game.scenario.check_trial import check_trials
from game.scenario.condition import ConditionError, Name, compile_condition
from game.scenario.finding import Finding
from game.scenario.happening_verb import Unlock
from game.scenario.names import ids, names
from game.scenario.reference import Clause, Loc, Mark, marks
from game.scenario.schema import ScenarioFile
from game.scenario.source import Source
from game.scenario.verbs import effects_in

_HIDDEN = (
    "trust.",
    "load.",
    "dependence.",
    "real.",
    "progress.real",
    "act.",
    "favor.",
    "heat.",
    "grassroots.",
    "core.",
    "quality.",
    "entrenchment.",
    "reciprocity.",
    "walkaway.",
    "share.",
    "effort.",
    "course.",
)


_UNTOLD = ("capacity.", "handoffs", "tier.", "cooperation")
"""What a hint may not read besides: the lead's view does not hold it, so it would read as it was at the start."""


def check(file: ScenarioFile, source: Source, variant: str = "") -> list[Finding]:
    """Return every broken reference and condition of a file that fits the schema, in file order.

    `variant` is the one the file has been patched by: tests of others are not held against its lengths.
    """
    table, known = ids(file), names(file)
    found: list[Finding] = []
    for mark in marks(file):
        if isinstance(mark.mark, Clause):
            found += _condition(mark, known, source)
        elif mark.value not in table[mark.mark.kind] and mark.value not in mark.mark.also:
            found.append(_unknown(mark, table[mark.mark.kind], source))
    found += _sums(file, source)
    found += check_balance(file, source)
    found += _taken(table, source)
    found += check_tables(file, source)
    found += check_map(file, source)
    found += _unlocks(file, source)
    found += check_trials(file, source, variant)
    found += check_expect(file, source)
    found += check_hints(file, table, source)
    return sorted(found)


def _unknown(mark: Mark, choices: Sequence[str], source: Source) -> Finding:
    """Point at an id nobody declared, with the nearest one that is."""
    near = get_close_matches(mark.value, choices, 1, 0.5)
    args = {
        "value": mark.value,
        "kind": getattr(mark.mark, "kind", ""),
        "choices": ", ".join(choices),
        "suggestion": near[0] if near else "",
    }
    return Finding(source.path, source.span_of(mark.loc), "unknown-id", "error", args)


def _condition(mark: Mark, known: Mapping[str, Name], source: Source) -> Iterator[Finding]:
    """Compile one condition; point inside its text at what is wrong, or at a secret a choice would give away."""
    try:
        condition = compile_condition(mark.value, known, {})
    except ConditionError as error:
        for p in error.problems:
            yield Finding(source.path, source.span_inside(mark.loc, p.start, p.end), f"when-{p.code}", "error", p.args)
        return
    if not _offered(mark.loc):
        return
    hidden = (*_HIDDEN, *_UNTOLD) if mark.loc[0] == "hints" else _HIDDEN
    for name in sorted(condition.reads):
        if name.startswith(hidden):
            at = mark.value.index(name)
            span = source.span_inside(mark.loc, at, at + len(name))
            yield Finding(source.path, span, "secret-read", "error", {"name": name})


def _taken(table: Mapping[str, Sequence[str]], source: Source) -> Iterator[Finding]:
    """Point at an id that two seats or workstreams share, or that is the game's own: a seat must be one seat."""
    owners = dict.fromkeys(("lead", "office", "trainer", "discipline", "all"), "game")
    for kind, section in (("peer", "peers"), ("leader", "leaders"), ("workstream", "workstreams")):
        for id in table[kind]:
            if id in owners:
                args = {"value": id, "other": owners[id]}
                yield Finding(source.path, source.key_span((section, id)), "taken-id", "error", args)
            owners.setdefault(id, kind)


def _offered(loc: Loc) -> bool:
    """Tell whether a condition decides what the lead is offered or told: a move, a choice, a change of head, a hint."""
    return loc[-1] == "window" or loc[0] == "hints" or (loc[-1] == "when" and (loc[0] == "moves" or "choices" in loc))


def _unlocks(file: ScenarioFile, source: Source) -> Iterator[Finding]:
    """Point at an effect that grants an option which does not exist or is not locked."""
    for loc, effect in effects_in(file):
        if isinstance(effect, Unlock) and effect.table in file.tables:
            issues = file.tables[effect.table].issues.values()
            locked = [o for issue in issues for o, option in issue.options.items() if option.needs]
            if effect.option not in locked:
                args = {"value": effect.option, "choices": ", ".join(locked)}
                yield Finding(source.path, source.span_of((*loc, "option")), "table-not-locked", "error", args)


def _sums(file: ScenarioFile, source: Source) -> Iterator[Finding]:
    """Check that weights meant as shares of a whole add up to 100, and that no outcome starts at its goal."""
    for id, leader in file.leaders.items():
        weight = sum(a.weight for a in leader.agenda)
        if weight != 100:
            span = source.span_of(("leaders", id, "agenda"))
            yield Finding(source.path, span, "not-a-hundred", "error", {"sum": f"{weight:g}"})
    weight = sum(file.weights.model_dump().values())
    if weight != 100:
        yield Finding(source.path, source.span_of(("weights",)), "not-a-hundred", "error", {"sum": f"{weight:g}"})
    for id, m in file.public.items():
        if m.start == m.goal or not m.low <= min(m.start, m.goal) <= max(m.start, m.goal) <= m.high:
            yield Finding(source.path, source.span_of(("public", id)), "outcome-range", "error", {"id": id})
