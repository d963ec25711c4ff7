"""Authors' tests and solutions: what is said of them unread, and what comes of running them."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from game.cli import qiantou
from game.scenario.load import read
from game.study.trial import run_trials
from game.telling.words import words
from tests.table import ROOT, SMALL

TRIED = tuple(p for p in sorted((ROOT / "scenarios").glob("*.yaml")) if "\nsolution:" in p.read_text(encoding="utf-8"))


@pytest.fixture
def tried(tmp_path):
    """Return a function that writes the small scenario with some tests and gives its path."""

    def write(tests: str) -> Path:
        path = tmp_path / "small.yaml"
        path.write_text(SMALL.read_text(encoding="utf-8") + "\n" + tests, encoding="utf-8")
        return path

    return write


def found(path: Path) -> list[tuple[str, str]]:
    """Return what reading finds, as codes and the text they point at."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    return [(f.code, lines[f.span.line - 1][f.span.col - 1 : f.span.end_col - 1]) for f in read(text, "x").findings]


@pytest.mark.parametrize("path", TRIED, ids=lambda p: p.stem)
def test_the_tests_and_solutions_that_ship_pass(path):
    findings, games = run_trials(path, words("en"))
    assert [(f.code, f.span.line, dict(f.args)) for f in findings] == []
    assert games


def test_two_scenarios_ship_with_a_solution():
    assert {p.stem for p in TRIED} >= {"market_street", "tendering_reform"}


@pytest.mark.parametrize(
    ("written", "code", "at"),
    [
        ("lead: [{turn: 1, do: visti}]\n    grade: E", "not-a-choice", "visti"),
        ("lead: [{turn: 39, do: visit}]\n    grade: E", "trial-too-late", "39"),
        ("lead: [{do: visit}]\n    grade: E", "exactly-one", None),
        ("expect: [{at: turn 39, when: 'turn > 1'}]", "trial-too-late", "turn 39"),
        ("expect: [{at: noon, when: 'turn > 1'}]", "bad-time", "noon"),
        ("expect: [{when: 'trun > 1'}]", "when-unknown-name", "trun"),
        ("ending: nowhere", "unknown-id", "nowhere"),
        ("variant: brutal\n    grade: E", "not-a-choice", "brutal"),
        ("answers: {nothing_such: yes_please}\n    grade: E", "unknown-id", None),
        ("fix: [{turn: 39, who: x, what: y, value: 1}]\n    grade: E", "trial-too-late", "39"),
        ("seed: 1\n    seeds: [2]\n    grade: E", "exactly-one", "seeds"),
        ("title: 空", "trial-no-expect", "t"),
    ],
)
def test_what_a_test_names_and_is_not_there_is_pointed_at(tried, written, code, at):
    path = tried(f"tests:\n  t:\n    {written}\n")
    assert code in [c for c, _ in found(path)]
    if at is not None:
        assert (code, at) in found(path)


def test_every_finding_of_a_test_has_words_in_both_languages():
    for lang in ("zh", "en"):
        for code in ("no-expect", "too-late", "blocked", "unreached", "failed", "ending", "grade"):
            assert words(lang).has(f"finding.trial-{code}.message")
            assert words(lang).has(f"finding.trial-{code}.cure")


def test_a_failed_clause_is_told_with_its_value(tried):
    path = tried("tests:\n  t:\n    expect: [{at: turn 1, when: 'turn >= 1 and energy > 11'}]\n")
    findings, games = run_trials(path, words("en"))
    assert games == 1
    assert [f.code for f in findings] == ["trial-failed"]
    assert findings[0].args["clause"] == "energy > 11"
    assert findings[0].args["values"].startswith("energy = ")


def test_an_action_that_cannot_be_done_says_why_in_words(tried):
    path = tried("tests:\n  t:\n    lead: [{turn: 1, do: visit, with: {target: nobody}}]\n    grade: E\n")
    (finding,), _ = run_trials(path, words("en"))
    assert finding.code == "trial-blocked"
    assert "nobody" in finding.args["why"]


def test_a_line_whose_turn_passes_without_it_is_told(tried):
    line = "lead: [{turn: 1, do: answer, with: {choice: x}}]"
    path = tried(f"tests:\n  t:\n    {line}\n    seeds: [1, 2]\n    grade: E\n")
    findings, games = run_trials(path, words("en"))
    assert games == 2
    assert {f.code for f in findings} <= {"trial-unreached", "trial-blocked"}
    assert {f.args["seed"] for f in findings} == {"1", "2"}


def test_an_ending_or_a_grade_that_is_not_reached_is_told(tried):
    best = next(iter(read(SMALL.read_text(encoding="utf-8"), "x").file.endings))
    path = tried(f"solution:\n  s:\n    grade: A\n    ending: {best}\n")
    findings, _ = run_trials(path, words("en"))
    assert {f.code for f in findings} == {"trial-ending", "trial-grade"}


def test_lint_runs_tests_only_when_asked(tried):
    path = str(tried("tests:\n  t:\n    expect: [{when: 'turn > 39'}]\n"))
    assert "trial-failed" not in CliRunner().invoke(qiantou, ["lint", path, "--lang", "en"]).output
    asked = CliRunner().invoke(qiantou, ["lint", path, "--run", "--lang", "en"])
    assert asked.exit_code == 1
    assert "trial-failed" in asked.output
    assert CliRunner().invoke(qiantou, ["lint", str(TRIED[0]), "--run", "--lang", "en"]).exit_code == 0
