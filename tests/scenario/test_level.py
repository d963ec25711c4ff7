"""Levels in words: 低, 中, 高 stand for 25, 50, 75 wherever a number from 0 to 100 does, and nothing else does."""

import pytest

from game.scenario.load import load, read
from tests.table import SMALL

TEXT = SMALL.read_text(encoding="utf-8")


@pytest.mark.parametrize(("word", "number"), [("低", 25), ("中", 50), ("高", 75), ("low", 25), ("high", 75)])
def test_a_word_is_the_level_it_stands_for(word, number):
    text = TEXT.replace("    trust: 40\n", f"    trust: {word}\n", 1)
    assert text != TEXT
    assert load(text, "x.yaml", "class").peers[0].trust == 10 * number


def test_any_other_word_is_found_where_it_stands():
    line = TEXT.split("\n").index("    trust: 40") + 1
    findings = read(TEXT.replace("    trust: 40\n", "    trust: 很高\n", 1), "x.yaml").findings
    assert [(f.span.line, f.severity) for f in findings] == [(line, "error")]


def test_a_word_is_no_number_of_turns():
    findings = read(TEXT.replace("turns: 4", "turns: 高", 1), "x.yaml").findings
    assert [f.span.line for f in findings] == [TEXT[: TEXT.index("turns: 4")].count("\n") + 1]


def test_a_chance_and_a_claim_take_words_too():
    text = TEXT.replace("chance: 40", "chance: 低")
    text += "balance:\n  x: {grade: B, at_most: 高}\n"
    file = read(text, "x.yaml").file
    assert (file.injects["shuffle"].chance, file.balance["x"].at_most) == (25, 75)
