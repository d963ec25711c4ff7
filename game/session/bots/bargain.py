"""What leads do at a bargaining table: open it by moves, offer to one, bring all together, submit.

Candidates, best first, read off what the view shows of the table (see `packages`).
"""

from collections.abc import Iterator, Sequence

from game.rules import Action, View
from game.rules.tableview import TableView
from game.session.bots import reading
from game.session.bots.bot import Habit, Offered
from game.session.bots.packages import Talk, talks

PATIENCE = 2
"""Offers made to one party a turn at most."""
WORTH = 150_000
"""The least hope of the best package (`Talk.hope`) that makes a table worth a lead's time."""
LIKELY = 100_000
"""The least hope of a package that makes it worth one of a table's few joint talks."""
_PRICE = {"offer": 1, "data": 1, "convene": 2}
"""What the deeds of bargaining cost in energy."""
HOPEFUL = 250
"""The least chance of a yes worth an offer, ‰; every third turn a bot asks all the same, for hopes shrink with time."""


def ways(seen: View, can: Offered) -> Iterator[Action]:
    """Make the move that shifts what somebody at an open table could live with, or opens what is locked."""
    if "move" in can:
        wanted = [m for t in seen.tables if t.how == 0 for m in t.ways]
        yield from (can["move"].fill(move=m) for m in wanted if m in can["move"].fields[0].choices)


def hear_out(seen: View, can: Offered) -> Iterator[Action]:
    """Go and see the least known at a table where a move that would help is not open yet: somebody knows why."""
    if "visit" in can:
        seats = {p.seat for t in _stuck(seen, can) for p in t.parties}.intersection(can["visit"].fields[0].choices)
        yield from (can["visit"].fill(target=p.id) for p in reading.least_known(seen) if p.id in seats)


def _stuck(seen: View, can: Offered) -> list[TableView]:
    """Return the open tables for which some move would help that may not be made yet."""
    free = can["move"].fields[0].choices if "move" in can else ()
    return [t for t in seen.tables if t.how == 0 and any(m not in free for m in t.ways)]


def stuck(*habits: Habit) -> Habit:
    """Return these habits as one, followed only while a move that would help an open table may not be made yet."""

    def habit(seen: View, can: Offered) -> Iterator[Action]:
        if _stuck(seen, can):
            for each in habits:
                yield from each(seen, can)

    return habit


def within(energy: int, *habits: Habit) -> Habit:
    """Return these habits as one, followed until so much energy has gone into bargaining this turn.

    What is left goes into the work itself: a table that will not close must not take everything.
    """

    def habit(seen: View, can: Offered) -> Iterator[Action]:
        if sum(_PRICE.get(deed, 0) for deed in seen.done) < energy:
            for each in habits:
                yield from each(seen, can)

    return habit


def promising(*habits: Habit) -> Habit:
    """Return these habits as one, followed only while some package at an open table may well be agreed to."""

    def habit(seen: View, can: Offered) -> Iterator[Action]:
        found = talks(seen, can["offer"]) if "offer" in can else ()
        if any(t.hope(n) >= WORTH for t in found for n in t.best()[:1]):
            for each in habits:
                yield from each(seen, can)

    return habit


def ask_points(seen: View, can: Offered) -> Iterator[Action]:
    """Ask a party at an open table for data: it may show in what range its points lie."""
    if "data" in can:
        unknown = [p.seat for t in seen.tables if t.how == 0 for p in t.parties if not p.known]
        for work in sorted(seen.works, key=lambda w: w.evidence):
            able = [s for s in can["data"].fields[1].offered({"work": work.id}) if s in unknown]
            if able:
                yield can["data"].fill(work=work.id, target=reading.friendliest(seen, tuple(able)))


def offers(hard_first: bool = False, promises: bool = True, grim: bool = False) -> Habit:
    """Return the habit of putting the likeliest package to whoever has not agreed to it yet.

    Of several tables the one on the least tangled works comes first, or the one on the most tangled if `hard_first`;
    likewise the party most likely to agree, or the most doubtful. `promises`: a promise goes along where one is free.
    `grim`: who has declined anything is not asked again.
    """

    def habit(seen: View, can: Offered) -> Iterator[Action]:
        if "offer" not in can:
            return
        option = can["offer"]
        put = _put(seen)
        found = list(talks(seen, option))
        for talk in reversed(found) if hard_first else found:
            for name in talk.best()[:4]:
                wanting = [p for p in talk.missing(name) if not (grim and p.declined)]
                for party in wanting if hard_first else reversed(wanting):
                    if talk.chance(party, name) < HOPEFUL and seen.turn % 3:
                        continue
                    asked = [n for seat, n in put if seat == party.seat]
                    if name not in asked and len(asked) < PATIENCE and party.seat in option.fields[1].choices:
                        free = option.fields[3].offered({"target": party.seat}) if promises else ("",)
                        side = free[-1] if talk.chance(party, name) < 800 else ""
                        yield option.fill(table=talk.table.id, target=party.seat, package=name, side=side)

    return habit


def close_by_word(seen: View, can: Offered) -> Iterator[Action]:
    """Give the lead's own word where all the others have given theirs for a package worth it."""
    if "offer" in can:
        for talk in talks(seen, can["offer"]):
            for name in talk.best():
                if not talk.tried(name) and not talk.missing(name):
                    yield can["offer"].fill(table=talk.table.id, target=talk.others[0].seat, package=name, side="")


def _put(seen: View) -> list[tuple[str, str]]:
    """Return the offers made this turn, as (party, package), from the list of what was done."""
    found = []
    done = seen.done
    for i, what in enumerate(done):
        if what == "offer":
            seat, package = (d.partition(":")[2] for d in done[i + 2 : i + 4])
            found.append((seat, package))
    return found


def joint_talks(least: int) -> Habit:
    """Return the habit of bringing all together once a package has the words of so many of the others, ‰."""

    def habit(seen: View, can: Offered) -> Iterator[Action]:
        if "convene" in can:
            for talk in talks(seen, can["convene"]):
                names = _most_agreed(talk)[:2]
                if names and 1000 * len(talk.words(names[0])) >= least * len(talk.others):
                    second = names[1] if len(names) > 1 else ""
                    yield can["convene"].fill(table=talk.table.id, first=names[0], second=second)

    return habit


def fresh_talks(least: int) -> Habit:
    """Return the habit of bringing all together where it may well succeed: so many words given, ‰ of the others.

    A table has few such meetings: none is spent on a package that somebody who would have to agree has turned down.
    """

    def habit(seen: View, can: Offered) -> Iterator[Action]:
        if "convene" in can:
            for talk in talks(seen, can["convene"]):
                fresh = [n for n in talk.best()[:6] if not talk.turned_down(n)]
                names = sorted(fresh[:4], key=lambda n: -len(talk.words(n)))[:2]
                able = names and talk.hope(names[0]) >= LIKELY
                if able and 1000 * len(talk.words(names[0])) >= least * len(talk.others):
                    second = names[1] if len(names) > 1 else ""
                    yield can["convene"].fill(table=talk.table.id, first=names[0], second=second)

    return habit


def _most_agreed(talk: Talk) -> list[str]:
    """Return the packages worth the lead's while, by likelihood, those with more words first among the best."""
    return sorted(talk.best()[:4], key=lambda n: -len(talk.words(n)))


def submit(least: int) -> Habit:
    """Return the habit of submitting a table for a ruling: the two packages most agreed on, so many words for one."""

    def habit(seen: View, can: Offered) -> Iterator[Action]:
        if "escalate" in can:
            for talk in talks(seen, can["escalate"]):
                names = _most_agreed(talk)[:2]
                if names and 1000 * len(talk.words(names[0])) >= least * len(talk.others):
                    leader = _ruler(seen, can["escalate"].fields[1].offered({"table": talk.table.id}))
                    yield can["escalate"].fill(table=talk.table.id, leader=leader, packages=names)

    return habit


def _ruler(seen: View, ids: Sequence[str]) -> str:
    """Return the leader to submit to: whoever minds the task most."""
    return max((x for x in seen.leaders if x.id in ids), key=reading.minded).id
