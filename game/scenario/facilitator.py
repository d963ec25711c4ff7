"""What the author tells whoever leads the exercise; it plays no part in the game."""

from typing import Annotated

from pydantic import Field

from game.scenario.record import Record
from game.scenario.words import Words

Minutes = Annotated[str, Field(pattern=r"^[1-9][0-9]{1,2}$")]


class Facilitator(Record):
    """Notes for the trainer: what it is for, where a class goes astray, how to fill so many minutes, what to ask."""

    aims: Words
    traps: Annotated[list[Words], Field(max_length=12)] = []
    timing: dict[Minutes, Words] = {}
    ask: Annotated[list[Words], Field(max_length=12)] = []
