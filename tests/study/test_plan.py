"""Experiment files: what is wrong with one is found where it stands; what is right comes to the arm as written."""

import pytest

from game.scenario.arm import Settings
from game.study.experiment.plan import plan
from game.telling.finding import worder
from game.telling.words import words
from tests.study.experiments import TEXT, planned

MISTAKES = [
    ("unknown-key", "games: 6", "gamse: 6", "gamse"),
    ("not-a-choice", "bot: passive", "bot: pasive", "pasive"),
    ("no-such-scenario", "scenario: ", "scenario: no/", "no/"),
    ("patch-path", "peers.build.workload", "peers.bild.workload", "peers.bild.workload"),
    ("patch-number", "peers.build.workload", "peers.build.name", "{times: 0.5}"),
    ("out-of-range", "{times: 0.5}", "{times: 9}", "{times: 9}"),
    ("out-of-range", "peers.*.trust: 50", "peers.*.trust: 150", "150"),
    ("wanted-number", "peers.*.trust: 50", "peers.*.trust: soft", "soft"),
    ("not-a-hundred", "peers.*.trust: 50", "weights.real: 90", "weights.real"),
    ("unknown-id", "peers.*.trust: 50", "peers.*.under: boss", "boss"),
    ("when-unknown-name", "peers.*.trust: 50", "moves.memo.when: clarty.share >= 4", "clarty"),
    ("unknown-key", "peers.*.trust: 50", "rules.nois: 3", "rules.nois"),
    ("no-such-variant", "bot: passive", "bot: passive\n  variant: harsh", "harsh"),
    ("not-a-choice", "do: visit, with: {target: build}", "do: vist, with: {target: build}", "vist"),
    ("too-late", "turns: [1, 2]", "turns: [1, 9]", "[1, 9]"),
    ("too-late", "day: 70", "day: 700", "700"),
    ("too-late", "at: turn 3", "at: turn 30", "turn 30"),
    ("exactly-one", "turns: [1, 2]", "turns: [1, 2], turn: 3", "turns: [1, 2]"),
    ("exactly-one", "{value: trust.build, at: end}", "{at: end}", "{at: end}"),
    ("bad-time", "at: end}", "at: noon}", "noon"),
    ("bad-time", "[start, half]", "[start, later]", "later"),
    ("first-day-of-what", "when: trust.build >= 55, at: f", "value: trust.build, at: f", "first_day"),
    ("when-unknown-name", "value: trust.build, at", "value: trust.bilud, at", "trust.bilud"),
    ("when-needs-number", "value: trust.build, at", "value: flag.opened, at", "flag.opened"),
    ("when-not-a-condition", "when: trust.build > 50", "when: trust.build + 50", "trust.build + 50"),
    ("unknown-arm", "arm: calls, against", "arm: cals, against", "cals"),
    ("unknown-measure", "measure: trust", "measure: trsut", "trsut"),
    ("not-a-choice", "kind: direction", "kind: direciton", "direciton"),
    ("exactly-one", ", at_least: 60", ", at_least: 60, at_most: 3", "at_most: 3"),
    ("unknown-key", "sign: up, least: 1", "sing: up, least: 1", "sing"),
]


@pytest.mark.parametrize(("code", "old", "new", "at"), MISTAKES, ids=[f"{m[0]}-{n}" for n, m in enumerate(MISTAKES)])
def test_a_mistake_is_found_where_it_stands(tmp_path, code, old, new, at):
    ready, findings, text = planned(tmp_path, (old, new))
    assert ready is None
    found = next(f for f in findings if f.code == code)
    line = text.count("\n", 0, text.index(at, text.index(new))) + 1
    assert found.path.endswith("small_one.yaml")
    assert found.span.line == line
    for lang in ("zh", "en", "tw"):
        message, cure = worder(words(lang).raw)(found)
        assert message
        assert cure
        assert "{" not in message.replace("{…}", "")


def test_every_mistake_is_found_at_once_and_only_once(tmp_path):
    slips = ("do: visit, with: {target: build}", "do: vist"), ("value: trust.b", "value: tr.b")
    _, findings, _ = planned(tmp_path, *slips)
    assert [f.code for f in findings] == ["not-a-choice", "when-unknown-name"]


def test_an_experiment_without_arms_is_none(tmp_path):
    text = TEXT[: TEXT.index("arms:")] + TEXT[TEXT.index("measures:") :]
    path = tmp_path / "armless.yaml"
    path.write_text(text, encoding="utf-8")
    assert [f.code for f in plan(path, Settings())[1]] == ["no-arms"]


def test_patches_come_to_the_arm_as_written(tmp_path):
    new = "peers.*.trust: {plus: -5}\n    rules.noise: {times: 1.5}"
    ready, findings, _ = planned(tmp_path, ("peers.*.trust: 50", new))
    assert findings == []
    idle, calls = (ready.recipes[arm].setting.scenario() for arm in ("idle", "calls"))
    assert [p.trust for p in idle.peers] == [350, 400, 500]
    assert (idle.peers[0].load, calls.peers[0].load) == (700, 350)
    assert idle.rules.noise == 360


def test_what_stands_there_by_default_can_be_changed_relatively(tmp_path):
    new = """\
lead.duty: {times: 0.5}
    leaders.chief.agenda.0.weight: 70
    leaders.chief.agenda.1.weight: {plus: -10}
    rules: {energy: 8}
    rules.energy: {plus: 1}"""
    ready, findings, _ = planned(tmp_path, ("peers.*.trust: 50", new))
    assert findings == []
    scenario = ready.recipes["idle"].setting.scenario()
    assert (scenario.lead.duty, scenario.rules.energy) == (250, 9)


def test_factors_make_all_combinations(tmp_path):
    factors = """\
factors:
  lead: {high: {set: {lead.influence: 80}}, low: {set: {lead.influence: 20}}}
  work: {high: {set: {peers.*.workload: 80}}, low: {script: [{turn: 1, do: visit, with: {target: build}}]}}
measures:
"""
    expect = "expect:\n  - {kind: interaction, measure: trust, of: [lead, work]}\n"
    expect += "  - {kind: mean, measure: trust, arm: 'lead=high,work=low', at_least: 0}\n"
    ready, findings, _ = planned(tmp_path, ("measures:\n", factors), ("expect:\n", expect))
    assert findings == []
    made = ["lead=high,work=high", "lead=high,work=low", "lead=low,work=high", "lead=low,work=low"]
    assert list(ready.recipes)[2:] == made
    assert ready.recipes["lead=high,work=low"].setting.scenario().lead.influence == 800
    assert [d.kind for d in ready.recipes["lead=low,work=low"].script] == ["visit"]
    assert ready.recipes["lead=low,work=high"].script == ()


def test_an_interaction_wants_two_levels(tmp_path):
    factors = "factors:\n  lead: {a: {}, b: {}, c: {}}\n  work: {a: {}, b: {}}\nmeasures:\n"
    expect = "expect:\n  - {kind: interaction, measure: trust, of: [lead, work]}\n"
    _, findings, _ = planned(tmp_path, ("measures:\n", factors), ("expect:\n", expect))
    assert [f.code for f in findings] == ["factor-not-two"]
    uneven = "expect:\n  - {kind: interaction, measure: trust, plus: [idle], minus: []}\n"
    assert [f.code for f in planned(tmp_path, ("expect:\n", uneven))[1]] == ["uneven-contrast"]
