"""The schema's text field: one string (Chinese) or `{zh, en, tw}`, read into a `Text`."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from game.scenario.record import Record


class WordsModel(Record):
    """Text in the languages its author gave; Chinese is required."""

    zh: Annotated[str, Field(min_length=1, max_length=2000)]
    en: Annotated[str, Field(max_length=6000)] = ""
    tw: Annotated[str, Field(max_length=2000)] = ""


def _spread(written: Any) -> Any:
    """Read a plain string as the Chinese text."""
    return {"zh": written} if isinstance(written, str) else written


Words = Annotated[WordsModel, BeforeValidator(_spread)]
