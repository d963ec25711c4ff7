"""What a scenario says it teaches: whether any option exercises it, and one that is there and gives no orders."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario.finding import Finding
from game.scenario.level_verb import Credibility, Dependence, Entrench, Pressure
from game.scenario.reference import Loc

FORCE = ("discipline", "personnel")
"""The kinds of deeds that work by oversight: the steps of the accountability ladder."""

_FORCING = (Credibility, Dependence, Entrench, Pressure)


def objective(case: Case) -> Iterator[Finding]:
    """Yield every objective no option exercises, none within reach, or none but by command or oversight.

    Where the file says what is expected, an objective nothing is expected of cannot be rated beside the others.
    """
    expected = {e.objective for e in case.file.expect.values()}
    for i, given in enumerate(case.file.teaches):
        loc: Loc = ("teaches", i)
        through = ", ".join(given.through)
        if not given.through:
            yield case.warn_key(loc, "objective-unexercised")
        elif all(f"done.{option}" in case.fixed for option in given.through):
            yield case.warn((*loc, "through"), "objective-unreachable", options=through)
        elif all(_forces(case, option) for option in given.through):
            yield case.warn((*loc, "through"), "objective-oversight", options=through)
        if expected and i + 1 not in expected:
            yield case.warn_key(loc, "objective-unexpected", n=str(i + 1))


def _forces(case: Case, option: str) -> bool:
    """Tell whether an option is nothing but pressure: a step of the ladder, or a move all of whose effects are."""
    if option in case.file.moves:
        return all(isinstance(effect, _FORCING) for effect in case.file.moves[option].effects)
    return option in FORCE
