"""The effect verbs an author may write, each a small model with the names it writes; running them is for the rules.

An author writes `- trust: {who: housing, by: -10}`; inside, it is `{do: trust, who: housing, by: -10}`.
"""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from game.scenario.record import Days, Record
from game.scenario.reference import (
    EndingId,
    FlagId,
    InjectId,
    LeaderId,
    MeasureId,
    PeerId,
    PeerOrAll,
    PromiseId,
    WorkOrAll,
)

Points = Annotated[float, Field(ge=-100, le=100)]


class Verb(Record):
    """What all verbs share; `writes` names what a condition could read."""

    writes: ClassVar[str]


class Trust(Verb):
    """Change a peer's trust in the lead by points (0–100 scale)."""

    writes: ClassVar[str] = "trust.{who}"
    do: Literal["trust"]
    who: PeerOrAll
    by: Points


class Load(Verb):
    """Change a peer's workload by points."""

    writes: ClassVar[str] = "load.{who}"
    do: Literal["load"]
    who: PeerOrAll
    by: Points


class Liability(Verb):
    """Change the liability gap of a workstream: how far nobody knows who answers if it goes wrong (M34)."""

    writes: ClassVar[str] = "liability.{work}"
    do: Literal["liability"]
    work: WorkOrAll
    by: Points


class Attention(Verb):
    """Change a leader's attention to a workstream; a leader's total is bounded (M51)."""

    writes: ClassVar[str] = "attention.{of}"
    do: Literal["attention"]
    of: LeaderId
    work: WorkOrAll = "all"
    by: Points


class Favor(Verb):
    """Change a leader's goodwill towards the lead."""

    writes: ClassVar[str] = "favor.{of}"
    do: Literal["favor"]
    of: LeaderId
    by: Points


class Clarity(Verb):
    """Change how clear the duties of a workstream are."""

    writes: ClassVar[str] = "clarity.{work}"
    do: Literal["clarity"]
    work: WorkOrAll
    by: Points


class Evidence(Verb):
    """Change how much evidence and data a workstream has (M42)."""

    writes: ClassVar[str] = "evidence.{work}"
    do: Literal["evidence"]
    work: WorkOrAll
    by: Points


class Commit(Verb):
    """Change how far a peer is bound to a workstream by words on paper."""

    writes: ClassVar[str] = "commit.{who}"
    do: Literal["commit"]
    who: PeerOrAll
    work: WorkOrAll
    by: Points


class Real(Verb):
    """Change the real progress of a workstream."""

    writes: ClassVar[str] = "real.{work}"
    do: Literal["real"]
    work: WorkOrAll
    by: Points


class Reported(Verb):
    """Change the reported progress of a workstream."""

    writes: ClassVar[str] = "reported.{work}"
    do: Literal["reported"]
    work: WorkOrAll
    by: Points


class Pressure(Verb):
    """Put a peer under pressure that fades over some days."""

    writes: ClassVar[str] = "pressure.{who}"
    do: Literal["pressure"]
    who: PeerOrAll
    by: Points
    days: Days = 45


class Grassroots(Verb):
    """Change the capacity, morale or burden of those who carry the work out."""

    writes: ClassVar[str] = "grassroots.{of}"
    do: Literal["grassroots"]
    of: Literal["capacity", "morale", "burden"]
    by: Points


class Credibility(Verb):
    """Change the credibility of discipline oversight, a stock shared by every use (M68)."""

    writes: ClassVar[str] = "discipline.credibility"
    do: Literal["credibility"]
    by: Points


class Dependence(Verb):
    """Change how far a peer no longer moves without oversight (M66)."""

    writes: ClassVar[str] = "dependence.{who}"
    do: Literal["dependence"]
    who: PeerOrAll
    by: Points


class Public(Verb):
    """Move a public outcome by an amount in its own unit."""

    writes: ClassVar[str] = "public.{of}"
    do: Literal["public"]
    of: MeasureId
    by: float


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


class End(Verb):
    """End the game at the next review with the named ending."""

    writes: ClassVar[str] = "ending"
    do: Literal["end"]
    ending: EndingId


VERBS: dict[str, type[Verb]] = {
    "trust": Trust, "load": Load, "liability": Liability, "attention": Attention, "favor": Favor,
    "clarity": Clarity, "evidence": Evidence, "commit": Commit, "real": Real, "reported": Reported,
    "pressure": Pressure, "grassroots": Grassroots, "credibility": Credibility, "dependence": Dependence,
    "public": Public, "flag": Flag, "promise": Promise, "reveal": Reveal, "energy": Energy, "inject": Inject,
    "end": End,
}  # fmt: skip


def unfold(written: Any) -> Any:
    """Turn `{trust: {who: …}}` as written into `{do: trust, who: …}`; the schema refuses anything else."""
    if isinstance(written, dict) and len(written) == 1:
        ((verb, fields),) = written.items()
        if isinstance(fields, dict):
            return {"do": verb, **fields}
        return {"do": verb}
    return written


Effect = Annotated[
    Annotated[
        Trust | Load | Liability | Attention | Favor | Clarity | Evidence | Commit | Real | Reported | Pressure
        | Grassroots | Credibility | Dependence | Public | Flag | Promise | Reveal | Energy | Inject | End,
        Field(discriminator="do"),
    ],
    BeforeValidator(unfold),
]  # fmt: skip
