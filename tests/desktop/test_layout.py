from itertools import combinations

import pytest
from example import Example

from game.desktop.explanation import Explanation
from game.desktop.focus import usable
from game.desktop.geometry import Rect
from game.desktop.sheet import Sheet, window_factor
from game.desktop.theme import MEASURE, TARGET
from game.desktop.type import Type
from game.telling.glyphs import missing

SIZES = [(800, 600), (1280, 720), (1920, 1080)]


def laid_out(size, scale=100, screen=None, **more):
    sheet = Sheet(size, Type(window_factor(size) * scale / 100), **more)
    (screen or Example()).layout(sheet)
    return sheet


def layouts():
    return [laid_out(size, scale, Example(asking)) for size in SIZES for scale in (100, 150, 200)
            for asking in (False, True)]


@pytest.fixture(scope="module", name="sheets")
def _sheets():
    return layouts()


def test_the_same_screen_gives_the_same_widgets():
    assert laid_out((1280, 720)).widgets == laid_out((1280, 720)).widgets


def test_everything_pressable_is_large_enough_and_named(sheets):
    for sheet in sheets:
        for widget in sheet.widgets:
            if widget.interactive:
                assert min(widget.rect.size) >= TARGET, widget.id
                assert widget.name


def test_lines_stay_inside_their_widget(sheets):
    for sheet in sheets:
        for widget in sheet.widgets:
            for line in widget.lines:
                width = sheet.ruler.width(line.style, line.text)
                box = Rect(line.x, line.y, width, sheet.ruler.height(line.style))
                assert widget.rect.inset(-1).encloses(box), (sheet.rect, widget.id, line)


def test_no_line_of_text_is_longer_than_forty_characters(sheets):
    for sheet in sheets:
        for widget in sheet.widgets:
            for line in widget.lines:
                assert sheet.ruler.width(line.style, line.text) <= MEASURE * sheet.ruler.size(line.style)


def test_nothing_pressable_overlaps(sheets):
    for sheet in sheets:
        pressable = [widget for widget in usable(sheet.widgets) if widget.interactive]
        for a, b in combinations(pressable, 2):
            assert not a.rect.overlaps(b.rect), (sheet.rect, a.id, b.id)


def test_everything_lies_in_the_window_or_can_be_scrolled_to(sheets):
    for sheet in sheets:
        for widget in sheet.widgets:
            assert widget.region or sheet.rect.encloses(widget.rect), widget.id


def test_a_region_can_be_scrolled_to_its_end_and_no_further():
    sheet = laid_out((800, 600), 200, scrolled={"side": 10**6})
    side = next(widget for widget in sheet.widgets if widget.id == "side")
    last = next(widget for widget in sheet.widgets if widget.id == "quit")
    assert side.data.offset == side.data.furthest > 0
    assert last.rect.bottom == side.rect.bottom


def test_logs_start_at_their_end():
    sheet = laid_out((800, 600))
    with sheet.scroll("log", Rect(0, 0, 300, 100), role="log", stick=True) as column:
        for i in range(50):
            column.text(f"第 {i} 条")
    log = next(widget for widget in sheet.widgets if widget.id == "log")
    assert log.data.offset == log.data.furthest > 0


def test_a_row_too_narrow_is_stacked():
    sheet = laid_out((800, 600))
    column = sheet.column(Rect(0, 0, 300, 500))
    with column.row(1, 1, least=20) as (left, right):
        left.text("左")
        right.text("右")
    first, second = sheet.widgets[-2:]
    assert first.rect.bottom <= second.rect.y


def test_every_character_of_the_screen_is_in_the_font(sheets):
    assert missing("".join(widget.text for sheet in sheets for widget in sheet.widgets)) == ""


def test_a_tooltip_stays_in_the_window():
    sheet = laid_out((800, 600))
    sheet.tooltip(Explanation("要先有一次通报，才能请领导出面约谈。" * 3), Rect(780, 590, 10, 10))
    assert sheet.rect.encloses(sheet.widgets[-1].rect)
