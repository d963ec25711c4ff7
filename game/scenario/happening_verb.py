"""Verbs that make something happen or be remembered: flags, promises, knowledge, injects, levers, the end."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from game.scenario.record import Days
from game.scenario.reference import EndingId, FlagId, InjectId, LeverId, PeerId, PromiseId, TableId
from game.scenario.verb import Verb


class Flag(Verb):
    """Remember something as done or not done."""

    writes: ClassVar[str] = "flag.{name}"
    do: Literal["flag"]
    name: FlagId
    to: bool = True


class Promise(Verb):
    """Make one of the scenario's promises: from now on it is owed."""

    writes: ClassVar[str] = "promise.{make}"
    do: Literal["promise"]
    make: PromiseId


class Reveal(Verb):
    """Let the lead know something about a peer."""

    writes: ClassVar[str] = "known.{about}"
    do: Literal["reveal"]
    about: PeerId
    what: Literal["interest", "redline", "workload", "blame", "capacity", "entrenchment", "intents"]


class Energy(Verb):
    """Give or take energy this turn."""

    writes: ClassVar[str] = "energy"
    do: Literal["energy"]
    by: Annotated[int, Field(ge=-6, le=6)]


class Inject(Verb):
    """Let another inject happen some days from now, if its own `when:` then holds."""

    writes: ClassVar[str] = "inject.{fire}"
    do: Literal["inject"]
    fire: InjectId
    after: Days


class Lever(Verb):
    """Pull one of a table's levers: its shifts of walk-away values hold from now on."""

    writes: ClassVar[str] = "lever.{pull}"
    do: Literal["lever"]
    pull: LeverId


class Unlock(Verb):
    """Grant a locked option of a table: whoever holds the purse or the pen has agreed."""

    writes: ClassVar[str] = "unlocked.{table}.{option}"
    do: Literal["unlock"]
    table: TableId
    option: str


class End(Verb):
    """End the game at the next review with the named ending."""

    writes: ClassVar[str] = "ending"
    do: Literal["end"]
    ending: EndingId
