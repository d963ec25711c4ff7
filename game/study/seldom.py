"""Looking for cycles seldom: games, and files that are read, make records by the thousand and next to no cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 200_000
"""How many records are made between two looks."""


def collect_seldom() -> None:
    """Let this process look for cycles seldom: games make records by the thousand and no cycles."""
    gc.freeze()
    gc.set_threshold(_SELDOM)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Look for cycles seldom for as long as this is open, in a process that is also others'."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
