"""The convenience of the big stick: an impatient leader wants oversight brought in; the lead may dissuade or go along.

The lead then answers for what it did not stop: a use off the mandate costs credibility as any other (M64).
"""

from collections.abc import Iterator

from game.rules.deed import Args, Field, Leaning, Play, Question
from game.rules.discipline import come_in
from game.rules.luck import luck
from game.rules.once import works_of
from game.rules.paper import ranking
from game.rules.state import Ask, State
from game.rules.stock import shift
from game.scenario.scenario import ACTS, Scenario

ANSWERS = ("dissuade", "go_along")
BEHIND = 250
_HELD_UP = (ACTS.index("stall"), ACTS.index("pass"))


def reach_for_the_stick(play: Play) -> None:
    """Let one leader who is behind expectations and fond of the stick put the question (at most one a turn)."""
    state, scenario = play.state, play.scenario
    expected = 850 * state.day // (scenario.length.turns * scenario.length.days)
    if state.turn < 3 or state.uses >= scenario.discipline_capacity:
        return
    for i, leader in enumerate(scenario.leaders):
        if expected - state.belief[i] > BEHIND and luck(state, leader.id, "stick") * 3 < leader.stick:
            for peer, work in _held_up(scenario, state):
                about = (("leader", leader.id), ("target", scenario.peers[peer].id), ("work", scenario.works[work].id))
                play.ask(Ask("lead", "stick", about))
                return


def _held_up(scenario: Scenario, state: State) -> Iterator[tuple[int, int]]:
    """Yield who passed work on or stalled, the lowest in the ranking first, with the least reported of that work."""
    for peer in reversed(ranking(scenario, state)):
        held = [w for w in works_of(scenario)[peer] if state.act[peer * len(scenario.works) + w] in _HELD_UP]
        if held:
            yield peer, min(held, key=lambda w: state.reported[w])


def _leaning(_scenario: Scenario, _state: State, _ask: Ask) -> Leaning:
    """The lead leans to nothing: its choices are its own."""
    return {"answer": dict.fromkeys(ANSWERS, 0)}


def _answered(play: Play, ask: Ask, args: Args) -> None:
    """Dissuade, and be thought soft; or go along, and have oversight interview somebody about the lead's own task."""
    state, scenario = play.state, play.scenario
    leader = scenario.leader(ask.get("leader"))
    suited = 0
    if args["answer"] == "dissuade":
        shift(state, "favor", leader, -30, "dissuaded")
    else:
        target, work = scenario.peer(ask.get("target")), scenario.work(ask.get("work"))
        suited = come_in(scenario, state, "interview", target, work)
        shift(state, "favor", leader, 20, "went_along")
    play.tell("stick", leader=ask.get("leader"), target=ask.get("target"), work=ask.get("work"),
              answer=args["answer"], suited=suited // 10)  # fmt: skip


QUESTIONS = (Question("stick", lambda *_: (Field("answer", ANSWERS),), _leaning, _answered),)
