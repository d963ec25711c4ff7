from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desktop.geometry import Rect
from game.desktop.table import seating

RECTS = st.builds(Rect, st.integers(-50, 50), st.integers(-50, 50), st.integers(0, 900), st.integers(0, 900))


@given(RECTS, st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(0, 8))
def test_columns_and_rows_share_out_every_pixel(rect, weights, gap):
    gaps = gap * (len(weights) - 1)
    assert sum(cell.w for cell in rect.columns(weights, gap)) == max(0, rect.w - gaps)
    assert sum(cell.h for cell in rect.rows(weights, gap)) == max(0, rect.h - gaps)
    assert not any(a.overlaps(b) for a, b in combinations(rect.columns(weights, gap), 2))


@given(RECTS, RECTS)
def test_common_part(a, b):
    assert a.overlaps(b) == b.overlaps(a)
    if a.overlaps(b):
        assert a.encloses(a.common(b))
        assert b.encloses(a.common(b))


def test_cutting():
    strip, rest = Rect(0, 0, 100, 50).cut_top(20, 5)
    assert (strip, rest) == (Rect(0, 0, 100, 20), Rect(0, 25, 100, 25))
    strip, rest = Rect(0, 0, 100, 50).cut_left(200, 5)
    assert (strip, rest) == (Rect(0, 0, 100, 50), Rect(100, 0, 0, 50))


def test_within_moves_without_resizing():
    assert Rect(95, -5, 10, 10).within(Rect(0, 0, 100, 100)) == Rect(90, 0, 10, 10)


@pytest.mark.parametrize("peers", range(1, 10))
@pytest.mark.parametrize("heads", range(1, 4))
@pytest.mark.parametrize("space", [Rect(0, 0, 1200, 650), Rect(0, 0, 800, 420), Rect(0, 0, 300, 300)])
def test_no_two_plates_share_a_seat(space, heads, peers):
    seats = seating(space, [(150, 80)] * heads, [(150, 80)] * peers, (150, 80), 12)
    plates = (*seats.heads, *seats.sides, seats.own)
    assert (len(seats.heads), len(seats.sides)) == (heads, peers)
    assert not any(a.overlaps(b) for a, b in combinations(plates, 2))
    assert all(plate.bottom <= seats.bottom for plate in plates)
    assert seats.table is None or all(space.encloses(plate) for plate in plates)


def test_a_usual_meeting_gets_its_table():
    assert seating(Rect(0, 0, 1200, 650), [(190, 105)] * 2, [(190, 105)] * 7, (190, 105), 16).table
