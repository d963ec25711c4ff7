"""What an author claims of many games: how often they end so, or that one way of leading does better than another."""

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.record import Level, Record
from game.scenario.reference import EndingId, Id
from game.scenario.trial import Grade
from game.scenario.words import Words

Bot = Literal[
    "passive", "random", "steady", "group_first", "procedure", "pressure", "lobbyist", "negotiator", "negotiator_easy",
    "negotiator_hard", "negotiator_grim", "adaptive",
]  # fmt: skip
"""Who may lead in every playtest (`session.bots.LEADS`): the planner is too slow for that."""


class Claim(Record):
    """One thing that must be true of the games of `bots` (all that play, if none is named), each bot counting alike.

    Of the four kinds one is given: the share of games with `ending`, the share with `grade` or a better one, that each
    bot's mean mark is ahead of that of `ahead_of` by at least `by` points, or that it comes `within` so many percent of
    the best of all that play.
    """

    title: Words | None = None
    bots: Annotated[list[Bot], Field(max_length=12)] = []
    ending: EndingId | None = None
    grade: Grade | None = None
    ahead_of: Bot | None = None
    within: Level | None = None
    at_least: Level | None = None
    at_most: Level | None = None
    by: Annotated[float, Field(ge=0, le=100)] = 0


def named(claim: Claim) -> tuple[str, ...]:
    """Return the bots a claim names."""
    return (*claim.bots, *((claim.ahead_of,) if claim.ahead_of else ()))


Claims = Annotated[dict[Id, Claim], Field(max_length=30)]
KINDS = ("ending", "grade", "ahead_of", "within")
"""The keys of which a claim has exactly one."""
BOUNDS = ("at_least", "at_most")
