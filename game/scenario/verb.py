"""What all effect verbs share: each is a small model with the names it writes; running them is for the rules.

An author writes `- trust: {who: housing, by: -10}`; inside, it is `{do: trust, who: housing, by: -10}`.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from game.scenario.record import Record

Points = Annotated[float, Field(ge=-100, le=100)]


class Verb(Record):
    """What all verbs share; `writes` names what a condition could read."""

    writes: ClassVar[str]
