"""Running planned experiments and what comes of them: numbers by arm, scripts as they were really done, judgements."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.study.crew import Workers
from game.study.experiment.judge import Data, Judgement, Verdict, judge
from game.study.experiment.plan import Plan
from game.study.experiment.play import Recipe, Row
from game.study.experiment.run import Batch, run
from game.study.experiment.statistics import interval

ENOUGH = 0.9
"""The share of games in which each scripted action must have been done for an arm to be what it says."""
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Skipped:
    """One scripted action that was not always done: its turn, the share of games it was done in, what blocked it."""

    turn: int
    kind: str
    done: float
    why: str


@dataclass(frozen=True, slots=True)
class Script:
    """How an arm's script went: the share of its actions done, of games with all of them, and what was skipped."""

    done: float
    whole: float
    skipped: tuple[Skipped, ...]

    @property
    def flagged(self) -> bool:
        """Whether some action was done in too few games: the arm is not what it says."""
        return any(s.done < ENOUGH for s in self.skipped)


@dataclass(frozen=True, slots=True)
class Result:
    """One experiment, played and judged; `scripts` has an entry for each arm that has one."""

    plan: Plan
    data: Data
    scripts: dict[str, Script]
    judgements: tuple[Judgement, ...]

    @property
    def held(self) -> bool:
        """Whether every expectation holds."""
        return all(j.verdict == "holds" for j in self.judgements)

    @property
    def verdict(self) -> Verdict:
        """The worst verdict: fails, then unclear, then holds."""
        every = {j.verdict for j in self.judgements}
        return "fails" if "fails" in every else "unclear" if "unclear" in every else "holds"

    def spread(self, arm: str, measure: str) -> tuple[float, float, float]:
        """Return a measure's mean in an arm and its interval."""
        return (self.data.mean(arm, measure), *interval(self.data.resampled(arm, measure)))


def experiments(
    plans: Sequence[Plan], first: int = 1, workers: Workers = 1, progress: Progress | None = None
) -> list[Result]:
    """Play every arm of every plan on seeds `first`, `first` + 1 … and judge; all share the workers."""
    batches = [Batch(r, range(first, first + plan.games)) for plan in plans for r in plan.recipes.values()]
    rows = iter(run(batches, workers, progress))
    return [result(plan, {arm: next(rows) for arm in plan.recipes}) for plan in plans]


def result(plan: Plan, rows: dict[str, list[Row]]) -> Result:
    """Judge one plan by its arms' games."""
    file = plan.experiment.file
    values = {
        arm: {name: tuple(row.values[k] for row in found) for k, name in enumerate(plan.probes)}
        for arm, found in rows.items()
    }
    factors = {factor: tuple(levels) for factor, levels in file.factors.items()}
    data = Data(values, plan.experiment.levels, factors)
    scripts = {arm: _script(plan.recipes[arm], found) for arm, found in rows.items() if plan.recipes[arm].script}
    return Result(plan, data, scripts, tuple(judge(e, data) for e in file.expect))


def _script(recipe: Recipe, rows: Sequence[Row]) -> Script:
    """Count what was done of a script."""
    games, skipped, done = len(rows), [], 0
    for i, deed in enumerate(recipe.script):
        why = Counter(row.skipped[i] for row in rows)
        done += why[""]
        if why[""] < games:
            reason = min(((-n, w) for w, n in why.items() if w))[1]
            skipped.append(Skipped(deed.turn, deed.kind, why[""] / games, reason))
    whole = sum(not any(row.skipped) for row in rows) / games
    return Script(done / (games * len(recipe.script)), whole, tuple(skipped))
