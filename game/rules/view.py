"""What a seat may know: the game seen from one chair, and the scenario with its secrets replaced by priors.

Two states that differ only in something a seat has not found out give that seat identical views (a property test
holds it). Screens and bots get views, never states.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from game.rules.deeds import QUESTIONS
from game.rules.group import group_heat
from game.rules.inject import FIRED
from game.rules.ledger import heat_above
from game.rules.state import NOBODY, Ask, Group, Owed, Paper, State
from game.rules.tableview import TableView, public_tables, table_views
from game.scenario.names import FACTS
from game.scenario.plot import Ending, Inject
from game.scenario.scenario import ACTS, Leader, Line, Peer, Scenario
from game.scenario.text import Text

PRIOR = 500
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


@dataclass(frozen=True, slots=True)
class View:
    """The game from one chair."""

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


def view(scenario: Scenario, state: State, seat: str) -> View:
    """Return the game as `seat` may know it; ValueError for a seat that is not at this table."""
    if seat not in scenario.seats:
        raise ValueError(f"no such seat: {seat}")
    lead = seat in ("lead", "trainer")
    return View(
        seat=seat,
        phase=state.phase,
        turn=state.turn,
        day=state.day,
        energy=state.energy if lead else 0,
        reserve=state.reserve,
        backlog=state.backlog[0] if lead else 0,
        heat=_heat(scenario, state),
        heat_day=max(state.seen_day),
        peers=tuple(_peer(scenario, state, seat, i, p) for i, p in enumerate(scenario.peers)),
        leaders=tuple(_leader(scenario, state, i) for i in range(len(scenario.leaders))),
        works=tuple(_work(scenario, state, w) for w in range(len(scenario.works))),
        tables=table_views(scenario, state, seat),
        mandate=state.mandate[0],
        momentum=state.momentum[0],
        inflation=state.inflation[0],
        parochial=state.parochial[0],
        queue=state.queue[0],
        exit=state.exit[0],
        public=tuple(state.public),
        uses=state.uses,
        credibility=state.credibility[0],
        group=state.group,
        group_heat=group_heat(scenario, state),
        chair=scenario.leaders[state.chair].id if state.chair != NOBODY else "",
        asked=tuple(_ask(scenario, state, a) for a in state.asked if a.seat == seat),
        waiting=tuple(a.seat for a in state.asked),
        owed=state.owed,
        promised=tuple(state.promised),
        papers=state.papers,
        news=state.news,
        known=frozenset(state.known) if lead else frozenset(),
        flags=tuple(state.flags),
        moved=tuple(state.moved),
        fired=tuple([1 if f == FIRED else 0 for f in state.fired]),
        chosen=tuple(state.chosen),
        counts=dict(state.counts),
        done=state.done,
        ending=state.ending,
    )


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
    facts = frozenset([f for f in FACTS if f"{peer.id}.{f}" in state.known]) if seat == "lead" else _NONE
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


def public(scenario: Scenario, seen: View) -> Scenario:
    """Return the scenario with every secret the seat has not found out replaced by its declared prior.

    Unknown numbers become 500 ‰, unknown words are empty, an unknown red line is never crossed.
    """
    if seen.seat == "trainer":
        return scenario
    peers = tuple(_prior(p, seen.peers[i].facts, seen) for i, p in enumerate(scenario.peers))
    leaders = tuple(x if seen.seat == x.id else _prior_leader(x, seen) for x in scenario.leaders)
    injects = tuple(j if seen.fired[i] else _unheard(j) for i, j in enumerate(scenario.injects))
    tables = public_tables(scenario, seen.seat, seen.known)
    endings = tuple(e if seen.ending == e.id else Ending(e.id, Text(), Text(), "", None) for e in scenario.endings)
    return replace(scenario, peers=peers, leaders=leaders, tables=tables, injects=injects, endings=endings,
                   expectations=())  # fmt: skip


def _unheard(inject: Inject) -> Inject:
    """Return what can be known of something that has not happened: nothing but that it has a name."""
    return Inject(inject.id, Text(), Text(), "", NOBODY, NOBODY, NOBODY, None, 0, True, (), ())


def _prior_leader(leader: Leader, seen: View) -> Leader:
    """Return a leader as others see one: goodwill only ever in bands, preference and patience once told."""
    if f"{leader.id}.preference" in seen.known:
        return replace(leader, favor=PRIOR)
    return replace(leader, favor=PRIOR, preference=Text(), patience=PRIOR)


def _prior(peer: Peer, facts: frozenset[str], seen: View) -> Peer:
    """Return a peer as its public record and what was found out show it."""
    own = seen.seat == peer.id
    changes: dict[str, Any] = {f: PRIOR for fact, f in _NUMBERS.items() if fact not in facts}
    changes["trust"] = peer.trust if own else PRIOR
    if "redline" not in facts:
        changes |= {"crossed": None, "redline": Text()}
    if "interest" not in facts:
        changes["interest"] = Text()
    if not own:
        told = sum(1 for f in seen.known if f.startswith(f"{peer.id}.told."))
        changes["reasons"] = tuple(r if n < told else Line(Text(), "") for n, r in enumerate(peer.reasons))
    return replace(peer, **changes)


_NUMBERS = {"blame": "blame", "capacity": "capacity", "entrenchment": "entrenchment", "workload": "load"}
