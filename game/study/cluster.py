"""A Dask cluster as workers: joined by its scheduler's address, used only if it runs this very code."""

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from game.study.crew import AHEAD, CrewError, Give, Player, Task
from game.study.seldom import collecting_seldom

WAIT = 10
"""Seconds to wait for a scheduler."""
_SEAT = threading.local()


@cache
def fingerprint() -> str:
    """Return the Python version and a digest of the program's modules: where they are equal, so is every game."""
    root = Path(__file__).parents[1]
    digest = sha256()
    for path in sorted(root.rglob("*.py")):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return f"Python {sys.version_info.major}.{sys.version_info.minor}, {digest.hexdigest()[:12]}"


@contextmanager
def joined(
    address: str, bench: Callable[[Sequence[Any]], Player[Any]], recipes: Sequence[Any]
) -> Iterator[tuple[Give, int]]:
    """The workers of a scheduler; games of a worker that dies are played again by others. `CrewError` says what fails.

    What is still to be done when it is left is called off there.
    """
    try:
        from distributed import Client, KilledWorker
    except ModuleNotFoundError as error:
        raise CrewError("no_extra") from error
    try:
        client = Client(address, timeout=WAIT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise CrewError("unreachable", address=address) from error
    with client:
        _same_code(client, address)
        held = client.submit(list, recipes, pure=False)
        executor = client.get_executor(pure=False)
        try:
            yield lambda task: executor.submit(_play, bench, held, held.key, task), AHEAD * _threads(client)
        except KilledWorker as error:
            raise CrewError("lost") from error
        except CancelledError as error:
            raise CrewError("gone", address=address) from error
        finally:
            executor.shutdown(wait=False)


def _threads(client: Any) -> int:
    """Return how many tasks a cluster plays at once."""
    return sum(client.nthreads().values())


def _same_code(client: Any, address: str) -> None:
    """Refuse a cluster without workers, or with one of another Python or another state of the program."""
    if not _threads(client):
        raise CrewError("no_workers", address=address)
    ours = fingerprint()
    try:
        theirs = client.run(fingerprint)
    except Exception as error:
        raise CrewError("no_program", address=address) from error
    for worker, found in sorted(theirs.items()):
        if found != ours:
            raise CrewError("other_program", worker=worker, theirs=found, ours=ours)


def _play(bench: Callable[[Sequence[Any]], Player[Any]], recipes: Sequence[Any], key: str, task: Task) -> Sequence[Any]:
    """Play one task in a worker, by the player this thread of it keeps."""
    if getattr(_SEAT, "key", "") != key:
        _SEAT.player = bench(recipes)
        _SEAT.key = key
    player: Player[Any] = _SEAT.player
    with collecting_seldom():
        return player.play(*task)
