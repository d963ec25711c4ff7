"""Execution and review: what a turn's answers come to, what fades, who is ranked where, and how a game closes."""

from game.rules.bargaining.deal import close_tables, show_ranges
from game.rules.calendar import keep
from game.rules.course import settle_courses
from game.rules.deed import Play
from game.rules.discipline import settle_habits
from game.rules.ending import ending, mark
from game.rules.expectation import judge_expectations
from game.rules.group import age_group
from game.rules.handoff import hand_on
from game.rules.leader import fade_attention, judge_progress
from game.rules.ledger import execute, overall
from game.rules.life import PHASES, move
from game.rules.paper import ranking
from game.rules.peer import SUPPLY
from game.rules.promise import judge_promises
from game.rules.stance import settle_stances
from game.rules.state import NOBODY, State
from game.rules.stock import fade, shift
from game.scenario.names import COURSES, STANCES
from game.scenario.scenario import ACTS, Scenario


def carry_out(play: Play) -> None:
    """Let the answers weigh on those who gave them, be carried out, and show in both ledgers and outside."""
    state, scenario = play.state, play.scenario
    before = state.real
    _weigh_work(scenario, state)
    handed = hand_on(scenario, state)
    execute(scenario, state)
    _give_up(scenario, state, handed)
    for w in settle_courses(scenario, state, before):
        play.tell("course", "trainer", work=scenario.works[w].id, course=COURSES[state.course[w]])
    _tell_ledgers(play, before)


def _weigh_work(scenario: Scenario, state: State) -> None:
    """Let work weigh on those who do it, and the lead's matter interrupt their own (M9, F35)."""
    width, days = len(scenario.works), scenario.length.days
    all_acts = all_effort = 0
    state.effort = [SUPPLY[act] if act >= 0 else NOBODY for act in state.act]
    for p, peer in enumerate(scenario.peers):
        acts = [a for a in state.act[p * width : (p + 1) * width] if a >= 0]
        effort = sum([SUPPLY[a] for a in acts])
        fade(state, "load", p, 700, peer.load, "rested")
        shift(state, "load", p, max(0, effort - 1200) // 40, "lead_work")
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


def _tell_ledgers(play: Play, real: list[int]) -> None:
    """Tell what is reported and published with the change since planning opened, when the table showed it."""
    state, scenario = play.state, play.scenario
    reported, public = state.reported_opened, state.public_opened
    for w, work in enumerate(scenario.works):
        play.tell("ledger", work=work.id, reported=state.reported[w], gained=state.reported[w] - reported[w])
        play.tell("true_ledger", "trainer", work=work.id, real=state.real[w], gained=state.real[w] - real[w])
    for m, measure in enumerate(scenario.measures):
        if state.public[m] != public[m]:
            play.tell("public", measure=measure.id, value=state.public[m], change=state.public[m] - public[m])


def review(play: Play) -> None:
    """Move attention, judge promises, close tables whose time is up, age groups, rank anew."""
    state, scenario = play.state, play.scenario
    days = scenario.length.days
    state.day += days
    grown = overall(scenario, state.reported)
    state.belief = [max(believed, min(grown, believed + 120)) for believed in state.belief]
    judge_progress(scenario, state)
    fade_attention(scenario, state)
    settle_habits(scenario, state)
    _wear_off(scenario, state)
    judge_promises(play)
    close_tables(play, at_the_end=False)
    show_ranges(play)
    for p in settle_stances(scenario, state):
        play.tell("stance", peer=scenario.peers[p].id, stance=STANCES[state.stance[p]])
    _rank(scenario, state)
    if age_group(scenario, state):
        play.tell("paper_group")
    _own_work(play)
    judge_expectations(play)


def _wear_off(scenario: Scenario, state: State) -> None:
    """Let what minutes bind to, verification, trust and old pulses fade over the turn."""
    days, rules = scenario.length.days, scenario.rules
    bound, looked = keep(rules.commit_life, days), keep(max(1, rules.verify_days // 2), days)
    followed, counted, clear = (keep(x, days) for x in (rules.follow_life, rules.appraisal_life, rules.clarity_life))
    for i in range(len(state.commit)):
        fade(state, "commit", i, bound, 0, "faded")
    for w, work in enumerate(scenario.works):
        fade(state, "verify", w, looked, 0, "faded")
        fade(state, "follow", w, followed, 0, "faded")
        fade(state, "appraisal", w, counted, 0, "faded")
        fade(state, "clarity", w, clear, min(state.clarity[w], work.clarity), "faded")
    fade(state, "momentum", 0, keep(rules.momentum_life, days), 0, "faded")
    fade(state, "mandate", 0, keep(rules.mandate_life, days), scenario.mandate.strength, "faded")
    calm, owing = keep(rules.trust_drift, days), keep(rules.favor_life, days)
    for p, peer in enumerate(scenario.peers):
        fade(state, "trust", p, calm, peer.trust, "drift")
        fade(state, "reciprocity", p, owing, 0, "repaid")
    state.pulses = tuple([x for x in state.pulses if x.since + x.days > state.day])
    state.chair = NOBODY


def _rank(scenario: Scenario, state: State) -> None:
    """Keep what those who stood at the ends of the ranking have done since, and rank anew (F20)."""
    busy = [p for p, place in enumerate(state.rank) if place]
    third, width = (len(busy) + 2) // 3, len(scenario.works)
    for end, chosen in (
        ("top", [p for p in busy if state.rank[p] <= third]),
        ("bottom", [p for p in busy if state.rank[p] > len(busy) - third]),
    ):
        given = [e for p in chosen for e in state.effort[p * width : (p + 1) * width] if e >= 0]
        state.tally[f"effort.{end}"] = sum(given) // len(given) if given else 0
    for place, p in enumerate(ranking(scenario, state)):
        state.put("rank", p, place + 1)


def _own_work(play: Play) -> None:
    """Let the lead's own work pile up or clear; a pile makes the leader in charge impatient (M3, M9)."""
    state, scenario, rules = play.state, play.scenario, play.scenario.rules
    grown = rules.backlog_growth - rules.backlog_cleared * state.reserve
    shift(state, "backlog", 0, grown * scenario.length.days // 30, "own_work")
    if state.backlog[0] > 600:
        shift(state, "favor", scenario.in_charge, -40 * scenario.length.days // 30, "own_work")
        play.tell("backlog", level=state.backlog[0])


def close(play: Play) -> None:
    """Close the game: open tables fall to their fallback, and there is an ending and a mark."""
    state, scenario = play.state, play.scenario
    close_tables(play, at_the_end=True)
    state.phase = move(PHASES, state.phase, "close")
    state.ending = ending(scenario, state)
    play.tell("end", ending=state.ending, mark=mark(scenario, state).value)
