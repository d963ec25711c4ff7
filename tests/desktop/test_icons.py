from game.desktop.icons import GRID, ICONS
from game.desktop.screens.briefing import ICONS as SOURCES
from game.desktop.screens.deeds import ICONS as DEEDS
from game.rules.deeds import LEAD


def test_every_deed_and_every_paper_has_an_icon_of_the_family():
    assert set(LEAD) - {"end_turn"} == set(DEEDS)
    assert {*DEEDS.values(), *SOURCES.values()} <= set(ICONS)


def test_icons_stay_on_their_grid():
    for name, shapes in ICONS.items():
        assert all(0 <= n <= GRID for _, points in shapes for point in points for n in point), name
