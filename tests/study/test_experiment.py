"""Whole experiments on the small scenario: the same for any number of workers, and told as what they are."""

import json
from dataclasses import replace
from functools import cache

import pytest

from game.charts.dots import Dot, Panel, dots
from game.charts.svg import svg
from game.cli import qiantou
from game.exit import code_of
from game.scenario.shipped import shipped
from game.study.experiment.measure import place
from game.study.experiment.play import play, prepare, ready
from game.study.experiment.report import as_json, as_text
from game.study.experiment.result import experiments
from game.study.experiment.sensitivity import changed, sensitivity, variations
from game.telling.words import words
from tests.study.experiments import TEXT, planned

BROKE = "{turn: 1, do: dissolve}\n      - {turn: 2, do: visit, with: {target: nobody}}"


@cache
def small(tmp_path):
    """The small experiment, played."""
    return experiments([planned(tmp_path)[0]])[0]


def test_it_is_the_same_for_any_number_of_workers(tmp_path):
    plan, _, _ = planned(tmp_path, ("games: 6", "games: 45"))
    one, two = (experiments([plan, plan], workers=n) for n in (1, 2))
    assert [r.data.values for r in one] == [r.data.values for r in two]
    assert as_json(one, (), words("zh")) == as_json(two, (), words("zh"))


def test_games_are_paired_by_seed(tmp_path):
    plan, _, _ = planned(tmp_path)
    ahead, behind = experiments([plan], first=1)[0], experiments([plan], first=3)[0]
    assert ahead.data.values["idle"]["trust"][2:] == behind.data.values["idle"]["trust"][:-2]


def test_a_script_is_done_and_its_effect_is_seen(tmp_path):
    result = small(tmp_path)
    script = result.scripts["calls"]
    assert "idle" not in result.scripts
    assert (script.done, script.flagged) == (1, False)
    assert result.judgements[0].verdict == "holds"
    assert all(a > b for a, b in zip(result.data.values["calls"]["trust"], result.data.values["idle"]["trust"]))
    assert result.data.mean("calls", "gain") > result.data.mean("idle", "gain")


def test_days_count_from_the_first_turn_that_closes_on_or_after_them(tmp_path):
    result = small(tmp_path)
    assert set(result.data.values["idle"]["warm"]) == {120.0}
    assert min(result.data.values["calls"]["warm"]) < 120
    assert [place(t, 8, 45) for t in ("start", "half", "end", "turn 3", "day 45", "day 46")] == [0, 4, 8, 3, 1, 2]


def test_a_script_that_is_not_done_is_flagged_and_says_why(tmp_path):
    plan, findings, _ = planned(tmp_path, ("{day: 70, do: visit, with: {target: road}}", BROKE))
    assert findings == []
    script = experiments([plan])[0].scripts["calls"]
    assert script.flagged
    assert script.whole == 0
    assert script.done == 0.5
    assert [s.kind for s in script.skipped] == ["dissolve", "visit"]
    assert "nobody" in script.skipped[1].why
    told = as_text(experiments([plan]), (), words("en"))
    assert "not what it says" in told


def test_free_deeds_cost_nothing_and_others_what_they_cost(tmp_path):
    line = "{turns: [1, 2], do: visit, with: {target: build}, free: true}"
    seats = ("build", "road", "water")
    free = "\n      - ".join(f"{{turn: 1, do: visit, with: {{target: {x}}}, free: true}}" for x in seats)
    poor = ("peers.*.trust: 50", "rules.energy: 3")
    for script, done in ((free, True), (free.replace(", free: true", ""), False)):
        plan, findings, _ = planned(tmp_path, (line, script), poor)
        assert findings == []
        assert (experiments([plan])[0].scripts["calls"].done == 1) is done


@pytest.mark.parametrize("lang", ["zh", "en", "tw"])
def test_the_report_has_words_for_everything(tmp_path, lang):
    told = as_text([small(tmp_path)], (), words(lang, True))
    assert "100%" in told
    assert "{" not in told
    assert "experiment." not in told


def test_the_json_is_as_promised(tmp_path):
    document = json.loads(as_json([small(tmp_path)], (), words("en")))
    (found,) = document["experiments"]
    assert {"id", "games", "expectations", "arms", "measures"} <= set(found)
    assert {"text", "estimate", "low", "high", "verdict"} <= set(found["expectations"][0])
    assert found["arms"][1]["script"]["free"] == ["visit"]


def test_constants_are_varied_one_at_a_time_within_their_range(tmp_path):
    plan, _, _ = planned(tmp_path)
    varied = variations([plan], ["trust_visit", "group_bar"])
    assert [(name, factor) for _, name, factor in varied] == [
        ("trust_visit", 80), ("trust_visit", 120), ("group_bar", 80), ("group_bar", 120)
    ]  # fmt: skip
    assert all(v.held for v in sensitivity([plan], ["trust_visit", "group_bar"]))
    assert changed(1000, 120, "repeat") == 1000
    assert changed(101, 120, "trust_visit") == 121


def test_an_arm_that_reads_a_constant_not_at_all_need_not_be_played_again(tmp_path):
    plan, _, _ = planned(tmp_path)
    names = ["trust_visit", "trust_drift", "personnel_bar", "group_life", "noise", "fallback_reach"]
    borne = sensitivity([plan], names, workers=1)
    for (varied, name, factor), found in zip(variations([plan], names), borne, strict=True):
        (brute,) = experiments([varied])
        assert (found.constant, found.factor) == (name, factor)
        assert found.verdicts == tuple(j.verdict for j in brute.judgements)
    watched = ready(replace(plan.recipes["idle"], watched=True), prepare(plan.recipes["idle"].setting))
    assert "noise" in play(watched, 1).read
    assert "personnel_bar" not in play(watched, 1).read


@pytest.fixture
def run(capsys, monkeypatch):
    monkeypatch.setenv("QIANTOU_LANG", "en")

    def command(*args):
        code = code_of(lambda: qiantou(["experiment", *map(str, args)], standalone_mode=False))
        told = capsys.readouterr()
        return code, told.out, told.err

    return command


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "small_one.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_command_and_its_exit_codes(run, file, tmp_path):
    assert run(file, "--workers", 1)[0] == 0
    code, out, _ = run(file, "--workers", 1, "--games", 3, "--json", "--chart", tmp_path / "c.svg")
    assert code == 0
    assert json.loads(out)["experiments"][0]["games"] == 3
    assert (tmp_path / "c.svg").read_text(encoding="utf-8").startswith("<svg")
    file.write_text(TEXT.replace("sign: up", "sign: down"), encoding="utf-8")
    code, out, _ = run(file, "--workers", 1)
    assert code == 1
    assert "fails" in out
    file.write_text(TEXT.replace("arm: calls", "arm: cals"), encoding="utf-8")
    code, out, _ = run(file, "--json")
    assert code == 1
    assert {f["code"] for f in json.loads(out)["findings"]} == {"unknown-arm"}
    assert run(tmp_path / "missing.yaml")[0] == 3
    assert run(file, "--sensitivity", "--constants", "nosuch")[0] == 2
    assert run(file, "--constants", "noise")[0] == 2
    assert run(tmp_path / "no", "--games", 1)[0] == 2


def test_a_folder_and_an_id_stand_for_files(run, file, tmp_path):
    assert run(tmp_path, "--workers", 1, "--games", 2)[0] == 0
    (tmp_path / "empty").mkdir()
    assert run(tmp_path / "empty")[0] == 3
    assert run("h14", "--workers", 1, "--games", 2)[0] in (0, 1)


def test_sensitivity_is_told(run, file):
    code, out, _ = run(file, "--workers", 1, "--games", 2, "--sensitivity", "--constants", "trust_visit", "--json")
    (found,) = json.loads(out)["experiments"]
    assert code == 0
    assert found["sensitivity"]["tried"] == 2
    assert "trust_visit" not in json.loads(out)["constants"]


def test_every_experiment_that_ships_can_be_run():
    from game.scenario.arm import Settings
    from game.study.experiment.plan import plan

    files = sorted((shipped("scenarios") / "experiments").glob("*.yaml"))
    assert files
    settings = Settings()
    for path in files:
        ready, findings = plan(path, settings, games=2)
        assert findings == []
        assert ready.experiment.file.id == path.stem


def test_a_chart_has_a_dot_and_a_whisker_for_every_row():
    panel = Panel("a <b>", (Dot("one", 1, 0.5, 1.5), Dot("two", 3, 3, 3)))
    ops, height = dots([panel, Panel("flat", (Dot("x", 2, 2, 2),))], 600, 16)
    drawn = svg(ops, (600, height), 16, "t & t")
    assert drawn.count("<circle") == 3
    assert "a &lt;b&gt;" in drawn
    assert "t &amp; t" in drawn
