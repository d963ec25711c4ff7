from fontTools.ttLib import TTFont

from game.telling.glyphs import covered, font_file, missing


def test_the_list_says_what_the_fonts_hold():
    for bold in (False, True):
        assert covered() <= {chr(point) for point in TTFont(font_file(bold)).getBestCmap()}
    assert len(covered()) > 10_000


def test_the_marks_of_the_window_are_there():
    assert missing("▲◆▼●○■□★☆✓×→←↑↓①②③④⑤⑥⑦⑧⑨⑩￥¥《》“”‘’——……·%‰ⅠⅡ─│") == ""


def test_both_scripts_are_there():
    assert missing("牵头单位暂缓镕囍") == missing("牽頭單位暫緩臺灣裡") == ""


def test_missing_names_each_character_once():
    assert missing("牵\n𠮷头𠮷✗") == "𠮷✗"
