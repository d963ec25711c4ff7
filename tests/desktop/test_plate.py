"""Charts as pictures for a printed document: everything is painted, Chinese too, in the web page's colours."""

from io import BytesIO

import pygame

from game.charts.chart import Area, Label, Mark, Stroke
from game.charts.drawing import Drawing, enlarged
from game.charts.svg import TONES
from game.desktop.plate import GRAIN, plate

OPS = (Area(((0, 0), (90, 0), (90, 20), (0, 20)), "cool"), Stroke(((0, 30), (90, 30)), "accent", 4),
       Stroke(((0, 40), (90, 40)), "axis", 2, dashed=True), Mark((45, 60), "square", 8, "hot"),
       Label("鱼骨图 Fish", (45, 70), "centre", "ink"))  # fmt: skip


def painted(*ops):
    return pygame.image.load(BytesIO(plate(Drawing(ops, (90, 90), 14))), "x.png")


def test_every_kind_of_operation_leaves_its_colour():
    image = painted(*OPS)
    assert image.get_size() == (90 * GRAIN, 90 * GRAIN)
    for tone, at in (("accent", (45, 30)), ("hot", (45, 60))):
        assert image.get_at((at[0] * GRAIN, at[1] * GRAIN))[:3] == pygame.Color(TONES[tone])[:3]
    assert image.get_at((2, 178))[:3] == (255, 255, 255)
    for n in range(len(OPS)):
        without = painted(*(op for i, op in enumerate(OPS) if i != n))
        assert pygame.image.tobytes(without, "RGB") != pygame.image.tobytes(image, "RGB")


def test_words_of_different_scripts_are_not_the_same_empty_box():
    told = {pygame.image.tobytes(painted(Label(text, (5, 20), "left", "ink")), "RGB") for text in ("鱼", "骨", "F")}
    assert len(told) == 3


def test_what_is_enlarged_keeps_its_proportions():
    large = enlarged(Drawing(OPS, (90, 80), 14), 3)
    assert (large.size, large.em) == ((270, 240), 42)
    assert large.ops[1] == Stroke(((0, 90), (270, 90)), "accent", 12)
    assert large.ops[3] == Mark((135, 180), "square", 24, "hot")
