"""How much an experiment hangs on any one constant of the rules: run again with each × 0.8 and × 1.2, one at a time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from game.scenario.constants import constants
from game.study.crew import Workers
from game.study.experiment.judge import Verdict
from game.study.experiment.plan import Plan
from game.study.experiment.play import Recipe, Row
from game.study.experiment.result import Progress, result
from game.study.experiment.run import Batch, run

FACTORS = (80, 120)
"""What a constant is multiplied by, in %."""


@dataclass(frozen=True, slots=True)
class Variation:
    """One experiment with one constant changed, and what its expectations came to."""

    id: str
    constant: str
    factor: int
    verdicts: tuple[Verdict, ...]

    @property
    def held(self) -> bool:
        """Whether every expectation holds."""
        return all(v == "holds" for v in self.verdicts)


def changed(value: int, factor: int, name: str) -> int:
    """Return a constant's changed value, within its range."""
    bounds = constants()[name]
    return int(min(bounds["high"], max(bounds["low"], (value * factor + 50) // 100)))


def variations(plans: Sequence[Plan], names: Sequence[str] = ()) -> list[tuple[Plan, str, int]]:
    """Return every plan with each constant (or those named) changed both ways; what no arm would notice is left out."""
    return [(p, n, f) for plan in plans for n in (names or constants()) for p, f in _changed(plan, n)]


def _changed(plan: Plan, name: str) -> Iterator[tuple[Plan, int]]:
    """Yield a plan with one constant changed, each way that changes it in some arm."""
    for factor in FACTORS:
        recipes = {}
        for arm, recipe in plan.recipes.items():
            before = recipe.setting.constant(name)
            after = changed(before, factor, name)
            recipes[arm] = recipe if after == before else replace(recipe, tuned=((name, after),))
        if any(recipe.tuned for recipe in recipes.values()):
            yield replace(plan, recipes=recipes), factor


def sensitivity(
    plans: Sequence[Plan], names: Sequence[str] = (), first: int = 1, workers: Workers = 1,
    progress: Progress | None = None,
) -> list[Variation]:  # fmt: skip
    """Run every variation of every plan on the same seeds and judge it.

    The plans themselves are played first, watching which constants each arm's games read: a game is a function of its
    scenario and seed, so an arm that never reads a constant plays the same games whatever it is, and is left as it was.
    """
    seeds = {p.experiment.file.id: range(first, first + p.games) for p in plans}
    arms = [(p.experiment.file.id, arm, replace(r, watched=True)) for p in plans for arm, r in p.recipes.items()]
    played = run([Batch(r, seeds[id]) for id, _, r in arms], workers, progress)
    known = {(id, arm): rows for (id, arm, _), rows in zip(arms, played, strict=True)}
    varied = variations(plans, names)
    again = [(task, recipe) for task, recipe in _tasks(varied) if any(task[2] in row.read for row in known[task[:2]])]
    if progress:
        progress(sum(p.games * len(p.recipes) for p, _, _ in varied) - sum(len(seeds[t[0]]) for t, _ in again))
    played = run([Batch(r, seeds[t[0]]) for t, r in again], workers, progress)
    fresh = {task: rows for (task, _), rows in zip(again, played, strict=True)}
    return [_judged(plan, name, factor, known, fresh) for plan, name, factor in varied]


Task = tuple[str, str, str, int]
"""One arm of one variation: the experiment's id, the arm, the constant, the factor."""


def _tasks(varied: Sequence[tuple[Plan, str, int]]) -> Iterator[tuple[Task, Recipe]]:
    """Yield every arm in which a variation changes something."""
    for plan, name, factor in varied:
        for arm, recipe in plan.recipes.items():
            if recipe.tuned:
                yield (plan.experiment.file.id, arm, name, factor), recipe


def _judged(
    plan: Plan, name: str, factor: int, known: Mapping[tuple[str, str], list[Row]],
    fresh: Mapping[Task, list[Row]],
) -> Variation:  # fmt: skip
    """Judge one variation by the arms played again and those that stay as they were."""
    id = plan.experiment.file.id
    rows = {arm: fresh.get((id, arm, name, factor), known[id, arm]) for arm in plan.recipes}
    return Variation(id, name, factor, tuple(j.verdict for j in result(plan, rows).judgements))
