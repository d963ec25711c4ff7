"""What is scripted for the lead in an experiment or a trial: one action a line, and the points of time they name."""

import re
from typing import Annotated, Any

from pydantic import Field

from game.scenario.record import Record

TIME = re.compile(r"start|half|end|(?:turn|day) ([0-9]{1,4})")
Turn = Annotated[int, Field(ge=1, le=40)]


class Line(Record):
    """One scripted action of the lead, tried before the bot moves in `turn`, in each of `turns`, or on `day`.

    `free` grants whatever energy it costs, to isolate what the action does from what it displaces.
    """

    turn: Turn | None = None
    turns: Annotated[list[Turn], Field(min_length=1, max_length=40)] | None = None
    day: Annotated[int, Field(ge=0, le=5000)] | None = None
    do: str
    with_: Annotated[dict[str, Any], Field(alias="with")] = {}
    free: bool = False

    def within(self, days: int) -> list[int]:
        """Return the turns it is for, where a turn has so many days; a day lies in the turn it passes in."""
        if self.day is not None:
            return [self.day // days + 1]
        return self.turns or [self.turn or 1]
