"""What a playtest shows an author: parts never used and why, replies never worth giving, one way that beats all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from game.scenario.plot import Inject
from game.scenario.scenario import Scenario
from game.study.experiment.statistics import mean, mean_interval
from game.study.playtest.clause import Loc
from game.study.playtest.result import Clause, Playtest

MIXED = ("passive", "random", "steady", "adaptive")
"""Bots that follow no single route."""
AHEAD = 1.05
"""How many times the next best bot's mark a route must make to be called dominant."""
FEW = 5
"""Games in which two replies must have been compared before one is called dominated."""


@dataclass(frozen=True, slots=True)
class Told:
    """One finding: a code for the catalogue, what it is about, the line in the file (0 if none), and its data."""

    code: str
    id: str
    line: int = 0
    data: dict[str, Any] = field(default_factory=dict)


def findings(test: Playtest) -> tuple[Told, ...]:
    """Return all that an author should look at, gravest first."""
    kinds = (_untrue, _dominant, _dead, _dominated, _harmful, _unused, _never)
    return tuple(told for kind in kinds for told in kind(test))


def _untrue(test: Playtest) -> Iterator[Told]:
    """Yield the author's claims that do not hold."""
    for judged in test.claims:
        if judged.verdict == "fails":
            yield Told("untrue", judged.id, judged.line, {"value": judged.value})


def _dominant(test: Playtest) -> Iterator[Told]:
    """Yield the pure route that beats every other bot clearly, if one does."""
    ranked = sorted(test.played, key=lambda p: p.score[0], reverse=True)
    if len(ranked) > 1 and ranked[0].bot not in MIXED and ranked[0].score[0] > AHEAD * ranked[1].score[0]:
        best, next_best = ranked[:2]
        data = {"mark": best.score[0], "other": next_best.bot, "other_mark": next_best.score[0]}
        yield Told("dominant", best.bot, 0, data)


def _dead(test: Playtest) -> Iterator[Told]:
    """Yield injects and endings that never happened, and why as far as can be told."""
    for inject in test.scenario.injects:
        if not test.coverage["injects"][inject.id]:
            yield _why("inject", inject.id, _of(test, "injects", inject.id, "when"), _quiet(inject))
    for ending in test.scenario.endings:
        if not test.coverage["endings"][ending.id]:
            yield _why("ending", ending.id, _of(test, "endings", ending.id, "when"), "shadowed")


def _quiet(inject: Inject) -> str:
    """Return why an inject may never have come to its condition."""
    return "uncalled" if inject.only_fired else "untested" if inject.day >= 0 or inject.until >= 0 else "unlucky"


def _of(test: Playtest, *loc: str) -> list[Clause]:
    """Return the clauses of the condition at a place."""
    return [c for c in test.clauses if c.place.loc == loc]


def _why(kind: str, id: str, clauses: Sequence[Clause], otherwise: str) -> Told:
    """Return the finding for a part that never happened: the clause that failed by least, where there is one."""
    tested = [c for c in clauses if c.tests]
    never = [c for c in tested if not c.held]
    if not tested:
        return Told(f"dead_{kind}.{otherwise}", id, clauses[0].line if clauses else 0)
    if not never:
        return Told(f"dead_{kind}.together", id, tested[0].line, {"clauses": [c.place.text for c in tested]})
    near = min(never, key=lambda c: (c.miss is None, c.miss or (0.0, 0.0, 0.0)))
    if near.miss is None:
        return Told(f"dead_{kind}.never", id, near.line, {"clause": near.place.text})
    data = {"clause": near.place.text, "reached": near.miss[1], "needed": near.miss[2]}
    return Told(f"dead_{kind}.near", id, near.line, data)


def _dominated(test: Playtest) -> Iterator[Told]:
    """Yield replies that did worse than another on the same luck, on the whole and under no bot better.

    A reply marked as a trap is meant to; it is told where it does better than all the others instead.
    """
    traps = {f"{inject.id}.{choice.id}" for inject in test.scenario.injects for choice in inject.choices if choice.trap}
    for inject, games in test.replies.items():
        names = sorted({reply for _, marks in games for reply in marks})
        for worse in names:
            if f"{inject}.{worse}" in traps:
                if len(names) > 1 and all(_gain(games, worse, other) for other in names if other != worse):
                    yield Told("trap_pays", f"{inject}.{worse}")
                continue
            beaten = [(gain, better) for better in names if better != worse and (gain := _gain(games, better, worse))]
            if beaten:
                gain, better = max(beaten)
                yield Told("dominated", f"{inject}.{worse}", 0, {"better": better, "by": gain})


def _gain(games: Sequence[tuple[str, Any]], better: str, worse: str) -> float:
    """Return by how much one reply is better than another; 0 unless that is clear and so under every bot."""
    pairs = [(bot, marks[better] - marks[worse]) for bot, marks in games if better in marks and worse in marks]
    if len(pairs) < FEW:
        return 0.0
    middle, low, _ = mean_interval([gain for _, gain in pairs])
    by_bot = [mean([gain for who, gain in pairs if who == bot]) for bot in {bot for bot, _ in pairs}]
    return middle if low > 0 and min(by_bot) > 0 else 0.0


def _harmful(test: Playtest) -> Iterator[Told]:
    """Yield actions and moves that every bot does better without, on the same luck."""
    for action, games in test.worth.items():
        kind, _, move = action.partition(":")
        middle, _, high = mean_interval([gain for _, gain in games])
        by_bot = [mean([gain for who, gain in games if who == bot]) for bot in {bot for bot, _ in games}]
        if len(games) >= FEW and high < 0 and max(by_bot) < 0:
            yield Told("harmful_move" if move else "harmful_action", move or kind, 0, {"by": -middle})


def _unused(test: Playtest) -> Iterator[Told]:
    """Yield actions and moves nobody took, told apart by whether they were ever on offer."""
    ruled_out = _ruled_out(test.scenario)
    for kind, prefix, code in (("actions", "", "action"), ("moves", "move:", "move")):
        for id, share in test.coverage[kind].items():
            if not share and not (kind == "actions" and id in ruled_out):
                yield Told(f"{code}_{'untaken' if prefix + id in test.offered else 'unoffered'}", id)


def _ruled_out(scenario: Scenario) -> frozenset[str]:
    """Return the actions a scenario has no use for by what its author wrote, or that need no taking.

    No head can be changed where no department has a `window`, no oversight asked in where it has no capacity; and a
    standing reserve holds from the start.
    """
    found = {"reserve"}
    if all(peer.window is None for peer in scenario.peers):
        found.add("personnel")
    if not scenario.discipline_capacity:
        found.add("discipline")
    return frozenset(found)


def _never(test: Playtest) -> Iterator[Told]:
    """Yield the clauses that were tested and never held, where nothing above speaks of them."""
    for clause in test.clauses:
        if clause.tests and not clause.held and not _spoken(test, clause.place.loc):
            yield Told("never", ".".join(clause.place.loc), clause.line, {"clause": clause.place.text})


def _spoken(test: Playtest, loc: Loc) -> bool:
    """Tell whether a clause belongs to an inject's or an ending's own condition that is told of already."""
    return len(loc) == 3 and loc[0] in ("injects", "endings") and not test.coverage[loc[0]][loc[1]]
