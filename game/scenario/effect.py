"""One effect as data, lowered: what a verb is to be run with."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect as data: a verb and its arguments, ids already turned into indices, points into ‰."""

    verb: str
    args: Mapping[str, int | str | bool | tuple[int, ...]]
