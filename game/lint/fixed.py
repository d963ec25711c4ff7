"""Names that never move: no effect of the file and no rule of the game takes them from where they begin.

Where it is not certain that a name stays, it is left out.
"""

from collections.abc import Iterable, Iterator, Mapping

from game.scenario import happening_verb as happening
from game.scenario.bargain import Table
from game.scenario.condition import Condition
from game.scenario.level_verb import Align, Capacity, Entrench, Immunity
from game.scenario.proof import Domain
from game.scenario.reference import Loc
from game.scenario.schema import Peer, ScenarioFile
from game.scenario.story import Inject
from game.scenario.verb import Verb

Effects = Iterable[tuple[Loc, Verb]]
Fixed = Iterator[tuple[str, Domain]]

_NO: frozenset[str | float | bool] = frozenset([False])
_NONE: frozenset[str | float | bool] = frozenset(["none"])
_NOUGHT = (0.0, 0.0)
_TOLD = ("redline", "intents")
"""What the lead knows of a peer for good only from the peer's own words or an effect."""


def fixed(file: ScenarioFile, effects: Effects, conditions: Iterable[tuple[Loc, Condition]]) -> Mapping[str, Domain]:
    """Return every name that never moves with what it can be: one value, or the words that are left."""
    verbs = [verb for _, verb in effects]
    found = dict([*_levels(file, verbs), *_facts(file, verbs), *_remembered(file, verbs), *_deals(file, verbs)])
    shut = {loc[:-1] for loc, condition in conditions if loc[-1] == "when" and condition.never(found)}
    found.update(_undone(file, shut))
    found.update(_unfired(file, verbs, shut))
    return found


def _levels(file: ScenarioFile, verbs: list[Verb]) -> Fixed:
    """Yield the levels that only effects move, and what a peer does in workstreams it is no party to."""
    immune = {v.work for v in verbs if isinstance(v, Immunity)}
    able = {v.who for v in verbs if isinstance(v, Capacity)}
    dug_in = {v.who for v in verbs if isinstance(v, Entrench)}
    aligned = {v.of for v in verbs if isinstance(v, Align)}
    for id, leader in file.leaders.items():
        if id not in aligned:
            yield f"aligned.{id}", _only(leader.aligned)
    for work, given in file.workstreams.items():
        if not immune & {work, "all"}:
            yield f"immunity.{work}", _only(given.immunity)
        for id in set(file.peers) - set(given.parties):
            yield f"act.{id}.{work}", _NONE
            yield f"effort.{id}.{work}", _NOUGHT
    for id, peer in file.peers.items():
        if not able & {id, "all"}:
            yield f"capacity.{id}", _only(peer.capacity)
        if not dug_in & {id, "all"} and peer.window is None:
            yield f"entrenchment.{id}", _only(peer.entrenchment)


def _only(points: float) -> Domain:
    """Return the range of a level that stays at some points; the rules hold it in tenths."""
    return (round(points * 10) / 10,) * 2


def _facts(file: ScenarioFile, verbs: list[Verb]) -> Fixed:
    """Yield what nobody will ever tell the lead."""
    revealed = {(v.about, v.what) for v in verbs if isinstance(v, happening.Reveal) and v.what != "intents"}
    for id, peer in file.peers.items():
        for fact in _TOLD:
            if (id, fact) not in revealed and not _says(peer, fact):
                yield f"known.{id}.{fact}", _NO


def _says(peer: Peer, fact: str) -> bool:
    return any(line.reveals == fact for line in peer.reasons)


def _remembered(file: ScenarioFile, verbs: list[Verb]) -> Fixed:
    """Yield the flags nobody sets, the promises nobody makes, the levers nothing pulls."""
    flags = {v.name for v in verbs if isinstance(v, happening.Flag) and v.to}
    made = {v.make for v in verbs if isinstance(v, happening.Promise)}
    pulled = {v.pull for v in verbs if isinstance(v, happening.Lever)}
    yield from ((f"flag.{id}", _NO) for id in file.flags if id not in flags)
    yield from ((f"promise.{id}", _NONE) for id, p in file.promises.items() if id not in made and not p.worth)
    for table in file.tables.values():
        yield from ((f"lever.{id}", _NOUGHT) for id, x in table.levers.items() if id not in pulled and x.step is None)


def locked(id: str, table: Table, verbs: Iterable[Verb]) -> Iterator[tuple[str, str]]:
    """Yield (issue, option) for every option of a table that waits for a seat and that no effect unlocks."""
    opened = {v.option for v in verbs if isinstance(v, happening.Unlock) and v.table == id}
    for issue, given in table.issues.items():
        yield from ((issue, o) for o, option in given.options.items() if option.needs and o not in opened)


def _deals(file: ScenarioFile, verbs: list[Verb]) -> Fixed:
    """Yield the issues on which options stay locked, with those that are left; the fallback may hold any."""
    for id, table in file.tables.items():
        shut = {option for _, option in locked(id, table, verbs)} - set(table.fallback.values())
        for issue, given in table.issues.items():
            if shut & set(given.options):
                yield f"deal.{id}.{issue}", frozenset({"none", *given.options} - shut)


def _undone(file: ScenarioFile, shut: set[Loc]) -> Fixed:
    """Yield the moves nobody can ever make."""
    yield from ((f"done.{id}", _NOUGHT) for id in file.moves if ("moves", id) in shut)


def _unfired(file: ScenarioFile, verbs: list[Verb], shut: set[Loc]) -> Fixed:
    """Yield the injects that never happen, and their choices that are never made."""
    called = {v.fire for v in verbs if isinstance(v, happening.Inject)}
    called |= {expected.else_ for expected in file.expect.values() if expected.else_}
    last = max((length.turns - 1) * length.days for length in file.lengths.values())
    for id, inject in file.injects.items():
        if ("injects", id) in shut or (id not in called and _late(inject, last)):
            yield f"fired.{id}", _NO
            yield f"chosen.{id}", _NONE


def _late(inject: Inject, last: int) -> bool:
    """Tell whether an inject that no effect calls can never be due; `last` is the day of the last briefing."""
    day = inject.day or 0
    return inject.only_fired or day > last or (inject.until is not None and inject.until < day)
