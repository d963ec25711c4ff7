"""What `step` says happened: a kind and data, no prose; rules never read events back."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, overload


class Event(NamedTuple):
    """One happening; `seats` names who may know of it (empty: everybody at the table)."""

    kind: str
    data: dict[str, Any]
    seats: tuple[str, ...] = ()

    def seen_by(self, seat: str) -> bool:
        """Tell whether this seat may know of it (the trainer may know all)."""
        return not self.seats or seat in self.seats or seat == "trainer"


Part = Event | Callable[[], Iterable[Event]]
"""A happening, or what tells of some once somebody wants to hear."""


class Events(Sequence[Event]):
    """What a step says happened, in order; what takes work to tell is told when first read, for few read all."""

    __slots__ = ("_parts", "_told")

    def __init__(self, parts: Iterable[Part] = ()) -> None:
        self._parts, self._told = tuple(parts), False

    def _events(self) -> tuple[Any, ...]:
        if not self._told:
            heard = [(part,) if isinstance(part, Event) else part() for part in self._parts]
            self._parts, self._told = tuple([event for some in heard for event in some]), True
        return self._parts

    @overload
    def __getitem__(self, at: int) -> Event: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Event]: ...
    def __getitem__(self, at: int | slice) -> Event | Sequence[Event]:
        found: Event | Sequence[Event] = self._events()[at]
        return found

    def __len__(self) -> int:
        return len(self._events())

    def __iter__(self) -> Iterator[Event]:
        return iter(self._events())

    def __add__(self, more: "Events | tuple[Event, ...]") -> "Events":
        return Events((*self._parts, *(more._parts if isinstance(more, Events) else more)))

    def __radd__(self, before: tuple[Event, ...]) -> "Events":
        return Events((*before, *self._parts))

    def __eq__(self, other: object) -> bool:
        return self._events() == tuple(other) if isinstance(other, Events | tuple) else NotImplemented

    def __repr__(self) -> str:
        return repr(self._events())
