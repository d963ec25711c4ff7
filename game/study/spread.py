"""Spreading seeded games over an executor: tasks in, rows out in order, the same whoever plays them."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar

from game.study.crew import CrewError, Player, Workers, hired

Q = TypeVar("Q")
R = TypeVar("R")

CHUNK = 20
"""How many games one task is."""
TRIES = 3
"""How often games are given to new processes, none of them done in between, before it is said that they kill them."""


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

    def run(self, workers: Workers = 1, progress: Callable[[int], None] | None = None) -> list[list[R]]:
        """Return the rows of each batch in the order of its seeds; `progress` is told of games as they are done.

        `CrewError` where a cluster cannot be used, or where workers die of the same games again and again.
        """
        found: list[list[R]] = [[] for _ in self._recipes]
        for n, rows in self.each(workers, progress):
            found[n] += rows
        return found

    def each(
        self, workers: Workers = 1, progress: Callable[[int], None] | None = None
    ) -> Iterator[tuple[int, Sequence[R]]]:
        """Yield the rows `run` returns as they come, each time with the number of their batch; nothing is kept."""
        for (n, seeds), rows in zip(self._tasks, self._done(workers), strict=True):
            yield n, rows
            if progress:
                progress(len(seeds))

    def _done(self, workers: Workers) -> Iterator[Sequence[R]]:
        """Yield the rows of every task, in order; what a dead process was playing is played again by new ones."""
        done, tries = 0, TRIES
        while done < len(self._tasks):
            try:
                for rows in self._from(done, workers):
                    done, tries = done + 1, TRIES
                    yield rows
            except BrokenProcessPool as error:
                tries -= 1
                if not tries:
                    raise CrewError("lost") from error

    def _from(self, first: int, workers: Workers) -> Iterator[Sequence[R]]:
        """Yield the rows of the tasks from one on, in order; only a few are given out ahead of what is taken."""
        with hired(workers, len(self._tasks) - first, self._bench, self._recipes) as (give, most):
            ahead = deque(map(give, self._tasks[first : first + most]))
            for task in self._tasks[first + most :]:
                yield ahead.popleft().result()
                ahead.append(give(task))
            while ahead:
                yield ahead.popleft().result()
