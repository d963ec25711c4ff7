"""A sensible mid-skill lead: talk first, clear duties, keep a leader minded, verify once in a while, overuse nothing.

It works down a list of habits each turn and does the first that is affordable and not yet done; its reading of the
table is only what the view shows.
"""

from collections.abc import Callable, Iterator, Sequence

from game.rules import Action, Option, View
from game.rules.view import PeerView, WorkView
from game.session.bots.bot import offered

Offered = dict[str, Option]
Habit = Callable[[View, Offered], Iterator[Action]]


def steady(seen: View, options: Sequence[Option]) -> Action:
    """Return the next thing a steady lead would do."""
    first = options[0]
    if first.kind == "answer":
        return first.fill(**{f.name: f.choices[0] for f in first.fields})
    can = offered(options)
    for habit in _HABITS:
        action = next(habit(seen, can), None)
        if action is not None:
            return action
    return can["end_turn"].fill()


def _weakest(seen: View) -> list[WorkView]:
    """Return the workstreams from least to most reported."""
    return sorted(seen.works, key=lambda w: w.reported)


def _least_known(seen: View) -> list[PeerView]:
    """Return the peers the lead knows least of first, the colder first among equals."""
    return sorted(seen.peers, key=lambda p: (len(p.facts), p.trust))


def _first_calls(seen: View, can: Offered) -> Iterator[Action]:
    """Go and see two peers before anything else is tried."""
    if seen.turn == 1 and "visit" in can and seen.done.count("visit") < 2:
        yield from _calls(seen, can)


def _calls(seen: View, can: Offered) -> Iterator[Action]:
    """Spend what is left on calls, on whoever is least known."""
    if "visit" in can:
        targets = can["visit"].fields[0].choices
        yield from (can["visit"].fill(target=p.id) for p in _least_known(seen) if p.id in targets)


def _report(seen: View, can: Offered) -> Iterator[Action]:
    """Report with a plan, every fourth turn, to the leader who minds the task least."""
    if "report" in can and "report" not in seen.done and seen.turn % 4 == 1:
        leader = min(seen.leaders, key=lambda x: sum(x.attention))
        yield can["report"].fill(leader=leader.id, work=_weakest(seen)[0].id, tone="plan")


def _chair(seen: View, can: Offered) -> Iterator[Action]:
    """Ask the leader who minds most to chair, before a consultation that can still be paid for; not too often."""
    rare = seen.counts.get("chair", 0) < 2
    if "chair" in can and rare and seen.turn % 2 == 0 and seen.energy >= 3 and "chair" not in seen.done:
        leader = max(seen.leaders, key=lambda x: sum(x.attention))
        yield can["chair"].fill(leader=leader.id)


def _consult(seen: View, can: Offered) -> Iterator[Action]:
    """Consult on one workstream with all its parties, every other turn."""
    if "consult" in can and seen.turn % 2 == 0:
        work = min(seen.works, key=lambda w: (w.clarity > 700, w.reported))
        yield can["consult"].fill(works=[work.id], attendees=list(work.parties), wording="joint")


def _duties(seen: View, can: Offered) -> Iterator[Action]:
    """Write the duty list for what was just consulted on, signed by the leader who minds most."""
    fresh = {p.work for p in seen.papers if p.kind == "minutes" and p.day + 90 >= seen.day}
    unclear = [w for i, w in enumerate(seen.works) if i in fresh and w.clarity < 700]
    if "duties" in can and unclear and "duties" not in seen.done:
        work = min(unclear, key=lambda w: w.clarity)
        leader = max(seen.leaders, key=lambda x: sum(x.attention))
        owner = max(work.parties, key=lambda p: next(v.trust for v in seen.peers if v.id == p))
        yield can["duties"].fill(work=work.id, owner=work.owner or owner, clause="plain", signer=leader.id)


def _inspect(seen: View, can: Offered) -> Iterator[Action]:
    """Go and look unannounced where much is reported and nothing was verified for long."""
    if "inspect" in can and seen.turn % 6 == 0:
        blind = [w for w in seen.works if w.reported > 150 and (w.seen_day is None or seen.day - w.seen_day > 90)]
        if blind:
            yield can["inspect"].fill(work=max(blind, key=lambda w: w.reported).id, way="quiet")


def _support(seen: View, can: Offered) -> Iterator[Action]:
    """Send hands down every fourth turn, later relief from forms."""
    if "support" in can and seen.turn % 4 == 3 and "support" not in seen.done:
        yield can["support"].fill(way="train" if seen.turn < 4 else "relieve")


def _data(seen: View, can: Offered) -> Iterator[Action]:
    """Ask the friendliest party for data where evidence is thinnest."""
    if "data" in can and "data" not in seen.done:
        for work in sorted(seen.works, key=lambda w: w.evidence):
            able = can["data"].fields[1].offered({"work": work.id})
            if able and work.evidence < 600:
                best = max(able, key=lambda p: next(v.trust for v in seen.peers if v.id == p))
                yield can["data"].fill(work=work.id, target=best)


def _move(seen: View, can: Offered) -> Iterator[Action]:
    """Make one of the scenario's own moves when there is one, one a turn."""
    if "move" in can and "move" not in seen.done:
        yield can["move"].fill(move=can["move"].fields[0].choices[0])


_HABITS: tuple[Habit, ...] = (
    _first_calls, _report, _support, _inspect, _chair, _consult, _duties, _move, _data, _calls,
)  # fmt: skip
