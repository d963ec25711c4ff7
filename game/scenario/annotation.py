"""The way through a schema along an error's location; knows type annotations, not errors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

from game.scenario.source import Source
from game.scenario.tree import Path

Model: TypeAlias = type[BaseModel]
KEY = "[key]"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a location leads.

    `path` is as far as the file goes along it; `owner` the model that its last step was a key of; `kind` what
    is wanted there, as an annotation (None: unknown), chosen by the field `tag` if it is a tagged union;
    `branch` the place and label of the last untagged union passed; `is_key` whether the key itself is meant.
    """

    path: Path = ()
    owner: Model | None = None
    kind: Any = None
    tag: str | None = None
    branch: tuple[Path, str] | None = None
    is_key: bool = False


def follow(loc: Sequence[str | int], source: Source, root: Model) -> Place:
    """Walk a pydantic error's location through the schema and the file at once."""
    place = opened(Place(kind=root))
    for step in loc:
        place = opened(_step(place, step, source))
    return place


def keys_of(model: Model) -> dict[str, Any]:
    """A model's fields by the names a file uses."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def tags_of(place: Place) -> tuple[str, ...]:
    """The tags a tagged union can have."""
    return tuple(tag for tag, _ in _tagged(place.kind, place.tag)) if place.tag else ()


def opened(place: Place) -> Place:
    """The place with `Annotated`, `X | None`, aliases and root models looked through."""
    kind, tag = place.kind, place.tag
    while True:
        if get_origin(kind) is Annotated:
            found = [getattr(mark, "discriminator", None) for mark in get_args(kind)[1:]]
            tag = next((name for name in found if isinstance(name, str)), tag)
            kind = get_args(kind)[0]
        elif hasattr(kind, "__value__"):
            kind = kind.__value__
        elif _is_model(kind) and issubclass(kind, RootModel):
            kind = kind.model_fields["root"].annotation
        elif get_origin(kind) in (Union, UnionType) and len(_branches(kind)) == 1:
            kind = _branches(kind)[0]
        else:
            return replace(place, kind=kind, tag=tag)


def _step(place: Place, step: str | int, source: Source) -> Place:
    """One element of a location further."""
    kind, path = place.kind, (*place.path, step)
    ahead = path if path in source.spans else place.path
    if get_origin(kind) in (Union, UnionType):
        if place.tag is None:
            return replace(place, kind=_labelled(kind, str(step)), branch=(place.path, str(step)))
        chosen = next((branch for tag, branch in _tagged(kind, place.tag) if tag == step), None)
        written = source.value_at((*place.path, place.tag)) == step
        return replace(place, path=place.path if written else ahead, kind=chosen, tag=None)
    if step == KEY:
        return replace(place, is_key=True)
    if _is_model(kind):
        info = keys_of(kind).get(str(step)) or kind.model_fields.get(str(step))
        tag = info.discriminator if info is not None and isinstance(info.discriminator, str) else None
        return replace(place, path=ahead, owner=kind, kind=info.annotation if info else None, tag=tag)
    return replace(place, path=ahead, owner=None, kind=_item(kind, step), tag=None)


def _item(kind: Any, step: str | int) -> Any:
    """What an item of a list, tuple or mapping is wanted to be."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is None or not args:
        return None
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return args[-1]
    if origin is tuple and isinstance(step, int) and Ellipsis not in args:
        return args[step] if step < len(args) else None
    return args[0]


def _branches(kind: Any) -> list[Any]:
    """A union's members without None."""
    return [arg for arg in get_args(kind) if arg is not NoneType]


def _is_model(kind: Any) -> bool:
    """Whether an annotation is a pydantic model."""
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _tagged(kind: Any, tag: str | None) -> list[tuple[str, Any]]:
    """The members of a tagged union, each with its tags."""
    found: list[tuple[str, Any]] = []
    for branch in _branches(kind):
        inner = opened(Place(kind=branch))
        if get_origin(inner.kind) in (Union, UnionType):
            found += _tagged(inner.kind, inner.tag or tag)
        elif _is_model(inner.kind) and tag in keys_of(inner.kind):
            literal = keys_of(inner.kind)[str(tag)].annotation
            if get_origin(literal) is Literal:
                found += [(str(value), inner.kind) for value in get_args(literal)]
    return found


def _labelled(kind: Any, label: str) -> Any:
    """The member of an untagged union that pydantic's label means."""
    for branch in _branches(kind):
        inner = opened(Place(kind=branch)).kind
        name = getattr(get_origin(inner) or inner, "__name__", "")
        if name and (label == name or label.startswith(f"{name}[") or f" {name}]" in label):
            return branch
    return None
