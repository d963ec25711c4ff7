"""Playtests of the small scenario, made worse on purpose: told as promised, the same for any number of workers."""

import json
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import pytest

from game.charts.bands import Band, bands, scale
from game.charts.chart import Area, Label
from game.charts.svg import svg
from game.cli import qiantou
from game.exit import code_of
from game.scenario.arm import Setting
from game.scenario.load import read
from game.session.bots import LEADS, Planner
from game.study.playtest.clause import Watched
from game.study.playtest.finding import Told, findings
from game.study.playtest.page import as_html
from game.study.playtest.play import Bench, Game, Recipe
from game.study.playtest.report import as_json, as_text
from game.study.playtest.result import BOTS as DEFAULT
from game.study.playtest.result import playtest
from game.study.playtest.wording import GROUPS, Teller
from game.telling.words import words
from tests.table import SMALL, scenario_of, text_of

BAD = """injects:
  never: {title: {zh: 没人见过, en: Unseen <b>}, text: {zh: 来了。, en: Here.}, when: day >= 20 and trust.build >= 99}
  worse:
    title: {zh: 送分题, en: A gift}
    text: {zh: 要不要。, en: Take it.}
    day: 20
    choices:
      take:
        text: {zh: 要, en: Take}
        reply: {zh: 好。, en: Good.}
        effects: [{trust: {who: all, by: 20}}, {real: {work: all, by: 20}}]
      leave: {text: {zh: 不要, en: Leave}, reply: {zh: 算了。, en: No.}, effects: [{trust: {who: all, by: -20}}]}
"""
BOTS = ("passive", "steady")
NEAR = {"clause": "day >= 3", "reached": 1.5, "needed": 3.0}
EVERY = (
    ("dominant", "pressure", {"mark": 50.0, "other": "steady", "other_mark": 40.0}),
    *((f"dead_{kind}.{why}", id, data)
      for kind, id in (("inject", "never"), ("ending", "good"))
      for why, data in (("near", NEAR), ("never", {"clause": "day >= 3"}), ("together", {"clauses": ["a", "b"]}))),
    *((f"dead_inject.{why}", "never", {}) for why in ("uncalled", "untested", "unlucky")),
    ("dead_ending.shadowed", "good", {}),
    ("dominated", "worse.leave", {"better": "take", "by": 2.0}),
    ("trap_pays", "worse.leave", {}),
    ("harmful_action", "visit", {"by": 2.0}),
    ("harmful_move", "pilot", {"by": 2.0}),
    *((f"action_{how}", "visit", {}) for how in ("untaken", "unoffered")),
    *((f"move_{how}", "pilot", {}) for how in ("untaken", "unoffered")),
    ("never", "peers.build.window", {"clause": "day >= 3"}),
)


def setting(*changes):
    text = text_of("small-class")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    reading = read(text, "small.yaml")
    assert reading.playable, reading.findings
    return Setting(reading.source.data, (), "class", ""), reading.source


@cache
def bad():
    """The small scenario with a dead inject and a dominated reply, playtested."""
    return playtest(*setting(("injects:\n", BAD)), BOTS, 30)


def test_the_document_is_as_promised():
    told = json.loads(as_json(bad(), words("en")))
    assert (told["scenario"], told["games"]) == ("small", 30)
    assert [bot["bot"] for bot in told["bots"]] == list(BOTS)
    for bot in told["bots"]:
        assert bot["score"]["low"] <= bot["score"]["mean"] <= bot["score"]["high"]
        assert sum(bot["endings"].values()) == pytest.approx(1)
        for turns in bot["measures"].values():
            assert len(turns) == scenario_of("small-class").length.turns + 1
            assert all(low <= middle <= high for low, middle, high in turns)
        assert bot["reading"] > 0
    assert set(told["coverage"]) == {"actions", "effects", "moves", "injects", "choices", "endings"}
    assert all(0 <= share <= 1 for shares in told["coverage"].values() for share in shares.values())
    assert told["coverage"]["injects"]["never"] == 0
    assert told["coverage"]["actions"]["end_turn"] == 1


def test_it_is_the_same_for_any_number_of_workers():
    ready = setting(("injects:\n", BAD))
    one, two = (as_json(playtest(*ready, BOTS, 25, workers=n), words("zh")) for n in (1, 2))
    assert one == two


def test_a_dead_inject_tells_what_came_nearest_and_where_it_stands():
    told = next(f for f in findings(bad()) if f.id == "never")
    assert told.code == "dead_inject.near"
    assert told.data["clause"] == "trust.build >= 99"
    assert 40 < told.data["reached"] < told.data["needed"] == 99
    lines = text_of("small-class").replace("injects:\n", BAD, 1).splitlines()
    assert "trust.build >= 99" in lines[told.line - 1]


def test_a_dominated_reply_is_told_and_the_better_one_named():
    told = [f for f in findings(bad()) if f.code == "dominated" and f.id.startswith("worse.")]
    assert [(f.id, f.data["better"]) for f in told] == [("worse.leave", "take")]
    assert told[0].data["by"] > 1


def test_a_reply_meant_as_a_trap_is_not_called_dominated_but_told_where_it_pays():
    def codes(choice):
        marked = BAD.replace(f"{choice}: {{text", f"{choice}: {{trap: true, text").replace(
            f"{choice}:\n", f"{choice}:\n        trap: true\n")
        return [f.code for f in findings(playtest(*setting(("injects:\n", marked)), BOTS, 30)) if "worse." in f.id]

    assert codes("leave") == []
    assert "trap_pays" in codes("take")


def test_an_action_the_scenario_rules_out_is_not_called_dead():
    shut = replace(bad(), scenario=replace(bad().scenario, discipline_capacity=0))
    told = [{f.id for f in findings(test) if f.code.startswith("action_")} for test in (bad(), shut)]
    assert "discipline" in told[0]
    assert "discipline" not in told[1]
    assert "reserve" not in told[0]


def test_watching_conditions_changes_no_game():
    ready, _ = setting()
    bench = Bench([Recipe(ready, "steady", 1, 1)])
    (rows, counts), = bench.play(0, range(1, 4))
    (again, more), = bench.play(0, range(1, 4))
    assert (rows, counts) == (again, more)
    plain = Bench([Recipe(ready, "steady", 0, 0)])
    assert [r.score for r in plain.play(0, range(1, 4))[0][0]] == [r.score for r in rows]
    places = Watched(ready.scenario()).places
    assert len(places) == len(counts)
    assert all(held <= tests for tests, held, _, _ in counts)


def test_one_route_that_beats_all_others_is_told(monkeypatch):
    monkeypatch.setitem(LEADS, "pressure", LEADS["steady"])
    test = playtest(*setting(), ("passive", "pressure"), 4)
    assert [f.id for f in findings(test) if f.code == "dominant"] == ["pressure"]
    assert [f for f in findings(bad()) if f.code == "dominant"] == []


@pytest.mark.parametrize("lang", ["zh", "en", "tw"])
def test_the_page_stands_alone_and_every_text_in_it_is_escaped(lang):
    page = as_html(bad(), words(lang, strict=True))
    assert "<b>" not in page
    assert ("Unseen &lt;b&gt;" in page) == (lang == "en")
    assert "<script" not in page
    assert "src=" not in page
    assert "href=" not in page
    assert page.count("<svg") == 1 + len(bad().played[0].measures)
    body = page[page.index("<body>") :].removesuffix("</html>\n").removesuffix("</html>")
    assert ElementTree.fromstring(body).tag == "body"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_finding_there_can_be_has_its_words(lang):
    said = words(lang, strict=True)
    assert "99" in as_text(bad(), said)
    for bot in LEADS:
        assert Teller(said, bad()).bot(bot)
    seen = {code.partition(".")[0] for code, _, _ in EVERY}
    assert seen | {"untrue"} == set(GROUPS)  # claims: test_balance
    for code, id, data in EVERY:
        sentence = Teller(said, bad()).finding(Told(code, id, 7, data))
        assert "7" in sentence
        assert "{" not in sentence
        assert said.has(f"playtest.group.{GROUPS[code.partition('.')[0]]}")


def test_a_move_that_only_harms_is_found_by_doing_without_it():
    """Each bot that led its own way is made to use the move; every game is better without it."""
    ruin = "effects: [{trust: {who: all, by: -40}}, {real: {work: all, by: -40}}, {reported: {work: all, by: 30}}]"
    ready, source = setting(("cost: 2, limit: 2, effects: [{clarity: {work: all, by: 5}}, {load: {who: all, by: 3}}]",
                             f"cost: 0, {ruin}"))  # fmt: skip
    test = playtest(ready, source, ("random",), 50)
    gains = test.worth["move:pilot"]
    assert len(gains) == 3
    assert all(gain < 0 for _, gain in gains)
    many = replace(test, worth={"move:pilot": gains * 2, "visit": (("random", 1.0),) * 9})
    assert [(f.code, f.id) for f in findings(many) if f.code.startswith("harmful")] == [("harmful_move", "pilot")]
    assert "pilot" in next(Teller(words("en"), many).finding(f) for f in findings(many) if f.code == "harmful_move")


def test_a_game_without_an_action_never_has_it():
    ready, _ = setting()
    bench = Bench([Recipe(ready, "steady", 2, 2)])
    (rows, _), = bench.play(0, range(1, 2))
    used = {id for kind, id in rows[0].done if kind == "actions"} - {"end_turn", "answer", "move"}
    assert {name for name, _ in rows[0].without if ":" not in name} == used
    for name, score in rows[0].without:
        again = Game(bench._plain, LEADS["steady"](1), 1, (), False, without=name).play()
        assert again.score == score
        assert ("moves", name[5:]) not in again.done if ":" in name else ("actions", name) not in again.done


def test_a_game_that_breaks_is_told_with_its_first_seed(monkeypatch, capsys):
    def broken(seed):
        def bot(seen, options):
            if seed >= 3:
                raise KeyError("lost")
            return LEADS["passive"](seed)(seen, options)

        return bot

    monkeypatch.setitem(LEADS, "steady", broken)
    arguments = ["playtest", str(SMALL), "--games", "4", "--bots", "steady,passive", "--workers", "1", "--json"]
    assert code_of(lambda: qiantou.main(arguments, standalone_mode=False)) == 3
    told = json.loads(capsys.readouterr().out)
    assert [(b["bot"], b["seed"]) for b in told["broke"]] == [("steady", 3)]
    assert "lost" in told["broke"][0]["why"]


def test_the_command_writes_a_page_and_refuses_a_bot_there_is_none_of(tmp_path, capsys):
    page = tmp_path / "report.html"
    arguments = ["playtest", str(SMALL), "--games", "2", "--bots", "passive", "--workers", "1", "--lang", "en"]
    assert code_of(lambda: qiantou.main([*arguments, "--html", str(page)], standalone_mode=False)) == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert "Passive" in capsys.readouterr().out
    wrong = [*arguments[:4], "--bots", "nobody"]
    assert code_of(lambda: qiantou.main(wrong, standalone_mode=False)) == 2
    assert "nobody" in capsys.readouterr().err
    nowhere = [*arguments, "--html", str(tmp_path / "no" / "where.html")]
    assert code_of(lambda: qiantou.main(nowhere, standalone_mode=False)) == 3


def test_a_band_is_drawn_for_every_panel_on_one_scale():
    panels = [Band("a", ((0, 1, 2), (1, 2, 3))), Band("b & c", ((5, 5, 5), (5, 5, 5)))]
    assert scale(panels) == (0, 5)
    assert scale(panels[1:]) == (4, 6)
    ops = bands(panels, scale(panels), 4, (800, 100), 14)
    assert sum(isinstance(op, Area) for op in ops) == 2
    assert {op.text for op in ops if isinstance(op, Label)} >= {"a", "b & c", "0", "2.5", "5"}
    assert "b &amp; c" in svg(ops, (800, 100), 14)


def test_a_slow_lead_plays_no_game_twice(monkeypatch):
    made = []
    monkeypatch.setitem(LEADS, "planner", lambda seed: made.append(seed) or Planner(seed, 2, 1))
    assert playtest(*setting(), ("planner",), 2).played[0].bot == "planner"
    assert made == [1, 2]
    assert "planner" not in DEFAULT
