"""The one thing that changes a game: `step` makes the next state and the events out of a state and an action."""

from game.rules.action import Action, IllegalAction
from game.rules.deed import Play
from game.rules.deeds import LEAD, QUESTIONS, TRAINER, answer
from game.rules.event import Events
from game.rules.ledger import heat_above
from game.rules.opening import opening
from game.rules.option import check
from game.rules.state import State, fork
from game.rules.turn import brief
from game.scenario.scenario import Scenario

Step = tuple[State, Events]


def start(scenario: Scenario, seed: int) -> Step:
    """Return the state after the first briefing, and its events."""
    play = Play(scenario, opening(scenario, seed))
    play.state.put("heat", 0, heat_above(scenario, play.state))
    brief(play)
    return play.state, Events(play.events)


def step(scenario: Scenario, state: State, action: Action) -> Step:
    """Return the next state and events; raises `IllegalAction` and changes nothing if the action may not be done."""
    blocked = check(scenario, state, action)
    if blocked is not None:
        raise IllegalAction(action, blocked)
    play = Play(scenario, fork(state))
    if action.kind == "answer":
        answer(play, action.seat, action.args)
    elif action.seat == "trainer":
        TRAINER[action.kind].do(play, action.args)
    else:
        _do(play, action)
    return play.state, Events(play.events)


def settle(scenario: Scenario, state: State) -> Step:
    """Let the model answer, all at once, what is asked before the lead is asked or may act; the next state and events.

    The same comes of it as if each answered (`leaned`) in a step of its own.
    """
    play = Play(scenario, fork(state))
    while play.state.asked and play.state.asked[0].seat != "lead":
        ask = play.state.asked[0]
        answer(play, ask.seat, QUESTIONS[ask.kind].model(scenario, play.state, ask))
    return play.state, Events(play.events)


def _do(play: Play, action: Action) -> None:
    """Pay for a deed of the lead, count it, and do it."""
    deed, state = LEAD[action.kind], play.state
    state.energy -= deed.cost
    state.counts[action.kind] = state.counts.get(action.kind, 0) + 1
    named = tuple(f"{action.kind}:{v}" for v in action.args.values() if isinstance(v, str))
    state.done += (action.kind, *named)
    deed.do(play, action.args)
