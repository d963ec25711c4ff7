"""The games of the bots go as they went before; if they should not, `python -m tests.golden` and read what changed."""

import pytest

from tests.golden import GOLDENS, names, playthrough


@pytest.mark.parametrize("name", names())
def test_a_game_goes_as_it_went_before(name):
    path = GOLDENS / f"{name}.txt"
    assert path.is_file(), f"{name} has no golden yet: python -m tests.golden"
    assert playthrough(name) == path.read_text(encoding="utf-8"), "if this is meant: python -m tests.golden"


def test_no_golden_is_left_of_a_game_that_is_gone():
    assert {p.stem for p in GOLDENS.glob("*.txt")} == set(names())
