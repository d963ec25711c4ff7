"""Verbs that raise or lower a level: trust, attention, clarity, the two ledgers and their like."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from game.scenario.record import Days
from game.scenario.reference import LeaderId, MeasureId, PeerOrAll, WorkOrAll
from game.scenario.verb import Points, Verb


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
    """Change a leader's attention to a workstream; the total is bounded (M51). A crisis is a sudden rise (M6)."""

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


class Immunity(Verb):
    """Change how far good faith is protected in a workstream; it takes at most half the fear away (F30)."""

    writes: ClassVar[str] = "immunity.{work}"
    do: Literal["immunity"]
    work: WorkOrAll
    by: Points


class Mandate(Verb):
    """Change the backing the lead has: from a spoken word to the government's own name (M5)."""

    writes: ClassVar[str] = "mandate"
    do: Literal["mandate"]
    by: Points


class Align(Verb):
    """Change how far the task serves a leader's agenda (M24)."""

    writes: ClassVar[str] = "aligned.{of}"
    do: Literal["align"]
    of: LeaderId
    by: Points


class Chairs(Verb):
    """Change how many other leading groups a leader chairs (M25, F12)."""

    writes: ClassVar[str] = "chairs.{of}"
    do: Literal["chairs"]
    of: LeaderId
    by: Annotated[int, Field(ge=-60, le=60)]


class Entrench(Verb):
    """Change how entrenched the head of a peer is (M69)."""

    writes: ClassVar[str] = "entrenchment.{who}"
    do: Literal["entrench"]
    who: PeerOrAll
    by: Points


class Capacity(Verb):
    """Change what a peer is able to do: hands, money, systems (M39)."""

    writes: ClassVar[str] = "capacity.{who}"
    do: Literal["capacity"]
    who: PeerOrAll
    by: Points
