"""What can be said of a game, and only of a game in which it happened: each finding is found by a predicate of its own.

A finding is data: a code, the recording line it rests on, and what its words are filled with. `wording` tells it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from game.study.pack import area, strength
from game.study.pack.played import Played


@dataclass(frozen=True, slots=True)
class Finding:
    """A strength or an area to improve; `weight` says how much it matters against others (any scale, most first)."""

    code: str
    good: bool
    line: int
    weight: int
    args: Mapping[str, Any]


def strengths(game: Played) -> list[Finding]:
    """Return what went well, weightiest first; empty if nothing named here happened."""
    return _found(game, strength.KINDS, True)


def areas(game: Played) -> list[Finding]:
    """Return what could go better, weightiest first."""
    return _found(game, area.KINDS, False)


def _found(
    game: Played, kinds: Mapping[str, Callable[[Played], Iterator[strength.Told]]], good: bool
) -> list[Finding]:
    found = [Finding(code, good, *told) for code, kind in kinds.items() for told in kind(game)]
    return sorted(found, key=lambda f: (-f.weight, f.line))
