"""Finding records of one kind inside another, however deep."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel

from game.scenario.reference import Loc

T = TypeVar("T", bound=BaseModel)
_LEAVES = frozenset({str, int, float, bool, type(None)})


def within(value: Any, kind: type[T], loc: Loc = ()) -> Iterator[tuple[Loc, T]]:
    """Yield every record of a kind inside a value of the schema, with where it stands, in order."""
    parts: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, kind):
        yield loc, value
    elif isinstance(value, BaseModel):
        parts = [(key, getattr(value, name)) for name, key in _keys(type(value))]
    elif isinstance(value, list):
        parts = enumerate(value)
    elif isinstance(value, dict):
        parts = value.items()
    for key, part in parts:
        if type(part) not in _LEAVES:
            yield from within(part, kind, (*loc, key))


@cache
def _keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a record: name, and key in the file."""
    return tuple((name, info.alias or name) for name, info in model.model_fields.items())
