"""An author's claim about many games, as a sentence without its verdict; knows no games."""

from collections.abc import Callable

from game.scenario.balance import Claim
from game.telling.words import Words


def claimed(words: Words, claim: Claim, ending: Callable[[str], str]) -> str:
    """Return what a claim says; `ending` words an ending's id."""
    bots = words.listed([words(f"playtest.bot.{bot}") for bot in claim.bots]) or words("playtest.claim.all")
    if claim.ahead_of is not None:
        other = words(f"playtest.bot.{claim.ahead_of}")
        return words("playtest.claim.ahead", bots=bots, other=other, by=f"{claim.by:g}")
    if claim.within is not None:
        return words("playtest.claim.within", bots=bots, within=f"{claim.within:g}")
    low, high = claim.at_least, claim.at_most
    bound = "both" if None not in (low, high) else "least" if high is None else "most"
    wanted = words(f"playtest.claim.{bound}", low=f"{low or 0:g}", high=f"{100 if high is None else high:g}")
    if claim.ending is not None:
        return words("playtest.claim.ending", bots=bots, ending=ending(claim.ending), wanted=wanted)
    return words("playtest.claim.grade", bots=bots, grade=claim.grade, wanted=wanted)
