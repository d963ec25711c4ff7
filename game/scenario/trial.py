"""What an author wrote to be tried: tests and solutions, each a line of play and what must come of it; runs nothing."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from game.scenario.record import Record
from game.scenario.reference import EndingId, Id, InjectId, When
from game.scenario.script import TIME, Line, Turn
from game.scenario.words import Words


def _closing(written: str) -> str:
    """Accept a point of time at which a test may look: `start`, `end`, `turn N`."""
    if not TIME.fullmatch(written) or written == "half" or written.startswith("day"):
        raise PydanticCustomError("bad_time", "not a time", {"choices": "start, end, turn N"})
    return written


Seed = Annotated[int, Field(ge=0, le=2**63 - 1)]
Grade = Literal["A", "B", "C", "D", "E"]


class Fixed(Record):
    """A draw of luck set as the trainer can set it: in `turn`, for `who`, about `what`, from 0 to 999."""

    turn: Turn
    who: str
    what: str
    value: Annotated[int, Field(ge=0, le=999)]


class Assertion(Record):
    """What must hold as a turn closes (`turn N`), before the first (`start`), or as the game ends (`end`)."""

    at: Annotated[str, AfterValidator(_closing)] = "end"
    when: When


class Trial(Record):
    """One line of play and what must come of it, on every seed named; other seats answer as the model does.

    `lead` is done in its order; `answers` is what the lead says to injects. What is asked and not answered here is
    answered as the model leans. `grade` is the least grade the ending may have.
    """

    title: Words | None = None
    length: Literal["class", "full"] = "class"
    variant: str = ""
    seed: Seed | None = None
    seeds: Annotated[list[Seed], Field(min_length=1, max_length=20)] | None = None
    lead: Annotated[list[Line], Field(max_length=300)] = []
    fix: Annotated[list[Fixed], Field(max_length=50)] = []
    answers: dict[InjectId, str] = {}
    expect: Annotated[list[Assertion], Field(max_length=50)] = []
    ending: EndingId | None = None
    grade: Grade | None = None

    @property
    def luck(self) -> list[int]:
        """The seeds it is played on; 1 if none is named."""
        return self.seeds or [1 if self.seed is None else self.seed]


Trials = Annotated[dict[Id, Trial], Field(max_length=50)]
