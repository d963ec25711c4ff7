"""Reporters: the caret under Chinese text, and the shapes scripts rely on."""

import json

import pytest

from game.lint.report import REPORTERS
from game.scenario.finding import Finding, ScenarioError, Span
from game.telling.columns import columns

TEXT = 'title: 防汛\nwhen: "信任 且 trust.housng > 3"\n'
NEAR = Finding("a b.yaml", Span(2, 13, 2, 25), "when-unknown-name", "error", {"name": "x", "suggestion": "y"})
FAR = Finding("a b.yaml", Span(1, 8, 1, 10), "odd,code", "warning", {})
LONG = Finding("l.yaml", Span(1, 501, 1, 503), "c", "error", {})
TABBED = Finding("t.yaml", Span(1, 3, 1, 4), "c", "error", {})
MANY = Finding("a b.yaml", Span(1, 8, 2, 5), "c", "error", {})


def word(finding):
    return f"消息 {finding.code}", "100%\n对策"


def report(form, *findings):
    sources = {"a b.yaml": TEXT, "l.yaml": "字" * 1000, "t.yaml": "\t\tx"}
    return REPORTERS[form](findings, word, sources)


def test_text_is_sorted_and_the_caret_is_under_the_word():
    lines = report("text", NEAR, FAR).split("\n")
    assert lines[0] == "a b.yaml:1:8: 消息 odd,code [odd,code]"
    assert lines[1] == "    1 | title: 防汛"
    assert lines[2] == "      |        ^^^^"
    excerpt, caret = lines[7], lines[8]
    assert columns(excerpt[: excerpt.index("trust")]) == caret.index("^")
    assert caret.count("^") == len("trust.housng")


@pytest.mark.parametrize(("finding", "width"), [(LONG, 4), (TABBED, 1), (MANY, 4)])
def test_long_tabbed_and_many_lined_places(finding, width):
    lines = report("text", finding).split("\n")
    assert lines[2].count("^") == width
    assert columns(lines[1]) < 400
    assert columns(lines[2]) <= columns(lines[1])


def test_a_finding_in_an_unknown_file_or_past_its_end_has_no_excerpt():
    nowhere = Finding("none.yaml", Span(1, 1, 1, 2), "c", "error", {})
    past = Finding("a b.yaml", Span(99, 1, 99, 2), "c", "error", {})
    assert "^" not in report("text", nowhere, past)


def test_json():
    row = json.loads(report("json", NEAR))["findings"][0]
    assert {
        "path": "a b.yaml", "line": 2, "col": 13, "end_line": 2, "end_col": 25, "code": "when-unknown-name",
        "severity": "error", "message": "消息 when-unknown-name", "cure": "100%\n对策",
    }.items() <= row.items()  # fmt: skip


def test_github_commands_are_one_line_each_and_escaped():
    assert report("github", FAR, MANY).split("\n") == [
        "::warning file=a b.yaml,line=1,endLine=1,col=8,endColumn=9,title=odd%2Ccode::消息 odd,code%0A100%25%0A对策",
        "::error file=a b.yaml,line=1,endLine=2,col=8,title=c::消息 c%0A100%25%0A对策",
        "",
    ]


def test_sarif():
    log = json.loads(report("sarif", NEAR, FAR))
    run = log["runs"][0]
    assert log["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["odd,code", "when-unknown-name"]
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b.yaml"
    assert place["region"] == {"startLine": 2, "startColumn": 13, "endLine": 2, "endColumn": 25}
    assert run["results"][0]["level"] == "warning"


def test_no_findings():
    assert report("text") == report("github") == ""
    assert json.loads(report("json")) == {"findings": []}
    assert json.loads(report("sarif"))["runs"][0]["results"] == []


def test_a_scenario_error_sorts_its_findings():
    error = ScenarioError([NEAR, FAR])
    assert error.findings == (FAR, NEAR)
    assert str(error) == "a b.yaml:1:8 [odd,code], a b.yaml:2:13 [when-unknown-name]"
