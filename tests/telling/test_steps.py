import pytest

from game.charts.chart import Mark, Stroke
from game.charts.waterfall import Bar, Columns, span, waterfall
from game.rules import explain, view
from game.rules.reason import combined, least, mask, product, term, total
from game.rules.view import edges
from game.telling.reason import lines
from game.telling.steps import folded, steps
from game.telling.words import words
from tests.table import scenario_of, states

ZH = words("zh")
SCENARIO = scenario_of("small-class")


def found(reason):
    return steps(ZH, SCENARIO, reason)


def test_each_term_of_a_sum_starts_where_the_last_ended():
    one, two, whole = found(total("trust", [term("visit", 50), term("faded", -20)]))
    assert (one.start, one.end, one.kind) == (0, 50, "up")
    assert (two.start, two.end, two.kind) == (50, 30, "down")
    assert (whole.start, whole.end, whole.kind) == (0, 30, "whole")
    assert two.shown.startswith("▼")


def test_a_product_starts_from_all_and_least_marks_the_shortest():
    first, second, _ = found(product("rate", [term("clear_enough", 800), term("start", 500)]))
    assert (first.start, first.end, second.end) == (1000, 800, 400)
    kinds = [s.kind for s in found(least("shortest", [term("middle", 700), term("low", 300)]))]
    assert kinds == ["part", "least", "whole"]


def test_what_is_not_known_shows_the_band_and_nothing_else():
    reasons = [total("trust", [term("visit", 50), term("faded", hidden)]) for hidden in (-20, 400)]
    one, other = (found(mask(reason, lambda name: name == "visit", -1000, 1000)) for reason in reasons)
    assert one == other
    assert [s.kind for s in one] == ["up", "unknown", "unknown"]


@pytest.mark.parametrize("most", [5, 9])
def test_folding_keeps_the_sum_and_the_count(most):
    reason = total("trust", [term(n, v) for n, v in zip("abcdefghijkl", range(-60, 60, 10), strict=True)])
    kept = folded(ZH, found(reason), most)
    assert len(kept) <= most
    assert kept[-2].end == reason.value == combined(reason)


def test_the_steps_of_every_sum_come_to_its_value():
    state = states("small-class", 1)[20]
    for what in ("heat.upper", "clarity.check", "rate.share", "credibility"):
        reason = explain(SCENARIO, state, "trainer", what)
        top = [s for s in found(reason)[:-1] if not s.depth]
        assert reason.how == "term" or top[-1].end == reason.value


def test_a_wide_band_is_cut_and_bars_stay_on_their_columns():
    bars = [Bar(("a",), "+5", "up", 0, 50), Bar(("b", "c"), "-2", "down", 50, 30),
            Bar(("d",), "?", "unknown", -3000, 3000)]  # fmt: skip
    assert span(bars) == (-10, 60)
    ops, height = waterfall(bars, Columns(100, 200, 50), 16)
    xs = [x for op in ops if isinstance(op, Stroke) for x, _ in op.points]
    assert min(xs) >= 0
    assert max(xs) <= 100 + 200 + 50 + 2 * 16
    assert height == 4 * 24
    assert not [op for op in ops if isinstance(op, Mark)]


def test_trust_and_goodwill_are_told_as_the_band_the_board_shows():
    """The same the view gives, and as narrow; what lies in no band anybody sees is not known."""
    for state in states("small-class"):
        seen = view(SCENARIO, state, "lead")
        peer, leader = SCENARIO.peers[0].id, SCENARIO.leaders[0].id
        for what, shown in ((f"trust.{peer}", seen.peers[0].trust), (f"favor.{leader}", seen.leaders[0].favor)):
            reason = explain(SCENARIO, state, "lead", what)
            low, high = edges(shown)
            assert reason.band == (low, high)
            assert lines(ZH, SCENARIO, reason)[0][1] == f"{low // 10}–{high // 10}"
        assert lines(ZH, SCENARIO, explain(SCENARIO, state, "lead", f"core.{peer}"))[0][1] == ZH("unknown")


def test_a_whole_that_is_a_band_is_drawn_where_it_lies():
    """Not pressed against the edge, as what may be anything is."""
    part = Bar(("unknown",), "?", "unknown", 0, 1000)
    assert span((part, Bar(("whole",), "25–40", "unknown", 250, 400))) == (0, 480)
    assert span((part, Bar(("whole",), "?", "unknown", 0, 1000))) == (0, 1)
