"""Holding an author's claims about many games against the games that were played."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from game.scenario.balance import Claim, named
from game.scenario.scenario import Scenario
from game.scenario.source import Source

if TYPE_CHECKING:
    from game.study.playtest.result import Played

Verdict = Literal["holds", "fails", "unplayed"]
_GRADES = "ABCDE"


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with what came of it.

    `value` is a share in %, points of mark (the least lead, of a claim about who is ahead) or the least mark in % of
    the best; None if `unplayed`: a bot it names did not play.
    """

    id: str
    claim: Claim
    line: int
    value: float | None
    verdict: Verdict


def judged(
    claims: Mapping[str, Claim], played: Sequence["Played"], scenario: Scenario, source: Source
) -> Iterator[Judged]:
    """Yield every claim held against the games."""
    by_name = {bot.bot: bot for bot in played}
    for id, claim in claims.items():
        line = source.key_span(("balance", id)).line
        if not played or any(bot not in by_name for bot in named(claim)):
            yield Judged(id, claim, line, None, "unplayed")
            continue
        bots = [by_name[bot] for bot in claim.bots] or [bot for bot in played if bot.bot != claim.ahead_of]
        if claim.ahead_of is not None:
            value = _lead(bots, by_name[claim.ahead_of])
        else:
            value = _share(claim, bots, scenario) if claim.within is None else _beside(bots, played)
        yield Judged(id, claim, line, value, "holds" if _holds(claim, value) else "fails")


def _lead(bots: Sequence["Played"], other: "Played") -> float:
    """Return by how many points the least good of some bots is ahead of another."""
    return min((bot.score[0] for bot in bots), default=other.score[0]) - other.score[0]


def _beside(bots: Sequence["Played"], played: Sequence["Played"]) -> float:
    """Return the mark of the least good of some bots in % of the best of all that played."""
    best = max(bot.score[0] for bot in played)
    return 100 * min(bot.score[0] for bot in bots) / best if best > 0 else 100.0


def _share(claim: Claim, bots: Sequence["Played"], scenario: Scenario) -> float:
    """Return the share of games, in %, that end as a claim says; every bot counts alike."""
    good = [e.id for e in scenario.endings if _meant(claim, e.id, e.grade)]
    return 100 * sum(bot.endings[id][0] for bot in bots for id in good if id in bot.endings) / len(bots)


def _meant(claim: Claim, ending: str, grade: str) -> bool:
    """Tell whether an ending is one that a claim speaks of."""
    if claim.ending is not None:
        return ending == claim.ending
    return claim.grade is not None and _GRADES.index(grade) <= _GRADES.index(claim.grade)


def _holds(claim: Claim, value: float) -> bool:
    """Tell whether a value is within what was claimed."""
    if claim.ahead_of is not None:
        return value >= claim.by
    if claim.within is not None:
        return value >= 100 - claim.within
    return (claim.at_least or 0.0) <= value <= (100.0 if claim.at_most is None else claim.at_most)
