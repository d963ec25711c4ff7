"""What is on offer now: templates with fields, cost and, if blocked, the reason; one list for every face and bot."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from game.rules.action import Action, Blocked
from game.rules.deed import Deed, Field
from game.rules.deeds import LEAD, QUESTIONS, TRAINER
from game.rules.direct import WHY
from game.rules.state import State
from game.scenario.scenario import Scenario


@dataclass(frozen=True)
class Option:
    """A template of an action: its fields, its cost in energy, why it is blocked (None if it is not), and finality.

    `final` says that doing it draws luck or shows what was hidden, so it cannot be taken back.
    """

    seat: str
    kind: str
    cost: int
    fields: tuple[Field, ...]
    blocked: Blocked | None
    final: bool
    ask: str = ""

    def fill(self, **args: Any) -> Action:
        """Return the action this template makes with these fields."""
        return Action(self.seat, self.kind, args)

    def but(self, fields: tuple[Field, ...], blocked: Blocked | None) -> "Option":
        """Return this template with other fields, or blocked for another reason."""
        return Option(self.seat, self.kind, self.cost, fields, blocked, self.final, self.ask)


def options(scenario: Scenario, state: State, seat: str) -> tuple[Option, ...]:
    """Return everything on offer to a seat now; empty when the game waits for somebody else."""
    if seat == "trainer":
        deeds = () if state.phase == "debrief" else TRAINER.values()
        return tuple([_offer(scenario, state, seat, deed) for deed in deeds])
    if state.asked:
        ask = next((a for a in state.asked if a.seat == seat), None)
        if ask is None:
            return ()
        return (Option(seat, "answer", 0, QUESTIONS[ask.kind].fields(scenario, state, ask), None, True, ask.kind),)
    if seat != "lead" or state.phase != "planning":
        return ()
    return tuple([_offer(scenario, state, seat, deed) for deed in LEAD.values()])


class _Unread(Option):
    """An option whose fields and reason are worked out when they are first read, for few readers read them all."""

    _deed: Deed
    _scenario: Scenario
    _state: State

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields as they stand now."""
        held = vars(self)
        if "fields" not in held:
            held["fields"] = self._deed.fields(self._scenario, self._state)
        found: tuple[Field, ...] = held["fields"]
        return found

    @property
    def blocked(self) -> Blocked | None:
        """Why no action of this kind can be done now, whatever its fields."""
        held = vars(self)
        if "blocked" not in held:
            held["blocked"] = self._why_blocked()
        found: Blocked | None = held["blocked"]
        return found

    def _why_blocked(self) -> Blocked | None:
        if self.cost > self._state.energy:
            return Blocked("no_energy", {"cost": self.cost, "energy": self._state.energy})
        why = self._deed.blocked(self._scenario, self._state)
        if why is not None:
            return why
        for field in self.fields:
            if not field.choices and not field.text:
                return Blocked("nothing_left", {"field": field.name})
        return None


def _offer(scenario: Scenario, state: State, seat: str, deed: Deed) -> Option:
    """Return the template of one deed as it stands now."""
    option = _Unread.__new__(_Unread)
    vars(option).update(seat=seat, kind=deed.kind, cost=deed.cost, final=deed.final, ask="", _deed=deed,
                        _scenario=scenario, _state=state)  # fmt: skip
    return option


def check(scenario: Scenario, state: State, action: Action) -> Blocked | None:
    """Say why an action may not be done now; None if it may. Changes nothing."""
    if state.phase == "debrief":
        return Blocked("game_over")
    if action.seat not in scenario.seats:
        return Blocked("no_such_seat", {"seat": action.seat})
    if action.kind == "answer" and action.seat != "trainer":
        return _check_answer(scenario, state, action)
    deed = (TRAINER if action.seat == "trainer" else LEAD).get(action.kind)
    if deed is None:
        return Blocked("no_such_action", {"kind": action.kind})
    if action.seat != "trainer":
        waiting = _not_your_turn(state, action.seat)
        if waiting is not None:
            return waiting
    option, args = _offer(scenario, state, action.seat, deed), action.args
    if action.seat == "trainer" and isinstance(args.get(WHY), str):
        args = {name: value for name, value in args.items() if name != WHY}
    return option.blocked or _misfit(option.fields, args)


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
