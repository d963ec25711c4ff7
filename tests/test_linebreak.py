from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.telling.columns import columns
from game.telling.linebreak import NOT_AT_END, NOT_AT_START, break_lines

PROSE = st.text(alphabet="牵头单位发文责任清单，。；：！？、）》”…（《“「 AZaz09%.￥", max_size=120)


def cells(text: str, width: int) -> list[str]:
    return break_lines(text, width, columns)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_fills_lines_to_the_width():
    assert cells("水环境综合治理牵头单位", 8) == ["水环境综", "合治理牵", "头单位"]


def test_a_closing_mark_takes_a_character_down_with_it():
    assert cells("请各单位，抓紧办", 8) == ["请各单", "位，抓紧", "办"]


def test_an_opening_mark_goes_to_the_next_line():
    assert cells("会议纪要《关于治水》", 10) == ["会议纪要", "《关于治", "水》"]


@pytest.mark.parametrize("unit", ["——", "……", "3,500.5%", "V2.0", "Taihu", "12:30", "￥300"])
def test_units_stay_whole(unit):
    for width in range(10, 24):
        assert any(unit in line for line in cells(f"台账数字报到{unit}后再看实绩", width))


def test_straight_quotes_stay_with_what_they_touch():
    for width in range(12, 40):
        for line in break_lines('He said: "Not every task, \'if any\', needs a body." So it was left.', width, len):
            assert not line.endswith((' "', " '"))
            assert not line.startswith(('" ', "' "))
            assert line not in ('"', "'")


def test_paragraphs_and_empty_lines_are_kept():
    assert cells("一\n\n二三", 2) == ["一", "", "二", "三"]
    assert cells("", 10) == [""]


def test_latin_words_part_at_spaces_which_vanish_at_line_ends():
    assert cells("lead without authority", 12) == ["lead without", "authority"]
    assert cells("lead without authority", 13) == ["lead without", "authority"]


def test_indentation_at_the_start_of_a_paragraph_survives():
    assert cells("　　各县区", 40) == ["　　各县区"]


def test_a_word_wider_than_the_line_is_cut_by_force():
    assert cells("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert cells("汉", 1) == ["汉"]


@given(PROSE, st.integers(2, 60))
def test_nothing_is_lost_and_nothing_is_added(text, width):
    assert squeezed("".join(cells(text, width))) == squeezed(text)


@given(PROSE, st.integers(2, 60))
def test_no_line_is_too_wide(text, width):
    assert all(columns(line) <= width for line in cells(text, width))


def lone_marks(text: str) -> bool:
    """Whether `text` has more marks in a row than a line of 24 columns can keep together."""
    run = 0
    for char in text:
        run = run + 1 if char in NOT_AT_START | NOT_AT_END else 0
        if run > 4:
            return True
    return False


@given(PROSE.filter(lambda text: not lone_marks(squeezed(text))), st.integers(40, 80))
def test_kinsoku(text, width):
    lines = [line for line in cells(text, width) if line]
    for before, after in pairwise(lines):
        too_long = columns(before) + columns(after) <= width
        assert after[0] not in NOT_AT_START or too_long
        assert before[-1] not in NOT_AT_END


@given(PROSE, st.integers(2, 60))
def test_breaking_again_changes_nothing(text, width):
    once = cells(text, width)
    assert [again for line in once for again in cells(line, width)] == once
