"""What a scenario teaches, each objective rated P, S, M or U from what was actually done.

The rule, over the ways the scenario names (`through`): U, none was used. M, some were, but fewer than half of them came
to something. S, half or more came to something. P, as S, and the first of them before half the game was over, and no
more than a third of all attempts came to nothing, and together they cost neither trust nor oversight's credibility.
"""

from dataclasses import dataclass
from typing import Literal

from game.rules import State
from game.scenario.text import Text
from game.study.pack.played import Deed, Played

Rating = Literal["P", "S", "M", "U"]


@dataclass(frozen=True, slots=True)
class Objective:
    """An objective, its ways, its rating, every attempt at it, and the ways that came to something."""

    text: Text
    through: tuple[str, ...]
    rating: Rating
    attempts: tuple[Deed, ...]
    fruitful: tuple[str, ...]


def objectives(game: Played) -> tuple[Objective, ...]:
    """Return the objectives of a game's scenario, rated; one that names no ways cannot be rated and is left out."""
    return tuple(_objective(game, text, through) for text, through in game.objectives if through)


def _objective(game: Played, text: Text, through: tuple[str, ...]) -> Objective:
    attempts = tuple(d for d in game.deeds if d.way in through or d.action.kind in through)
    good = [d for d in attempts if d.fruitful]
    ways = tuple(w for w in through if any(w in (d.way, d.action.kind) for d in good))
    return Objective(text, through, _rating(game, through, attempts, good, ways), attempts, ways)


def _rating(
    game: Played, through: tuple[str, ...], attempts: tuple[Deed, ...], good: list[Deed], ways: tuple[str, ...]
) -> Rating:
    if not attempts:
        return "U"
    if 2 * len(ways) < len(through):
        return "M"
    early = 2 * good[0].turn <= game.scenario.length.turns
    dear = sum(_goodwill(d.after) - _goodwill(d.before) for d in attempts) < 0
    return "P" if early and not dear and 3 * (len(attempts) - len(good)) <= len(attempts) else "S"


def _goodwill(state: State) -> int:
    """Return the peers' trust and oversight's credibility taken together, ‰."""
    return sum(state.trust) + state.credibility[0]
