"""An intent: who wants to do what; and why one may not be done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Action:
    """An intent of a seat: `kind` and its filled fields (strings, numbers, lists and maps of them)."""

    seat: str
    kind: str
    args: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        filled = ", ".join(f"{k}={v}" for k, v in self.args.items())
        return f"{self.seat}: {self.kind}({filled})"


@dataclass(frozen=True, slots=True)
class Blocked:
    """Why an action may not be done now: a code for the catalogue, and data; nothing the seat may not know."""

    code: str
    data: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.code + (f" {dict(self.data)}" if self.data else "")


@cache
def no_energy(cost: int, energy: int) -> Blocked:
    """Return the reason for what costs more than there is: asked for in every decision, so made once."""
    return Blocked("no_energy", {"cost": cost, "energy": energy})


class IllegalAction(Exception):
    """Raised by `step` for an action that may not be done; the state is unchanged."""

    def __init__(self, action: Action, reason: Blocked) -> None:
        super().__init__(f"{action}: {reason}")
        self.action = action
        self.reason = reason
