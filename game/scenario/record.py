"""What every record of the schema shares: unknown keys are errors, types are never guessed, levels are 0–100.

An author who has no number in mind may write a level as 低, 中 or 高 (low, medium, high).
"""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

LEVELS = {"低": 25, "中": 50, "高": 75, "low": 25, "medium": 50, "high": 75}
"""The levels that have a word, 0–100."""


def level(written: Any) -> Any:
    """Return the level a word stands for; anything else as it is, for the schema to judge."""
    return LEVELS.get(written, written) if isinstance(written, str) else written


_WRITTEN = {"type": ["number", "string"], "minimum": 0, "maximum": 100, "pattern": f"^({'|'.join(LEVELS)})$"}

Level = Annotated[float, BeforeValidator(level), Field(ge=0, le=100), WithJsonSchema(_WRITTEN)]
Chance = Annotated[
    float, BeforeValidator(level), Field(gt=0, le=100), WithJsonSchema({**_WRITTEN, "minimum": 0.001})
]
"""A chance in percent; what can never happen is not written down."""
Days = Annotated[int, Field(ge=0, le=1000)]


class Record(BaseModel):
    """The base of all records an author writes."""

    model_config = ConfigDict(extra="forbid", defer_build=True, strict=True)
