from game.charts.chart import Mark, Series, Stroke, chart

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
