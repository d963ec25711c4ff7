import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.telling.columns import clip, columns, grid, pad


def test_chinese_takes_two_columns():
    assert columns("牵头 lead") == 9
    assert columns("，（）") == 6
    assert columns("e\u0301") == 1


@pytest.mark.parametrize(("align", "result"), [("left", "牵头  "), ("right", "  牵头"), ("centre", " 牵头 ")])
def test_pad(align, result):
    assert pad("牵头", 6, align) == result


def test_clip_marks_what_it_drops():
    assert clip("督查室", 6) == "督查室"
    assert clip("督查室", 5) == "督查…"
    assert clip("督查室", 4) == "督…"
    assert clip("督查室", 0) == ""


@given(st.text(max_size=40), st.integers(0, 30))
def test_pad_is_exact(text, width):
    assert columns(pad(text, width)) == width


def test_a_grid_aligns_its_columns():
    rows = [["席位", "值"], ["a", "40"], ["发改局", "5"]]
    assert grid(rows, right=(1,)) == ["席位    值", "a       40", "发改局   5"]
    assert grid([]) == []
