"""A turn: briefing → planning → response → execution → review, moved by one shared machine.

The lead's `end_turn` asks every peer at once; the last answer carries the turn out, takes stock and briefs the next.
"""

from collections.abc import Mapping
from typing import Any

from game.rules.approach import receive_callers
from game.rules.bargaining.deal import close_tables
from game.rules.calendar import keep
from game.rules.course import settle_courses
from game.rules.deed import Field, Leaning, Play, Question
from game.rules.discipline import settle_habits
from game.rules.ending import ending, mark
from game.rules.group import age_group
from game.rules.handoff import hand_on
from game.rules.inject import fire_due
from game.rules.leader import fade_attention, judge_progress
from game.rules.ledger import execute, overall
from game.rules.life import PHASES, move
from game.rules.paper import ranking
from game.rules.peer import SUPPLY, WEIGHTS, chosen_act, inputs, scores
from game.rules.promise import judge_promises
from game.rules.stance import settle_stances
from game.rules.state import NOBODY, Ask, State
from game.rules.stick import reach_for_the_stick
from game.rules.stock import fade, shift
from game.scenario.names import COURSES, STANCES
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
        state.phase = move(PHASES, state.phase, "open")


def pile(state: State) -> int:
    """Return the energy a turn that own work left undone takes: one point from 60 on, two from 85 (M3, M9)."""
    return sum(state.backlog[0] >= edge for edge in PILES)


def open_planning(play: Play) -> None:
    """Begin planning when nothing is left to answer at the briefing; what was chosen may have changed minds."""
    if play.state.phase == "briefing" and not play.state.asked:
        _form_intents(play.scenario, play.state)
        play.state.phase = move(PHASES, play.state.phase, "open")


def _form_intents(scenario: Scenario, state: State) -> None:
    """Let every peer form its intents: what it would do if nothing changed."""
    width = len(scenario.works)
    for w, work in enumerate(scenario.works):
        for p in work.parties:
            state.intent[p * width + w] = chosen_act(scenario, state, p, w)


def end_turn(play: Play, _args: Mapping[str, Any]) -> None:
    """Close planning and ask every peer for its response."""
    state, scenario = play.state, play.scenario
    state.phase = move(PHASES, state.phase, "commit")
    play.tell("planned", turn=state.turn)
    busy = {p for work in scenario.works for p in work.parties}
    play.ask(*(Ask(peer.id, "respond") for p, peer in enumerate(scenario.peers) if p in busy))


def _respond_fields(scenario: Scenario, _state: State, ask: Ask) -> tuple[Field, ...]:
    p = scenario.peer(ask.seat)
    return tuple(Field(w.id, ACTS) for w in scenario.works if p in w.parties)


def _respond_leaning(scenario: Scenario, state: State, ask: Ask) -> Leaning:
    p = scenario.peer(ask.seat)
    return {
        work.id: dict(zip(ACTS, scores(scenario, state, p, w)))
        for w, work in enumerate(scenario.works)
        if p in work.parties
    }


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


def _open_responses(play: Play, closed: tuple[tuple[int, tuple[tuple[int, int], ...]], ...]) -> None:
    """Open the peers' answers, all at once."""
    width = len(play.scenario.works)
    for p, chosen in closed:
        for w, act in chosen:
            play.state.act[p * width + w] = act
    for p, chosen in closed:
        for w, act in chosen:
            _tell_act(play, p, w, act)


def _tell_act(play: Play, p: int, w: int, act: int) -> None:
    """Tell an act as it looks to the table (fake looks like cooperation), and as it is to those who may know."""
    scenario, state = play.scenario, play.state
    peer, work = scenario.peers[p].id, scenario.works[w].id
    plain, known = _seen_causes(scenario, state, p, w, act)
    play.tell("act", peer=peer, work=work, act=ACTS[COOPERATE if act == FAKE else act], because=plain)
    if known != plain:
        play.tell("cause", "lead", peer=peer, work=work, because=known)
    if act == FAKE:
        play.tell("true_act", peer, peer=peer, work=work, act=ACTS[act])


_PLAIN_TERMS = frozenset({
    "attention", "influence", "mandate", "duty", "routine", "commit", "promise", "crowd", "fog", "verified", "followed",
    "appraisal", "momentum", "stance",
})  # fmt: skip


def _seen_causes(scenario: Scenario, state: State, p: int, w: int, act: int) -> tuple[str, str]:
    """Return the weightiest reason for an act among those all can see, and among those the lead may know as well."""
    shown = COOPERATE if act == FAKE else act
    plain, known, plain_most, known_most = "", "", 0, 0
    for (name, row), given in zip(WEIGHTS.items(), inputs(scenario, state, p, w)):
        weight = row[shown] * given
        if weight > plain_most and name in _PLAIN_TERMS:
            plain, plain_most = name, weight
        if weight > known_most and knows_term(scenario, state, p, name):
            known, known_most = name, weight
    return plain, known


_FACT_OF = {
    "workload": "workload", "liability": "blame", "fear": "blame", "interests": "interest", "red_line": "redline",
    "entrenched": "entrenchment", "interruption": "workload", "surplus": "points",
}  # fmt: skip


def knows_term(scenario: Scenario, state: State, peer: int, name: str) -> bool:
    """Tell whether the lead may know this term of a peer's choice: public by nature, or found out about this peer."""
    if name in _PLAIN_TERMS:
        return True
    fact = _FACT_OF.get(name)
    return fact is not None and f"{scenario.peers[peer].id}.{fact}" in state.known


def _carry_out(play: Play) -> None:
    """Execute, review, and brief the next turn or close the game."""
    state, scenario = play.state, play.scenario
    state.phase = move(PHASES, state.phase, "carry_out")
    before = (list(state.real), list(state.reported), list(state.public))
    _weigh_work(scenario, state)
    handed = hand_on(scenario, state)
    execute(scenario, state)
    _give_up(scenario, state, handed)
    for w in settle_courses(scenario, state, before[0]):
        play.tell("course", "trainer", work=scenario.works[w].id, course=COURSES[state.course[w]])
    _tell_ledgers(play, *before)
    state.phase = move(PHASES, state.phase, "take_stock")
    _review(play)


def _weigh_work(scenario: Scenario, state: State) -> None:
    """Let work weigh on those who do it, and the lead's matter interrupt their own (M9, F35)."""
    width, days = len(scenario.works), scenario.length.days
    all_acts = all_effort = 0
    for p, peer in enumerate(scenario.peers):
        acts = [a for a in state.act[p * width : (p + 1) * width] if a >= 0]
        effort = sum(SUPPLY[a] for a in acts)
        for w in range(width):
            act = state.act[p * width + w]
            state.effort[p * width + w] = SUPPLY[act] if act >= 0 else NOBODY
        fade(state, "load", p, 700, peer.load, "rested")
        shift(state, "load", p, max(0, effort - 1200) // 25, "lead_work")
        taken = min(1000, effort * 1000 // max(1, 4 * (200 + state.capacity[p])))
        lost = scenario.rules.interruption
        grown = (taken - 500) * lost // 1000 if taken > 500 else -lost // 5
        shift(state, "core", p, grown * days // 30, "lead_work")
        all_acts, all_effort = all_acts + len(acts), all_effort + effort
        for a in acts:
            state.tally[ACTS[a]] = state.tally.get(ACTS[a], 0) + 1
    state.tally["acts"] = state.tally.get("acts", 0) + all_acts
    state.tally["effort"] = state.tally.get("effort", 0) + all_effort


def _give_up(scenario: Scenario, state: State, handed: int) -> None:
    """Let people who are sent from door to door, or told of progress they cannot see, give up (M35): sticky."""
    days = scenario.length.days
    gap = max(0, overall(scenario, state.reported) - overall(scenario, state.real))
    fade(state, "exit", 0, keep(scenario.rules.exit_life, days), 0, "came_back")
    shift(state, "exit", 0, (12 * min(handed, 12) + gap // 8) * days // 30, "gave_up")


def _tell_ledgers(play: Play, real: list[int], reported: list[int], public: list[int]) -> None:
    state, scenario = play.state, play.scenario
    for w, work in enumerate(scenario.works):
        play.tell("ledger", work=work.id, reported=state.reported[w], gained=state.reported[w] - reported[w])
        play.tell("true_ledger", "trainer", work=work.id, real=state.real[w], gained=state.real[w] - real[w])
    for m, measure in enumerate(scenario.measures):
        if state.public[m] != public[m]:
            play.tell("public", measure=measure.id, value=state.public[m], change=state.public[m] - public[m])


def _review(play: Play) -> None:
    """Move attention, judge promises, age groups, test the endings; then the next briefing or the debrief."""
    state, scenario = play.state, play.scenario
    days = scenario.length.days
    state.day += days
    grown = overall(scenario, state.reported)
    for i in range(len(scenario.leaders)):
        state.belief[i] = max(state.belief[i], min(grown, state.belief[i] + 120))
    judge_progress(scenario, state)
    fade_attention(scenario, state)
    settle_habits(scenario, state)
    _wear_off(scenario, state)
    judge_promises(play)
    close_tables(play, at_the_end=False)
    for p in settle_stances(scenario, state):
        play.tell("stance", peer=scenario.peers[p].id, stance=STANCES[state.stance[p]])
    for place, p in enumerate(ranking(scenario, state)):
        state.rank[p] = place + 1
    if age_group(scenario, state):
        play.tell("paper_group")
    _own_work(play)
    if state.forced or state.turn >= scenario.length.turns:
        _close(play)
    else:
        state.phase = move(PHASES, state.phase, "go_on")
        state.turn += 1
        brief(play)


def _wear_off(scenario: Scenario, state: State) -> None:
    """Let what minutes bind to, verification, trust and old pulses fade over the turn."""
    days, rules = scenario.length.days, scenario.rules
    bound, looked = keep(rules.commit_life, days), keep(max(1, rules.verify_days // 2), days)
    for i in range(len(state.commit)):
        if state.commit[i]:
            fade(state, "commit", i, bound, 0, "faded")
    for w in range(len(scenario.works)):
        fade(state, "verify", w, looked, 0, "faded")
        fade(state, "follow", w, keep(rules.follow_life, days), 0, "faded")
        fade(state, "appraisal", w, keep(rules.appraisal_life, days), 0, "faded")
        vague = state.clarity[w] if state.clarity[w] < scenario.works[w].clarity else scenario.works[w].clarity
        fade(state, "clarity", w, keep(rules.clarity_life, days), vague, "faded")
    fade(state, "momentum", 0, keep(rules.momentum_life, days), 0, "faded")
    fade(state, "mandate", 0, keep(rules.mandate_life, days), scenario.mandate.strength, "faded")
    calm = keep(rules.trust_drift, days)
    for p, peer in enumerate(scenario.peers):
        fade(state, "trust", p, calm, peer.trust, "drift")
        fade(state, "reciprocity", p, keep(rules.favor_life, days), 0, "repaid")
    state.pulses = tuple(x for x in state.pulses if x.since + x.days > state.day)
    state.chair = NOBODY


def _own_work(play: Play) -> None:
    """Let the lead's own work pile up or clear; a pile makes the leader in charge impatient (M3, M9)."""
    state, scenario, rules = play.state, play.scenario, play.scenario.rules
    grown = rules.backlog_growth - rules.backlog_cleared * state.reserve
    shift(state, "backlog", 0, grown * scenario.length.days // 30, "own_work")
    if state.backlog[0] > 600:
        shift(state, "favor", scenario.in_charge, -40 * scenario.length.days // 30, "own_work")
        play.tell("backlog", level=state.backlog[0])


def _close(play: Play) -> None:
    state, scenario = play.state, play.scenario
    close_tables(play, at_the_end=True)
    state.phase = move(PHASES, state.phase, "close")
    state.ending = ending(scenario, state)
    play.tell("end", ending=state.ending, mark=mark(scenario, state).value)


QUESTIONS = (Question("respond", _respond_fields, _respond_leaning, _respond),)
