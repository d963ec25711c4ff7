"""How a bot reads a view: who is cold, what is stuck, which figures to doubt. Nothing but what the seat may know.

The view names no entanglement, no mandate fit and no length of the game. Liability stands in for the first two (matters
nobody wants to answer for are the tangled ones, and the ones oversight is for); the sixth turn for "before the end".
"""

from game.rules import View
from game.rules.view import LeaderView, PeerView, WorkView
from game.scenario.scenario import ACTS

LATE = 6
"""The turn from which a bot thinks of the end: all it knows is that no game is shorter."""
DOUBTFUL = 150
COLD = 200
_HOLDING = {ACTS.index(a) for a in ("stall", "pass")}
_WILLING = ACTS.index("cooperate")


def late(seen: View) -> bool:
    """Tell whether it is time to think of what stays behind."""
    return seen.turn >= LATE


def peer(seen: View, id: str) -> PeerView:
    """Return a peer by its id."""
    return next(p for p in seen.peers if p.id == id)


def weakest(seen: View) -> list[WorkView]:
    """Return the workstreams from least to most reported."""
    return sorted(seen.works, key=lambda w: w.reported)


def honest(work: WorkView) -> int:
    """Return a workstream's progress as last verified where it was, else as reported, ‰."""
    return work.reported if work.seen is None else min(work.seen, work.reported)


def behind(seen: View) -> list[WorkView]:
    """Return the workstreams from least to most really done, as far as is known."""
    return sorted(seen.works, key=honest)


def blind(seen: View, least: int = DOUBTFUL) -> list[WorkView]:
    """Return the workstreams with much reported since anybody looked, the most doubtful first."""
    found = [w for w in seen.works if w.reported - (w.seen or 0) > least]
    return sorted(found, key=lambda w: (w.seen or 0) - w.reported)


def unclear(seen: View, below: int = 700) -> list[WorkView]:
    """Return the workstreams whose duties are not clear, the least clear first."""
    return sorted((w for w in seen.works if w.clarity < below), key=lambda w: w.clarity)


def consulted(seen: View) -> list[WorkView]:
    """Return the workstreams there are minutes on of the last 90 days."""
    fresh = {p.work for p in seen.papers if p.kind == "minutes" and p.day + 90 >= seen.day}
    return [w for i, w in enumerate(seen.works) if i in fresh]


def clear_now(seen: View) -> bool:
    """Tell whether some duties are clear enough to be turned into rules."""
    return any(w.clarity >= 700 for w in seen.works)


def least_known(seen: View) -> list[PeerView]:
    """Return the peers the lead knows least of first, the colder first among equals."""
    return sorted(seen.peers, key=lambda p: (len(p.facts), p.trust))


def coldest(seen: View) -> list[PeerView]:
    """Return the peers from coldest to closest."""
    return sorted(seen.peers, key=lambda p: p.trust)


def ranges_known(seen: View) -> bool:
    """Tell whether the points of all parties at the open tables are known, at least in ranges."""
    return all(p.known for t in seen.tables if t.how == 0 for p in t.parties)


def few_parties(seen: View) -> bool:
    """Tell whether no more than four sit at any open table."""
    return all(len(t.parties) <= 4 for t in seen.tables if t.how == 0)


def chairs_free(seen: View) -> bool:
    """Tell whether no leader heads so many groups that one more would be worth little (F12)."""
    return all(x.chairs <= 4 for x in seen.leaders)


def friendliest(seen: View, ids: tuple[str, ...]) -> str:
    """Return which of some peers trusts the lead most."""
    return max(ids, key=lambda id: peer(seen, id).trust)


def acts(seen: View, id: str) -> list[int]:
    """Return a peer's acts of last turn as they looked."""
    return [a for a in peer(seen, id).acts if a >= 0]


def holding(seen: View) -> list[PeerView]:
    """Return the peers that openly stalled or passed last turn, the worst first."""
    held = {p.id: sum(a in _HOLDING for a in p.acts) for p in seen.peers}
    return sorted((p for p in seen.peers if held[p.id]), key=lambda p: -held[p.id])


def held_back(seen: View, who: PeerView) -> list[WorkView]:
    """Return the workstreams a peer openly held back last turn, the most tangled first."""
    found = [w for w, act in zip(seen.works, who.acts, strict=True) if act >= 0 and act != _WILLING]
    return sorted(found, key=lambda w: -w.liability)


def minded(leader: LeaderView) -> int:
    """Return how much of a leader's attention the task has, ‰."""
    return sum(leader.attention)


def readiest(seen: View) -> LeaderView:
    """Return the leader most likely to lend their name: attention, goodwill and a matching agenda."""
    return max(seen.leaders, key=lambda x: minded(x) + 250 * x.favor + 2 * x.aligned)


def group_stands(seen: View) -> bool:
    """Tell whether a leading group stands, if only on paper."""
    return seen.group is not None and seen.group.stage in ("standing", "paper")


def bargaining(seen: View) -> bool:
    """Tell whether a table is still open."""
    return any(t.how == 0 for t in seen.tables)
