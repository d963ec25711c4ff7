"""Long work done behind a screen: on a thread of its own, counted as it goes, stopped when nobody waits for it."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Called(Exception):
    """Nobody wants to wait for it any longer."""


class Labour(Generic[T]):
    """Some work; `done` of `total` parts are finished, `found` is what came of it, `broke` why nothing did.

    `work` is given a function to tell of parts that are done: there the work ends once it is stopped. It may take a
    part more than was reckoned with; `done` never says so.
    """

    def __init__(self, total: int, work: Callable[[Callable[[int], None]], T]) -> None:
        self.total = max(1, total)
        self.done = 0
        self.found: T | None = None
        self.broke: Exception | None = None
        self._work = work
        self._stopped = threading.Event()

    def start(self) -> Labour[T]:
        """Begin."""
        threading.Thread(target=self._play, daemon=True).start()
        return self

    def stop(self) -> None:
        """Let it be."""
        self._stopped.set()

    @property
    def over(self) -> bool:
        """Tell whether there is nothing more to wait for."""
        return self.found is not None or self.broke is not None

    def _play(self) -> None:
        gc.freeze()     # records are made by the thousand: looking for cycles through all there was would hold a key up
        try:
            self.found = self._work(self._told)
        except Exception as error:  # whatever it is, the window says so and goes on
            self.broke = error
        finally:
            gc.unfreeze()

    def _told(self, parts: int) -> None:
        self.done = min(self.total, self.done + parts)
        if self._stopped.is_set():
            raise Called
