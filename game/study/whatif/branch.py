"""One decision of a game changed: left out, replaced, added, or the rest of the game handed to a bot."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.rules import Action, Blocked, State, check, options
from game.scenario.scenario import Scenario
from game.session.bots import LEADS
from game.session.replay import Moment
from game.study.whatif.course import Course, Entry, Game, closed_before, played, script_of


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be different in a turn: the decision of that place (from 0) left out, an action done, a bot leading.

    An action takes the place of the decision left out; without one it is done last in the turn.
    """

    turn: int
    without: int | None = None
    do: Action | None = None
    bot: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """A game as it was and as it would have been."""

    change: Change
    gone: Action | None
    was: Course
    now: Course


class NoSuch(Exception):
    """A change that cannot be made: `turn` not played, `decision` not there, or `blocked` with the reason."""

    def __init__(self, code: str, why: Blocked | None = None, state: State | None = None) -> None:
        super().__init__(code)
        self.code, self.why, self.state = code, why, state


def decisions(script: Sequence[Entry], turn: int) -> tuple[int, ...]:
    """Return where in a script the lead's decisions of a turn are: its deeds and replies, not the turn's end."""
    return tuple(
        n for n, e in enumerate(script) if e.turn == turn and e.action.seat == "lead" and e.action.kind != "end_turn"
    )


def without(scenario: Scenario, moments: Sequence[Moment], place: int) -> Game:
    """Return the game, over, without the script's entry of a place; to a reply left out the model replies instead."""
    script = script_of(moments)
    return _on(scenario, moments, script, place, script[place + 1 :])


def others(scenario: Scenario, state: State, action: Action, most: int = 12) -> tuple[Action, ...]:
    """Return the same deed or reply with one of its fields otherwise, as far as it could have been done in `state`."""
    kind = next((o for o in options(scenario, state, action.seat) if o.kind == action.kind), None)
    found = []
    for field in kind.fields if kind is not None else ():
        for value in field.offered(action.args):
            args = {**action.args, field.name: value}
            if field.many is None and args != action.args:
                found.append(Action(action.seat, action.kind, args))
    return tuple([a for a in found if check(scenario, state, a) is None][:most])


def branch(scenario: Scenario, moments: Sequence[Moment], change: Change) -> Branch:
    """Return what a change makes of a game; `NoSuch` if it cannot be made."""
    script = script_of(moments)
    place = place_of(moments, change)
    gone = script[place].action if change.without is not None else None
    rest = script[place + (gone is not None) :]
    if change.bot:
        game = Game(scenario, *_cut(moments, script, place))
        game.lead(LEADS[change.bot](moments[0].state.seed))
    elif change.do is not None:
        state, closed = _cut(moments, script, place)
        why = check(scenario, state, change.do)
        if why is not None:
            raise NoSuch("blocked", why, state)
        game = Game(scenario, state, closed)
        game.do(change.do)
        game.follow(rest)
    else:
        game = _on(scenario, moments, script, place, rest)
    return Branch(change, gone, played(scenario, moments), game.course())


def place_of(moments: Sequence[Moment], change: Change) -> int:
    """Return the place in the script from which on a change makes a difference; `NoSuch` if there is none.

    It is the script's length where the game has got no further than that.
    """
    script, last = script_of(moments), moments[-1].state
    turns = [n for n, e in enumerate(script) if e.turn == change.turn]
    going = last.phase != "debrief" and last.turn == change.turn
    if not turns and not going:
        raise NoSuch("turn")
    if change.without is not None:
        places = decisions(script, change.turn)
        if not 0 <= change.without < len(places):
            raise NoSuch("decision")
        return places[change.without]
    if change.do is not None:
        ends = (n for n in turns if script[n].action == Action("lead", "end_turn"))
        return next(ends, len(script) if going else turns[-1])
    return turns[0] if turns else len(script)


def state_at(moments: Sequence[Moment], place: int) -> State:
    """Return the state before the script's entry of a place (the last one where the script ends)."""
    script = script_of(moments)
    return script[place].before if place < len(script) else moments[-1].state


def moments_to(moments: Sequence[Moment], place: int) -> list[Moment]:
    """Return the moments before the script's entry of a place (all of them where the script ends)."""
    acts = [n for n, moment in enumerate(moments) if n and moment.action is not None]
    return list(moments[: acts[place] if place < len(acts) else len(moments)])


def _cut(moments: Sequence[Moment], script: Sequence[Entry], place: int) -> tuple[State, list[State]]:
    """Return the state before an entry, and the states in which turns had closed before."""
    state = script[place].before if place < len(script) else moments[-1].state
    before = closed_before(moments)
    return state, before[: state.turn] if state.phase != "debrief" else before


def _on(
    scenario: Scenario, moments: Sequence[Moment], script: Sequence[Entry], place: int, rest: Sequence[Entry]
) -> Game:
    """Return the game played on from an entry with the rest of a script."""
    game = Game(scenario, *_cut(moments, script, place))
    game.follow(rest)
    return game
