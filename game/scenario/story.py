"""The records that tell the story: moves, promises, injects with their choices, and endings."""

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.record import Chance, Days, Level, Record
from game.scenario.reference import Id, LeaderId, PeerId, PeerOrAll, TableId, When
from game.scenario.verbs import Effect
from game.scenario.words import Words


class Promise(Record):
    """A promise the lead can make: kept if `broken` never holds and `kept`, if given, holds by the due date.

    `worth` says what it adds, in points, to any package for `to` at a bargaining table (a side commitment).
    """

    to: PeerId
    text: Words
    due: Annotated[int, Field(ge=1, le=1000)]
    broken: When | None = None
    kept: When | None = None
    witness: list[LeaderId] = []
    worth: dict[TableId, Level] = {}
    effects_kept: list[Effect] = []
    effects_broken: list[Effect] = []


class Move(Record):
    """An option of this scenario alone, on offer while `when` holds, `limit` times at most."""

    name: Words
    text: Words
    reply: Words
    cost: Annotated[int, Field(ge=0, le=6)]
    to: PeerId | None = None
    when: When | None = None
    blocked: Words | None = None
    limit: Annotated[int, Field(ge=1, le=20)] = 1
    effects: Annotated[list[Effect], Field(min_length=1)]


class Choice(Record):
    """One answer to an inject; `when` may close it."""

    text: Words
    reply: Words
    cost: Annotated[int, Field(ge=0, le=6)] = 0
    when: When | None = None
    trap: bool = False
    effects: list[Effect] = []


class Inject(Record):
    """Something that happens at a briefing: on or after `day`, while `when` holds, with `chance` percent, once."""

    title: Words
    text: Words
    source: Literal["document", "call", "press", "visit", "letter", "meeting", "rumour"] = "document"
    speaker: PeerOrAll | None = None
    day: Days | None = None
    until: Days | None = None
    when: When | None = None
    chance: Chance = 100
    only_fired: bool = False
    effects: list[Effect] = []
    choices: Annotated[dict[Id, Choice], Field(max_length=4)] = {}


class Hint(Record):
    """A slip that points at one thing on the screen while `when` holds, until `until` does or it is put away.

    `at` names screen and widget ("table.deed.visit"); both conditions see what the lead sees.
    """

    at: Annotated[str, Field(max_length=60)]
    text: Words
    when: When | None = None
    until: When | None = None


class Ending(Record):
    """How a game can close; the first whose `when` holds is taken, so the last should have none."""

    title: Words
    text: Words
    grade: Literal["A", "B", "C", "D", "E"]
    when: When | None = None
