import pytest

from game.charts.chart import Area, Label, Mark, Op, Series, Stroke, chart
from game.charts.county import Road, Town, county
from game.charts.ring import Seal, ring
from game.charts.svg import svg
from game.charts.type import wide

SERIES = (Series("reported <1>", (0, 500, None, 1000), "accent", "diamond", dashed=True),
          Series("real", (0, 250, 300, 400), "ink", "circle"))  # fmt: skip


def test_everything_lies_on_the_sheet():
    for op in chart(SERIES, ["0", "1", "2", "3"], (600, 300), 16):
        points = op.points if isinstance(op, Stroke) else (op.at,)
        assert all(0 <= x <= 600 and 0 <= y <= 300 for x, y in points)


def test_gaps_break_a_line_and_have_no_mark():
    ops = chart(SERIES, ["0", "1", "2", "3"], (600, 300), 16)
    diamonds = [op for op in ops if isinstance(op, Mark) and op.shape == "diamond"]
    assert len(diamonds) == 3 + 1       # and one in the legend
    assert sum(isinstance(op, Stroke) and op.dashed for op in ops) == 1 + 1


def test_higher_values_lie_higher():
    ops = chart(SERIES[1:], ["0", "1", "2", "3"], (600, 300), 16)
    heights = [op.at[1] for op in ops if isinstance(op, Mark)][1:]
    assert heights == sorted(heights, reverse=True)


def mapped(flag: str = "chosen", within: bool = True) -> tuple[Op, ...]:
    towns = [Town("渡口", (2, 3), 12000, flag), Town("山上", (9, 8), 800, "site", within), Town("磨坊", (12, 2), 0)]
    return county(towns, [Road(0, 1, 0.5, 0, ferry=True), Road(1, 2)], "5 km", (600, 400), 16)


def test_a_map_lies_inside_its_sheet() -> None:
    for op in mapped():
        points = op.points if isinstance(op, Stroke | Area) else (op.at,)
        assert all(0 <= x <= 600 and 0 <= y <= 400 for x, y in points), op


def test_what_is_out_of_reach_has_another_shape() -> None:
    for within, shape in ((True, "circle"), (False, "square")):
        shapes = [op.shape for op in mapped(within=within) if isinstance(op, Mark) and op.shape != "flag"]
        assert shapes == ["circle", shape, "circle"]


def test_without_a_chosen_site_nothing_is_shaded() -> None:
    assert len([op for op in mapped() if isinstance(op, Area)]) == 2
    assert len([op for op in mapped("site") if isinstance(op, Area)]) == 1


def test_the_names_on_a_map_do_not_cover_each_other() -> None:
    close = [Town(f"地方{n}", (n % 3 * 0.9, n // 3 * 0.9), 100) for n in range(6)]
    names = [op for op in county(close, [], "5 km", (600, 400), 16) if isinstance(op, Label)][:-1]
    boxes = [(label.at, (label.at[0] + wide(label.text, 16), label.at[1] + 24)) for label in names]
    for n, (low, high) in enumerate(boxes):
        assert not any(low[0] < c[0] and a[0] < high[0] and low[1] < c[1] and a[1] < high[1] for a, c in boxes[:n])


def test_a_map_can_be_printed() -> None:
    found = svg(mapped(), (600, 400), 16, "图")
    assert found.count("<polygon") >= 3
    assert "stroke-dasharray" in found


@pytest.mark.parametrize(("size", "em"), [((720, 430), 15), ((1100, 640), 21), ((1200, 760), 31), ((800, 520), 14)])
@pytest.mark.parametrize("stamps", [(1, 1), (1, 1, 6, 1), (1, 1, 1, 6), (1, 1, 1, 1, 1, 6)])
def test_a_ring_lies_inside_its_box_and_its_words_cover_nothing(size: tuple[int, int], em: int,
                                                               stamps: tuple[int, ...]) -> None:  # fmt: skip
    seals = [Seal("Sub-districts" if n == 1 else "会签六家", many, "先到这里" if n == 0 else "", "转8回", n == 1)
             for n, many in enumerate(stamps)]  # fmt: skip
    ops = ring(seals, "转了一圈，没人接，已8个回合", "圈外的物业公司：最后一步在它手里", size, em)
    faces = [op for op in ops if isinstance(op, Mark)]
    assert len(faces) == sum(stamps)
    boxes = []
    for op in ops:
        points = op.points if isinstance(op, Stroke | Area) else (op.at,)
        assert all(0 <= x <= size[0] and 0 <= y <= size[1] for x, y in points), op
        if isinstance(op, Label):
            width = wide(op.text, em)
            left = op.at[0] - {"left": 0, "centre": width // 2, "right": width}[op.anchor]
            boxes.append((op.text, left, op.at[1], left + width, op.at[1] + em * 4 // 3))
    for n, (text, x, y, right, foot) in enumerate(boxes):
        assert x >= 0, text
        assert right <= size[0], text
        assert y >= 0, text
        assert foot <= size[1], text
        assert not any(x < c and a < right and y < d and b < foot for _, a, b, c, d in boxes[:n]), text
        assert not any(x < face.at[0] < right and y < face.at[1] < foot for face in faces), text


def test_the_paper_lies_in_the_middle_only_while_it_goes_round() -> None:
    seals = [Seal("甲", here=True), Seal("乙"), Seal("丙")]
    papers = [[op for op in ring(one, "在哪儿", "", (600, 400), 16) if isinstance(op, Area) and op.tone == "warm"]
              for one in (seals, [Seal("甲"), *seals[1:]])]  # fmt: skip
    (here,), (round,) = papers
    assert max(y for _, y in here.points) < 200 < max(y for _, y in round.points) + 60
