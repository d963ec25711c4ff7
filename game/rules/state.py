"""The state of a game as plain data: integers, strings, tuples, flat lists; JSON in, JSON out, cheap to copy.

Shares and levels are thousandths (‰). A list over peers × workstreams is flat, row by peer. Knows no rule.
"""

from dataclasses import dataclass, field, fields
from typing import Any, get_origin

NOBODY = -1


@dataclass(frozen=True, slots=True)
class Ask:
    """A question put to a seat: while any is open, only the asked seats (and the trainer) may act."""

    seat: str
    kind: str
    data: tuple[tuple[str, Any], ...] = ()

    def get(self, key: str, default: Any = None) -> Any:
        """Return one datum of the question."""
        return next((v for k, v in self.data if k == key), default)


@dataclass(frozen=True, slots=True)
class Pulse:
    """Pressure on a peer that fades linearly from `size` (‰) on day `since` to nothing `days` later.

    `work` is the workstream it is about, NOBODY for all that are assessed (F22).
    """

    peer: int
    means: str
    size: int
    since: int
    days: int
    work: int = NOBODY


@dataclass(frozen=True, slots=True)
class Group:
    """A leading group: stage (standing, paper, dissolved, rules), rank, chair (leader), when born and last met."""

    stage: str
    rank: str
    chair: int
    born: int
    met: int


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise made: which one, on what day, due by when; `proved` if what was to prove it had happened already."""

    promise: int
    made: int
    due: int
    proved: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: kind, day, issuer and signer ("" if unsigned), workstream, wording, whether a leader is quoted."""

    kind: str
    day: int
    issuer: str
    signer: str
    work: int
    wording: str
    sentence: bool


@dataclass(frozen=True, slots=True)
class Consent:
    """A party's word, given on `day`, that it can live with a package of a table."""

    table: int
    package: int
    seat: str
    day: int


@dataclass
class State:
    """Everything a game is at one moment; only `step` makes the next one.

    States share the lists that no step has changed: `put` sets an element in a copy. Not slotted: one dict is quicker
    to copy than sixty slots, and every step does.
    """

    seed: int
    phase: str = "briefing"
    turn: int = 1
    day: int = 0
    energy: int = 0
    reserve: int = 1
    uses: int = 0
    chair: int = NOBODY
    ending: str = ""
    forced: str = ""
    group: Group | None = None
    asked: tuple[Ask, ...] = ()
    held: tuple[Any, ...] = ()
    pulses: tuple[Pulse, ...] = ()
    owed: tuple[Owed, ...] = ()
    consents: tuple[Consent, ...] = ()
    papers: tuple[Paper, ...] = ()
    fires: tuple[tuple[int, int], ...] = ()
    news: tuple[int, ...] = ()
    known: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    trust: list[int] = field(default_factory=list)
    load: list[int] = field(default_factory=list)
    dependence: list[int] = field(default_factory=list)
    dulled_bulletin: list[int] = field(default_factory=list)
    dulled_oversight: list[int] = field(default_factory=list)
    entrenchment: list[int] = field(default_factory=list)
    capacity: list[int] = field(default_factory=list)
    core: list[int] = field(default_factory=list)
    reciprocity: list[int] = field(default_factory=list)
    stance: list[int] = field(default_factory=list)
    rung: list[int] = field(default_factory=list)
    replaced: list[int] = field(default_factory=list)
    rank: list[int] = field(default_factory=list)
    effort: list[int] = field(default_factory=list)
    commit: list[int] = field(default_factory=list)
    act: list[int] = field(default_factory=list)
    intent: list[int] = field(default_factory=list)
    favor: list[int] = field(default_factory=list)
    belief: list[int] = field(default_factory=list)
    aligned: list[int] = field(default_factory=list)
    chairs: list[int] = field(default_factory=list)
    attention: list[int] = field(default_factory=list)
    clarity: list[int] = field(default_factory=list)
    liability: list[int] = field(default_factory=list)
    evidence: list[int] = field(default_factory=list)
    verify: list[int] = field(default_factory=list)
    follow: list[int] = field(default_factory=list)
    appraisal: list[int] = field(default_factory=list)
    immunity: list[int] = field(default_factory=list)
    narrowed: list[int] = field(default_factory=list)
    quality: list[int] = field(default_factory=list)
    course: list[int] = field(default_factory=list)
    real: list[int] = field(default_factory=list)
    reported: list[int] = field(default_factory=list)
    reported_opened: list[int] = field(default_factory=list)
    seen: list[int] = field(default_factory=list)
    seen_day: list[int] = field(default_factory=list)
    owner: list[int] = field(default_factory=list)
    agreed: list[int] = field(default_factory=list)
    grassroots: list[int] = field(default_factory=list)
    coming: list[int] = field(default_factory=list)
    heat: list[int] = field(default_factory=list)
    heat_seen: list[int] = field(default_factory=list)
    backlog: list[int] = field(default_factory=list)
    credibility: list[int] = field(default_factory=list)
    mandate: list[int] = field(default_factory=list)
    momentum: list[int] = field(default_factory=list)
    inflation: list[int] = field(default_factory=list)
    parochial: list[int] = field(default_factory=list)
    queue: list[int] = field(default_factory=list)
    exit: list[int] = field(default_factory=list)
    deal: list[int] = field(default_factory=list)
    deal_how: list[int] = field(default_factory=list)
    offered: list[int] = field(default_factory=list)
    claimed: list[int] = field(default_factory=list)
    convened: list[int] = field(default_factory=list)
    pulled: list[int] = field(default_factory=list)
    unlocked: list[int] = field(default_factory=list)
    public: list[int] = field(default_factory=list)
    public_opened: list[int] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)
    promised: list[int] = field(default_factory=list)
    moved: list[int] = field(default_factory=list)
    fired: list[int] = field(default_factory=list)
    chosen: list[int] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    tally: dict[str, int] = field(default_factory=dict)
    fixed: dict[str, int] = field(default_factory=dict)
    because: dict[tuple[str, int, str], int] = field(default_factory=dict)


    def put(self, name: str, i: int, value: int) -> None:
        """Set one element of a list of this state, and of no other that shares it."""
        values = getattr(self, name)[:]
        values[i] = value
        setattr(self, name, values)


_LISTS = tuple(f.name for f in fields(State) if get_origin(f.type) is list)
_DICTS = ("counts", "tally", "fixed", "because")
_PLAIN = tuple(f.name for f in fields(State) if f.name not in _LISTS and f.name not in _DICTS)
_RECORDS: dict[str, Any] = {"asked": Ask, "pulses": Pulse, "owed": Owed, "consents": Consent, "papers": Paper}


def copy(state: State) -> State:
    """Return an independent copy: lists and dicts copied, everything else is immutable and shared."""
    new = State.__new__(State)
    held = new.__dict__
    held.update(state.__dict__)
    for name in _LISTS:
        held[name] = held[name][:]
    for name in _DICTS:
        held[name] = held[name].copy()
    return new


def fork(state: State) -> State:
    """Return a state to work on: its dicts are its own, its lists shared until they are `put` to."""
    new = State.__new__(State)
    held = new.__dict__
    held.update(state.__dict__)
    for name in _DICTS:
        held[name] = held[name].copy()
    return new


def to_json(state: State) -> dict[str, Any]:
    """Return the state as JSON values (tuples as lists, records as lists of their fields)."""
    return {f.name: field_json(f.name, getattr(state, f.name)) for f in fields(state)}


def field_json(name: str, value: Any) -> Any:
    """Return one field of a state as JSON values."""
    if name in _RECORDS:
        return [[getattr(r, g.name) for g in fields(r)] for r in value]
    if name == "group":
        return None if value is None else [getattr(value, g.name) for g in fields(value)]
    if name == "because":
        return [[*key, v] for key, v in value.items()]
    return value


def from_json(data: dict[str, Any]) -> State:
    """Return the state `to_json` described; KeyError or TypeError if it is not one."""
    given = {f.name: _frozen(data[f.name]) if f.name in _PLAIN else data[f.name] for f in fields(State)}
    for name, record in _RECORDS.items():
        given[name] = tuple(record(*row) for row in given[name])
    given["group"] = Group(*given["group"]) if given["group"] is not None else None
    given["because"] = {(what, i, cause): v for what, i, cause, v in data["because"]}
    return State(**given)


def _frozen(value: Any) -> Any:
    """Turn JSON lists back into tuples, all the way down."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
