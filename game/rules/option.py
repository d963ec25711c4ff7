"""What is on offer now: templates with fields, cost and, if blocked, the reason; one list for every face and bot."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from game.rules.action import Action, Blocked, no_energy
from game.rules.deed import Deed, Field
from game.rules.deeds import LEAD, QUESTIONS, TRAINER
from game.rules.direct import WHY
from game.rules.state import State
from game.scenario.scenario import Scenario


class Terms:
    """What some deeds hang on now, by kind: fields and reasons, each worked out when first read, for few read all."""

    __slots__ = ("_blocked", "_deeds", "_fields", "_scenario", "_state")

    def __init__(self, scenario: Scenario, state: State, deeds: Mapping[str, Deed]) -> None:
        self._scenario, self._state, self._deeds = scenario, state, deeds
        self._fields: dict[str, tuple[Field, ...]] = {}
        self._blocked: dict[str, Blocked | None] = {}

    def fields(self, kind: str) -> tuple[Field, ...]:
        """Return the fields of a deed as they stand now."""
        if kind not in self._fields:
            self._fields[kind] = self._deeds[kind].fields(self._scenario, self._state)
        return self._fields[kind]

    def blocked(self, kind: str) -> Blocked | None:
        """Say why a deed cannot be done now, whatever its fields."""
        if kind not in self._blocked:
            self._blocked[kind] = self._why(self._deeds[kind])
        return self._blocked[kind]

    def _why(self, deed: Deed) -> Blocked | None:
        if deed.cost > self._state.energy:
            return no_energy(deed.cost, self._state.energy)
        why = deed.blocked(self._scenario, self._state)
        if why is not None:
            return why
        for field in self.fields(deed.kind):
            if not field.choices and not field.text:
                same = list({why.code: why for why in field.closed.values()}.values())
                return same[0] if len(same) == 1 else Blocked("nothing_left", {"field": field.name})
        return None


@dataclass(frozen=True, slots=True)
class Settled:
    """Terms that are settled: the fields and the reason of one template."""

    given: tuple[Field, ...]
    why: Blocked | None = None

    def fields(self, _kind: str) -> tuple[Field, ...]:
        """Return the fields."""
        return self.given

    def blocked(self, _kind: str) -> Blocked | None:
        """Return the reason."""
        return self.why


class Option(NamedTuple):
    """A template of an action: its cost in energy, its fields, why it is blocked (None if it is not), and finality.

    `final` says that doing it draws luck or shows what was hidden, so it cannot be taken back.
    """

    seat: str
    kind: str
    cost: int
    final: bool
    ask: str
    terms: Terms | Settled

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields, with the values on offer now."""
        return self.terms.fields(self.kind)

    @property
    def blocked(self) -> Blocked | None:
        """Why no action of this template can be done now, whatever its fields; None if some can."""
        return self.terms.blocked(self.kind)

    def __eq__(self, other: object) -> bool:
        """Tell whether two templates offer the same."""
        if not isinstance(other, Option):
            return NotImplemented
        return (*self[:-1], self.fields, self.blocked) == (*other[:-1], other.fields, other.blocked)

    def fill(self, **args: Any) -> Action:
        """Return the action this template makes with these fields."""
        return Action(self.seat, self.kind, args)

    def but(self, fields: tuple[Field, ...], blocked: Blocked | None) -> "Option":
        """Return this template with other fields, or blocked for another reason."""
        return self._replace(terms=Settled(fields, blocked))


def options(scenario: Scenario, state: State, seat: str) -> tuple[Option, ...]:
    """Return everything on offer to a seat now; empty when the game waits for somebody else."""
    if seat == "trainer":
        return () if state.phase == "debrief" else _offers(seat, Terms(scenario, state, TRAINER), TRAINER)
    if state.asked:
        ask = next((a for a in state.asked if a.seat == seat), None)
        if ask is None:
            return ()
        return (Option(seat, "answer", 0, True, ask.kind, Settled(QUESTIONS[ask.kind].fields(scenario, state, ask))),)
    if seat != "lead" or state.phase != "planning":
        return ()
    offers = _offers(seat, Terms(scenario, state, LEAD), LEAD)
    if not scenario.later:
        return offers
    return tuple([option for option in offers if state.turn >= scenario.later.get(option.kind, 0)])


def _offers(seat: str, terms: Terms, deeds: Mapping[str, Deed]) -> tuple[Option, ...]:
    """Return the templates of some deeds."""
    return tuple([Option(seat, deed.kind, deed.cost, deed.final, "", terms) for deed in deeds.values()])


def check(scenario: Scenario, state: State, action: Action) -> Blocked | None:
    """Say why an action may not be done now; None if it may. Changes nothing."""
    if state.phase == "debrief":
        return Blocked("game_over")
    if action.seat not in scenario.seats:
        return Blocked("no_such_seat", {"seat": action.seat})
    if action.kind == "answer" and action.seat != "trainer":
        return _check_answer(scenario, state, action)
    deeds = TRAINER if action.seat == "trainer" else LEAD
    if action.kind not in deeds:
        return Blocked("no_such_action", {"kind": action.kind})
    if action.seat == "lead" and state.turn < scenario.later.get(action.kind, 0):
        return Blocked("not_yet", {"turn": scenario.later[action.kind]})
    if action.seat != "trainer":
        waiting = _not_your_turn(state, action.seat)
        if waiting is not None:
            return waiting
    terms, args = Terms(scenario, state, deeds), action.args
    if action.seat == "trainer" and isinstance(args.get(WHY), str):
        args = {name: value for name, value in args.items() if name != WHY}
    return terms.blocked(action.kind) or _misfit(terms.fields(action.kind), args)


def _check_answer(scenario: Scenario, state: State, action: Action) -> Blocked | None:
    ask = next((a for a in state.asked if a.seat == action.seat), None)
    if ask is None:
        return Blocked("not_asked", {"seat": action.seat})
    return _misfit(QUESTIONS[ask.kind].fields(scenario, state, ask), action.args)


def _not_your_turn(state: State, seat: str) -> Blocked | None:
    if state.asked:
        return Blocked("awaiting", {"seats": [a.seat for a in state.asked]})
    if seat != "lead" or state.phase != "planning":
        return Blocked("not_planning", {"phase": state.phase})
    return None


def _misfit(fields: tuple[Field, ...], args: Mapping[str, Any]) -> Blocked | None:
    """Say which field is missing, unknown or has a value that is not on offer."""
    names = {f.name for f in fields}
    for name in args:
        if name not in names:
            return Blocked("unknown_field", {"field": str(name)})
    for field in fields:
        if field.name not in args:
            return Blocked("missing_field", {"field": field.name})
        bad = _bad_value(field, args[field.name], field.offered(args))
        if bad is not None:
            return bad
    return None


def _bad_value(field: Field, value: Any, choices: tuple[Any, ...]) -> Blocked | None:
    if field.text:
        fits = isinstance(value, str) and len(value) <= field.text and (bool(value.strip()) or value in choices)
        return None if fits else Blocked("bad_text", {"field": field.name, "most": field.text})
    if field.many is None:
        if isinstance(value, bool) or not isinstance(value, str | int) or value not in choices:
            if isinstance(value, str) and value in field.closed:
                return field.closed[value]
            return Blocked("not_on_offer", {"field": field.name, "value": str(value)})
        return None
    if not isinstance(value, list | tuple) or any(not isinstance(v, str) or v not in choices for v in value):
        return Blocked("not_on_offer", {"field": field.name, "value": str(value)})
    least, most = field.many
    if len(set(value)) != len(value) or not least <= len(value) <= most:
        return Blocked("wrong_number", {"field": field.name, "least": least, "most": most})
    return None
