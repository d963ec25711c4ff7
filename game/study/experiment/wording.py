"""An expectation in words, put together from the catalogue: what is compared, which way, and the bar."""

from collections.abc import Callable, Mapping
from typing import Any

from game.scenario import experiment as written
from game.scenario.lower import text
from game.study.experiment.plan import Plan
from game.telling.words import Words

MINUS = "−"


def number(value: float, sign: bool = False) -> str:
    """Return a number with so many decimals as its size deserves; an endless one as ∞."""
    if value in (float("inf"), float("-inf")):
        return "∞" if value > 0 else MINUS + "∞"
    decimals = 0 if abs(value) >= 1000 else 1 if abs(value) >= 10 else 2
    shown = f"{abs(value):.{decimals}f}"
    shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    if shown == "0":
        return shown
    return (MINUS if value < 0 else "+" if sign else "") + shown


class Teller:
    """Words for one experiment in one language."""

    def __init__(self, words: Words, plan: Plan) -> None:
        self.words = words
        self.plan = plan
        self._arms = {spec.id: spec for spec in plan.experiment.arms}

    def arm(self, id: str) -> str:
        """Return an arm's title, else its id."""
        return self.words.text(self._arms[id].title)

    def measure(self, id: str) -> str:
        """Return a measure's title, else its id."""
        measured = self.plan.experiment.file.measures.get(id)
        return self.words.text(text(measured.title)) if measured is not None and measured.title else id

    def expectation(self, e: Any) -> str:
        """Return an expectation in its author's words, else in ours."""
        return self.words.text(text(e.text)) if e.text is not None else _KINDS[e.kind](self, e)

    def least(self, e: Any) -> str:
        """Return the least effect in words; nothing where any is enough."""
        unit = "%" if getattr(e, "relative", False) else ""
        return self.words("experiment.least", least=number(e.least) + unit) if e.least else ""

    def bar(self, e: Any) -> str:
        """Return "at least x" or "at most x"."""
        if e.at_least is not None:
            return self.words("experiment.at_least", x=number(e.at_least))
        return self.words("experiment.at_most", x=number(e.at_most))

    def which(self, e: Any) -> str:
        """Return "higher" or "lower"."""
        return self.words("experiment.up") if e.sign == "up" else self.words("experiment.down")


def _direction(t: Teller, e: written.Direction) -> str:
    return t.words("experiment.direction", measure=t.measure(e.measure), arm=t.arm(e.arm), against=t.arm(e.against),
                   which=t.which(e), least=t.least(e))  # fmt: skip


def _band(t: Teller, e: written.Band) -> str:
    within = number(e.within) + ("%" if e.relative else "")
    key = "experiment.band_zero" if e.zero else "experiment.band"
    return t.words(key, measure=t.measure(e.measure), arm=t.arm(e.arm), against=t.arm(e.against), within=within)


def _mean(t: Teller, e: written.Mean) -> str:
    if e.against is None:
        return t.words("experiment.mean", measure=t.measure(e.measure), arm=t.arm(e.arm), bar=t.bar(e))
    return t.words("experiment.mean_difference", measure=t.measure(e.measure), arm=t.arm(e.arm),
                   against=t.arm(e.against), bar=t.bar(e))  # fmt: skip


def _share(t: Teller, e: written.Share) -> str:
    if e.measure is None:
        what = e.when or ""
    elif e.reaches is not None:
        what = f"{t.measure(e.measure)} ≥ {number(e.reaches)}"
    else:
        what = f"{t.measure(e.measure)} < {number(e.below or 0)}"
    return t.words("experiment.share", arm=t.arm(e.arm), what=what, bar=t.bar(e))


def _monotone(t: Teller, e: written.Monotone) -> str:
    arms = " → ".join(map(t.arm, e.arms))
    return t.words(
        "experiment.monotone", measure=t.measure(e.measure), arms=arms, which=t.which(e), least=t.least(e)
    )


def _peak(t: Teller, e: written.Peak) -> str:
    arms = " → ".join(map(t.arm, e.arms))
    return t.words("experiment.peak", measure=t.measure(e.measure), arms=arms, which=t.which(e), least=t.least(e))


def _ratio(t: Teller, e: written.Ratio) -> str:
    one, two = (f"{t.arm(a)} {MINUS} {t.arm(b)}" for a, b in (e.effect, e.over))
    other = t.measure(e.over_measure or e.measure)
    return t.words(
        "experiment.ratio", measure=t.measure(e.measure), other=other, effect=one, over=two, bar=t.bar(e)
    )


def _interaction(t: Teller, e: written.Interaction) -> str:
    plus, minus = (t.words.listed([*map(t.arm, arms)]) for arms in (e.plus, e.minus))
    between = " × ".join(e.of) or f"({plus}) {MINUS} ({minus})"
    return t.words("experiment.interaction", measure=t.measure(e.measure), between=between,
                   which=t.words("experiment.positive" if e.sign == "up" else "experiment.negative"),
                   least=t.least(e))  # fmt: skip


def _explained(t: Teller, e: written.Explained) -> str:
    return t.words(
        "experiment.r2", by=t.measure(e.by), than=t.measure(e.than), outcome=t.measure(e.outcome), least=t.least(e)
    )


def _slope(t: Teller, e: written.Slope) -> str:
    key = "experiment.slope" if e.than is None else "experiment.slope_than"
    return t.words(key, by=t.measure(e.by), than=t.measure(e.than or ""), outcome=t.measure(e.outcome),
                   which=t.which(e), least=t.least(e))  # fmt: skip


def _all(t: Teller, e: written.All) -> str:
    return t.words("experiment.all", n=len(e.of))


_KINDS: Mapping[str, Callable[[Teller, Any], str]] = {
    "direction": _direction, "band": _band, "mean": _mean, "share": _share, "monotone": _monotone, "peak": _peak,
    "ratio": _ratio, "interaction": _interaction, "r2": _explained, "slope": _slope, "all": _all,
}  # fmt: skip
