"""What a scenario teaches, each objective rated P, S, M or U from what was actually done.

Over what the scenario expects (`expect`), as far as this game judged it: U, nothing was done, even late. M, something
was. S, half or more was done in time, and all that is critical, late at worst. P, all in time, and all attempts
together cost neither trust nor oversight's credibility.

Where nothing was judged, over the ways it names (`through`): U, none was used. M, some were, but fewer than half came
to something. S, half or more came to something. P, as S, and the first of them before half the game was over, and no
more than a third of all attempts in vain, and together they cost neither trust nor oversight's credibility.
"""

from dataclasses import dataclass
from typing import Literal

from game.rules import State
from game.scenario.text import Text
from game.study.pack.expectation import Response, responses
from game.study.pack.played import Deed, Played

Rating = Literal["P", "S", "M", "U"]


@dataclass(frozen=True, slots=True)
class Objective:
    """An objective, its ways, its rating, every attempt at it, the ways that came to something, what was expected."""

    text: Text
    through: tuple[str, ...]
    rating: Rating
    attempts: tuple[Deed, ...]
    fruitful: tuple[str, ...]
    responses: tuple[Response, ...]

    def holds(self, line: int) -> bool:
        """Tell whether what a line holds was an attempt at it, or met something expected for it."""
        return line in {deed.line for deed in self.attempts} | {r.line for r in self.responses if r.line}


def objectives(game: Played) -> tuple[Objective, ...]:
    """Return the objectives of a game's scenario, rated; one with no ways and nothing expected is left out."""
    found = responses(game)
    mine = [tuple(r for r in found if r.expected.objective == n) for n in range(len(game.objectives))]
    return tuple(
        _objective(game, text, through, expected)
        for (text, through), expected in zip(game.objectives, mine, strict=True)
        if through or any(r.status != "open" for r in expected)
    )


def _objective(game: Played, text: Text, through: tuple[str, ...], expected: tuple[Response, ...]) -> Objective:
    attempts = tuple(d for d in game.deeds if d.way in through or d.action.kind in through)
    good = [d for d in attempts if d.fruitful]
    ways = tuple(w for w in through if any(w in (d.way, d.action.kind) for d in good))
    judged = tuple(r for r in expected if r.status != "open")
    rating = _kept_up(judged, _dear(attempts)) if judged else _rating(game, through, attempts, good, ways)
    return Objective(text, through, rating, attempts, ways, expected)


def _kept_up(judged: tuple[Response, ...], dear: bool) -> Rating:
    """Rate by what was expected and judged, which is something."""
    done = [r for r in judged if r.status != "unmet"]
    in_time = [r for r in judged if r.status == "met"]
    if not done:
        return "U"
    if any(r.expected.critical and r.status == "unmet" for r in judged) or 2 * len(in_time) < len(judged):
        return "M"
    return "P" if len(in_time) == len(judged) and not dear else "S"


def _rating(
    game: Played, through: tuple[str, ...], attempts: tuple[Deed, ...], good: list[Deed], ways: tuple[str, ...]
) -> Rating:
    if not attempts:
        return "U"
    if 2 * len(ways) < len(through):
        return "M"
    early = 2 * good[0].turn <= game.scenario.length.turns
    return "P" if early and not _dear(attempts) and 3 * (len(attempts) - len(good)) <= len(attempts) else "S"


def _dear(attempts: tuple[Deed, ...]) -> bool:
    """Tell whether all attempts together cost trust or oversight's credibility."""
    return sum(_goodwill(d.after) - _goodwill(d.before) for d in attempts) < 0


def _goodwill(state: State) -> int:
    """Return the peers' trust and oversight's credibility taken together, ‰."""
    return sum(state.trust) + state.credibility[0]
