"""What a deed does to the table of the tendering reform: requests can be won and lost, and each deed has its price."""

import pytest

from game.rules import Action, check, leaned, options, start, step
from game.rules.deeds import LEAD
from game.rules.ending import mark
from game.rules.pressure import pressure
from game.scenario.load import load
from game.scenario.shipped import shipped
from game.session.bots import LEADS
from game.session.recording import create
from game.session.session import begin, play_out, play_until

PATH = shipped("scenarios") / "tendering_reform.yaml"


@pytest.fixture(scope="module")
def scenario():
    return load(PATH.read_text(encoding="utf-8"), str(PATH), "class")


def planning(scenario, seed, turn=2):
    """A state in planning, some turns into a steady game, with energy to spare."""
    session = begin(scenario, seed, create(None, {"check": ""}))
    play_until(session, LEADS["steady"](0), turn)
    return session.state


def done(scenario, state, kind, **args):
    """Do a deed and let the model answer; give the state after it and all events."""
    state, events = step(scenario, state, Action("lead", kind, args))
    while state.asked:
        state, more = step(scenario, state, leaned(scenario, state, state.asked[0]))
        events += more
    return state, events


def granted(events):
    return next(e.data["granted"] for e in events if "granted" in e.data)


@pytest.mark.parametrize(
    ("kind", "args"),
    [
        ("bulletin", {"tone": "rank", "reach": "public"}),
        ("chair", {"leader": "ran"}),
        ("chair", {"leader": "xing"}),
        ("group", {"rank": "deputy"}),
        ("group", {"rank": "principal"}),
    ],
)
def test_a_request_is_sometimes_granted_and_sometimes_not(scenario, kind, args):
    answers = []
    for seed in range(24):
        for turn in (2, 4, 6):
            state = planning(scenario, seed, turn)
            if next(o for o in options(scenario, state, "lead") if o.kind == kind).blocked is None:
                answers.append(granted(done(scenario, state, kind, **args)[1]))
    assert answers
    assert 0 < sum(answers) < len(answers)


def test_a_bulletin_presses_the_bottom_only_and_less_the_second_time(scenario):
    for seed in range(12):
        state, events = done(scenario, planning(scenario, seed), "bulletin", tone="rank", reach="public")
        if not granted(events):
            continue
        named = next(e.data["named"] for e in events if e.kind == "bulletin")
        for i, peer in enumerate(scenario.peers):
            assert (pressure(scenario, state, i, means="bulletin") > 0) == (peer.id in named)
        first = state.pulses[-1].size
        dulled = next(i for i, p in enumerate(scenario.peers) if p.id == named[-1])
        assert state.dulled_bulletin[dulled] > 0
        assert first > 0
        return
    pytest.fail("no bulletin was ever signed off")


def test_an_unannounced_visit_sees_the_truth_and_costs_trust_a_joint_one_is_smoothed(scenario):
    base = planning(scenario, 3, 5)
    w = max(range(len(base.real)), key=lambda i: base.reported[i] - base.real[i])
    work = scenario.works[w].id
    quiet, _ = done(scenario, base, "inspect", work=work, way="quiet")
    assert quiet.seen[w] == base.real[w]
    if base.owner[w] >= 0:
        assert quiet.trust[base.owner[w]] < base.trust[base.owner[w]]
    for seed in range(9):
        joint, _ = done(scenario, planning(scenario, seed, 5), "inspect", work=work, way="joint")
        if joint.seen_day[w] == joint.day and joint.reported[w] > joint.real[w] + 1:
            assert joint.real[w] < joint.seen[w] < joint.reported[w]


def test_oversight_within_its_mandate_costs_less_credibility_than_off_it(scenario):
    lost = {}
    for work in ("clues", "rules"):
        for seed in range(20):
            base = planning(scenario, seed, 3)
            after, events = done(scenario, base, "discipline", step="interview", target="housing", work=work)
            if granted(events):
                lost.setdefault(work, []).append(base.credibility[0] - after.credibility[0])
                assert after.dependence[0] > base.dependence[0]
    assert lost["clues"]
    assert min(lost.get("rules", [1000])) > max(lost["clues"])


def test_own_work_left_undone_costs_energy_in_the_end(scenario):
    session = begin(scenario, 1, create(None, {"check": ""}))
    bot = LEADS["passive"](0)
    play_until(session, bot, 1)
    session.do(Action("lead", "reserve", {"level": 0}))
    full = session.state.energy
    seen = []
    while not session.over:
        if session.state.phase == "planning":
            seen.append(session.state.energy)
        session.do(bot(session.view(), session.options()))
    assert seen[1] == full == scenario.rules.energy
    assert min(seen) < full - 1


def test_a_steady_lead_does_better_than_one_that_waits_and_tries_everything(scenario):
    marks, kinds = {}, set()
    for name in ("steady", "passive"):
        for seed in range(8):
            session = begin(scenario, seed, create(None, {"check": ""}))
            play_out(session, LEADS[name](seed))
            marks.setdefault(name, []).append(mark(scenario, session.state).value)
            kinds |= set(session.state.counts)
    assert min(marks["steady"]) > max(marks["passive"]) + 80
    assert {"visit", "report", "consult", "chair", "duties", "inspect", "data", "support"} <= kinds


def test_a_better_grade_goes_with_a_better_mark(scenario):
    """D and E are failures of two kinds: a victory on paper may leave more behind it broken than a year of waiting."""
    found = {}
    for name in ("adaptive", "passive", "random"):
        for seed in range(16):
            session = begin(scenario, seed, create(None, {"check": ""}))
            play_out(session, LEADS[name](seed))
            grade = next(e.grade for e in scenario.endings if e.id == session.state.ending)
            found.setdefault(grade, []).append(mark(scenario, session.state).value)
    means = {g: sum(marks) / len(marks) for g, marks in found.items()}
    good = [means[g] for g in "ABC" if g in means]
    failed = [means[g] for g in "DE" if g in means]
    assert good
    assert len(failed) == 2
    assert good == sorted(good, reverse=True)
    assert min(good) > max(failed)


def test_a_game_starts_with_somebody_to_call(scenario):
    state, _ = start(scenario, 1)
    while state.asked:
        state, _ = step(scenario, state, leaned(scenario, state, state.asked[0]))
    offered = {o.kind for o in options(scenario, state, "lead") if o.blocked is None}
    assert {"visit", "sound", "consult", "report", "move"} <= offered


def test_what_opens_later_is_not_on_offer_before():
    path = shipped("scenarios") / "market_street.yaml"
    tutorial = load(path.read_text(encoding="utf-8"), str(path), "class")
    offered = {}
    for turn in (1, 2, 3):
        state = planning(tutorial, 3, turn)
        offered[turn] = {option.kind for option in options(tutorial, state, "lead")}
        for kind, opens in tutorial.later.items():
            assert (kind in offered[turn]) == (turn >= opens)
            why = check(tutorial, state, Action("lead", kind, {}))
            assert (why is not None and why.code == "not_yet") == (turn < opens)
    assert offered[1] == {"visit", "end_turn"}
    assert {"consult", "report", "offer"} <= offered[2] < offered[3] == set(LEAD)
