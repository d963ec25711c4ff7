"""Claims about many games that say too much, too little, or what cannot be."""

from collections.abc import Iterator

from game.scenario.balance import BOUNDS, KINDS
from game.scenario.complaint import exactly
from game.scenario.finding import Finding
from game.scenario.schema import ScenarioFile
from game.scenario.source import Source


def check_balance(file: ScenarioFile, source: Source) -> Iterator[Finding]:
    """Point at claims without one kind, without a bound for a share, or with bounds that leave nothing between."""
    for id, claim in file.balance.items():
        loc = ("balance", id)
        yield from exactly(source, loc, claim, KINDS)
        bounds = [key for key in BOUNDS if getattr(claim, key) is not None]
        of_marks = claim.ahead_of is not None or claim.within is not None
        if not of_marks and not bounds:
            yield Finding(source.path, source.key_span(loc), "balance-unbounded", "error", {"value": id})
        if of_marks and bounds:
            args = {"key": bounds[0]}
            yield Finding(source.path, source.key_span((*loc, bounds[0])), "balance-bounded", "error", args)
        if claim.ahead_of is not None and claim.ahead_of in claim.bots:
            args = {"value": claim.ahead_of}
            yield Finding(source.path, source.key_span((*loc, "ahead_of")), "balance-self", "error", args)
        low, high = claim.at_least, claim.at_most
        if low is not None and high is not None and low > high:
            args = {"low": f"{low:g}", "high": f"{high:g}"}
            yield Finding(source.path, source.span_of((*loc, "at_most")), "balance-empty", "error", args)
