"""What a good lead is expected to have done by a day, as its author writes it; nothing here judges anything."""

from typing import Annotated

from pydantic import Field

from game.scenario.record import Record
from game.scenario.reference import InjectId, SeatId, When
from game.scenario.words import Words


class Expectation(Record):
    """Something done by `by` if `when` holds as the turn closes in which that day falls; else `else` comes about.

    `objective` is its place in `teaches`, from 1. With `on` it is expected only where that inject has happened.
    """

    text: Words
    objective: Annotated[int, Field(ge=1, le=20)]
    who: SeatId = "lead"
    by: Annotated[int, Field(ge=1, le=1000)]
    when: When
    on: InjectId | None = None
    critical: bool = False
    else_: Annotated[InjectId | None, Field(alias="else")] = None
