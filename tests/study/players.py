"""Players for tests of who plays: one that counts, some that kill the process they are in, one that cannot play."""

import os
import signal
from collections.abc import Sequence
from pathlib import Path


class Squares:
    """Squares of seeds, a recipe's number added."""

    def __init__(self, recipes: Sequence[int]) -> None:
        self.recipes = recipes

    def play(self, recipe: int, seeds: range) -> list[int]:
        return [self.recipes[recipe] + seed * seed for seed in seeds]


class Dying(Squares):
    """Kills its process on the first go at seed 30, as long as the file of the recipes is not there."""

    def __init__(self, recipes: Sequence[str]) -> None:
        self.mark = Path(recipes[0])
        self.recipes = [0]

    def play(self, recipe: int, seeds: range) -> list[int]:
        if 30 in seeds and not self.mark.exists():
            self.mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().play(recipe, seeds)


class Deadly(Dying):
    """Kills its process whenever it is given seed 30."""

    def play(self, recipe: int, seeds: range) -> list[int]:
        if 30 in seeds:
            os.kill(os.getpid(), signal.SIGKILL)
        return [0 for _ in seeds]


class Broken(Squares):
    """Cannot play."""

    def play(self, recipe: int, seeds: range) -> list[int]:
        raise ZeroDivisionError(recipe)


BATCHES = [(100, range(3, 48)), (7, range(1)), (0, range(0))]


def squares():
    return [[recipe + n * n for n in seeds] for recipe, seeds in BATCHES]
