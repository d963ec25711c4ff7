"""Marks on schema fields that name other records, and one walker that finds every marked value in a model.

Knows nothing of what the records are: `names.py` says which ids exist.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, Field

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a string as the id of a record of `kind` ("peer", "leader", "workstream" …); `also` lists other words."""

    kind: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """Marks a string as a condition to be compiled."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked value found in a model: where it stands, what it is marked as, and the value."""

    loc: Loc
    mark: Ref | Clause
    value: str


Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
PeerId = Annotated[str, Ref("peer")]
PeerOrAll = Annotated[str, Ref("peer", ("all",))]
LeaderId = Annotated[str, Ref("leader")]
WorkId = Annotated[str, Ref("workstream")]
WorkOrAll = Annotated[str, Ref("workstream", ("all",))]
MeasureId = Annotated[str, Ref("public")]
PromiseId = Annotated[str, Ref("promise")]
FlagId = Annotated[str, Ref("flag")]
InjectId = Annotated[str, Ref("inject")]
SeatId = Annotated[str, Ref("seat")]
TableId = Annotated[str, Ref("table")]
LeverId = Annotated[str, Ref("lever")]
EndingId = Annotated[str, Ref("ending")]
OptionId = Annotated[str, Ref("option")]
DeedId = Annotated[str, Ref("deed")]
PlaceId = Annotated[str, Ref("site")]
When = Annotated[str, Clause()]


def marks(model: BaseModel, loc: Loc = ()) -> Iterator[Mark]:
    """Yield every value of `model` (recursively) whose field's type carries a `Ref` or `Clause`."""
    for name, key, mark, annotation in _marked(type(model)):
        value = getattr(model, name)
        if value is None:
            continue
        if mark is not None and isinstance(value, str):
            yield Mark((*loc, key), mark, value)
        else:
            yield from _inside(value, annotation, (*loc, key))


@cache
def _marked(model: type[BaseModel]) -> tuple[tuple[str, str, Ref | Clause | None, Any], ...]:
    """Return the fields in which a marked value may lie: name, key, the field's own mark, annotation."""
    found = []
    for name, info in model.model_fields.items():
        own = next((m for m in info.metadata if isinstance(m, Ref | Clause)), None)
        if own is not None or _bears(info.annotation, (model,)):
            found.append((name, info.alias or name, own, info.annotation))
    return tuple(found)


def _bears(annotation: Any, above: tuple[Any, ...]) -> bool:
    """Tell whether a marked value may lie in a value of this type; it may in one that is not looked into to the end."""
    if isinstance(annotation, Ref | Clause | str) or annotation in above:
        return True
    if get_origin(annotation) is Literal:
        return False
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields, within = annotation.model_fields.values(), (*above, annotation)
        return any(_bears(part, within) for info in fields for part in (*info.metadata, info.annotation))
    return any(_bears(part, above) for part in get_args(annotation))


def _inside(value: Any, annotation: Any, loc: Loc) -> Iterator[Mark]:
    """Yield the marks inside a container value, guided by its annotation for marked items and keys."""
    if isinstance(value, BaseModel):
        tag = getattr(value, "do", None)
        yield from marks(value, (*loc, tag) if isinstance(tag, str) else loc)
    elif isinstance(value, str):
        mark = _mark(annotation)
        if mark is not None:
            yield Mark(loc, mark, value)
    elif isinstance(value, list):
        item = next(iter(get_args(_bare(annotation))), None)
        for i, entry in enumerate(value):
            yield from _inside(entry, item, (*loc, i))
    elif isinstance(value, dict):
        pair = get_args(_bare(annotation)) or (None, None)
        for key, entry in value.items():
            mark = _mark(pair[0])
            if mark is not None:
                yield Mark((*loc, key), mark, key)
            yield from _inside(entry, pair[1], (*loc, key))


def _mark(annotation: Any) -> Ref | Clause | None:
    """Return the mark an annotation carries, looking through `X | None`."""
    if get_origin(annotation) is Annotated:
        return next((m for m in annotation.__metadata__ if isinstance(m, Ref | Clause)), None)
    return next((m for m in map(_mark, get_args(annotation)) if m is not None), None) if annotation else None


def _bare(annotation: Any) -> Any:
    """Return a container annotation without `| None` and `Annotated`."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    inner = [a for a in get_args(annotation) if a is not type(None)]
    if get_origin(annotation) not in (list, dict, tuple) and len(inner) == 1:
        return _bare(inner[0])
    return annotation
