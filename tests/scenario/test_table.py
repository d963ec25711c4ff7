"""Whether a bargaining table hangs together: each finding at the line it is about, worded in every language."""

import pytest

from game.scenario.load import read
from game.telling.finding import worder
from game.telling.words import words
from tests.table import SMALL

TEXT = SMALL.read_text(encoding="utf-8")
LEAD = "lead: {walkaway: 35, points: {data: [0, 40, 60], sites: [0, 30, 40]}}"
BUILD = "points: {data: [40, 20, 0], sites: [60, 35, 0]}"
RULER = "vice: {points: {data: [20, 50, 30], sites: [50, 40, 0]}}"
NEVER = "never: [{data: full, sites: stop}]"
FALLBACK = "fallback: {data: totals, sites: leave}"
UNLOCK = "unlock: {table: terms, option: full}"

# (the code, what is replaced, by what, the characters pointed at, some of the finding's data)
CASES = [
    ("table-no-lead", f"      {LEAD}\n", "", "build: {walkaway", {"table": "terms"}),
    ("table-points-missing", BUILD, "points: {data: [100, 20, 0]}", "{data: [100", {"issue": "sites"}),
    ("table-points-missing", RULER, "vice: {points: {sites: [100, 40, 0]}}", "{sites: [100", {"issue": "data"}),
    ("table-points-number", "data: [0, 40, 60]", "data: [0, 60]", "[0, 60]", {"have": "2", "want": "3"}),
    ("table-points-number", "data: [0, 40, 60]", "data: [0, 40, 60, 1]", "[0, 40, 60, 1]", {"have": "4"}),
    ("table-no-issue", BUILD, BUILD[:-1] + ", size: [0, 1]}", "[0, 1]", {"value": "size", "choices": "data, sites"}),
    ("table-no-issue", NEVER, "never: [{size: full}]", "full}]", {"value": "size"}),
    ("table-no-issue", FALLBACK, FALLBACK[:-1] + ", size: leave}", "leave}", {"value": "size"}),
    ("table-not-a-hundred", "data: [0, 40, 60]", "data: [0, 40, 61]", "{data: [0, 40, 61]", {"sum": "101"}),
    ("table-not-a-hundred", "data: [20, 50, 30]", "data: [20, 49.5, 30]", "{data: [20, 49.5", {"sum": "99.5"}),
    ("table-fallback-missing", FALLBACK, "fallback: {data: totals}", "{data: totals}", {"issue": "sites"}),
    ("table-no-option", FALLBACK, "fallback: {data: totals, sites: full}", "full}",
     {"value": "full", "choices": "leave, sort, stop"}),
    ("table-no-option", NEVER, "never: [{sites: stop}, {data: half, sites: stop}]", "half", {"value": "half"}),
    ("table-no-party", "shifts: {road: -8}", "shifts: {water: -8}", "-8}", {"value": "water"}),
    ("table-not-locked", UNLOCK, UNLOCK.replace("full", "monthly"), "monthly}", {"choices": "full"}),
    ("table-not-locked", UNLOCK, UNLOCK.replace("full", "nonesuch"), "nonesuch", {"value": "nonesuch"}),
    ("taken-id", "leave: {name: {zh: 不动, en: Leave}}", "totals: {name: {zh: 不动, en: Leave}}", "{name: {zh: 不动",
     {"value": "totals"}),
]  # fmt: skip


def broken(old, new):
    assert TEXT.count(old) == 1, old
    return TEXT.replace(old, new)


def test_the_small_table_is_whole():
    assert [f for f in read(TEXT, "small.yaml").findings if f.severity == "error"] == []


@pytest.mark.parametrize(("code", "old", "new", "at", "args"), CASES)
def test_each_fault_is_found_where_it_stands(code, old, new, at, args):
    text = broken(old, new)
    found = [f for f in read(text, "small.yaml").findings if f.code == code]
    assert len(found) == 1
    (finding,) = found
    start = text.index(at, TEXT.index(old) - 10)
    assert (finding.span.line, finding.span.col) == (
        text.count("\n", 0, start) + 1,
        start - text.rfind("\n", 0, start),
    )
    assert args.items() <= finding.args.items()
    assert finding.severity == "error"


@pytest.mark.parametrize("lang", ["zh", "en", "tw"])
@pytest.mark.parametrize(("code", "old", "new"), [case[:3] for case in CASES])
def test_each_fault_has_words_and_a_cure(lang, code, old, new):
    finding = next(f for f in read(broken(old, new), "small.yaml").findings if f.code == code)
    message, cure = worder(words(lang).raw)(finding)
    assert message
    assert cure
    assert not message.startswith(code)
    assert "{" not in message + cure


def test_a_lever_belongs_to_one_table():
    table = TEXT[TEXT.index("  terms:\n") : TEXT.index("public:\n")]
    text = TEXT.replace("public:\n", table.replace("  terms:", "  again:") + "public:\n", 1)
    found = [f for f in read(text, "small.yaml").findings if f.severity == "error"]
    assert [(f.code, f.args["value"]) for f in found] == [("taken-id", "pledge"), ("taken-id", "circular")]
    line = text.count("\n", 0, text.rindex("levers: {pledge")) + 1
    assert [f.span.line for f in found] == [line, line]


def test_one_mistake_is_told_once():
    """A missing number is not also a sum that is not 100; an issue nobody knows not also an unknown option."""
    for old, new in (("data: [0, 40, 60]", "data: [0, 40]"), (NEVER, "never: [{size: huge}]")):
        codes = [f.code for f in read(broken(old, new), "small.yaml").findings if f.severity == "error"]
        assert len(codes) == 1
