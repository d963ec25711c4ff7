"""What a seat may know: the game seen from one chair.

Two states that differ only in something a seat has not found out give that seat identical views (a property test
holds it). Screens and bots get views, never states.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from game.rules.deeds import QUESTIONS
from game.rules.group import group_heat
from game.rules.inject import FIRED
from game.rules.ledger import heat_above
from game.rules.state import NOBODY, Ask, Group, Owed, Paper, State
from game.rules.tableview import TableView, table_views
from game.scenario.names import FACTS
from game.scenario.scenario import ACTS, Peer, Scenario

TRUST_BANDS = (250, 400, 550, 700)
TELLS_ALL = 3
"""The band of trust from which a peer tells its intents unasked."""


class PeerView(NamedTuple):
    """A peer as a seat sees it: trust in five bands (0 cold – 4 close), what is known, and the acts as they looked.

    `intents` and `acts` are act indices by workstream (-1: not a party or nothing yet, None: not known); `stance`,
    `rung`, `rank` are its stance, the ladder's step it stands at, its place in the ranking; `owes`: it owes a favour.
    """

    id: str
    trust: int
    facts: frozenset[str]
    intents: tuple[int | None, ...]
    acts: tuple[int, ...]
    commit: tuple[int, ...]
    load: int | None
    stance: int
    rung: int
    rank: int
    owes: bool
    replaced: int


class LeaderView(NamedTuple):
    """A leader as a seat sees it: attention by workstream in ‰, goodwill in five bands, belief about progress."""

    id: str
    attention: tuple[int, ...]
    favor: int
    aligned: int
    chairs: int


class WorkView(NamedTuple):
    """A workstream as a seat sees it: the reported ledger, and the real one as last verified (None: never)."""

    id: str
    reported: int
    seen: int | None
    seen_day: int | None
    clarity: int
    liability: int
    evidence: int
    verify: int
    follow: int
    appraisal: int
    immunity: int
    core_group: bool
    owner: str
    parties: tuple[str, ...]


class AskView(NamedTuple):
    """A question put to this seat, and how the seat itself leans (scores by field and choice)."""

    kind: str
    data: Mapping[str, Any]
    leaning: Mapping[str, Mapping[Any, int]]


@dataclass(frozen=True)
class View:
    """The game from one chair: what each of its parts is made of stands in `_OPEN`, `_SINGLE` and `_PARTS`."""

    seat: str
    phase: str
    turn: int
    day: int
    energy: int
    reserve: int
    backlog: int
    heat: tuple[int, int | None, int | None]
    heat_day: int
    peers: tuple[PeerView, ...]
    leaders: tuple[LeaderView, ...]
    works: tuple[WorkView, ...]
    tables: tuple[TableView, ...]
    mandate: int
    momentum: int
    inflation: int
    parochial: int
    queue: int
    exit: int
    public: tuple[int, ...]
    uses: int
    credibility: int
    group: Group | None
    group_heat: int
    chair: str
    asked: tuple[AskView, ...]
    waiting: tuple[str, ...]
    owed: tuple[Owed, ...]
    promised: tuple[int, ...]
    papers: tuple[Paper, ...]
    news: tuple[int, ...]
    known: frozenset[str]
    flags: tuple[int, ...]
    moved: tuple[int, ...]
    fired: tuple[int, ...]
    chosen: tuple[int, ...]
    counts: Mapping[str, int]
    done: tuple[str, ...]
    ending: str


class _Unread(View):
    """A view of which the parts that take work are worked out from the state when first read: few readers read all."""

    def __getattr__(self, name: str) -> Any:
        held = vars(self)
        if name not in _PARTS:
            raise AttributeError(name)
        held[name] = part = _PARTS[name](held["_scenario"], held["_state"], held["seat"])
        return part


def view(scenario: Scenario, state: State, seat: str) -> View:
    """Return the game as `seat` may know it; ValueError for a seat that is not at this table."""
    if seat not in scenario.seats:
        raise ValueError(f"no such seat: {seat}")
    seen, held, kept = _Unread.__new__(_Unread), {"seat": seat, "_scenario": scenario, "_state": state}, vars(state)
    for name in _OPEN:
        held[name] = kept[name]
    for name in _SINGLE:
        held[name] = kept[name][0]
    vars(seen).update(held)
    return seen


_LEADING = ("lead", "trainer")
_OPEN = ("phase", "turn", "day", "reserve", "uses", "group", "owed", "papers", "news", "done", "ending")
"""What is open to everybody as the state has it."""
_SINGLE = ("mandate", "momentum", "inflation", "parochial", "queue", "exit", "credibility")
"""Stocks there is but one of, open to everybody."""
_LISTED = ("public", "promised", "flags", "moved", "chosen")
Part = Callable[[Scenario, State, str], Any]


def _listed(name: str) -> Part:
    """Return the part that is a list of the state, open to everybody."""
    return lambda _scenario, state, _seat: tuple(getattr(state, name))


_PARTS: dict[str, Part] = {
    **{name: _listed(name) for name in _LISTED},
    "energy": lambda _scenario, state, seat: state.energy if seat in _LEADING else 0,
    "backlog": lambda _scenario, state, seat: state.backlog[0] if seat in _LEADING else 0,
    "known": lambda _scenario, state, seat: frozenset(state.known) if seat in _LEADING else frozenset(),
    "heat": lambda scenario, state, _seat: _heat(scenario, state),
    "heat_day": lambda _scenario, state, _seat: max(state.seen_day),
    "peers": lambda scenario, state, seat: tuple([_peer(scenario, state, seat, i, p)
                                                  for i, p in enumerate(scenario.peers)]),
    "leaders": lambda scenario, state, _seat: tuple([_leader(scenario, state, i)
                                                     for i in range(len(scenario.leaders))]),
    "works": lambda scenario, state, _seat: tuple([_work(scenario, state, w) for w in range(len(scenario.works))]),
    "tables": table_views,
    "group_heat": lambda scenario, state, _seat: group_heat(scenario, state),
    "chair": lambda scenario, state, _seat: scenario.leaders[state.chair].id if state.chair != NOBODY else "",
    "asked": lambda scenario, state, seat: tuple([_ask(scenario, state, a) for a in state.asked if a.seat == seat]),
    "waiting": lambda _scenario, state, _seat: tuple([a.seat for a in state.asked]),
    "fired": lambda _scenario, state, _seat: tuple([1 if f == FIRED else 0 for f in state.fired]),
    "counts": lambda _scenario, state, _seat: dict(state.counts),
}  # fmt: skip
"""What each part of a view is made of."""


def _leader(scenario: Scenario, state: State, i: int) -> LeaderView:
    """Return a leader as anybody sees one."""
    width = len(scenario.works)
    row = tuple(state.attention[i * width : (i + 1) * width])
    return LeaderView(scenario.leaders[i].id, row, band(state.favor[i]), state.aligned[i], state.chairs[i])


def _work(scenario: Scenario, state: State, w: int) -> WorkView:
    """Return a workstream as anybody sees it: the real ledger only as last verified."""
    id, seen, owner = scenario.works[w].id, state.seen[w] >= 0, state.owner[w]
    return WorkView(
        id, state.reported[w], state.seen[w] if seen else None, state.seen_day[w] if seen else None, state.clarity[w],
        state.liability[w], state.evidence[w], state.verify[w], state.follow[w], state.appraisal[w], state.immunity[w],
        state.narrowed[w] == 1, scenario.peers[owner].id if owner != NOBODY else "", scenario.parties[id],
    )  # fmt: skip


def band(value: int) -> int:
    """Return which of five bands a ‰ level falls in: 0 (below 25) to 4 (70 and above)."""
    return bisect_right(TRUST_BANDS, value)


def edges(band: int) -> tuple[int, int]:
    """Return where a band begins and ends, ‰."""
    ends = (0, *TRUST_BANDS, 1000)
    return ends[band], ends[band + 1]


def intents_known(scenario: Scenario, state: State, peer: Peer) -> bool:
    """Tell whether the lead knows this turn's intents of a peer: it trusts the lead, or was seen this turn or last."""
    trusts = band(state.trust[scenario.peer(peer.id)]) >= TELLS_ALL
    return trusts or any(f"{peer.id}.intents.{turn}" in state.known for turn in (state.turn, state.turn - 1))


def _peer(scenario: Scenario, state: State, seat: str, i: int, peer: Peer) -> PeerView:
    """Return a peer as seen from a seat; a fake act looks like cooperation unless it is one's own."""
    width = len(scenario.works)
    row = slice(i * width, (i + 1) * width)
    acts, commit, intents = state.act[row], tuple(state.commit[row]), state.intent[row]
    if seat in (peer.id, "trainer"):
        return PeerView(peer.id, band(state.trust[i]), _ALL, tuple(intents), tuple(acts), commit, state.load[i],
                        *_standing(state, i))  # fmt: skip
    facts = _facts(state.known, peer.id) if seat == "lead" else _NONE
    asked = seat == "lead" and intents_known(scenario, state, peer)
    return PeerView(
        peer.id,
        band(state.trust[i]),
        facts,
        tuple([a if a == NOBODY else _SHOWN[a] if asked else None for a in intents]),
        tuple([_SHOWN[a] for a in acts]),
        commit,
        state.load[i] if "workload" in facts else None,
        *_standing(state, i),
    )


@lru_cache(maxsize=4096)
def _facts(known: tuple[str, ...], peer: str) -> frozenset[str]:
    """Return what the lead has found out about a peer."""
    return frozenset([f for f in FACTS if f"{peer}.{f}" in known])


def _standing(state: State, i: int) -> tuple[int, int, int, bool, int]:
    """Return what all see of a peer: stance, rung, rank, whether it owes the lead, and the day of its new head."""
    return state.stance[i], state.rung[i], state.rank[i], state.reciprocity[i] >= 50, state.replaced[i]


_ALL, _NONE = frozenset(FACTS), frozenset[str]()
_SHOWN = {NOBODY: NOBODY, **{a: 0 if name == "fake" else a for a, name in enumerate(ACTS)}}
"""How an act looks to the table: fake looks like cooperation."""


def _heat(scenario: Scenario, state: State) -> tuple[int, int | None, int | None]:
    """Return the thermometers: above as it is, in the middle and below as they were when somebody last went to look."""
    middle, low = state.heat_seen
    return heat_above(scenario, state), middle if middle >= 0 else None, low if low >= 0 else None


def _ask(scenario: Scenario, state: State, ask: Ask) -> AskView:
    return AskView(ask.kind, dict(ask.data), QUESTIONS[ask.kind].leaning(scenario, state, ask))
