"""Means, quantiles, intervals and lines against closed forms."""

import math
from random import Random
from statistics import NormalDist, correlation, linear_regression

import pytest

from game.study.experiment import statistics as st
from game.study.experiment.statistics import (
    RESAMPLES,
    bootstrap,
    interval,
    mean,
    proportion,
    quantile,
    r_squared,
    slope,
    sums,
)

XS = (1.0, 2.0, 3.0, 4.0, 5.0, 8.0)
YS = (2.0, 1.0, 4.0, 3.0, 7.0, 5.0)


def test_quantiles_lie_between_the_nearest_values():
    assert quantile([4, 1, 3, 2], 0.5) == 2.5
    assert quantile([1, 2, 3, 4, 5], 0.25) == 2
    assert quantile([1, 2], 0.975) == pytest.approx(1.975)
    assert quantile([math.inf, 1.0], 0.0) == 1.0


def test_a_share_of_few_games_is_never_certain():
    assert proportion(20, 20) == pytest.approx((0.83887, 1.0), abs=1e-4)
    assert proportion(0, 20) == pytest.approx((0.0, 0.16113), abs=1e-4)
    assert proportion(10, 20) == pytest.approx((0.29930, 0.70070), abs=1e-4)


def test_a_line_is_the_least_squares_line():
    found = sums(list(zip(XS, YS, strict=True)))
    assert slope(found) == pytest.approx(linear_regression(XS, YS).slope)
    assert r_squared(found) == pytest.approx(correlation(XS, YS) ** 2)


def test_what_does_not_vary_explains_nothing():
    still = sums([(3.3, y) for y in YS])
    assert slope(still) == 0
    assert r_squared(still) == 0
    assert r_squared(sums([(x, 0.1) for x in XS])) == 0


def test_the_interval_of_a_mean_is_nearly_the_normal_one():
    values = [NormalDist(10, 2).inv_cdf((i + 0.5) / 400) for i in range(400)]
    low, high = interval(bootstrap(400).means(values))
    assert mean(values) == pytest.approx(10)
    assert (low, high) == (pytest.approx(10 - 1.96 * 0.1, abs=0.03), pytest.approx(10 + 1.96 * 0.1, abs=0.03))


def test_differences_of_resampled_means_are_resampled_differences():
    a, b = list(XS), list(YS)
    boot = bootstrap(len(XS))
    apart = [x - y for x, y in zip(boot.means(a), boot.means(b), strict=True)]
    assert apart == pytest.approx(boot.means([x - y for x, y in zip(a, b, strict=True)]))
    assert len(apart) == RESAMPLES


def test_a_constant_has_an_interval_of_nothing():
    assert interval(bootstrap(7).means([0.3] * 7)) == (pytest.approx(0.3), pytest.approx(0.3))


def test_the_resamples_are_always_the_same():
    from game.study.experiment.statistics import Bootstrap

    assert Bootstrap(9).means(range(9)) == Bootstrap(9).means(range(9))


def test_the_interval_of_many_games_goes_on_where_that_of_fewer_ends(monkeypatch):
    dice = Random(4)
    values = [dice.choice((20.0, 45.5, 70.0)) for _ in range(st.MANY)]
    plain = st.mean_interval(values)
    monkeypatch.setattr(st, "MANY", st.MANY + 1)
    resampled = st.mean_interval(values)
    assert plain[0] == resampled[0]
    assert plain == pytest.approx(resampled, abs=0.1)
    assert st.mean_interval([3.0]) == (3.0, 3.0, 3.0)
