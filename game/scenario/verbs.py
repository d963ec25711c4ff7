"""The table of all effect verbs, and the type of one effect as an author writes it."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from game.scenario.happening_verb import End, Energy, Flag, Inject, Lever, Promise, Reveal, Unlock
from game.scenario.level_verb import (
    Align,
    Attention,
    Capacity,
    Chairs,
    Clarity,
    Commit,
    Credibility,
    Dependence,
    Entrench,
    Evidence,
    Favor,
    Grassroots,
    Immunity,
    Liability,
    Load,
    Mandate,
    Pressure,
    Public,
    Real,
    Reported,
    Trust,
)
from game.scenario.reference import Loc
from game.scenario.verb import Verb
from game.scenario.within import within

VERBS: dict[str, type[Verb]] = {
    "trust": Trust, "load": Load, "liability": Liability, "attention": Attention, "favor": Favor,
    "clarity": Clarity, "evidence": Evidence, "commit": Commit, "real": Real, "reported": Reported,
    "pressure": Pressure, "grassroots": Grassroots, "credibility": Credibility, "dependence": Dependence,
    "public": Public, "flag": Flag, "promise": Promise, "reveal": Reveal, "energy": Energy, "inject": Inject,
    "lever": Lever, "unlock": Unlock, "immunity": Immunity, "mandate": Mandate, "align": Align, "chairs": Chairs,
    "entrench": Entrench, "capacity": Capacity, "end": End,
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
        | Grassroots | Credibility | Dependence | Public | Flag | Promise | Reveal | Energy | Inject
        | Lever | Unlock | Immunity | Mandate | Align | Chairs | Entrench | Capacity | End,
        Field(discriminator="do"),
    ],
    BeforeValidator(unfold),
]  # fmt: skip


def effects_in(value: Any) -> Iterator[tuple[Loc, Verb]]:
    """Yield every effect inside a record of the schema, with where its fields stand."""
    for loc, effect in within(value, Verb):
        yield (*loc, str(getattr(effect, "do", ""))), effect
