"""The model of an experiment file: arms on common luck, what is measured, and what is expected of it.

An arm is a scenario with patches, a bot and a script; nothing here plays a game or judges a number.
"""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from game.scenario.record import Record
from game.scenario.reference import Id, Ref
from game.scenario.script import TIME, Line
from game.scenario.words import Words

SUMMARIES = ("mean", "max", "min", "sum", "first_day")
"""What a whole game's values may be put together to, beside the value at one time."""


def _time(written: str) -> str:
    """Accept a point of time: `start`, `half`, `end`, `turn N`, `day D`."""
    if not TIME.fullmatch(written):
        raise PydanticCustomError("bad_time", "not a time", {"choices": "start, half, end, turn N, day D"})
    return written


def _at(written: str) -> str:
    """Accept a point of time or a summary of the whole game."""
    if written not in SUMMARIES and not TIME.fullmatch(written):
        choices = ", ".join(("start, half, end, turn N, day D", *SUMMARIES))
        raise PydanticCustomError("bad_time", "not a time", {"choices": choices})
    return written


Time = Annotated[str, AfterValidator(_time)]
At = Annotated[str, AfterValidator(_at)]
ArmId = Annotated[str, Ref("arm")]
MeasureRef = Annotated[str, Ref("measured")]
FactorRef = Annotated[str, Ref("factor")]
Positive = Annotated[float, Field(ge=0)]
Patches = dict[str, Any]


class Treatment(Record):
    """What makes an arm differ: bot, variant, patches of the scenario, a script."""

    title: Words | None = None
    bot: str | None = None
    variant: str | None = None
    set: Patches = {}
    script: Annotated[list[Line], Field(max_length=200)] = []


class Arm(Treatment):
    """One arm; it may play another scenario or length than the rest."""

    scenario: str | None = None
    length: Literal["class", "full"] | None = None


class Measured(Record):
    """One number of a game: an expression (or a condition, worth 100 where it holds) at a time, or over the game.

    `change: [a, b]` is the value at b less that at a.
    """

    title: Words | None = None
    value: str | None = None
    when: str | None = None
    at: At = "end"
    change: Annotated[list[Time], Field(min_length=2, max_length=2)] | None = None


class Expected(Record):
    """What all expectations share: words of their own, if the author has better ones than the program's."""

    text: Words | None = None


class Direction(Expected):
    """The mean paired difference arm − against is up (or down) by at least `least`, if relative in % of against."""

    kind: Literal["direction"]
    measure: MeasureRef
    arm: ArmId
    against: ArmId
    sign: Literal["up", "down"] = "up"
    least: Positive = 0
    relative: bool = False


class Band(Expected):
    """The mean paired difference lies within ± `within`; with `zero` its interval must hold 0 as well."""

    kind: Literal["band"]
    measure: MeasureRef
    arm: ArmId
    against: ArmId
    within: Annotated[float, Field(gt=0)]
    relative: bool = False
    zero: bool = False


class Mean(Expected):
    """The mean of a measure in an arm (or its paired difference from another) is at least or at most a bar."""

    kind: Literal["mean"]
    measure: MeasureRef
    arm: ArmId
    against: ArmId | None = None
    at_least: float | None = None
    at_most: float | None = None


class Share(Expected):
    """The share of an arm's games (in %) in which a measure reaches or stays below a value, or a condition holds."""

    kind: Literal["share"]
    arm: ArmId
    measure: MeasureRef | None = None
    reaches: float | None = None
    below: float | None = None
    when: str | None = None
    at: Time = "end"
    at_least: Annotated[float, Field(ge=0, le=100)] | None = None
    at_most: Annotated[float, Field(ge=0, le=100)] | None = None


class Monotone(Expected):
    """Over arms in order the means rise (or fall) by `least` in all, no step going back by more than `tolerance`."""

    kind: Literal["monotone"]
    measure: MeasureRef
    arms: Annotated[list[ArmId], Field(min_length=3)]
    sign: Literal["up", "down"] = "up"
    tolerance: Positive = 0
    least: Positive = 0


class Peak(Expected):
    """Some inner arm of an ordered list exceeds both its ends by at least `least` (`down`: lies below both)."""

    kind: Literal["peak"]
    measure: MeasureRef
    arms: Annotated[list[ArmId], Field(min_length=3)]
    sign: Literal["up", "down"] = "up"
    least: Positive = 0


Pair = Annotated[list[ArmId], Field(min_length=2, max_length=2)]


class Ratio(Expected):
    """The effect of one pair of arms over that of another: `effect: [arm, against]`, `over: [arm, against]`."""

    kind: Literal["ratio"]
    measure: MeasureRef
    over_measure: MeasureRef | None = None
    effect: Pair
    over: Pair
    sign: Literal["up", "down"] = "up"
    at_least: Positive | None = None
    at_most: Positive | None = None


class Interaction(Expected):
    """A contrast of arms: of factors by name, or the mean of `plus` less that of `minus`, as a sum over the cells."""

    kind: Literal["interaction"]
    measure: MeasureRef
    of: Annotated[list[FactorRef], Field(min_length=2, max_length=4)] = []
    plus: list[ArmId] = []
    minus: list[ArmId] = []
    sign: Literal["up", "down"] = "up"
    least: Positive = 0


class Explained(Expected):
    """One measure explains an outcome over games better than another: the difference of R² is at least `least`."""

    kind: Literal["r2"]
    outcome: MeasureRef
    by: MeasureRef
    than: MeasureRef
    arms: list[ArmId] = []
    least: Positive = 0


class Slope(Expected):
    """The effect of a measure's going from its 25th to its 75th percentile on an outcome (less that of `than`)."""

    kind: Literal["slope"]
    outcome: MeasureRef
    by: MeasureRef
    than: MeasureRef | None = None
    arms: list[ArmId] = []
    sign: Literal["up", "down"] = "up"
    least: Positive = 0


class All(Expected):
    """Every expectation of the list holds, or at least so many of them."""

    kind: Literal["all"]
    of: Annotated[list["Expect"], Field(min_length=2)]
    at_least: Annotated[int, Field(ge=1)] | None = None


Expect = Annotated[
    Direction | Band | Mean | Share | Monotone | Peak | Ratio | Interaction | Explained | Slope | All,
    Field(discriminator="kind"),
]


def _one_or_more(written: Any) -> Any:
    """Let an author write one text where a list of one is meant."""
    return [written] if isinstance(written, str) else written


Levels = Annotated[dict[Id, Treatment], Field(min_length=2, max_length=4)]
"""The levels of a factor; with five factors, at most 1,024 arms."""


class ExperimentFile(Record):
    """A whole experiment as written; its arms stand in `arms`, or are all combinations of the levels of `factors`."""

    format: Literal[1]
    id: Id
    question: Words
    source: str = ""
    scenario: str
    length: Literal["class", "full"] = "class"
    games: Annotated[int, Field(ge=2, le=100_000)] = 300
    base: Treatment = Treatment()
    arms: dict[Id, Arm] = {}
    factors: Annotated[dict[Id, Levels], Field(max_length=5)] = {}
    measures: Annotated[dict[Id, Measured], Field(min_length=1)]
    expect: Annotated[list[Expect], Field(min_length=1)]
    notes: Annotated[list[Words], BeforeValidator(_one_or_more)] = []
