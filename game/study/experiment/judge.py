"""What becomes of each kind of expectation: an estimate, its 95 % interval and a verdict, from the games' numbers.

Three rules make all verdicts:

* an *effect* (`effect`): with s = +1 for up, −1 for down, it **holds** if s·estimate ≥ least and the interval lies
  wholly on the stated side of 0; it **fails** if the interval does not reach that side at all, or not the least effect
  (s·(its far end) ≤ 0 or < least); else it is **unclear**.
* a *bar* (`bar`): it **holds** if the estimate meets the bar, **fails** if the interval lies wholly on the wrong side
  of it, and is **unclear** if the estimate misses it but the interval reaches it.
* a *band* (`band`): it **holds** if the interval lies within ± the band, **fails** if it lies wholly outside, and is
  **unclear** if it crosses an edge.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from game.scenario import experiment as written
from game.study.experiment import statistics as st
from game.study.experiment.plan import condition_name

Verdict = Literal["holds", "fails", "unclear"]
Levels = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found of one expectation; `bar` is what the estimate is held against."""

    expected: Any
    estimate: float
    low: float
    high: float
    bar: float
    verdict: Verdict
    parts: "tuple[Judgement, ...]" = ()


@dataclass(slots=True)
class Data:
    """All numbers of one experiment: for every arm and measure one value a seed, paired by place."""

    values: Mapping[str, Mapping[str, Sequence[float]]]
    levels: Levels = field(default_factory=dict)
    factors: Mapping[str, Sequence[str]] = field(default_factory=dict)
    _means: dict[tuple[str, str], list[float]] = field(default_factory=dict)

    @property
    def games(self) -> int:
        """How many games each arm has."""
        return len(next(iter(next(iter(self.values.values())).values())))

    def mean(self, arm: str, measure: str) -> float:
        """Return the mean of a measure in an arm."""
        return st.mean(self.values[arm][measure])

    def resampled(self, arm: str, measure: str) -> list[float]:
        """Return the mean of a measure in an arm in every resample."""
        key = arm, measure
        if key not in self._means:
            self._means[key] = st.bootstrap(self.games).means(self.values[arm][measure])
        return self._means[key]

    def contrast(self, measure: str, weights: Mapping[str, float]) -> tuple[float, list[float]]:
        """Return the weighted sum of arms' means, and the same in every resample."""
        rows = [(w, self.resampled(arm, measure)) for arm, w in weights.items()]
        point = sum(w * self.mean(arm, measure) for arm, w in weights.items())
        return point, [sum(w * row[i] for w, row in rows) for i in range(st.RESAMPLES)]

    def difference(self, measure: str, arm: str, against: str) -> tuple[float, list[float]]:
        """Return the mean paired difference of two arms, and the same in every resample."""
        return self.contrast(measure, {arm: 1.0, against: -1.0} if arm != against else {arm: 0.0})


def judge(expected: Any, data: Data) -> Judgement:
    """Return the judgement of one expectation."""
    return _KINDS[expected.kind](expected, data)


def effect(expected: Any, found: tuple[float, Sequence[float]], sign: str, least: float) -> Judgement:
    """Judge an effect that must lie on one side of 0 and be at least so large; see the module."""
    s = 1 if sign == "up" else -1
    estimate, (low, high) = found[0], st.interval(found[1])
    near, far = (low, high) if s > 0 else (-high, -low)
    if s * estimate >= least and near > 0:
        verdict: Verdict = "holds"
    else:
        verdict = "fails" if far <= 0 or far < least else "unclear"
    return Judgement(expected, estimate, low, high, s * least, verdict)


def bar(expected: Any, found: tuple[float, Sequence[float]], at_least: float | None, at_most: float) -> Judgement:
    """Judge an estimate against a bar it must reach, or (if `at_least` is None) must not exceed; see the module."""
    estimate, (low, high) = found[0], st.interval(found[1])
    if at_least is not None:
        verdict: Verdict = "holds" if estimate >= at_least else "fails" if high < at_least else "unclear"
        return Judgement(expected, estimate, low, high, at_least, verdict)
    verdict = "holds" if estimate <= at_most else "fails" if low > at_most else "unclear"
    return Judgement(expected, estimate, low, high, at_most, verdict)


def band(expected: Any, found: tuple[float, Sequence[float]], within: float, zero: bool) -> Judgement:
    """Judge an estimate that must lie within ± `within`, with `zero` also no further from 0 than chance explains."""
    estimate, (low, high) = found[0], st.interval(found[1])
    inside, outside = -within <= low and high <= within, low > within or high < -within
    off = zero and not low <= 0 <= high
    verdict: Verdict = "fails" if outside or (inside and off) else "holds" if inside else "unclear"
    return Judgement(expected, estimate, low, high, within, verdict)


def _relative(data: Data, e: Any) -> tuple[float, list[float]]:
    """Return the difference of two arms: mean(arm − against), or that in % of |mean(against)|."""
    point, samples = data.difference(e.measure, e.arm, e.against)
    if not e.relative:
        return point, samples
    base, bases = data.mean(e.against, e.measure), data.resampled(e.against, e.measure)
    return _over(100 * point, abs(base)), [_over(100 * d, abs(b)) for d, b in zip(samples, bases, strict=True)]


def _over(top: float, bottom: float) -> float:
    """Return a quotient; over nought an endless one of the top's sign (0/0 is 0)."""
    if bottom:
        return top / bottom
    return 0.0 if not top else float("inf") if top > 0 else float("-inf")


def _direction(e: written.Direction, data: Data) -> Judgement:
    """mean(arm − against) is an effect of the stated sign and least size."""
    return effect(e, _relative(data, e), e.sign, e.least)


def _band(e: written.Band, data: Data) -> Judgement:
    """mean(arm − against) lies within the band."""
    return band(e, _relative(data, e), e.within, e.zero)


def _mean(e: written.Mean, data: Data) -> Judgement:
    """mean(arm), or mean(arm − against), meets the bar."""
    if e.against is None:
        found = data.mean(e.arm, e.measure), data.resampled(e.arm, e.measure)
    else:
        found = data.difference(e.measure, e.arm, e.against)
    return bar(e, found, e.at_least, e.at_most or 0.0)


def _share(e: written.Share, data: Data) -> Judgement:
    """100 · (games in which the measure is ≥ reaches, or < below, or the condition holds) / games meets the bar."""
    if e.measure is None:
        counted = [100.0 if v >= 50 else 0.0 for v in data.values[e.arm][condition_name(e.when or "", e.at)]]
    else:
        values = data.values[e.arm][e.measure]
        counted = [
            100.0 if (v >= e.reaches if e.reaches is not None else v < (e.below or 0.0)) else 0.0 for v in values
        ]
    return bar(e, (st.mean(counted), st.bootstrap(data.games).means(counted)), e.at_least, e.at_most or 0.0)


def _monotone(e: written.Monotone, data: Data) -> Judgement:
    """mean(last) − mean(first) is an effect; each step s·(next − this) ≥ −tolerance.

    A step that goes back further makes it unclear; one whose interval lies wholly beyond the tolerance makes it fail.
    """
    s = 1 if e.sign == "up" else -1
    whole = effect(e, data.difference(e.measure, e.arms[-1], e.arms[0]), e.sign, e.least)
    verdict = whole.verdict
    for before, after in zip(e.arms, e.arms[1:], strict=False):
        point, samples = data.difference(e.measure, after, before)
        if s * point < -e.tolerance:
            far = max(s * end for end in st.interval(samples))
            verdict = "fails" if far < -e.tolerance or verdict == "fails" else "unclear"
    return Judgement(e, whole.estimate, whole.low, whole.high, whole.bar, verdict)


def _peak(e: written.Peak, data: Data) -> Judgement:
    """The best inner arm's mean less that of the better end is an effect: min(mean(i) − mean(first), … − mean(last)).

    The inner arm is chosen once, on all games; resamples keep it.
    """
    s = 1 if e.sign == "up" else -1
    best = max(e.arms[1:-1], key=lambda arm: s * data.mean(arm, e.measure))
    (left, lefts), (right, rights) = (data.difference(e.measure, best, end) for end in (e.arms[0], e.arms[-1]))
    found = s * min(s * left, s * right), [s * min(s * a, s * b) for a, b in zip(lefts, rights, strict=True)]
    return effect(e, found, e.sign, e.least)


def _ratio(e: written.Ratio, data: Data) -> Judgement:
    """A / B with A = mean(a1 − a0), B = mean(b1 − b0); judged by A − x·B, which stays finite where B is small.

    At least x: s·A must be an effect and s·(A − x·B) ≥ 0. At most x: s·B must be an effect and s·(A − x·B) ≤ 0.
    It fails if what must be an effect fails, or the interval of s·(A − x·B) lies wholly on the wrong side.
    """
    s = 1 if e.sign == "up" else -1
    (top, tops) = data.difference(e.measure, e.effect[0], e.effect[1])
    (bottom, bottoms) = data.difference(e.over_measure or e.measure, e.over[0], e.over[1])
    x = e.at_least if e.at_least is not None else e.at_most or 0.0
    gap, gaps = s * (top - x * bottom), [s * (a - x * b) for a, b in zip(tops, bottoms, strict=True)]
    must = effect(e, (top, tops) if e.at_least is not None else (bottom, bottoms), e.sign, 0.0).verdict
    rest = bar(e, (gap, gaps), 0.0 if e.at_least is not None else None, 0.0).verdict
    low, high = st.interval([_over(a, b) for a, b in zip(tops, bottoms, strict=True)])
    return Judgement(e, _over(top, bottom), low, high, x, _worst(must, rest))


def _worst(*verdicts: Verdict) -> Verdict:
    """Return the worst of some verdicts: fails, then unclear, then holds."""
    return "fails" if "fails" in verdicts else "unclear" if "unclear" in verdicts else "holds"


def _interaction(e: written.Interaction, data: Data) -> Judgement:
    """Σ ± mean(arm): the difference of differences; with `of`, averaged over the levels of the other factors.

    The first level of a factor counts +1, the second −1; an arm's sign is the product over the factors named.
    """
    if e.of:
        cells: dict[str, float] = {}
        others = 1
        for factor, levels in data.factors.items():
            others *= 1 if factor in e.of else len(levels)
        for arm, chosen in data.levels.items():
            ups = [1 if chosen[f] == data.factors[f][0] else -1 for f in e.of]
            cells[arm] = (-1) ** ups.count(-1) / others
    else:
        cells = dict.fromkeys((*e.plus, *e.minus), 0.0)
        for arm in e.plus:
            cells[arm] += 1
        for arm in e.minus:
            cells[arm] -= 1
    return effect(e, data.contrast(e.measure, cells), e.sign, e.least)


def _lines(data: Data, arms: Sequence[str], by: str, outcome: str) -> tuple[st.Sums, list[st.Sums]]:
    """Return the sums of all points (by, outcome) over the arms' games, whole and in every resample of seeds."""
    chosen = arms or list(data.values)
    a_seed = [
        st.sums([(data.values[a][by][i], data.values[a][outcome][i]) for a in chosen]) for i in range(data.games)
    ]
    every = [(data.values[a][by][i], data.values[a][outcome][i]) for a in chosen for i in range(data.games)]
    columns = [st.bootstrap(data.games).sums([s[k] for s in a_seed]) for k in range(6)]
    return st.sums(every), [(row[0], row[1], row[2], row[3], row[4], row[5]) for row in zip(*columns, strict=True)]


def _explained(e: written.Explained, data: Data) -> Judgement:
    """R²(outcome on by) − R²(outcome on than), in points of 100, is an effect upwards."""
    (one, ones), (two, twos) = (_lines(data, e.arms, x, e.outcome) for x in (e.by, e.than))
    samples = [100 * (st.r_squared(a) - st.r_squared(b)) for a, b in zip(ones, twos, strict=True)]
    return effect(e, (100 * (st.r_squared(one) - st.r_squared(two)), samples), "up", e.least)


def _slope(e: written.Slope, data: Data) -> Judgement:
    """slope(outcome on by) · (P75 − P25 of by), less the same of `than`, is an effect; quartiles of all games."""
    point, samples = _swing(e, data, e.by)
    if e.than is not None:
        other, others = _swing(e, data, e.than)
        point, samples = point - other, [a - b for a, b in zip(samples, others, strict=True)]
    return effect(e, (point, samples), e.sign, e.least)


def _swing(e: written.Slope, data: Data, by: str) -> tuple[float, list[float]]:
    values = [v for arm in e.arms or data.values for v in data.values[arm][by]]
    span = st.quantile(values, 0.75) - st.quantile(values, 0.25)
    whole, samples = _lines(data, e.arms, by, e.outcome)
    return st.slope(whole) * span, [st.slope(s) * span for s in samples]


def _all(e: written.All, data: Data) -> Judgement:
    """Every part holds, or `at_least` so many: the estimate counts those that do.

    Otherwise it is unclear if those unclear could make up for what is missing, else it fails.
    """
    parts = tuple(judge(part, data) for part in e.of)
    needed = e.at_least or len(parts)
    held = sum(p.verdict == "holds" for p in parts)
    open_still = sum(p.verdict == "unclear" for p in parts)
    verdict: Verdict = "holds" if held >= needed else "unclear" if held + open_still >= needed else "fails"
    return Judgement(e, float(held), float(held), float(held), float(needed), verdict, parts)


_KINDS: Mapping[str, Callable[[Any, Data], Judgement]] = {
    "direction": _direction, "band": _band, "mean": _mean, "share": _share, "monotone": _monotone, "peak": _peak,
    "ratio": _ratio, "interaction": _interaction, "r2": _explained, "slope": _slope, "all": _all,
}  # fmt: skip
