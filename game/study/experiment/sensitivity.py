"""How much an experiment hangs on any one constant of the rules: run again with each × 0.8 and × 1.2, one at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from game.scenario.constants import constants
from game.study.experiment.judge import Verdict
from game.study.experiment.plan import Plan
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
        recipes, different = {}, False
        for arm, recipe in plan.recipes.items():
            before = recipe.setting.constant(name)
            after = changed(before, factor, name)
            different |= after != before
            recipes[arm] = replace(recipe, setting=recipe.setting.with_constant(name, after))
        if different:
            yield replace(plan, recipes=recipes), factor


def sensitivity(
    varied: Sequence[tuple[Plan, str, int]], first: int = 1, workers: int = 1, progress: Progress | None = None
) -> list[Variation]:
    """Run every variation on the same seeds and judge it."""
    batches = [Batch(r, range(first, first + p.games)) for p, _, _ in varied for r in p.recipes.values()]
    rows = iter(run(batches, workers, progress))
    found = []
    for plan, name, factor in varied:
        judged = result(plan, {arm: next(rows) for arm in plan.recipes}).judgements
        found.append(Variation(plan.experiment.file.id, name, factor, tuple(j.verdict for j in judged)))
    return found
