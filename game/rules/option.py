"""What is on offer now: templates with fields, cost and, if blocked, the reason; one list for every face and bot."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from game.rules.action import Action, Blocked
from game.rules.deed import Deed, Field
from game.rules.deeds import LEAD, QUESTIONS, TRAINER
from game.rules.direct import WHY
from game.rules.state import State
from game.scenario.scenario import Scenario


class Option(NamedTuple):
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


def options(scenario: Scenario, state: State, seat: str) -> tuple[Option, ...]:
    """Return everything on offer to a seat now; empty when the game waits for somebody else."""
    if seat == "trainer":
        return () if state.phase == "debrief" else tuple(_offer(scenario, state, seat, d) for d in TRAINER.values())
    if state.asked:
        ask = next((a for a in state.asked if a.seat == seat), None)
        if ask is None:
            return ()
        return (Option(seat, "answer", 0, QUESTIONS[ask.kind].fields(scenario, state, ask), None, True, ask.kind),)
    if seat != "lead" or state.phase != "planning":
        return ()
    return tuple(_offer(scenario, state, seat, deed) for deed in LEAD.values())


def _offer(scenario: Scenario, state: State, seat: str, deed: Deed) -> Option:
    """Return the template of one deed as it stands now."""
    fields = deed.fields(scenario, state)
    return Option(seat, deed.kind, deed.cost, fields, _template_blocked(scenario, state, deed, fields), deed.final)


def _template_blocked(scenario: Scenario, state: State, deed: Deed, fields: tuple[Field, ...]) -> Blocked | None:
    """Say why no action of this kind can be done now, whatever its fields."""
    if deed.cost > state.energy:
        return Blocked("no_energy", {"cost": deed.cost, "energy": state.energy})
    why = deed.blocked(scenario, state)
    if why is not None:
        return why
    empty = next((f.name for f in fields if not f.choices and not f.text), None)
    return None if empty is None else Blocked("nothing_left", {"field": empty})


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
    fields, args = deed.fields(scenario, state), action.args
    if action.seat == "trainer" and isinstance(args.get(WHY), str):
        args = {name: value for name, value in args.items() if name != WHY}
    return _template_blocked(scenario, state, deed, fields) or _misfit(fields, args)


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
