"""Every kind of expectation on made-up numbers: what holds, what fails, what is unclear."""

from random import Random

import pytest
from pydantic import TypeAdapter

from game.scenario.experiment import Expect
from game.study.experiment.judge import Data, judge

N = 60
EXPECT = TypeAdapter(Expect)


def around(mean, spread, seed=1):
    """Values round a mean; exactly on average, so that a point estimate can be told beforehand."""
    dice = Random(seed)
    noise = [dice.gauss(0, 1) for _ in range(N)]
    middle = sum(noise) / N
    return [mean + spread * (x - middle) for x in noise]


def data(**arms):
    """Arms of one measure `m`; a list as it is, a number as a steady value, a pair as a mean with spread."""
    values = {}
    for n, (arm, given) in enumerate(arms.items()):
        if isinstance(given, tuple):
            given = around(*given, seed=n)
        values[arm] = {"m": [float(v) for v in (given if isinstance(given, list) else [given] * N)]}
    return Data(values)


def verdict(numbers, **expected):
    return judge(EXPECT.validate_python(expected), numbers).verdict


DIRECTION = {"kind": "direction", "measure": "m", "arm": "a", "against": "b"}


@pytest.mark.parametrize(
    ("a", "more", "wanted"),
    [
        ((10, 2), {}, "holds"),
        ((10, 2), {"least": 9}, "holds"),
        ((10, 2), {"least": 20}, "fails"),
        ((10, 40), {"least": 11}, "unclear"),
        ((1, 40), {}, "unclear"),
        ((-10, 2), {}, "fails"),
        ((-10, 2), {"sign": "down", "least": 9}, "holds"),
        (0, {}, "fails"),
    ],
)
def test_direction(a, more, wanted):
    assert verdict(data(a=a, b=0), **DIRECTION, **more) == wanted


def test_a_relative_effect_is_in_per_cent_of_the_other_arm():
    found = judge(EXPECT.validate_python({**DIRECTION, "relative": True, "least": 15}), data(a=(60, 1), b=50))
    assert found.estimate == pytest.approx(20)
    assert found.verdict == "holds"


def test_pairing_sees_a_small_effect_through_large_common_luck():
    luck = around(0, 100)
    assert verdict(data(a=[x + 1 for x in luck], b=luck), **DIRECTION) == "holds"
    assert verdict(data(a=[x + 1 for x in luck], b=luck[::-1]), **DIRECTION) == "unclear"


@pytest.mark.parametrize(
    ("a", "more", "wanted"),
    [
        ((0, 1), {"within": 2}, "holds"),
        ((0, 20), {"within": 2}, "unclear"),
        ((9, 1), {"within": 2}, "fails"),
        ((1, 0.5), {"within": 2}, "holds"),
        ((1, 0.5), {"within": 2, "zero": True}, "fails"),
    ],
)
def test_band(a, more, wanted):
    assert verdict(data(a=a, b=0), kind="band", measure="m", arm="a", against="b", **more) == wanted


@pytest.mark.parametrize(
    ("bar", "wanted"), [({"at_most": 6}, "holds"), ({"at_most": 4.9}, "unclear"), ({"at_least": 9}, "fails")]
)
def test_mean(bar, wanted):
    assert verdict(data(a=(5, 2)), kind="mean", measure="m", arm="a", **bar) == wanted
    assert verdict(data(a=(15, 2), b=10), kind="mean", measure="m", arm="a", against="b", **bar) == wanted


@pytest.mark.parametrize(
    ("wins", "more", "wanted"),
    [
        (45, {"reaches": 40, "at_least": 60}, "holds"),
        (34, {"reaches": 40, "at_least": 60}, "unclear"),
        (10, {"reaches": 40, "at_least": 60}, "fails"),
        (45, {"below": 40, "at_most": 25}, "holds"),
        (10, {"below": 40, "at_most": 25}, "fails"),
    ],
)
def test_share(wins, more, wanted):
    numbers = data(a=[100] * wins + [0] * (N - wins))
    assert verdict(numbers, kind="share", measure="m", arm="a", **more) == wanted


MONOTONE = {"kind": "monotone", "measure": "m", "arms": ["a", "b", "c", "d"]}


@pytest.mark.parametrize(
    ("means", "more", "wanted"),
    [
        ((1, 2, 3, 4), {}, "holds"),
        ((4, 3, 2, 1), {"sign": "down"}, "holds"),
        ((4, 3, 2, 1), {}, "fails"),
        ((1, 3, 2.9, 4), {"tolerance": 0.2}, "holds"),
        ((1, 4, 2, 5), {"tolerance": 0.2}, "fails"),
        ((1, 2, 3, 4), {"least": 9}, "fails"),
    ],
)
def test_monotone(means, more, wanted):
    assert verdict(data(**dict(zip("abcd", means, strict=True))), **MONOTONE, **more) == wanted


def test_a_step_back_that_may_be_chance_is_unclear():
    assert verdict(data(a=1, b=(3, 9), c=(2.7, 9), d=9), **MONOTONE) == "unclear"


PEAK = {"kind": "peak", "measure": "m", "arms": ["a", "b", "c", "d"]}


@pytest.mark.parametrize(
    ("means", "more", "wanted"),
    [
        ((1, 5, 4, 2), {"least": 2}, "holds"),
        ((1, 2, 4, 5), {}, "fails"),
        ((5, 1, 2, 6), {"sign": "down"}, "holds"),
        (((1, 30), (2, 30), (1, 30), (1, 30)), {}, "unclear"),
    ],
)
def test_peak(means, more, wanted):
    assert verdict(data(**dict(zip("abcd", means, strict=True))), **PEAK, **more) == wanted


RATIO = {"kind": "ratio", "measure": "m", "effect": ["a", "b"], "over": ["c", "d"]}


@pytest.mark.parametrize(
    ("means", "more", "wanted"),
    [
        ((9, 1, 4, 1), {"at_least": 2}, "holds"),
        ((3, 1, 4, 1), {"at_least": 2}, "fails"),
        ((9, 1, 1, 1), {"at_least": 2}, "holds"),
        (((2, 9), 1, (1.6, 9), 1), {"at_least": 2}, "unclear"),
        ((2, 1, 4, 1), {"at_most": 0.5}, "holds"),
        ((-2, 1, 4, 1), {"at_most": 0.5}, "holds"),
        ((3.9, 1, 4, 1), {"at_most": 0.5}, "fails"),
        ((1, 1, 1, 1), {"at_most": 0.5}, "fails"),
        ((1, 9, 1, 4), {"at_least": 1.5, "sign": "down"}, "holds"),
    ],
)
def test_ratio(means, more, wanted):
    assert verdict(data(**dict(zip("abcd", means, strict=True))), **RATIO, **more) == wanted


def test_a_ratio_over_nothing_is_endless_not_a_crash():
    assert judge(EXPECT.validate_python({**RATIO, "at_least": 2}), data(a=9, b=1, c=1, d=1)).estimate == float("inf")


def cells(factors, value):
    """A full factorial of factors with the levels high and low."""
    values, levels = {"": {}}, {"": {}}
    for f in factors:
        values = {f"{a},{f}={x}": {} for a in values for x in ("high", "low")}
        levels = {f"{a},{f}={x}": {**levels[a], f: x} for a in levels for x in ("high", "low")}
    made = {a: {"m": [float(value(**levels[a]))] * N} for a in values}
    return Data(made, levels, dict.fromkeys(factors, ("high", "low")))


def test_an_interaction_is_the_difference_of_differences():
    def both(u, v, w):
        return 10 * (u == "high" and v == "high") + 3 * (w == "high")

    numbers = cells("uvw", both)
    pair = {"kind": "interaction", "measure": "m", "of": ["u", "v"]}
    assert judge(EXPECT.validate_python(pair), numbers).estimate == 10
    assert verdict(numbers, **pair, least=10) == "holds"
    assert verdict(numbers, **pair, sign="down") == "fails"
    assert verdict(numbers, kind="interaction", measure="m", of=["u", "w"]) == "fails"


def test_a_three_way_interaction_and_one_of_named_arms():
    numbers = cells("uvw", lambda u, v, w: 8 * (u == v == w == "high"))
    three = judge(EXPECT.validate_python({"kind": "interaction", "measure": "m", "of": ["u", "v", "w"]}), numbers)
    assert (three.estimate, three.verdict) == (8, "holds")
    named = {"kind": "interaction", "measure": "m", "plus": ["a", "d"], "minus": ["b", "c"]}
    assert verdict(data(a=9, b=4, c=3, d=1), **named) == "holds"
    assert verdict(data(a=(5, 50), b=4, c=3, d=1), **named, least=1) == "unclear"


def lines(noise):
    """An outcome that follows `x` and not `z`, with noise."""
    x, z, e = around(0, 1, 1), around(0, 1, 2), around(0, noise, 3)
    y = [3 * a + b for a, b in zip(x, e, strict=True)]
    return Data({"a": {"x": x, "z": z, "y": y}})


def test_r2():
    better = {"kind": "r2", "outcome": "y", "by": "x", "than": "z"}
    assert verdict(lines(1), **better, least=50) == "holds"
    assert verdict(lines(1), kind="r2", outcome="y", by="z", than="x") == "fails"
    assert verdict(lines(15), **better) == "unclear"


def test_slope():
    rise = {"kind": "slope", "outcome": "y", "by": "x"}
    found = judge(EXPECT.validate_python(rise), lines(0))
    assert found.verdict == "holds"
    assert found.estimate == pytest.approx(3 * 1.35, rel=0.25)
    assert verdict(lines(1), **rise, than="z") == "holds"
    assert verdict(lines(1), **rise, sign="down") == "fails"
    assert verdict(lines(40), **rise, least=1) == "unclear"


def test_all_is_as_good_as_its_worst():
    good, vague, bad = ({**DIRECTION, "arm": arm} for arm in "abc")
    numbers = data(a=5, b=0, c=-5)
    numbers.values["b"]["m"][:] = around(1, 40)
    vague = {**vague, "against": "d"}
    numbers = Data({**numbers.values, "d": {"m": [0.0] * N}})
    good, bad = {**good, "against": "d"}, {**bad, "against": "d"}
    assert verdict(numbers, kind="all", of=[good, good]) == "holds"
    assert verdict(numbers, kind="all", of=[good, vague]) == "unclear"
    assert verdict(numbers, kind="all", of=[good, vague, bad]) == "fails"
