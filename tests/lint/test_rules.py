"""Each rule's page in docs/rules holds a bad and a good example; set into a small scenario they are the rule's test."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from game.lint.check import lint_files
from game.lint.rules import RULES
from game.scenario.source import read_source
from tests.table import ROOT

PAGES = sorted((ROOT / "docs" / "rules").glob("*.md"))
SMALL = (ROOT / "tests" / "data" / "small.yaml").read_text(encoding="utf-8")
SILENCE = re.compile(r"^# lint:.*$", re.MULTILINE)
BASE = {"tables.terms.parties.build.walkaway": 60}
TODAY = date(2026, 1, 31)
BESIDE = {"silence-reasonless": {"when-always"}, "objective-unreachable": {"when-never"}}
"""What else is found in a bad example: what a silence without a reason leaves, the cause of what is out of reach."""
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def data_of(text: str) -> Any:
    """Return what a text holds, read as scenarios are."""
    source, findings = read_source(text, "small.yaml")
    assert source is not None, findings
    return source.data


def written(fragment: str) -> str:
    """Return the small scenario with a page's fragment set into it, its silencing comment above the last path."""
    patches = {**BASE, **data_of(fragment)}
    data = data_of(SMALL)
    for dotted, value in patches.items():
        *above, last = dotted.split(".")
        place = data
        for step in above:
            place = place.setdefault(step, {})
        place[last] = value
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)
    comment = SILENCE.search(fragment)
    return text.replace("    when: clarity", f"    {comment.group()}\n    when: clarity") if comment else text


def codes(text: str, folder: Path) -> set[str]:
    """Return the codes of what is found in a text."""
    path = folder / "small.yaml"
    path.write_text(text, encoding="utf-8")
    return {finding.code for finding in lint_files([path], TODAY)[0]}


def examples(page: Path) -> list[str]:
    """Return the bad and the good fragment of a page."""
    return re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


@every_page
def test_the_bad_example_gives_exactly_its_code_and_the_good_one_none(page, tmp_path):
    bad, good = examples(page)
    assert codes(written(bad), tmp_path) == {page.stem} | BESIDE.get(page.stem, set())
    assert not codes(written(good), tmp_path)


def test_every_code_has_a_page_and_every_page_a_code():
    own = {"silence-reasonless", "silence-useless"}
    assert {page.stem for page in PAGES} == {code for group in RULES.values() for code in group} | own


def test_a_silence_stands_on_the_line_itself_too(tmp_path):
    text = written("moves.memo.when: clarity.share >= 0")
    assert not codes(text.replace("share >= 0", "share >= 0  # lint: allow when-always 故意"), tmp_path)


def test_the_words_of_a_silence_inside_a_text_are_no_comment(tmp_path):
    text = written("moves.memo.text: {zh: '甲 # lint: allow when-never 乙', en: x}")
    assert not codes(text, tmp_path)


def test_an_error_cannot_be_silenced(tmp_path):
    silence = "  # lint: allow when-unknown-name 故意"
    text = written("moves.memo.when: clarity.nowhere >= 0").replace("nowhere >= 0", f"nowhere >= 0{silence}")
    assert "when-unknown-name" in codes(text, tmp_path)


def test_nothing_is_found_in_what_ships():
    assert not lint_files([ROOT / "scenarios"])[0]


@pytest.mark.parametrize("words", ["推广东部经验", "加固原有堤坝", "入海口", "隆重庆祝", "经济南北差异", "混合肥料"])
def test_common_words_that_hold_the_name_of_a_place_are_let_be(words, tmp_path):
    assert not codes(written(f"place: {{zh: {words}, en: A county}}"), tmp_path)


@pytest.mark.parametrize(("until", "found"), [("2026-01-30", {"basis-expired"}), ("2026-01-31", set())])
def test_a_policy_is_in_force_on_its_last_day(until, found, tmp_path):
    assert codes(written(f"mandate.valid_until: {until}"), tmp_path) == found


@pytest.mark.parametrize("until", ["2026-02-30", "20260131", "2026/01/31", "2026-W05-6", "明年"])
def test_a_date_that_is_none_is_an_error(until, tmp_path):
    assert codes(written(f"mandate.valid_until: {until!r}"), tmp_path) == {"bad-date"}


def test_an_option_that_is_none_is_an_error_with_a_suggestion(tmp_path):
    path = tmp_path / "small.yaml"
    path.write_text(written("teaches: [{zh: 甲, en: A, through: [consul, own_frist]}]"), encoding="utf-8")
    found = [(f.code, f.args["suggestion"]) for f in lint_files([path], TODAY)[0]]
    assert found == [("unknown-id", "consult"), ("unknown-id", "own_first")]


EXPECT = "expect.x: {text: {zh: 甲, en: A}, objective: OBJECTIVE, by: 40, when: WHEN, else: ELSE}"


@pytest.mark.parametrize(("objective", "when", "inject", "code"), [
    ("2", "count.visit >= 1", "letter", "expect-no-objective"),
    ("1", "count.vist >= 1", "letter", "when-unknown-name"),
    ("1", "count.visit >= 1", "lettre", "unknown-id"),
])  # fmt: skip
def test_an_expectation_of_what_there_is_not_is_an_error(objective, when, inject, code, tmp_path):
    fragment = EXPECT.replace("OBJECTIVE", objective).replace("WHEN", when).replace("ELSE", inject)
    assert codes(written(fragment), tmp_path) == {code}


def test_an_inject_that_only_an_expectation_brings_is_within_reach(tmp_path):
    fragment = EXPECT.replace("OBJECTIVE", "1").replace("WHEN", "count.visit >= 1").replace("ELSE", "shuffle")
    assert not codes(written(f"{fragment}\ninjects.shuffle.only_fired: true"), tmp_path)


WAITS = ("flag.opened", "known.road.redline", "deal.terms.data == 'full'", "immunity.check > 10")


@pytest.mark.parametrize("waits", WAITS)
def test_a_move_that_waits_for_what_never_comes_is_out_of_reach(waits, tmp_path):
    fragment = f"""
teaches: [{{zh: 甲, en: A, through: [memo]}}]
moves.memo.when: "{waits}"
moves.open_files.effects: [{{evidence: {{work: share, by: 30}}}}]
moves.pledge_up.effects: [{{lever: {{pull: pledge}}}}]
peers.road.reasons: [{{text: {{zh: 甲, en: A}}}}, {{text: {{zh: 乙, en: B}}}}]
"""
    assert "objective-unreachable" in codes(written(fragment), tmp_path)


def trial(**expected: Any) -> str:
    """Return a fragment that adds a test which expects something, and puts the best ending out of reach."""
    return f"tests.one: {json.dumps(expected)}\nendings.good.when: immunity.share > 10"


IN_VAIN = (
    {"ending": "good"},
    {"grade": "B"},
    {"expect": [{"when": "immunity.share > 10"}]},
    {"expect": [{"at": "start", "when": "turn > 1"}]},
    {"expect": [{"at": "turn 2", "when": "day > 60 or turn > 3"}]},
    {"expect": [{"at": "turn 1", "when": "day > 30"}]},
)
WITHIN_REACH = (
    {"ending": "half"},
    {"ending": "none"},
    {"grade": "C"},
    {"expect": [{"at": "turn 2", "when": "day == 60 and turn == 3"}]},
    {"expect": [{"at": "turn 4", "when": "turn == 4 and day == 120"}]},
)


@pytest.mark.parametrize("expected", IN_VAIN)
def test_a_test_may_not_expect_what_no_game_brings(expected, tmp_path):
    assert codes(written(trial(**expected)), tmp_path) == {"expect-never", "read-unwritten"}


@pytest.mark.parametrize("expected", WITHIN_REACH)
def test_a_test_may_expect_what_a_game_may_bring(expected, tmp_path):
    assert codes(written(trial(**expected)), tmp_path) == {"read-unwritten"}


def test_a_condition_of_a_test_out_of_range_is_told_as_any_other(tmp_path):
    fragment = trial(expect=[{"when": "trust.build > 100"}])
    assert codes(written(fragment), tmp_path) == {"when-never", "read-unwritten"}


NEVER_MOVES = ("known.road.intents", "capacity.road < 50", "aligned.chief >= 50", "act.water.check == 'fake'")


@pytest.mark.parametrize("reads", NEVER_MOVES)
def test_a_name_that_never_moves_is_read_in_vain(reads, tmp_path):
    assert codes(written(f'endings.show.when: "progress.real < 10 or {reads}"'), tmp_path) == {"read-unwritten"}


@pytest.mark.parametrize("path", ["peers.road.capacity", "peers.*.capacity"])
def test_a_name_that_a_variant_sets_is_not_read_in_vain(path, tmp_path):
    fragment = f'endings.show.when: "progress.real < 10 or capacity.road < 50"\nvariants.hard.set: {{"{path}": 20}}'
    assert not codes(written(fragment), tmp_path)
