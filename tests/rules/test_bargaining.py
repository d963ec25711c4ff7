"""Bargaining in a running game: words given, counter-offers, talks, rulings, levers, locks, and what is left."""

import pytest

from game.rules import Action, IllegalAction, check, explain, leaned, options, start, step, view
from game.rules.bargaining.bond import AGREED, FALLBACK, RULED, base_walkaway, reach, surplus
from game.rules.bargaining.deal import consenting, open_packages
from game.rules.bargaining.ruling import narrowed
from game.rules.bargaining.walkaway import aspiration, gains, walkaway
from game.rules.peer import red_line_crossed
from game.rules.state import Consent, Paper, copy
from game.scenario.effect import Effect
from game.scenario.load import load
from tests.table import scenario_of, text_of

LEAD, BUILD, ROAD = 0, 1, 2


@pytest.fixture(scope="module")
def small():
    return scenario_of("small-class")


@pytest.fixture
def opening(small):
    """The first planning, with energy for anything."""
    state, _ = start(small, 3)
    state.energy = 12
    return state


def package(scenario, name):
    return scenario.tables[0].names.index(name)


def offer(scenario, state, target, name, side=""):
    action = Action("lead", "offer", {"table": "terms", "target": target, "package": name, "side": side})
    state, events = step(scenario, state, action)
    state, more = step(scenario, state, leaned(scenario, state, state.asked[0]))
    return state, next(e for e in (*events, *more) if e.kind == "offer").data


def answered(scenario, state, *answers):
    """Let the asked seats answer in turn; return the state and every event."""
    events = ()
    for args in answers:
        state, more = step(scenario, state, Action(state.asked[0].seat, "answer", args))
        events += more
    return state, events


def test_a_party_accepts_what_it_gains_from_and_refuses_or_counters_what_it_does_not(small, opening):
    for name in small.tables[0].names:
        if package(small, name) not in open_packages(small, opening, 0):
            continue
        after, data = offer(small, opening, "build", name)
        party = small.tables[0].parties[BUILD]
        pleased = gains(small, opening, 0, BUILD)[package(small, name)] >= 0
        assert (data["reply"] == "accept") == (pleased and package(small, name) not in party.never)
        if data["reply"] == "counter":
            countered = package(small, data["counter"])
            assert gains(small, opening, 0, BUILD)[countered] >= 0
            assert "build" in consenting(small, after, 0, countered)
        if data["reply"] != "accept":
            issue = [i.id for i in small.tables[0].issues].index(data["issue"])
            points = party.points[issue]
            chosen = small.tables[0].packages[package(small, name)][issue]
            assert points[chosen] < max(points), "a refusal names an issue that hurts"
            assert f"build.refused.terms.{data['issue']}" in after.known


def test_a_deal_needs_every_word_and_binds_those_who_gave_it(small, opening):
    name = "monthly+sort"
    state = copy(opening)
    for kind, seat in (("lead", "road"), ("lead", "build")):
        assert state.deal_how[0] == 0
        action = Action(kind, "offer", {"table": "terms", "target": seat, "package": name, "side": ""})
        state, _ = step(small, state, action)
        state, events = answered(small, state, {"reply": "accept", "counter": ""})
    assert state.deal_how[0] == AGREED
    assert state.deal[0] == package(small, name)
    assert any(e.kind == "deal" and e.data["how"] == "agreed" for e in events)
    assert min(state.commit[p * 2 + 1] for p in (0, 1)) >= 400
    assert state.momentum[0] > opening.momentum[0]
    assert reach(small, state, 1) > reach(small, opening, 1)
    with pytest.raises(IllegalAction, match="tables_settled"):
        step(small, state, Action("lead", "offer", {"table": "terms", "target": "road", "package": name, "side": ""}))


def test_a_word_fades(small, opening):
    old = copy(opening)
    old.consents = (Consent(0, 4, "road", 0),)
    assert consenting(small, old, 0, 4) == ("road",)
    old.day = small.rules.consent_days + 1
    assert consenting(small, old, 0, 4) == ()


def test_a_barely_acceptable_deal_earns_less_than_a_good_one(small, opening):
    state = copy(opening)
    state.deal_how[0] = AGREED
    gains = []
    for name in ("monthly+sort", "monthly+leave"):
        state.deal[0] = package(small, name)
        gains.append(surplus(small, state, 0, 1))
    worth = [small.tables[0].parties[BUILD].worth[package(small, n)] for n in ("monthly+sort", "monthly+leave")]
    assert worth[0] < worth[1]
    assert gains[0] < gains[1] <= 1000


def test_an_agreement_may_cross_a_red_line_but_a_ruling_is_obeyed(small, opening):
    state = copy(opening)
    state.deal[0], state.deal_how[0] = package(small, "full+stop"), AGREED
    assert red_line_crossed(small, state, 0, 1)
    assert not red_line_crossed(small, state, 0, 0), "the table is not about this workstream"
    state.deal_how[0] = RULED
    assert not red_line_crossed(small, state, 0, 1)


def test_what_somebody_else_holds_cannot_be_offered_until_it_is_granted(small, opening):
    given = {"table": "terms", "target": "road", "package": "full+sort", "side": ""}
    assert check(small, opening, Action("lead", "offer", given)) is not None
    state, events = step(small, opening, Action("lead", "move", {"move": "pledge_up"}))
    assert any(e.kind == "unlocked" for e in events)
    assert check(small, state, Action("lead", "offer", given)) is None
    assert view(small, state, "lead").tables[0].unlocked == ("full",)
    closed = copy(opening)
    closed.deal_how[0] = FALLBACK
    state, events = step(small, closed, Action("lead", "move", {"move": "pledge_up"}))
    assert not any(e.kind == "unlocked" for e in events), "the table has closed"
    assert view(small, state, "lead").tables[0].unlocked == ("full",)


def test_minutes_alone_are_counted_as_minutes_that_quote_a_leader(small, opening):
    text = text_of("small-class").replace("crossed: flag.opened", "crossed: minutes.quoted >= 1")
    quoting, state = load(text, "small", "class"), copy(opening)
    for kind, crossed in (("duties", False), ("minutes", True)):
        state.papers += (Paper(kind, 0, "lead", "vice", 1, "joint", True),)
        assert red_line_crossed(quoting, state, 0, 0) is crossed


def test_a_lever_moves_a_walk_away_value_once_and_for_its_party_only(small, opening):
    state, _ = step(small, opening, Action("lead", "move", {"move": "pledge_up"}))
    table = small.tables[0]
    assert base_walkaway(state, table, ROAD) == base_walkaway(opening, table, ROAD) - 80
    assert base_walkaway(state, table, BUILD) == base_walkaway(opening, table, BUILD)
    state.pulled[0] += 1
    assert base_walkaway(state, table, ROAD) == base_walkaway(opening, table, ROAD) - 80


def test_walk_away_values_answer_to_attention_pressure_trust_and_immunity(small, opening):
    before = walkaway(small, opening, 0, BUILD).value

    def after(change):
        state = copy(opening)
        change(state)
        reason = walkaway(small, state, 0, BUILD)
        assert sum(t.value for t in reason.terms) == reason.value
        return reason.value

    assert after(lambda s: s.attention.__setitem__(slice(None), [700] * len(s.attention))) < before
    assert after(lambda s: s.trust.__setitem__(0, 800)) < before
    assert after(lambda s: s.trust.__setitem__(0, 100)) > before
    assert after(lambda s: s.immunity.__setitem__(1, 800)) < before
    assert after(lambda s: s.liability.__setitem__(1, 1000)) > before


def test_hope_shrinks_with_time_by_temperament():
    text = text_of("small-class")
    left = {}
    for style in ("boulware", "linear", "conceder"):
        scenario = load(text.replace("style: boulware", f"style: {style}"), "small", "class")
        state, _ = start(scenario, 1)
        found = []
        for day in (0, 30, 60, 90, 120):
            state.day = day
            floor = walkaway(scenario, state, 0, BUILD).value
            found.append(aspiration(scenario, state, 0, BUILD).value - floor)
        assert found == sorted(found, reverse=True)
        assert found[-1] == 0
        left[style] = found[2]
    assert left["boulware"] > left["linear"] > left["conceder"]


def test_tit_for_tat_gives_way_as_the_lead_gives_way():
    scenario = load(text_of("small-class").replace("style: boulware", "style: tit_for_tat"), "small", "class")
    state, _ = start(scenario, 1)
    state.claimed[0], state.offered[0] = 1000, package(scenario, "monthly+stop")
    firm = aspiration(scenario, state, 0, BUILD).value
    state.offered[0] = package(scenario, "totals+sort")
    assert aspiration(scenario, state, 0, BUILD).value < firm


def test_a_side_promise_buys_a_word_and_breaking_it_costs_more_than_keeping_it_earns():
    text = text_of("small-class").replace("witness: [vice]", "witness: [vice], worth: {terms: 30}")
    scenario = load(text, "small", "class")
    state, _ = start(scenario, 3)
    state.energy = 12
    name = next(
        n for n in scenario.tables[0].names
        if -250 < gains(scenario, state, 0, BUILD)[package(scenario, n)] < 0
        and package(scenario, n) in open_packages(scenario, state, 0)
    )  # fmt: skip
    assert offer(scenario, state, "build", name)[1]["reply"] != "accept"
    bought, data = offer(scenario, state, "build", name, "seal")
    assert data["reply"] == "accept"
    assert bought.promised[0] == 0
    assert bought.owed
    kept, broken = copy(bought), copy(bought)
    broken.flags[0] = 1
    kept.day = broken.day = kept.owed[0].due + 1
    from game.rules.deed import Play
    from game.rules.promise import judge_promises

    for play in (Play(scenario, kept), Play(scenario, broken)):
        judge_promises(play)
    won, lost = kept.trust[0] - bought.trust[0], bought.trust[0] - broken.trust[0]
    assert lost >= 2 * won > 0
    assert gains(scenario, broken, 0, BUILD)[package(scenario, name)] < 0, "a broken promise is worth nothing"


@pytest.mark.parametrize("happened", ["kept", "broken"])
def test_a_promise_whose_test_is_over_is_no_coin_at_a_table(happened):
    ahead = f"{happened}: flag.opened, witness: [vice], worth: {{terms: 30}}"
    text = text_of("small-class").replace("broken: flag.opened, witness: [vice]", ahead)
    scenario = load(text, "small", "class")
    state, _ = start(scenario, 3)
    sides = [option.fields[3].choices for option in options(scenario, state, "lead") if option.kind == "offer"]
    state.flags[0] = 1
    later = [option.fields[3].choices for option in options(scenario, state, "lead") if option.kind == "offer"]
    assert sides == [("", "seal")]
    assert later == [("",)]


def test_a_promise_given_after_its_test_is_kept_only_when_its_day_has_come():
    from game.rules.deed import Play
    from game.rules.effect import run
    from game.rules.promise import judge_promises

    text = text_of("small-class").replace("broken: flag.opened, witness", "kept: flag.opened, witness")
    scenario = load(text, "small", "class")
    settled = {}
    for already in (True, False):
        state, _ = start(scenario, 3)
        state.flags[0] = int(already)
        play = Play(scenario, state)
        run(play, (Effect("promise", {"make": 0}),), "word")
        state.flags[0] = 1
        judge_promises(play)
        settled[already] = state.promised[0]
        state.day = 60
        judge_promises(play)
        assert state.promised[0] == 1
    assert settled == {True: 0, False: 1}


def test_joint_talks_do_not_take_one_package_twice(small, opening):
    option = next(o for o in options(small, opening, "lead") if o.kind == "convene")
    twice = option.fill(table="terms", first="monthly+stop", second="monthly+stop")
    assert check(small, opening, twice).code == "not_on_offer"
    assert "monthly+stop" not in option.fields[2].offered({"table": "terms", "first": "monthly+stop"})


def test_joint_talks_take_two_packages_and_three_meetings_at_most(small, opening):
    state = opening
    for n in range(small.rules.meetings):
        state = copy(state)
        state.done, state.energy = (), 12
        args = {"table": "terms", "first": "monthly+stop", "second": "monthly+sort"}
        state, _ = step(small, state, Action("lead", "convene", args))
        assert {a.seat for a in state.asked} == {"build", "road"}
        no = {"send": "deputy", "first": "no", "second": "no"}
        state, events = answered(small, state, no, no)
        assert state.convened[0] == n + 1
        talks = next(e for e in events if e.kind == "talks")
        assert len(talks.data["named"]) == 2
    state = copy(state)
    state.done, state.energy = (), 12
    option = next(o for o in options(small, state, "lead") if o.kind == "convene")
    assert option.blocked is not None


def test_talks_agree_on_what_everybody_said_yes_to(small, opening):
    args = {"table": "terms", "first": "monthly+stop", "second": "monthly+sort"}
    state, _ = step(small, opening, Action("lead", "convene", args))
    state, _ = answered(small, state, {"send": "head", "first": "no", "second": "yes"},
                        {"send": "deputy", "first": "yes", "second": "yes"})  # fmt: skip
    assert (state.deal_how[0], state.deal[0]) == (AGREED, package(small, "monthly+sort"))


@pytest.mark.parametrize(("send", "how"), [("head", 0), ("chief", AGREED)])
def test_who_can_decide_and_says_no_takes_its_earlier_word_back(small, opening, send, how):
    """A section chief who must report back leaves his department's word where it was."""
    at = package(small, "monthly+sort")
    state = copy(opening)
    state.consents = (Consent(0, at, "build", state.day),)
    args = {"table": "terms", "first": "monthly+sort", "second": ""}
    state, _ = step(small, state, Action("lead", "convene", args))
    given = leaned(small, state, state.asked[0])
    assert (given.args["send"] == "chief") or given.args["first"] == "yes", "a word given stands"
    state, _ = answered(small, state, {"send": send, "first": "no"}, {"send": "head", "first": "yes"})
    assert state.deal_how[0] == how


def test_a_section_chief_agrees_to_nothing_and_a_meeting_of_them_is_hollow(small, opening):
    args = {"table": "terms", "first": "monthly+sort", "second": ""}
    state, _ = step(small, opening, Action("lead", "convene", args))
    with pytest.raises(IllegalAction):
        answered(small, state, {"send": "chief", "first": "yes"})
    state, events = answered(small, state, {"send": "chief", "first": "no"}, {"send": "chief", "first": "no"})
    assert next(e for e in events if e.kind == "talks").data["hollow"]
    assert state.deal_how[0] == 0


def ruling(scenario, state, packages):
    args = {"table": "terms", "leader": "vice", "packages": packages}
    state, _ = step(scenario, state, Action("lead", "escalate", args))
    return state, state.asked[0]


def test_one_option_leaves_the_leader_free_and_co_signed_ones_do_not(small, opening):
    state, _ = ruling(small, opening, ["totals+sort"])
    fields = options(small, state, "vice")[0].fields[0].choices
    favourite = max(open_packages(small, opening, 0), key=lambda n: small.tables[0].rulers[0][1][n])
    assert small.tables[0].names[favourite] in fields
    signed = copy(opening)
    both = [package(small, n) for n in ("totals+sort", "monthly+sort")]
    signed.consents = tuple(Consent(0, n, seat, 0) for n in both for seat in ("build", "road"))
    assert narrowed(small, signed, 0, tuple(both))
    state, _ = ruling(small, signed, ["totals+sort", "monthly+sort"])
    assert options(small, state, "vice")[0].fields[0].choices == ("totals+sort", "monthly+sort", "shelve")


def test_a_ruling_costs_the_trust_of_those_who_were_not_told(small, opening):
    state, _ = ruling(small, opening, ["monthly+sort"])
    after, _ = answered(small, state, {"ruling": "monthly+sort"})
    assert after.deal_how[0] == RULED
    assert after.trust[0] < opening.trust[0]
    warned = copy(opening)
    warned.known = (*warned.known, "build.refused.terms.data", "road.refused.terms.data")
    state, _ = ruling(small, warned, ["monthly+sort"])
    told, _ = answered(small, state, {"ruling": "monthly+sort"})
    assert told.trust[0] > after.trust[0]


def test_evidence_takes_room_from_a_leaders_preference(small, opening):
    def preference(evidence):
        state = copy(opening)
        state.evidence = [evidence] * 2
        reason = explain(small, state, "vice", "merit.terms.vice.monthly+leave")
        return next(t.value for t in reason.terms if t.name == "preference")

    assert preference(900) < preference(100)
    assert preference(1000) >= preference(0) // 2, "limited (M42)"


def test_nobody_agreeing_leaves_the_fallback_never_nothing(small):
    state, _ = start(small, 1)
    while state.phase != "debrief":
        action = leaned(small, state, state.asked[0]) if state.asked else Action("lead", "end_turn")
        state, events = step(small, state, action)
    assert (state.deal_how[0], state.deal[0]) == (FALLBACK, small.tables[0].fallback)
    assert any(e.kind == "deal" and e.data["how"] == "fallback" for e in events)
    assert max(state.real[1], 0) <= small.rules.fallback_reach


def test_a_quoted_leaders_sentence_brings_the_stalling_bureau_to_the_telephone(small):
    """The first of the five moments of play.md: the minutes."""
    came = 0
    for seed in range(20):
        state, _ = start(small, seed)
        state.papers = (Paper("minutes", 0, "office", "", 1, "joint", True),)
        while state.phase == "planning" or (state.asked and state.asked[0].seat != "lead"):
            action = leaned(small, state, state.asked[0]) if state.asked else Action("lead", "end_turn")
            if state.asked and state.asked[0].kind == "respond":
                action = Action(state.asked[0].seat, "answer", dict.fromkeys(action.args, "stall"))
            state, _ = step(small, state, action)
        ask = state.asked[0] if state.asked else None
        while ask is not None and ask.kind not in ("condition",):
            state, _ = step(small, state, leaned(small, state, ask))
            ask = state.asked[0] if state.asked else None
        if ask is not None:
            came += 1
            named = package(small, ask.get("package"))
            i = small.tables[0].party(ask.get("peer"))
            assert small.tables[0].parties[i].worth[named] >= walkaway(small, state, 0, i).value
            agreed, _ = step(small, state, Action("lead", "answer", {"answer": "agree"}))
            assert {ask.get("peer"), "lead"} <= set(consenting(small, agreed, 0, named))
    assert came >= 3
