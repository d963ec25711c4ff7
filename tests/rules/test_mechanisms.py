"""The article's mechanisms one at a time, each shown by what it changes and nothing else (docs/model.md names them)."""

from dataclasses import replace

import pytest

from game.rules import Action, explain, leaned, start, step
from game.rules.approach import receive_callers
from game.rules.backing import QUESTIONS as BACKING
from game.rules.bargaining.walkaway import aspiration
from game.rules.deed import Play
from game.rules.discipline import come_in, willing
from game.rules.effect import run
from game.rules.ending import mark
from game.rules.group import found_group, group_heat
from game.rules.handoff import hand_on
from game.rules.ledger import craft, heats, last_mile, middle, padding, rate
from game.rules.peer import act_reason, scores
from game.rules.personnel import change_head
from game.rules.pressure import pressure, strike
from game.rules.state import Ask, copy
from game.scenario.effect import Effect
from game.scenario.load import load
from game.scenario.scenario import ACTS
from game.telling.story import story
from game.telling.words import words
from tests.table import scenario_of, text_of

COOPERATE, MINIMAL, STALL, PASS, FAKE = range(5)
BUILD, ROAD, WATER = range(3)
CHECK, SHARE = range(2)


@pytest.fixture(scope="module")
def small():
    return scenario_of("small-class")


@pytest.fixture
def opening(small):
    state, _ = start(small, 3)
    state.energy = 12
    return state


def made(text, **changes):
    """The small scenario with pieces of its text replaced."""
    for old, new in changes.items():
        text = text.replace(old, new)
    return load(text, "small", "class")


def term(scenario, state, name, act=COOPERATE, peer=BUILD, work=SHARE):
    reason = act_reason(scenario, state, peer, work, act)
    return next((t.value for t in reason.terms if t.name == name), 0)


def lead(scenario, state, kind, **args):
    """Do a deed and let the model answer; the state after it and the events."""
    state, events = step(scenario, state, Action("lead", kind, args))
    while state.asked:
        state, more = step(scenario, state, leaned(scenario, state, state.asked[0]))
        events += more
    return state, events


def to_the_next_turn(scenario, state):
    return lead(scenario, state, "end_turn")[0]


# -- relations


def test_a_favour_is_remembered_and_fades(small, opening):
    """M10."""
    after, _ = lead(small, opening, "help", target="build")
    assert term(small, after, "reciprocity") > 0 == term(small, opening, "reciprocity")
    assert after.load[BUILD] < opening.load[BUILD]
    assert after.backlog[0] > opening.backlog[0], "one's own work waits"
    assert 0 < to_the_next_turn(small, after).reciprocity[BUILD] < after.reciprocity[BUILD]


def test_a_lead_that_asks_for_everything_is_thought_parochial(small, opening):
    """M36: it wins less by visits, and others hold out for more."""
    greedy = copy(opening)
    greedy.unlocked[0] = 1
    for _ in range(3):
        greedy.done = ()
        args = {"table": "terms", "target": "road", "package": "full+stop", "side": ""}
        greedy, _ = lead(small, greedy, "offer", **args)
    assert greedy.parochial[0] > opening.parochial[0]
    state = copy(opening)
    state.parochial[0] = 900
    assert aspiration(small, state, 0, BUILD + 1).value > aspiration(small, opening, 0, BUILD + 1).value
    mild, _ = lead(small, opening, "visit", target="water")
    cold, _ = lead(small, state, "visit", target="water")
    assert cold.trust[WATER] < mild.trust[WATER]


def test_hard_pressed_peers_ask_favours_and_remember_them(small):
    """M10: peers come to the lead; each asks once a game."""
    asked = []
    for seed in range(60):
        state, _ = start(small, seed)
        state.load = [900] * 3
        for state.turn in range(2, 12):
            receive_callers(Play(small, state))
        favors = [ask.get("peer") for ask in state.asked if ask.kind == "favor"]
        assert len(set(favors)) == len(favors)
        asked += favors
    assert {*asked} == {peer.id for peer in small.peers}


def test_a_stance_lasts_beyond_a_turn(small, opening):
    """M30: a committed peer scores cooperation higher, a resisting one lower; trust lost turns one to resisting."""
    found = []
    for stance in (2, 0, 3):
        state = copy(opening)
        state.stance[BUILD] = stance
        found.append(scores(small, state, BUILD, (SHARE,))[0][COOPERATE])
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 3
    cold = copy(opening)
    cold.trust[BUILD] = 60
    assert to_the_next_turn(small, cold).stance[BUILD] == 3


# -- authority


@pytest.mark.parametrize(("low", "high"), [("influence: 50}", "influence: 80}")])
def test_influence_counts_for_more_where_interests_are_tangled(low, high):
    """M15, M17."""
    gained = {}
    for tangled in (10, 90):
        at = [made(text_of("small-class"), **{low: given, "entanglement: 70": f"entanglement: {tangled}"})
              for given in (low, high)]  # fmt: skip
        gained[tangled] = term(at[1], start(at[1], 1)[0], "influence") - term(at[0], start(at[0], 1)[0], "influence")
    assert gained[90] >= 2 * gained[10] > 0


def test_statutory_duty_gives_a_request_its_ground():
    """M13."""
    firm = made(text_of("small-class"), **{"influence: 50}": "influence: 50, duty: 90}"})
    plain = scenario_of("small-class")
    assert term(firm, start(firm, 1)[0], "mandate") > term(plain, start(plain, 1)[0], "mandate")


def test_every_grade_of_mandate_is_harder_to_win(small, opening):
    """M23: and a mandate moves departments."""
    question = next(q for q in BACKING if q.kind == "authorize")
    bars = []
    for level in (300, 600, 900):
        state = copy(opening)
        state.mandate[0] = level
        bars.append(question.leaning(small, state, Ask("vice", "authorize", ()))["sign"]["decline"])
    assert bars == sorted(set(bars))
    strong = copy(opening)
    strong.mandate[0] = 800
    assert term(small, strong, "mandate") > term(small, opening, "mandate")


def test_dressing_the_task_up_wins_attention_and_bends_it(small, opening):
    """M24."""
    plain, _ = lead(small, opening, "report", leader="chief", work="share", tone="plan")
    dressed, _ = lead(small, opening, "report", leader="chief", work="share", tone="agenda")
    assert dressed.attention[1] > plain.attention[1]
    assert dressed.quality[SHARE] < plain.quality[SHARE]


def test_a_group_is_thinned_by_its_chairs_other_groups(small, opening):
    """M25; F12."""
    heat = []
    for chairs in (0, 2, 5, 12, 40):
        state = copy(opening)
        state.chairs = [chairs, chairs]
        found_group(state, "principal", 0)
        heat.append(group_heat(small, state))
    assert heat == sorted(set(heat), reverse=True)
    assert heat[-1] < heat[0] // 8


def test_naming_a_lead_weakens_what_was_routine(small, opening):
    """F4: where duties are clear and nobody disagrees, others wait to be written to."""
    unnamed = replace(small, lead=replace(small.lead, designated=False))
    state = copy(opening)
    state.clarity = [900, 900]
    without, named = (scores(who, state, ROAD, (CHECK, SHARE)) for who in (unnamed, small))
    plain, tangled = (b[COOPERATE] - a[COOPERATE] for a, b in zip(without, named, strict=True))
    assert plain < tangled < 0


def test_upward_honesty_with_a_plan_earns_and_a_complaint_without_one_costs(small, opening):
    """M14: and good news buys calm until it is found out."""
    told = {tone: lead(small, opening, "report", leader="vice", work="share", tone=tone)[0]
            for tone in ("plan", "complaint", "good_news")}  # fmt: skip
    before = opening.favor[1]
    assert told["complaint"].favor[1] < before < told["plan"].favor[1]
    assert told["plan"].attention[3] > told["complaint"].attention[3] > opening.attention[3]
    assert told["good_news"].belief[1] > told["plan"].belief[1]


def test_more_than_two_items_make_a_meeting_hollow():
    """M8: hollow minutes settle nothing, whoever comes."""
    scenario = scenario_of("tendering_reform-class")
    state, _ = start(scenario, 3)
    while state.asked:
        state, _ = step(scenario, state, leaned(scenario, state, state.asked[0]))
    state.energy = 12
    for works, hollow in ((["data"], False), (["data", "clues", "rules"], True)):
        attendees = [p for p in scenario.index["peer"] if all(p in scenario.parties[w] for w in works)]
        args = {"works": works, "attendees": attendees, "wording": "joint"}
        met, events = step(scenario, state, Action("lead", "consult", args))
        while met.asked:
            sent = {"send": "deputy", "word": "joint"} if hollow else {"send": "head", "word": "joint"}
            met, events = step(scenario, met, Action(met.asked[0].seat, "answer", sent))
        assert next(e for e in events if e.kind == "consult").data["hollow"] == hollow
        assert any(met.agreed[scenario.work(w)] for w in works) != hollow


def test_a_shock_raises_attention_at_once_and_it_fades(small, opening):
    """M6."""
    play = Play(small, copy(opening))
    effect = Effect("attention", {"of": 0, "work": (SHARE,), "by": 600})
    run(play, (effect,), "inject.letter")
    hot = play.state.attention[SHARE]
    assert hot > opening.attention[SHARE] + 300
    assert opening.attention[SHARE] < to_the_next_turn(small, play.state).attention[SHARE] < hot


def test_the_mark_weighs_several_aims(small, opening):
    """M40: each part of it can be gained or lost by itself."""
    first = {t.name: t.value for t in mark(small, opening).terms}
    assert set(first) == set(small.weights)
    state = copy(opening)
    state.real = [1000, 1000]
    state.credibility = [250]
    now = {t.name: t.value for t in mark(small, state).terms}
    assert now["real"] > first["real"]
    assert now["credibility"] < first["credibility"]


# -- papers and pressure


def test_clarity_nobody_keeps_up_fades_towards_where_it_began(small, opening):
    """M37, M38."""
    state = copy(opening)
    state.clarity = [900, 900]
    after = to_the_next_turn(small, state)
    assert small.works[SHARE].clarity < after.clarity[SHARE] < 900


def test_clauses_of_a_duty_list_differ(small, opening):
    """M56, M62: who takes a case first, who is the backstop, who answers for it."""
    found = {}
    for clause in ("plain", "first_taker", "backstop", "accountability"):
        args = {"work": "share", "owner": "road", "signer": "", "clause": clause}
        found[clause], _ = lead(small, opening, "duties", **args)
    assert found["first_taker"].clarity[SHARE] > found["plain"].clarity[SHARE]
    assert found["backstop"].liability[SHARE] < found["plain"].liability[SHARE]
    assert pressure(small, found["accountability"], ROAD, SHARE) > 0
    assert found["accountability"].inflation[0] > opening.inflation[0]


def test_the_more_papers_threaten_the_less_each_deters(small, opening):
    """M62."""
    state = copy(opening)
    strike(small, state, ROAD, "clause", 600, 60, SHARE)
    inflated = copy(state)
    inflated.inflation[0] = 800
    assert 0 < pressure(small, inflated, ROAD, SHARE) < pressure(small, state, ROAD, SHARE)


def test_pressure_moves_what_is_counted(small, opening):
    """F22, M61."""
    state = copy(opening)
    strike(small, state, ROAD, "oversight", 800, 80)
    works = (small.works[0], replace(small.works[1], assessed=False))
    uncounted = replace(small, works=works)
    assert pressure(uncounted, state, ROAD, CHECK) == pressure(small, state, ROAD, CHECK)
    assert pressure(uncounted, state, ROAD, SHARE) <= pressure(small, state, ROAD, SHARE) // 5


def test_an_interview_on_another_matter_moves_nothing(small, opening):
    """M60; F22: a step must be about what its target fails in."""
    felt = {}
    for act in (STALL, COOPERATE):
        state = copy(opening)
        state.act = [act] * len(state.act)
        come_in(small, state, "interview", BUILD, CHECK)
        felt[act] = pressure(small, state, BUILD, CHECK)
        assert pressure(small, state, BUILD, SHARE) == 0
    assert felt[COOPERATE] < felt[STALL] // 4


def test_appraisal_moves_what_is_counted_and_dresses_figures_up(small, opening):
    """M61; F34."""
    state = copy(opening)
    state.act = [FAKE] * len(state.act)
    counted = copy(state)
    counted.appraisal[SHARE] = 700
    assert term(small, counted, "appraisal") > 0
    assert padding(small, counted, SHARE) > padding(small, state, SHARE)


def test_following_up_works_only_where_duties_are_clear(small, opening):
    """M53: the two multiply."""
    state = copy(opening)
    state.follow[SHARE] = 800
    clear, vague = copy(state), copy(state)
    clear.clarity[SHARE], vague.clarity[SHARE] = 900, 100
    assert term(small, clear, "followed") > 4 * term(small, vague, "followed") >= 0


def test_immunity_takes_at_most_half_the_fear(small, opening):
    """F30, G5."""
    state = copy(opening)
    strike(small, state, BUILD, "oversight", 1500, 80)
    safe = copy(state)
    safe.immunity = [1000, 1000]
    for name in ("fear", "liability"):
        assert term(small, state, name) < 0
        assert term(small, state, name) < term(small, safe, name) <= term(small, state, name) // 2 + 1


def test_a_busy_body_comes_later_and_less_willingly(small, opening):
    """M63, M67."""
    busy = copy(opening)
    busy.queue[0] = 900
    assert willing(small, busy, "interview", CHECK).value < willing(small, opening, "interview", CHECK).value
    busy.act = [STALL] * len(busy.act)
    calm = copy(busy)
    calm.queue[0] = 0
    for state in (busy, calm):
        come_in(small, state, "interview", BUILD, CHECK)
    assert pressure(small, busy, BUILD, CHECK) < pressure(small, calm, BUILD, CHECK)


def test_an_impatient_leader_reaches_for_the_stick(small):
    """M64: the lead may dissuade and be thought soft, or go along and pay in credibility."""
    fond = replace(small, leaders=(small.leaders[0], replace(small.leaders[1], stick=1000)))
    asked = 0
    for seed in range(12):
        state, _ = start(fond, seed)
        while state.phase != "debrief" and not any(a.kind == "stick" for a in state.asked):
            action = leaned(fond, state, state.asked[0]) if state.asked else Action("lead", "end_turn")
            state, _ = step(fond, state, action)
        if state.phase == "debrief":
            continue
        asked += 1
        state = replace(copy(state), asked=tuple(a for a in state.asked if a.kind == "stick"))
        ask = state.asked[0]
        at = fond.peer(ask.get("target")) * len(fond.works) + fond.work(ask.get("work"))
        assert ACTS[state.act[at]] in ("stall", "pass"), "nobody is blamed for work it did"
        soft, _ = step(fond, state, Action("lead", "answer", {"answer": "dissuade"}))
        hard, _ = step(fond, state, Action("lead", "answer", {"answer": "go_along"}))
        assert soft.favor[1] < hard.favor[1]
        assert hard.credibility[0] < soft.credibility[0]
        assert hard.uses == soft.uses + 1
    assert asked


# -- the three tiers


def test_a_third_party_at_the_last_mile_holds_back_until_its_condition_holds():
    """M33."""
    firms = "firms: {name: {zh: 物业, en: Firms}, holds: [share], opens: flag.opened, share: 80}"
    text = text_of("small-class").replace("tables:\n", f"thirds: {{{firms}}}\ntables:\n")
    scenario = load(text, "small", "class")
    state, _ = start(scenario, 1)
    assert last_mile(scenario, state, SHARE) == 200
    assert last_mile(scenario, state, CHECK) == 1000
    shut = rate(scenario, state, SHARE).value
    state.flags[0] = 1
    assert rate(scenario, state, SHARE).value >= 4 * shut


def test_how_efforts_join_is_the_workstreams_own(small, opening):
    """M7."""
    state = copy(opening)
    state.act = [COOPERATE, COOPERATE, PASS, PASS, COOPERATE, COOPERATE]
    found = {}
    for join in ("weakest", "mixed", "sum"):
        scenario = replace(small, works=(small.works[0], replace(small.works[1], join=join)))
        found[join] = middle(scenario, state, SHARE)
    assert found["weakest"] == 0 < found["mixed"] < found["sum"]


def test_quality_comes_from_expertise_evidence_and_looking_not_from_influence(small, opening):
    """M18, M27."""
    plain = craft(small, opening, SHARE)
    expert = replace(small, lead=replace(small.lead, expertise=900))
    mighty = replace(small, lead=replace(small.lead, influence=900))
    assert craft(expert, opening, SHARE) > plain == craft(mighty, opening, SHARE)
    faked = copy(opening)
    faked.act = [FAKE] * 6
    assert craft(small, faked, SHARE) < plain


def test_work_starts_slowly(small, opening):
    """M12."""
    later = copy(opening)
    later.day = small.rules.lag_days
    assert rate(small, opening, SHARE).value < rate(small, later, SHARE).value


def test_heat_falls_layer_by_layer_and_less_where_somebody_looks(small, opening):
    """M52."""
    state = copy(opening)
    state.act = [COOPERATE] * 6
    above, middle_heat, below = heats(small, state)
    assert below < middle_heat
    watched = copy(state)
    watched.verify = [900, 900]
    assert heats(small, watched)[2] > below
    assert above >= 0


def test_passing_hands_the_matter_round_until_somebody_keeps_it(small, opening):
    """M34; F47: the chain is kept as edges that can be drawn."""
    state = copy(opening)
    state.act = [PASS, PASS, PASS, PASS, COOPERATE, COOPERATE]
    assert hand_on(small, state) == 2 + 2
    assert state.tally["build>road"] == 2
    assert state.tally["road>water"] == 1
    clear = copy(opening)
    clear.act = [COOPERATE] * 6
    assert hand_on(small, clear) == 0


def test_people_who_see_nothing_of_what_is_reported_give_up_and_come_back_slowly(small, opening):
    """M35."""
    state = copy(opening)
    state.reported = [900, 900]
    after = to_the_next_turn(small, state)
    assert after.exit[0] > opening.exit[0]
    calm = copy(after)
    calm.reported = list(calm.real)
    later = to_the_next_turn(small, calm)
    assert later.exit[0] > after.exit[0] * 8 // 10


def test_a_department_kept_from_its_own_work_falls_behind_with_it(small, opening):
    """M9; F35, G7."""
    busy = copy(opening)
    busy.commit = [1000] * 6
    busy.trust = [1000] * 3
    idle = copy(opening)
    idle.trust = [0] * 3
    for _ in range(3):
        busy.commit = [1000] * 6
        busy, idle = to_the_next_turn(small, busy), to_the_next_turn(small, idle)
    assert max(busy.core) > max(idle.core)


def test_a_new_head_starts_afresh_after_a_dip(small, opening):
    """M71; F37: the unwilling change, the unable do not; the others take note."""
    state = copy(opening)
    state.entrenchment[BUILD], state.dulled_oversight[BUILD], state.trust[BUILD] = 900, 700, 100
    before = copy(state)
    change_head(small, state, BUILD)
    assert state.entrenchment[BUILD] == 100
    assert state.dulled_oversight[BUILD] == 0
    assert state.load[BUILD] > before.load[BUILD]
    assert state.trust[ROAD] < before.trust[ROAD]
    assert scores(small, state, BUILD, (SHARE,))[0][COOPERATE] > scores(small, before, BUILD, (SHARE,))[0][COOPERATE]
    assert state.capacity == before.capacity


def test_a_new_head_does_not_speak_with_the_old_one_s_name(small, opening):
    """M71."""
    state = copy(opening)
    change_head(small, state, BUILD)
    for now, name, other in ((opening, "邓局长", "新到任"), (state, "新到任", "邓局长")):
        _, events = step(small, now, Action("lead", "visit", {"target": "build"}))
        (told,) = [story(words("zh"), small, event) for event in events if event.kind == "visit"]
        assert name in told
        assert other not in told


def test_a_diagnosis_tells_the_unwilling_from_the_unable(small, opening):
    """M11, M69."""
    for stock, value, cause in (("entrenchment", 950, "unwilling"), ("capacity", 0, "unable")):
        state = copy(opening)
        getattr(state, stock)[BUILD] = value
        state.load[BUILD] = 950 if cause == "unable" else 500
        state.act[BUILD * 2 + SHARE] = PASS
        _, events = step(small, state, Action("lead", "diagnose", {"work": "share"}))
        told = next(e.data for e in events if e.kind == "diagnose")
        assert (told["peer"], told["cause"]) == ("build", cause)
        assert told["plank"] in ("upper", "middle", "low")


def test_the_reasons_of_an_act_name_what_moved_it(small, opening):
    """Every row of the table of weights shows up as a term where its input is not nought."""
    state = copy(opening)
    state.momentum[0], state.follow[SHARE], state.appraisal[SHARE], state.reciprocity[BUILD] = 500, 500, 500, 500
    state.mandate[0] = 700
    strike(small, state, BUILD, "oversight", 1000, 80)
    names = {t.name for t in explain(small, state, "trainer", "act.build.share.cooperate").terms}
    assert {"momentum", "followed", "appraisal", "reciprocity", "pressure", "fear", "influence", "mandate"} <= names
