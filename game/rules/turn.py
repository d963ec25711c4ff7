"""A turn: briefing → planning → response → execution → review, moved by one shared machine.

The lead's `end_turn` asks every peer at once; the last answer carries the turn out, takes stock and briefs the next.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from operator import mul
from typing import Any

from game.rules.approach import receive_callers
from game.rules.deed import Field, Leaning, Play, Question
from game.rules.event import Event
from game.rules.inject import fire_due
from game.rules.life import PHASES, move
from game.rules.once import once, works_of
from game.rules.peer import COLUMNS, TERMS, chosen_acts, inputs, scores
from game.rules.review import carry_out, close, review
from game.rules.state import Ask, State, fork
from game.rules.stick import reach_for_the_stick
from game.scenario.scenario import ACTS, Scenario

PILES = (600, 850)
FAKE, COOPERATE = ACTS.index("fake"), ACTS.index("cooperate")


def brief(play: Play) -> None:
    """Open a turn: energy, intents, injects; planning begins once the lead has answered what is put to it."""
    state, scenario = play.state, play.scenario
    state.energy = scenario.rules.energy - state.reserve - pile(state)
    state.done = ()
    play.tell("turn", turn=state.turn, day=state.day)
    fire_due(play)
    receive_callers(play)
    reach_for_the_stick(play)
    _form_intents(scenario, state)
    if not state.asked:
        _open(state)


def pile(state: State) -> int:
    """Return the energy a turn that own work left undone takes: one point from 60 on, two from 85 (M3, M9)."""
    return sum(state.backlog[0] >= edge for edge in PILES)


def open_planning(play: Play) -> None:
    """Begin planning when nothing is left to answer at the briefing; what was chosen may have changed minds."""
    if play.state.phase == "briefing" and not play.state.asked:
        _form_intents(play.scenario, play.state)
        _open(play.state)


def _open(state: State) -> None:
    """Open planning, and keep what the table shows then: the turn's end is told beside it."""
    state.phase = move(PHASES, state.phase, "open")
    state.reported_opened, state.public_opened = list(state.reported), list(state.public)


def _form_intents(scenario: Scenario, state: State) -> None:
    """Let every peer form its intents: what it would do if nothing changed."""
    width, intent = len(scenario.works), state.intent[:]
    for p, works in enumerate(works_of(scenario)):
        for w, act in zip(works, chosen_acts(scenario, state, p, works)):
            intent[p * width + w] = act
    state.intent = intent


def end_turn(play: Play, _args: Mapping[str, Any]) -> None:
    """Close planning and ask every peer for its response."""
    state, scenario = play.state, play.scenario
    state.phase = move(PHASES, state.phase, "commit")
    play.tell("planned", turn=state.turn)
    play.ask(*_responses(scenario))


@once
def _responses(scenario: Scenario) -> tuple[Ask, ...]:
    return tuple(Ask(scenario.peers[p].id, "respond") for p, works in enumerate(works_of(scenario)) if works)


def _respond_fields(scenario: Scenario, _state: State, ask: Ask) -> tuple[Field, ...]:
    return _acts(scenario, ask.seat)


@once
def _acts(scenario: Scenario, seat: str) -> tuple[Field, ...]:
    return tuple(Field(scenario.works[w].id, ACTS) for w in works_of(scenario)[scenario.peer(seat)])


def _respond_leaning(scenario: Scenario, state: State, ask: Ask) -> Leaning:
    p = scenario.peer(ask.seat)
    works = works_of(scenario)[p]
    weighed = zip(works, scores(scenario, state, p, works))
    return {scenario.works[w].id: dict(zip(ACTS, found)) for w, found in weighed}


def _respond_chosen(scenario: Scenario, state: State, ask: Ask) -> dict[str, str]:
    p = scenario.peer(ask.seat)
    works = works_of(scenario)[p]
    chosen = zip(works, chosen_acts(scenario, state, p, works))
    return {scenario.works[w].id: ACTS[act] for w, act in chosen}


def _respond(play: Play, ask: Ask, args: Mapping[str, Any]) -> None:
    """Keep one peer's answer closed; with the last one all are opened at once and the turn is carried out."""
    state, scenario = play.state, play.scenario
    chosen = tuple((w, ACTS.index(args[work.id])) for w, work in enumerate(scenario.works) if work.id in args)
    closed = (*(state.held[2] if state.held else ()), (scenario.peer(ask.seat), chosen))
    state.held = ("respond", (), closed)
    if not state.asked:
        state.held = ()
        _open_responses(play, closed)
        _carry_out(play)


Closed = tuple[tuple[int, tuple[tuple[int, int], ...]], ...]
"""By peer, what it does in its workstreams."""


def _open_responses(play: Play, closed: Closed) -> None:
    """Open the peers' answers, all at once."""
    width, acts = len(play.scenario.works), play.state.act[:]
    for p, chosen in closed:
        for w, act in chosen:
            acts[p * width + w] = act
    play.state.act = acts
    play.events.append(partial(_told_acts, play.scenario, fork(play.state), closed))


def _told_acts(scenario: Scenario, state: State, closed: Closed) -> list[Event]:
    """Tell the acts with what weighed most in them, on the state they were opened in: for who reads it."""
    return [event for p, chosen in closed for w, act in chosen for event in _told_act(scenario, state, p, w, act)]


def _told_act(scenario: Scenario, state: State, p: int, w: int, act: int) -> Iterator[Event]:
    """Tell an act as it looks to the table (fake looks like cooperation), and as it is to those who may know."""
    what = {"peer": scenario.peers[p].id, "work": scenario.works[w].id}
    plain, known = _seen_causes(scenario, state, p, w, act)
    yield Event("act", {**what, "act": ACTS[COOPERATE if act == FAKE else act], "because": plain})
    if known != plain:
        yield Event("cause", {**what, "because": known}, ("lead",))
    if act == FAKE:
        yield Event("true_act", {**what, "act": ACTS[act]}, (what["peer"],))


_PLAIN_TERMS = frozenset({
    "attention", "influence", "career", "mandate", "duty", "routine", "commit", "promise", "crowd", "fog", "verified",
    "followed", "appraisal", "momentum", "stance",
})  # fmt: skip
_PLAIN = tuple(n for n, name in enumerate(TERMS) if name in _PLAIN_TERMS)


def _seen_causes(scenario: Scenario, state: State, p: int, w: int, act: int) -> tuple[str, str]:
    """Return the weightiest reason for an act among those all can see, and among those the lead may know as well."""
    weights = list(map(mul, COLUMNS[COOPERATE if act == FAKE else act], inputs(scenario, state, p, w)))
    plain = max(_PLAIN, key=weights.__getitem__)
    known = max(_known(state.known, scenario.peers[p].id), key=weights.__getitem__)
    return TERMS[plain] if weights[plain] > 0 else "", TERMS[known] if weights[known] > 0 else ""


@lru_cache(maxsize=4096)
def _known(facts: tuple[str, ...], peer: str) -> tuple[int, ...]:
    """Return the places of the terms of a peer's choice that are known with these facts."""
    return tuple(n for n, name in enumerate(TERMS) if _knowable(facts, peer, name))


_FACT_OF = {
    "workload": "workload", "liability": "blame", "fear": "blame", "interests": "interest", "red_line": "redline",
    "entrenched": "entrenchment", "interruption": "workload", "surplus": "points",
}  # fmt: skip


def knows_term(scenario: Scenario, state: State, peer: int, name: str) -> bool:
    """Tell whether the lead may know this term of a peer's choice: public by nature, or found out about this peer."""
    return _knowable(state.known, scenario.peers[peer].id, name)


def _knowable(facts: tuple[str, ...], peer: str, name: str) -> bool:
    return name in _PLAIN_TERMS or (name in _FACT_OF and f"{peer}.{_FACT_OF[name]}" in facts)


def _carry_out(play: Play) -> None:
    """Execute, review, and brief the next turn or close the game."""
    state, scenario = play.state, play.scenario
    state.phase = move(PHASES, state.phase, "carry_out")
    carry_out(play)
    state.phase = move(PHASES, state.phase, "take_stock")
    review(play)
    if state.forced or state.turn >= scenario.length.turns:
        close(play)
    else:
        state.phase = move(PHASES, state.phase, "go_on")
        state.turn += 1
        brief(play)


QUESTIONS = (Question("respond", _respond_fields, _respond_leaning, _respond, _respond_chosen),)
