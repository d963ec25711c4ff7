"""Playing the games of many arms, in this process or in several; the result is the same for any number of workers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from game.study.crew import Workers
from game.study.experiment.play import Recipe, Row, play, prepare, ready
from game.study.spread import Spread

_KEPT = 20


@dataclass(frozen=True, slots=True)
class Batch:
    """The games of one arm: what to play, on which seeds."""

    recipe: Recipe
    seeds: range


class Bench:
    """Plays tasks of some recipes; what an arm needs is made when it is first played, and the last few are kept.

    Recipes that share a setting share what is made of it.
    """

    def __init__(self, recipes: Sequence[Recipe]) -> None:
        first: dict[int, int] = {}
        like = [first.setdefault(id(recipe.setting), n) for n, recipe in enumerate(recipes)]
        prepared = lru_cache(maxsize=_KEPT)(lambda n: prepare(recipes[n].setting))
        self._ready = lru_cache(maxsize=_KEPT)(lambda n: ready(recipes[n], prepared(like[n])))

    def play(self, recipe: int, seeds: range) -> list[Row]:
        """Play one arm on some seeds."""
        arm = self._ready(recipe)
        return [play(arm, seed) for seed in seeds]


def run(
    batches: Sequence[Batch], workers: Workers = 1, progress: Callable[[int], None] | None = None
) -> list[list[Row]]:
    """Return the rows of each batch in the order of its seeds; `progress` is told of games as they are done."""
    spread = Spread[Recipe, Row](Bench, [(batch.recipe, batch.seeds) for batch in batches])
    return spread.run(workers, progress)
