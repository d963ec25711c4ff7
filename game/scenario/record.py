"""What every record of the schema shares: unknown keys are errors, types are never guessed, levels are 0–100."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Level = Annotated[float, Field(ge=0, le=100)]
Days = Annotated[int, Field(ge=0, le=1000)]


class Record(BaseModel):
    """The base of all records an author writes."""

    model_config = ConfigDict(extra="forbid", strict=True)
