"""The cause graph: who writes what, who reads it, and how it is drawn."""

import pytest
from click.testing import CliRunner

from game.charts.chart import Label, Stroke
from game.charts.layers import Vertex, layers, ranks
from game.cli import qiantou
from game.scenario.load import read_file
from game.study.causes import causes
from tests.table import ROOT, SHIPPED

MARKET = ROOT / "scenarios" / "market_street.yaml"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_every_edge_joins_two_nodes(path):
    found = causes(read_file(path).file)
    keys = [node.key for node in found.nodes]
    assert len(keys) == len(set(keys))
    assert {key for edge in found.edges for key in edge} <= set(keys)


def test_an_effect_leads_by_the_flag_it_sets_to_the_ending_that_reads_it():
    found = causes(read_file(MARKET).file)
    assert ("move:clear_overnight", "flag.night_clearance") in found.edges
    assert ("flag.night_clearance", "ending:swept") in found.edges


def test_a_flag_nobody_sets_and_one_nobody_reads_are_faults(tmp_path):
    text = MARKET.read_text(encoding="utf-8")
    text = text.replace("\nflags:\n", "\nflags:\n  idle: {zh: 闲, en: idle}\n", 1)
    (tmp_path / "m.yaml").write_text(text.replace('"flag.night_clearance"', '"flag.idle"'), encoding="utf-8")
    faults = {n.key: n.fault for n in causes(read_file(tmp_path / "m.yaml").file).nodes if n.fault}
    assert faults["flag.idle"] == "unwritten"
    (tmp_path / "m.yaml").write_text(text.replace("{name: night_clearance}", "{name: idle}"), encoding="utf-8")
    faults = {n.key: n.fault for n in causes(read_file(tmp_path / "m.yaml").file).nodes if n.fault}
    assert faults["flag.idle"] == "unread"
    assert faults["flag.night_clearance"] == "unwritten"


def test_a_layer_lies_behind_all_that_leads_to_it_and_cycles_end():
    assert ranks("abc", [("a", "b"), ("b", "c"), ("a", "c")]) == {"a": 0, "b": 1, "c": 2}
    assert ranks("ab", [("a", "b"), ("b", "a")]) == {"a": 0, "b": 1}
    assert layers([], [], 14)[0] == ()


def test_words_of_a_layer_do_not_overlap_and_stay_inside():
    vertices = [Vertex(k, f"节点 {k}", "circle", "ink") for k in "abcdef"]
    ops, (width, height) = layers(vertices, [("a", "d"), ("b", "d"), ("c", "e"), ("d", "f"), ("f", "a")], 14)
    places = [op.at for op in ops if isinstance(op, Label)]
    assert len(set(places)) == len(vertices)
    assert all(0 <= x < width and 0 <= y < height for x, y in places)
    assert sum(op.dashed for op in ops if isinstance(op, Stroke)) == 1


def test_the_command_prints_mermaid_and_writes_svg(tmp_path):
    told = CliRunner().invoke(qiantou, ["graph", str(MARKET), "--lang", "en"])
    assert told.exit_code == 0
    assert told.output.startswith("flowchart LR\n")
    out = tmp_path / "g.svg"
    drawn = CliRunner().invoke(qiantou, ["graph", str(MARKET), "--out", str(out)])
    assert drawn.exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("<svg")


def test_an_edge_back_goes_round_below_everything():
    vertices = [Vertex(key, key, "circle", "ink") for key in "abc"]
    ops, (_, height) = layers(vertices, [("a", "b"), ("b", "c"), ("c", "a")], 14)
    (back,) = (op for op in ops if isinstance(op, Stroke) and op.dashed)
    lowest = max(op.at[1] for op in ops if isinstance(op, Label)) + 14
    assert lowest < max(y for _, y in back.points) <= height
