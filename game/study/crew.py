"""Who plays tasks: this process, a pool of processes or a cluster, each behind a `concurrent.futures.Executor`."""

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from multiprocessing import active_children, parent_process
from typing import Any, Protocol, TypeVar

from game.study.seldom import collect_seldom

R_co = TypeVar("R_co", covariant=True)

AHEAD = 16
"""How many tasks each worker is given before the first of them is taken back."""

Task = tuple[int, range]
"""A recipe's number and the seeds to play it on."""
Give = Callable[[Task], "Future[Any]"]
Crew = AbstractContextManager[tuple[Give, int]]
"""While it is open: what gives a task to a worker, and how many to give ahead."""


class Player(Protocol[R_co]):
    """What plays games of some recipes in one process."""

    def play(self, recipe: int, seeds: range) -> "Sequence[R_co]":
        """Play one recipe on some seeds."""


class CrewError(Exception):
    """Workers that cannot be used: `code` says why, `data` what and where."""

    def __init__(self, code: str, **data: str) -> None:
        super().__init__(code)
        self.code, self.data = code, data


@dataclass(frozen=True, slots=True)
class Cluster:
    """A Dask cluster, by its scheduler's address (tcp://host:port)."""

    address: str


Workers = int | Cluster
"""How many processes, or whose."""


def hired(workers: Workers, tasks: int, bench: Callable[[Sequence[Any]], Player[Any]], recipes: Sequence[Any]) -> Crew:
    """Return workers for so many tasks, each with a player of its own; `CrewError` if a cluster cannot be used."""
    if isinstance(workers, Cluster):
        from game.study.cluster import joined

        return joined(workers.address, bench, recipes)
    at_once = min(workers, tasks)
    return _processes(at_once, bench, recipes) if at_once > 1 else _here(bench(recipes))


class Here(Executor):
    """An executor that does what it is given at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Return what is done already."""
        future = Future[Any]()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def _here(player: Player[Any]) -> Iterator[tuple[Give, int]]:
    with Here() as executor:
        yield lambda task: executor.submit(player.play, *task), 1


@contextmanager
def _processes(
    workers: int, bench: Callable[[Sequence[Any]], Player[Any]], recipes: Sequence[Any]
) -> Iterator[tuple[Give, int]]:
    """A pool of processes; whatever ends it early, Ctrl-C too, ends them at once."""
    others = set(active_children())
    with _undisturbed():
        pool = ProcessPoolExecutor(workers, initializer=_sit_down, initargs=(bench, recipes))
        pool.submit(_nothing)
    try:
        yield lambda task: pool.submit(_task, task), AHEAD * workers
    except BaseException:
        for child in set(active_children()) - others:
            child.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold Ctrl-C back while processes are forked: it would find them half made, and they are not to hear it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _nothing() -> None:
    """The first task of a pool: processes are forked when it is given."""


_PLAYER: list[Player[Any]] = []


def _sit_down(bench: Callable[[Sequence[Any]], Player[Any]], recipes: Sequence[Any]) -> None:
    """Make a worker ready; Ctrl-C is its parent's to answer, and without a parent it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    collect_seldom()
    _PLAYER[:] = [bench(recipes)]


def _end_with_parent() -> None:
    """Wait until the process that hired this one is no more, killed or crashed, and end at once."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _task(task: Task) -> Sequence[Any]:
    """Play one task in a worker."""
    return _PLAYER[0].play(*task)
