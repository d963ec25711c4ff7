"""Pictures of life cycles and tables: everything is on them, in every language, and they can be drawn."""

from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from game.charts.chart import Label, Mark, Stroke
from game.charts.stack import stacked
from game.cli import qiantou
from game.scenario.text import LANGUAGES
from game.study.lives import lives
from game.study.picture import of_lives, of_tables
from game.study.spots import fields
from game.telling.words import words
from tests.table import SHIPPED, scenario_of


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_state_and_step_has_its_word(lang):
    picture = of_lives(lives(), words(lang, strict=True))
    assert picture.mermaid.count("stateDiagram-v2") == len(lives())
    for life in lives():
        for trigger, a, b in life.steps:
            step = words(lang, strict=True)(f"graph.step.{life.name}.{trigger}")
            assert f"  {a} --> {b} : {step}" in picture.mermaid
    assert {op.text for op in picture.ops if isinstance(op, Label)} >= {
        words(lang)(f"graph.life.{life.name}") for life in lives()
    }


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_the_spots_of_a_table_are_its_zone(path):
    scenario = scenario_of(f"{path.stem}-class")
    for table in scenario.tables:
        for field in fields(table):
            for spot in field.spots:
                if spot.kind in ("zone", "nash"):
                    assert spot.lead >= field.walkaway
                    assert spot.least >= 0
            assert sum(spot.kind == "nash" for spot in field.spots) <= 1
            assert [spot.package for spot in field.spots if spot.kind == "fallback"] == [table.fallback]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_package_is_drawn_within_the_picture(lang):
    scenario = scenario_of("market_street-class")
    picture = of_tables(scenario, words(lang, strict=True))
    marks = [op for op in picture.ops if isinstance(op, Mark)]
    assert len(marks) == 2 * (27 + 4)
    assert all(0 <= op.at[0] <= picture.size[0] and 0 <= op.at[1] <= picture.size[1] for op in marks)
    assert picture.mermaid.count("quadrantChart") == 2


def test_panels_are_moved_whole():
    first = (Mark((1, 2), "circle", 3, "ink"),)
    second = (Stroke(((0, 0), (4, 5)), "ink", 1),)
    ops, size = stacked([(first, (10, 20)), (second, (8, 6))], 2)
    assert size == (10, 28)
    assert ops[1].points == ((0, 22), (4, 27))


@pytest.mark.parametrize("subject", ["lives", "tables"])
def test_the_command_draws(subject, tmp_path):
    out = tmp_path / "x.svg"
    asked = ["graph", "market_street", "--of", subject, "--out", str(out), "--lang", "en"]
    assert CliRunner().invoke(qiantou, asked).exit_code == 0
    assert ElementTree.fromstring(out.read_text(encoding="utf-8")).tag.endswith("svg")


def test_a_picture_never_takes_another_file_s_place(tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text("mine", encoding="utf-8")
    for asked in (["graph", "market_street", "--out"], ["schema", "--out"], ["playtest", "market_street", "--html"]):
        assert CliRunner().invoke(qiantou, [*asked, str(mine)]).exception is not None
    assert mine.read_text(encoding="utf-8") == "mine"
