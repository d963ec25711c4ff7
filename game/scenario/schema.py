"""The root model of a scenario file, and the records about people; nothing here runs.

Levels are 0–100 as authors write them; days are calendar days; text is one string or `{zh, en, tw}`.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, create_model
from pydantic_core import PydanticCustomError

from game.scenario.balance import Claims
from game.scenario.bargain import Table
from game.scenario.constants import constants
from game.scenario.expectation import Expectation
from game.scenario.facilitator import Facilitator
from game.scenario.map import Map
from game.scenario.record import Level, Record
from game.scenario.reference import DeedId, Id, LeaderId, When, WorkId
from game.scenario.story import Ending, Hint, Inject, Move, Promise
from game.scenario.trial import Trials
from game.scenario.words import Objective, Question, Words
from game.scenario.work import Grassroots, Measure, Third, Workstream

FORMAT = 1
"""The format of a scenario file that this program reads; older ones are migrated by `qiantou fix`."""


class Length(Record):
    """One way to play: how many turns, and how many days a turn has."""

    turns: Annotated[int, Field(ge=2, le=40)]
    days: Annotated[int, Field(ge=1, le=120)]
    turn_name: Words


class Clock(Record):
    """What the file's "days" are where a game lasts hours: so many `minutes` each, the first from `opens` on."""

    minutes: Annotated[int, Field(ge=5, le=720)]
    opens: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]

    @property
    def opening(self) -> int:
        """When it opens, in minutes after midnight."""
        return int(self.opens[:2]) * 60 + int(self.opens[3:])


class Lead(Record):
    """The player's bureau: told to lead, of equal rank with all, commanding none (M1).

    `duty` is how far the matter is its statutory business (M13), `personnel` how far others' careers pass through its
    hands (M19); `designated: false` plays the same work with nobody named to lead it (F4).
    """

    name: Words
    short: Words
    role: Words
    influence: Level = 50
    expertise: Level = 50
    duty: Level = 50
    personnel: Level = 0
    designated: bool = True


def _day(written: str) -> str:
    """Accept a day of the calendar as YYYY-MM-DD."""
    try:
        plain = date.fromisoformat(written).isoformat()
    except ValueError:
        plain = ""
    if plain != written:
        raise PydanticCustomError("bad_date", "not a date")
    return written


class Mandate(Record):
    """The document that gave the task; `strength` is the backing it gives by itself (M5).

    `basis` is the policy it stands on, in general terms; `valid_until` the last day on which that is in force, by the
    real calendar.
    """

    title: Words
    number: Words
    issuer: Words
    date: Words
    text: Words
    strength: Level = 30
    basis: Words | None = None
    valid_until: Annotated[str, AfterValidator(_day)] | None = None


class Remark(Record):
    """Something a peer knows or says; `reveals` is what the lead learns with it."""

    text: Words
    reveals: Literal["interest", "redline", "workload", "blame", "capacity", "entrenchment", "intents"] | None = None


class RedLine(Record):
    """What a peer will never accept; `crossed` says when it is crossed (cooperation is then impossible)."""

    text: Words
    crossed: When | None = None


class Voice(Record):
    """How a peer's head speaks: one line for each act, and for what usually holds them back."""

    cooperate: Words
    minimal: Words
    stall: Words
    pass_: Annotated[Words, Field(alias="pass")]
    fake: Words
    refuse: Words
    greet: Words


class Peer(Record):
    """A department of equal rank with the lead; `bodies` is how many offices it stands for.

    `window` says when its head may be changed at all (M71); without it nobody will hear of it.
    """

    name: Words
    short: Words
    head: Words
    under: LeaderId
    interest: Words
    redline: RedLine
    influence: Level
    trust: Level
    workload: Level
    blame: Level
    capacity: Level
    entrenchment: Level = 0
    bodies: Annotated[int, Field(ge=1, le=20)] = 1
    window: When | None = None
    reasons: Annotated[list[Remark], Field(min_length=2, max_length=8)]
    voice: Voice


class Agenda(Record):
    """One topic on a leader's mind, its weight (a leader's add up to 100), and the workstreams that serve it."""

    topic: Words
    weight: Level
    serves: list[WorkId] = []


class Leader(Record):
    """A leader above the bureaus: attention is bounded, the agenda their own (M48, M51).

    `chairs` counts the leading groups they chair already (F12), `stick` how readily they reach for oversight (M64);
    `personnel` marks whoever decides on changes of head.
    """

    name: Words
    title: Words
    principal: bool = False
    personnel: bool = False
    chairs: Annotated[int, Field(ge=0, le=60)] = 0
    stick: Level = 0
    budget: Annotated[float, Field(ge=10, le=400)]
    aligned: Level
    goodwill: Level = 50
    patience: Level = 50
    agenda: Annotated[list[Agenda], Field(min_length=1, max_length=5)]
    preference: Words
    attention: dict[WorkId, Level] = {}
    greet: Words


class Office(Record):
    """The government office: schedules, drafts minutes, signs joint inspections off."""

    name: Words
    short: Words


class Discipline(Record):
    """Discipline oversight: scarce, legitimate, with a mandate (M60–M68)."""

    name: Words
    short: Words
    capacity: Annotated[int, Field(ge=0, le=10)]
    credibility: Level


class Weights(Record):
    """How the final mark is composed; the five add up to 100."""

    real: Level = 35
    public: Level = 20
    relations: Level = 15
    credibility: Level = 15
    grassroots: Level = 15


class Variant(Record):
    """A named set of patches, each a dotted path into the scenario with its new value."""

    title: Words
    set: dict[str, Any]


def _rules_model() -> Any:
    """Build the model of `rules:` from the table of constants."""
    fields: dict[str, Any] = {
        name: (Annotated[int, Field(ge=c["low"], le=c["high"], description=c["what"])] | None, None)
        for name, c in constants().items()
    }
    return create_model("RulesFile", __base__=Record, **fields)


RulesFile = _rules_model()


def _format(written: Any) -> Any:
    """Refuse a format this program does not read: an older one can be migrated, a newer one needs a newer program."""
    if isinstance(written, int) and not isinstance(written, bool) and written != FORMAT:
        kind = "format_newer" if written > FORMAT else "format_older"
        raise PydanticCustomError(kind, "another format", {"format": str(written), "known": str(FORMAT)})
    return written


Format = Annotated[Literal[1], BeforeValidator(_format)]


def _short_list(value: Any) -> Any:
    """Let an author write one string where a list of one is meant."""
    return [value] if isinstance(value, str) else value


class ScenarioFile(Record):
    """A whole scenario as written."""

    format: Format
    id: Id
    title: Words
    place: Words
    summary: Words
    teaches: Annotated[list[Objective], BeforeValidator(_short_list), Field(min_length=1)]
    difficulty: Annotated[int, Field(ge=1, le=5)]
    lengths: Annotated[dict[Literal["class", "full"], Length], Field(min_length=1)]
    clock: Clock | None = None
    lead: Lead
    mandate: Mandate
    office: Office
    peers: Annotated[dict[Id, Peer], Field(min_length=2, max_length=12)]
    leaders: Annotated[dict[Id, Leader], Field(min_length=1, max_length=6)]
    discipline: Discipline
    grassroots: Grassroots
    workstreams: Annotated[dict[Id, Workstream], Field(min_length=1, max_length=6)]
    thirds: dict[Id, Third] = {}
    tables: Annotated[dict[Id, Table], Field(min_length=1, max_length=3)]
    map: Map | None = None
    public: Annotated[dict[Id, Measure], Field(min_length=1, max_length=6)]
    flags: dict[Id, Words] = {}
    promises: dict[Id, Promise] = {}
    moves: Annotated[dict[Id, Move], Field(min_length=5, max_length=20)]
    injects: dict[Id, Inject] = {}
    endings: Annotated[dict[Id, Ending], Field(min_length=4)]
    expect: Annotated[dict[Id, Expectation], Field(max_length=30)] = {}
    questions: list[Question] = []
    facilitator: Facilitator | None = None
    later: dict[DeedId, Annotated[int, Field(ge=2, le=40)]] = {}
    hints: Annotated[dict[Id, Hint], Field(max_length=20)] = {}
    weights: Weights = Weights()
    rules: RulesFile = RulesFile()  # type: ignore[valid-type]
    variants: dict[Id, Variant] = {}
    tests: Trials = {}
    solution: Trials = {}
    balance: Claims = {}
