"""The lowered scenario: frozen records with index tables, which the rules and workers see instead of the file.

Levels are thousandths (‰); people and workstreams refer to each other by index into the scenario's tuples.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.scenario.condition import Condition
from game.scenario.constants import Rules
from game.scenario.county import County
from game.scenario.plot import Ending, Expectation, Hint, Inject, Move, Promise, Question
from game.scenario.table import Table
from game.scenario.text import Text

ACTS = ("cooperate", "minimal", "stall", "pass", "fake")
GRASSROOTS = ("capacity", "morale", "burden")
EVERYBODY = -1


@dataclass(frozen=True, slots=True)
class Line:
    """Something a peer says on a visit, and what the lead learns with it ("" if only colour)."""

    text: Text
    reveals: str


@dataclass(frozen=True, slots=True)
class Peer:
    """A department of equal rank; `under` is the index of the leader it stands under.

    `bodies` is how many offices it stands for; `window` when its head may be changed.
    """

    id: str
    name: Text
    short: Text
    head: Text
    under: int
    interest: Text
    redline: Text
    crossed: Condition | None
    influence: int
    trust: int
    load: int
    blame: int
    capacity: int
    entrenchment: int
    bodies: int
    window: Condition | None
    reasons: tuple[Line, ...]
    voice: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Leader:
    """A leader: `budget` bounds the sum of attention, `aligned` is how far the task serves the agenda.

    `served` is how much of the agenda each workstream serves, ‰.
    """

    id: str
    name: Text
    title: Text
    principal: bool
    personnel: bool
    chairs: int
    stick: int
    budget: int
    aligned: int
    favor: int
    patience: int
    agenda: tuple[tuple[Text, int], ...]
    preference: Text
    attention: tuple[int, ...]
    served: tuple[int, ...]
    greet: Text


@dataclass(frozen=True, slots=True)
class Work:
    """A workstream; `owner` is a peer's index or -1, `days` how long it takes at full speed.

    `bodies` is how many offices its parties stand for.
    """

    id: str
    name: Text
    short: Text
    parties: tuple[int, ...]
    bodies: int
    owner: int
    entanglement: int
    clarity: int
    liability: int
    evidence: int
    needs_evidence: int
    fit: int
    immunity: int
    assessed: bool
    join: str
    days: int
    weight: int


@dataclass(frozen=True, slots=True)
class Third:
    """A third party that keeps back `share` ‰ of what is done in the workstreams `holds` until `opens` holds."""

    id: str
    name: Text
    holds: tuple[int, ...]
    opens: Condition
    share: int


@dataclass(frozen=True, slots=True)
class Measure:
    """A public outcome in thousandths of its unit; `drivers` are (workstream, weight) pairs."""

    id: str
    name: Text
    unit: Text
    start: int
    goal: int
    low: int
    high: int
    rising: bool
    decimals: int
    lag: int
    drivers: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Bureau:
    """The lead bureau."""

    name: Text
    short: Text
    role: Text
    influence: int
    expertise: int
    duty: int
    personnel: int
    designated: bool


@dataclass(frozen=True, slots=True)
class Mandate:
    """The document that gave the task."""

    title: Text
    number: Text
    issuer: Text
    date: Text
    text: Text
    strength: int


@dataclass(frozen=True, slots=True)
class Length:
    """One way to play: `turns` turns of `days` days."""

    id: str
    turns: int
    days: int
    turn_name: Text


@dataclass(frozen=True, slots=True)
class Clock:
    """What the "days" of a game of hours are: `minutes` each, from `opening` (minutes after midnight) on."""

    minutes: int
    opening: int


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario made ready to be played at one length and variant.

    `seats` are all seats of the table (lead, peers, leaders, the government office, the trainer); `parties` the ids of
    the peers in each workstream; `index` turns ids into indices, by kind of record; `locks` names the locked options
    of all tables as (table, option id), `thirds_of` the third parties by workstream, `tables_of` the tables,
    `ways` by table the moves that pull one of its levers or open one of its locks; `kept` is where the rules keep what
    they have worked out of the scenario alone; `county` is its map and `clock` its clock, if it has one; `later` says
    from which turn on some deeds are on offer; `handoffs` whether it matters here how often papers are handed on.
    """

    id: str
    title: Text
    place: Text
    summary: Text
    teaches: tuple[Text, ...]
    difficulty: int
    length: Length
    variant: str
    lead: Bureau
    mandate: Mandate
    office: tuple[Text, Text]
    peers: tuple[Peer, ...]
    leaders: tuple[Leader, ...]
    discipline: tuple[Text, Text]
    discipline_capacity: int
    discipline_credibility: int
    grassroots_name: Text
    grassroots: tuple[int, int, int]
    works: tuple[Work, ...]
    thirds: tuple[Third, ...]
    tables: tuple[Table, ...]
    locks: tuple[tuple[int, str], ...]
    measures: tuple[Measure, ...]
    flags: Mapping[str, Text]
    promises: tuple[Promise, ...]
    moves: tuple[Move, ...]
    injects: tuple[Inject, ...]
    endings: tuple[Ending, ...]
    expectations: tuple[Expectation, ...]
    questions: tuple[Question, ...]
    hints: tuple[Hint, ...]
    later: Mapping[str, int]
    weights: Mapping[str, int]
    rules: Rules
    index: Mapping[str, Mapping[str, int]]
    seats: tuple[str, ...]
    parties: Mapping[str, tuple[str, ...]]
    thirds_of: tuple[tuple[int, ...], ...]
    tables_of: tuple[tuple[int, ...], ...]
    ways: tuple[tuple[int, ...], ...]
    county: County | None = None
    clock: Clock | None = None
    handoffs: bool = False
    kept: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def peer(self, id: str) -> int:
        """Return the index of the peer with this id; KeyError if there is none."""
        return self.index["peer"][id]

    def leader(self, id: str) -> int:
        """Return the index of the leader with this id; KeyError if there is none."""
        return self.index["leader"][id]

    def work(self, id: str) -> int:
        """Return the index of the workstream with this id; KeyError if there is none."""
        return self.index["workstream"][id]

    @property
    def in_charge(self) -> int:
        """The index of the leader in charge (分管领导): the first who is not a principal, else the first."""
        return next((i for i, leader in enumerate(self.leaders) if not leader.principal), 0)

    @property
    def principal(self) -> int:
        """The index of the principal leader (主要领导), or the leader in charge where none is declared."""
        return next((i for i, leader in enumerate(self.leaders) if leader.principal), self.in_charge)
