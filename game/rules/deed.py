"""What a deed of the lead is: its cost, its fields, what blocks it, and what doing it changes.

The deeds themselves stand in the modules named after what they are about; `deeds.py` is their table.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple

from game.rules.action import Blocked
from game.rules.event import Event, Part
from game.rules.once import once
from game.rules.state import Ask, State
from game.scenario.scenario import Scenario

Args = Mapping[str, Any]


class Field(NamedTuple):
    """A field of a deed or an answer: the values it may take; `many` = (least, most) if a list of them is meant.

    Where `given` names an earlier field, `allowed` says which values go with each value of it; a field `unlike` an
    earlier one may not repeat its value. `closed` are values not on offer now, with the reason, for faces to show.
    """

    name: str
    choices: tuple[Any, ...]
    many: tuple[int, int] | None = None
    given: str = ""
    allowed: Mapping[str, tuple[Any, ...]] = MappingProxyType({})
    closed: Mapping[str, Blocked] = MappingProxyType({})
    text: int = 0
    unlike: str = ""

    def offered(self, args: Mapping[str, Any]) -> tuple[Any, ...]:
        """Return the values on offer once the earlier fields are filled as in `args`."""
        if self.unlike in args:
            taken = args[self.unlike]
            return tuple([c for c in self._fitting(args) if c != taken])
        return self._fitting(args)

    def _fitting(self, args: Mapping[str, Any]) -> tuple[Any, ...]:
        if not self.given or self.given not in args:
            return self.choices
        chosen = args[self.given]
        sets = [self.allowed.get(v, ()) for v in ((chosen,) if isinstance(chosen, str) else chosen)]
        return tuple(c for c in self.choices if any(c in s for s in sets))


@dataclass(slots=True)
class Play:
    """One step being worked out: the scenario, the new state (a private copy), and the events so far."""

    scenario: Scenario
    state: State
    events: list[Part] = field(default_factory=list)

    def tell(self, kind: str, *seats: str, **data: Any) -> None:
        """Record that something happened; without seats everybody may know of it."""
        self.events.append(Event(kind, data, seats))

    def ask(self, *asks: Ask) -> None:
        """Put questions to seats; the step ends and waits for their answers."""
        self.state.asked += asks

    def hold(self, kind: str, args: Args) -> None:
        """Keep a deed that waits for answers: its kind, and its fields as pairs."""
        self.state.held = (kind, tuple((k, tuple(v) if isinstance(v, list) else v) for k, v in args.items()), ())

    @property
    def held_args(self) -> dict[str, Any]:
        """The fields of the deed that waits."""
        return dict(self.state.held[1]) if self.state.held else {}

    def learn(self, *facts: str) -> tuple[str, ...]:
        """Add facts ("housing.redline") to what the lead knows; return those that are new."""
        new = tuple(f for f in facts if f not in self.state.known)
        self.state.known = tuple(sorted({*self.state.known, *new}))
        return new


def no_fields(_scenario: Scenario, _state: State) -> tuple[Field, ...]:
    """Return no fields: for deeds that need none."""
    return ()


Fields = Callable[[Scenario, State], tuple[Field, ...]]


def standing(fields: Callable[[Scenario], tuple[Field, ...]]) -> Fields:
    """Return these fields for a deed whose choices are the same all game."""
    kept = once(fields)
    return lambda scenario, _state: kept(scenario)


def untried(state: State, deed: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of some ids on which a deed has not been tried this turn."""
    if deed not in state.done:
        return ids
    return tuple([id for id in ids if f"{deed}:{id}" not in state.done])


def never_blocked(_scenario: Scenario, _state: State) -> Blocked | None:
    """Block nothing: for deeds that are on offer in every turn."""
    return None


@dataclass(frozen=True, slots=True)
class Deed:
    """One kind of action the lead can take in planning; `final` if it draws luck or shows what was hidden."""

    kind: str
    cost: int
    do: Callable[[Play, Args], None]
    fields: Fields = no_fields
    blocked: Callable[[Scenario, State], Blocked | None] = never_blocked
    final: bool = True


Leaning = dict[str, dict[Any, int]]


@dataclass(frozen=True, slots=True)
class Question:
    """One kind of question put to a seat: its fields, what the seat leans to (scores), and what its answer does.

    `chosen` is what `leaning` comes to, where that can be told without its scores being laid out.
    """

    kind: str
    fields: Callable[[Scenario, State, Ask], tuple[Field, ...]]
    leaning: Callable[[Scenario, State, Ask], Leaning]
    answer: Callable[[Play, Ask, Args], None]
    chosen: Callable[[Scenario, State, Ask], Args] | None = None

    def model(self, scenario: Scenario, state: State, ask: Ask) -> Args:
        """Return the answer the model gives: in each field the choice that scores highest."""
        if self.chosen is not None:
            return self.chosen(scenario, state, ask)
        leaning = self.leaning(scenario, state, ask)
        return {name: max(scores, key=scores.__getitem__) for name, scores in leaning.items()}
