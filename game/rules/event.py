"""What `step` says happened: a kind and data, no prose; rules never read events back."""

from typing import Any, NamedTuple


class Event(NamedTuple):
    """One happening; `seats` names who may know of it (empty: everybody at the table)."""

    kind: str
    data: dict[str, Any]
    seats: tuple[str, ...] = ()

    def seen_by(self, seat: str) -> bool:
        """Tell whether this seat may know of it (the trainer may know all)."""
        return not self.seats or seat in self.seats or seat == "trainer"
