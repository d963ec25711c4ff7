"""The schema's text field: one string (Chinese) or `{zh, en, tw}`, read into a `Text`."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from game.scenario.record import Record
from game.scenario.reference import Loc, OptionId, When
from game.scenario.within import within


class WordsModel(Record):
    """Text in the languages its author gave; Chinese is required."""

    zh: Annotated[str, Field(min_length=1, max_length=2000)]
    en: Annotated[str, Field(max_length=6000)] = ""
    tw: Annotated[str, Field(max_length=2000)] = ""


class ObjectiveModel(WordsModel):
    """What a scenario teaches; `through` names the moves and kinds of deeds by which a player exercises it."""

    through: Annotated[list[OptionId], Field(max_length=12)] = []


class QuestionModel(WordsModel):
    """A question for the debrief, asked where `when` holds as the game ends."""

    when: When | None = None


def _spread(written: Any) -> Any:
    """Read a plain string as the Chinese text."""
    return {"zh": written} if isinstance(written, str) else written


Words = Annotated[WordsModel, BeforeValidator(_spread)]
Objective = Annotated[ObjectiveModel, BeforeValidator(_spread)]
Question = Annotated[QuestionModel, BeforeValidator(_spread)]


def texts_in(value: Any) -> Iterator[tuple[Loc, WordsModel]]:
    """Yield every text inside a record of the schema, with where it stands."""
    return within(value, WordsModel)
