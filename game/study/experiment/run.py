"""Playing the games of many arms, in this process or in several; the result is the same for any number of workers."""

import gc
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache

from game.study.experiment.play import Recipe, Row, play, prepare, ready

CHUNK = 20
"""How many games one task of a worker is."""
_KEPT = 20
_SELDOM = 200_000


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


def run(batches: Sequence[Batch], workers: int = 1, progress: Callable[[int], None] | None = None) -> list[list[Row]]:
    """Return the rows of each batch in the order of its seeds; `progress` is told of games as they are done."""
    tasks = [
        (n, batch.seeds[i : i + CHUNK])
        for n, batch in enumerate(batches)
        for i in range(0, len(batch.seeds), CHUNK)
    ]  # fmt: skip
    found: list[list[Row]] = [[] for _ in batches]
    for (n, seeds), rows in zip(tasks, _done([b.recipe for b in batches], tasks, workers), strict=True):
        found[n] += rows
        if progress:
            progress(len(seeds))
    return found


def _done(recipes: list[Recipe], tasks: Sequence[tuple[int, range]], workers: int) -> Iterator[list[Row]]:
    """Yield the rows of every task, in order."""
    if workers <= 1 or len(tasks) <= 1:
        bench = Bench(recipes)
        yield from (bench.play(*task) for task in tasks)
        return
    pool = ProcessPoolExecutor(min(workers, len(tasks)), initializer=_sit_down, initargs=(recipes,))
    try:
        yield from pool.map(_task, tasks)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_BENCH: list[Bench] = []


def _sit_down(recipes: Sequence[Recipe]) -> None:
    """Make a worker ready: games make records by the thousand and no cycles, so it seldom looks for cycles."""
    gc.freeze()
    gc.set_threshold(_SELDOM)
    _BENCH[:] = [Bench(recipes)]


def _task(task: tuple[int, range]) -> list[Row]:
    """Play one task in a worker."""
    return _BENCH[0].play(*task)
