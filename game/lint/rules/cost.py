"""Moves and choices that cost more energy than a turn has."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario.finding import Finding
from game.scenario.reference import Loc


def cost(case: Case) -> Iterator[Finding]:
    """Yield every move and choice dearer than a whole turn's energy."""
    energy = case.scenario.rules.energy
    dear: list[tuple[Loc, int]] = [(("moves", id, "cost"), move.cost) for id, move in case.file.moves.items()]
    for id, inject in case.file.injects.items():
        dear += [(("injects", id, "choices", name, "cost"), choice.cost) for name, choice in inject.choices.items()]
    for loc, price in dear:
        if price > energy:
            yield case.warn(loc, "cost-unaffordable", cost=str(price), energy=str(energy))
