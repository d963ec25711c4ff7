import pytest

from game.desktop.theme import STYLES, THEMES, contrast
from game.desktop.type import Type


def test_contrast_as_defined():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_tone_is_readable_on_its_paper(theme):
    weak = [(name, tone, round(contrast(getattr(look, tone), look.paper), 2))
            for name, look in theme.looks.items() for tone in ("ink", "soft", "accent")
            if contrast(getattr(look, tone), look.paper) < 4.5]
    assert weak == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_focus_ring_shows_on_any_ground(theme):
    for look in theme.looks.values():
        assert max(contrast(theme.focus, look.paper), contrast(theme.halo, look.paper)) >= 3


def test_contrast_theme_is_stark():
    assert all(contrast(look.ink, look.paper) >= 15 for look in THEMES["contrast"].looks.values())


def test_no_type_is_smaller_than_18_pixels_at_1080_lines():
    assert min(style.size for style in STYLES.values()) >= 18


def test_measured_lines_are_never_narrower_than_drawn_ones():
    type = Type(1.0)
    for text in ("水环境综合治理，AVATAR To 2024/6 “引号” ——", "Wavy Typo 100%"):
        assert type.image(text, "body", (0, 0, 0)).get_width() <= type.width("body", text) + 2


def test_line_images_are_drawn_once():
    type = Type(1.0)
    assert type.image("牵头", "body", (0, 0, 0)) is type.image("牵头", "body", (0, 0, 0))
