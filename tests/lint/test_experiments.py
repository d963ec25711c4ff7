"""An experiment is checked as one, with what its arms play; what looks like a scenario never is."""

import pytest

from game.lint.check import is_experiment, lint_files
from tests.study.experiments import TEXT
from tests.table import ROOT, SHIPPED, SMALL

CHANGES = [
    ("games: 6", "gamse: 6", "unknown-key"),
    ("arm: calls, against", "arm: cals, against", "unknown-arm"),
    ("peers.*.trust: 50", "peers.*.trust: 150", "out-of-range"),
    ("do: visit, with: {target: build}", "do: vist, with: {target: build}", "not-a-choice"),
    ("arms:\n", "arms：\n", "fullwidth-colon"),
]


@pytest.mark.parametrize(("old", "new", "code"), CHANGES)
def test_a_mistake_in_an_experiment_is_found_and_nothing_else(old, new, code, tmp_path):
    path = tmp_path / "one.yaml"
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    findings, texts = lint_files([path])
    assert {f.code for f in findings} == {code}
    assert {f.path for f in findings} == set(texts) == {str(path)}


def test_an_experiment_without_mistakes_has_no_findings(tmp_path):
    (tmp_path / "one.yaml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.yaml").write_text((ROOT / "scenarios" / "market_street.yaml").read_text("utf-8"), "utf-8")
    assert not lint_files([tmp_path])[0]


def test_files_are_told_apart():
    assert not any(is_experiment(path.read_text(encoding="utf-8")) for path in (*SHIPPED, SMALL))
    ship = (ROOT / "scenarios" / "experiments").glob("*.yaml")
    assert all(is_experiment(path.read_text(encoding="utf-8")) for path in ship)


@pytest.mark.long
def test_nothing_is_found_in_the_experiments_that_ship():
    assert not lint_files([ROOT / "scenarios" / "experiments"])[0]
