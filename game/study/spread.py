"""Spreading seeded games over processes: tasks in, rows out in order, the same for any number of workers."""

import gc
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, Generic, Protocol, TypeVar

Q = TypeVar("Q")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

CHUNK = 20
"""How many games one task of a worker is."""
_SELDOM = 200_000


class Player(Protocol[R_co]):
    """What plays games of some recipes in one process."""

    def play(self, recipe: int, seeds: range) -> "Sequence[R_co]":
        """Play one recipe on some seeds."""


class Spread(Generic[Q, R]):
    """Batches of games: what to play (plain data that can go to another process) on which seeds.

    `bench` makes the player of all recipes, once in every process.
    """

    def __init__(self, bench: Callable[[Sequence[Q]], Player[R]], batches: Sequence[tuple[Q, range]]) -> None:
        self._bench = bench
        self._recipes = [recipe for recipe, _ in batches]
        self._tasks = [
            (n, seeds[i : i + CHUNK]) for n, (_, seeds) in enumerate(batches) for i in range(0, len(seeds), CHUNK)
        ]

    def run(self, workers: int = 1, progress: Callable[[int], None] | None = None) -> list[list[R]]:
        """Return the rows of each batch in the order of its seeds; `progress` is told of games as they are done."""
        found: list[list[R]] = [[] for _ in self._recipes]
        for (n, seeds), rows in zip(self._tasks, self._done(workers), strict=True):
            found[n] += rows
            if progress:
                progress(len(seeds))
        return found

    def _done(self, workers: int) -> Iterator[Sequence[R]]:
        """Yield the rows of every task, in order."""
        if workers <= 1 or len(self._tasks) <= 1:
            player = self._bench(self._recipes)
            yield from (player.play(*task) for task in self._tasks)
            return
        at_once, first = min(workers, len(self._tasks)), (self._bench, self._recipes)
        pool = ProcessPoolExecutor(at_once, initializer=_sit_down, initargs=first)
        try:
            yield from pool.map(_task, self._tasks)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


_PLAYER: list[Player[Any]] = []


def collect_seldom() -> None:
    """Let this process look for cycles seldom: games make records by the thousand and no cycles."""
    gc.freeze()
    gc.set_threshold(_SELDOM)


def _sit_down(bench: Callable[[Sequence[Any]], Player[Any]], recipes: Sequence[Any]) -> None:
    """Make a worker ready."""
    collect_seldom()
    _PLAYER[:] = [bench(recipes)]


def _task(task: tuple[int, range]) -> Sequence[Any]:
    """Play one task in a worker."""
    return _PLAYER[0].play(*task)
