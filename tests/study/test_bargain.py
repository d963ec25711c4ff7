"""What `qiantou bargain` finds and prints: three zones, levers one on another, JSON for scripts, two languages."""

import json

import pytest

from game.cli import qiantou
from game.exit import code_of
from game.scenario.load import load, load_any
from game.study.bargain import bargain, stages
from game.telling.columns import columns
from tests.table import ROOT, SMALL

DRAFTS = {
    "market_street": [15, 16],
    "tendering_reform": [5, 8, 8],
    "clinic_relocation": [7, 10],
    "ev_charging": [5, 6, 7],
    "poverty_assessment": [2, 3, 10],
    "business_environment": [1, 3, 3],
    "lagging_bureau": [1, 1, 3, 16, 17],
    "flood_emergency": [8],
}
"""How many packages all accept by points alone: before any lever, then after each."""


@pytest.fixture
def run(capsys):
    def command(*args):
        code = code_of(lambda: qiantou(["bargain", *args], standalone_mode=False))
        told = capsys.readouterr()
        return code, told.out, told.err

    return command


def altered(*changes):
    """The small scenario with some of its text replaced."""
    text = SMALL.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return load(text, "small.yaml", "class")


def named(scenario, packages):
    return [scenario.tables[0].names[p] for p in packages]


@pytest.mark.parametrize("id", DRAFTS)
def test_the_zones_are_as_drafted(id):
    path = ROOT / "scenarios" / f"{id}.yaml"
    assert [len(s.points.packages) for s in stages(load_any(path).tables[0])] == DRAFTS[id]


def test_the_three_zones_lie_in_each_other():
    scenario = altered(("never: [{data: full, sites: stop}]", "never: [{data: monthly, sites: leave}]"))
    first = stages(scenario.tables[0])[0]
    assert named(scenario, first.points.packages) == ["monthly+leave", "monthly+sort", "full+leave"]
    assert named(scenario, first.redlines.packages) == ["monthly+sort", "full+leave"]
    assert named(scenario, first.unlocked.packages) == ["monthly+sort"]
    assert named(scenario, [first.points.nash, first.unlocked.nash]) == ["full+leave", "monthly+sort"]


def test_levers_add_up_and_stay_within_bounds():
    levers = "pledge: {name: {zh: 领导承诺, en: A pledge}, shifts: {road: -8}}"
    scenario = altered((levers, levers.replace("{road: -8}", "{road: -8, build: -60, lead: 90}")))
    assert [s.lever for s in stages(scenario.tables[0])] == [-1, 0, 1]
    assert [s.walkaways for s in stages(scenario.tables[0])] == [(350, 400, 400), (1000, 0, 320), (1000, 0, 320)]


def test_an_empty_zone_says_what_would_open_it():
    scenario = altered(("lead: {walkaway: 35,", "lead: {walkaway: 75,"))
    first = stages(scenario.tables[0])[0]
    assert (first.points.packages, first.points.pareto, first.points.nash, first.points.kalai) == ((), (), None, None)
    assert named(scenario, [first.points.change.package]) == ["monthly+sort"]
    assert first.points.change.short == (50, 0, 0)
    told = bargain(scenario, ["terms"])["tables"][0]["stages"][0]
    assert told["nash"] is told["kalai"] is None
    assert told["smallest_change"] == {
        "package": {"data": "monthly", "sites": "sort"},
        "shortfalls": {"lead": 5, "build": 0, "road": 0},
        "total": 5,
    }


def test_json_is_one_document_with_the_promised_keys(run):
    code, out, err = run("tendering_reform", "--json")
    assert (code, err) == (0, "")
    (table,) = json.loads(out)["tables"]
    assert {"id", "parties", "issues", "outcomes", "stages"} <= set(table)
    assert [p["seat"] for p in table["parties"]] == ["lead", "housing", "transport", "water"]
    assert table["parties"][1]["points"]["data"] == {"totals": 55, "monthly": 15, "live": 0}
    assert len(table["outcomes"]) == table["outcome_count"] == 27
    assert table["outcomes"][-1] == {
        "package": {"data": "live", "sites": "stopped", "transfer": "direct"},
        "points": {"lead": 95, "housing": 0, "transport": 15, "water": 15},
    }
    keys = {"lever", "zone_points", "zone_redlines", "zone_unlocked", "pareto", "nash", "kalai"}
    assert all(keys <= set(stage) for stage in table["stages"])
    assert [s["lever"] for s in table["stages"]] == [None, "screening", "no_stoppage_word"]
    assert [len(s["zone_points"]) for s in table["stages"]] == [5, 8, 8]
    assert table["stages"][1]["walkaways"] == {"lead": 35, "housing": 28, "transport": 45, "water": 40}
    for stage in table["stages"]:
        assert stage["nash"] == {"data": "live", "sites": "untouched", "transfer": "own"}
        assert stage["nash"] in stage["pareto"]
        assert stage["kalai"] in stage["pareto"]
        assert all(p in stage["zone_points"] for p in stage["pareto"])
        assert all(p in stage["zone_points"] for p in stage["zone_redlines"])
        assert all(p in stage["zone_redlines"] for p in stage["zone_unlocked"])
        assert stage["within"]["points"]["pareto"] == stage["pareto"]


def test_points_keep_their_tenths():
    scenario = altered(("build: {walkaway: 40,", "build: {walkaway: 40.5,"))
    assert bargain(scenario, ["terms"])["tables"][0]["parties"][1]["walkaway"] == 40.5


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", ("保留值", "谈得成的方案", "Nash", "Kalai", "帕累托", "要批（冉书记）", "住建≥40", "交通 40→32")),
        ("en", ("Walk-away", "by points alone", "Nash", "Kalai", "Pareto", "needs Secretary Ran", "Housing≥40")),
        ("tw", ("Nash", "帕累託")),
    ],
)
def test_people_are_told_in_their_language(run, lang, said):
    code, out, _ = run(str(SMALL), "--lang", lang)
    assert code == 0
    assert [word for word in said if word not in out] == []
    assert "bargain." not in out


def test_columns_line_up_under_chinese(run):
    lines = run(str(SMALL), "--lang", "zh")[1].splitlines()
    top = next(n for n, line in enumerate(lines) if "牵头≥35" in line)
    ends = [columns(line[: line.index(text) + len(text)]) for line, text in zip(
        lines[top : top + 3], ("牵头≥35", " 40", " 70"), strict=True)]  # fmt: skip
    assert len(set(ends)) == 1


def test_only_what_a_lever_changes_is_told(run):
    out = run("tendering_reform", "--lang", "en")[1]
    last = out.strip().split("\n\n")[-1]
    assert "Transport 45→35" in last
    assert "same packages" in last
    assert "Nash" not in last
    middle = out.strip().split("\n\n")[-2]
    assert sum(line.startswith("+ ") for line in middle.splitlines()) == 3


def test_a_package_over_a_red_line_is_marked_and_what_is_left_is_told(run, tmp_path):
    text = SMALL.read_text(encoding="utf-8").replace(
        "never: [{data: full, sites: stop}]", "never: [{data: monthly}, {data: full}, {data: totals}]"
    )
    (tmp_path / "small.yaml").write_text(text, encoding="utf-8")
    out = run(str(tmp_path / "small.yaml"), "--lang", "en")[1]
    assert "red line (Housing)" in out
    assert "3 by points alone, 0 with red lines, 0 without" in out
    assert "Every package crosses somebody's red line" in out


def test_one_table_can_be_asked_for(run):
    assert [t["id"] for t in json.loads(run(str(SMALL), "--table", "terms", "--json")[1])["tables"]] == ["terms"]
    code, out, err = run(str(SMALL), "--table", "nonesuch", "--lang", "en")
    assert (code, out) == (2, "")
    assert "nonesuch" in err
    assert "terms" in err


def test_a_variant_changes_the_table(run, tmp_path):
    text = SMALL.read_text(encoding="utf-8")
    text = text.replace("{peers.build.trust: 25}", "{tables.terms.parties.lead.walkaway: 75}")
    (tmp_path / "small.yaml").write_text(text, encoding="utf-8")
    path = str(tmp_path / "small.yaml")
    told = json.loads(run(path, "--variant", "hard", "--json")[1])
    assert told["variant"] == "hard"
    assert told["tables"][0]["stages"][0]["zone_points"] == []
    assert "short by Lead 5" in run(path, "--variant", "hard", "--lang", "en")[1]
    code, _, err = run(path, "--variant", "nonesuch", "--lang", "en")
    assert code == 2
    assert "hard" in err


def test_what_is_not_there_or_broken_is_told(run, tmp_path):
    code, out, err = run("nonesuch", "--lang", "en")
    assert (code, out) == (2, "")
    assert "nonesuch" in err
    broken = tmp_path / "broken.yaml"
    broken.write_text(SMALL.read_text(encoding="utf-8").replace("data: [0, 40, 60]", "data: [0, 40]"), encoding="utf-8")
    code, out, err = run(str(broken))
    assert (code, out) == (3, "")
    assert "broken.yaml" in err
    assert run()[0] == 2
