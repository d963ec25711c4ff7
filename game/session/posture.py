"""A department's answer for a turn: one posture for all its workstreams, and at most one exception."""

from collections.abc import Mapping
from typing import Any

from game.rules import Action, Option
from game.scenario.scenario import ACTS

LEAN = "lean"
POSTURES = (LEAN, *ACTS)
"""What a department may choose for all its workstreams: what it leans to in each, or one act throughout."""

Leaning = Mapping[str, Mapping[Any, int]]


def own(leaning: Leaning) -> dict[str, Any]:
    """Return what a seat leans to in each field."""
    return {name: max(scores, key=lambda choice: scores[choice]) for name, scores in leaning.items()}


def postured(leaning: Leaning, posture: str) -> dict[str, Any]:
    """Return what a posture of `POSTURES` means in each workstream."""
    return own(leaning) if posture == LEAN else dict.fromkeys(leaning, posture)


def responded(option: Option, leaning: Leaning, posture: str, exception: tuple[str, str] | None = None) -> Action:
    """Return a department's response: a posture of `POSTURES`, and (workstream, act) where it is another."""
    return option.fill(**{**postured(leaning, posture), **dict([exception] if exception else [])})
