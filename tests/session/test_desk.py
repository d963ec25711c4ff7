"""The trainer's desk: whatever happens some trainer action moves the game on, and every one is a line that holds."""

from random import Random

import pytest

from game.rules import Action, IllegalAction, leaned, step, view
from game.rules.direct import STEP, touches
from game.session import desk
from game.session.marks import marks
from game.session.pin import fits, sealed_pin
from game.session.recording import create, header, read
from game.session.replay import replay
from game.session.seating import known, people, players
from game.session.session import begin, resume
from tests.table import filled, scenario_of, some, text_of, walk

RANDOMLY = ("skip", "stand_in", "fix", "inject")


def new(path=None, seats=None, name="small-class", seed=2, **options):
    scenario, seats = scenario_of(name), seats or {}
    first = header(scenario, text_of(name), seed, "", seats=seats, options=options)
    return begin(scenario, seed, create(path, first), people(seats), players(seats))


def again(session):
    """The same game closed and taken up from its file, which must replay line by line."""
    session.recording.close()
    tape = read(session.recording.path)
    assert replay(tape).verdict.verdict == "ok"
    return resume(tape)


def kinds(session):
    return [line["kind"] for line in session.recording.lines if line["seat"] == "trainer"]


@pytest.mark.parametrize("name", ["small-class", "tendering_reform-class", "flood_emergency-class"])
def test_from_every_state_some_trainer_action_moves_the_game_on(name):
    """Followed by nothing but the trainer's "move on", any game comes to its end; each of them changes the state."""
    scenario = scenario_of(name)
    for stride in some(list(walk(name, 5)), 12, 1):
        state, steps = stride.before, 0
        while state.phase != "debrief":
            after, _ = step(scenario, state, Action("trainer", "skip"))
            assert (after.phase, after.turn, after.asked) != (state.phase, state.turn, state.asked)
            state, steps = after, steps + 1
            assert steps < 400
        for ask in {a.seat: a for a in reversed(stride.before.asked)}.values():
            after, _ = step(scenario, stride.before, Action("trainer", "stand_in", {"seat": ask.seat}))
            answered, _ = step(scenario, stride.before, leaned(scenario, stride.before, ask))
            assert after == answered
        assert step(scenario, stride.before, Action("trainer", "end_now"))[0].phase == "debrief"


def test_no_desk_action_breaks_a_game_and_each_is_kept(tmp_path):
    """A game directed at random, with people who never answer, is moved on, recorded, and replays line by line."""
    dice, seats = Random(4), {"build": "human", "chief": "human"}
    session = new(tmp_path / "game.jsonl", seats, pin=sealed_pin("2468", "ab"))
    for turn in range(60):
        if session.over:
            break
        offered = [o for o in session.options("trainer") if o.blocked is None]
        session.do(filled(dice.choice([o for o in offered if o.kind in RANDOMLY]), dice))
        if turn % 9 == 3:
            desk.take_back(session, "讲评后重来")
        if turn % 9 == 5:
            desk.pause(session)
            desk.note(session, f"第{turn}步")
            desk.go_on(session)
    assert {"skip", "undo", "pause", "go_on", "note"} <= set(kinds(session))
    before = session.state
    assert again(session).state == before


def test_a_reason_is_kept_with_what_it_is_for(tmp_path):
    session = new(tmp_path / "game.jsonl", {"build": "human"})
    session.do(Action("lead", "end_turn"))
    desk.order(session, "stand_in", "人出去接电话", seat="build")
    desk.hand_over(session, "build", "bot", "要开会去了")
    desk.take_back(session, "再来一遍")
    desk.pause(session, "休息")
    found = {line["kind"]: line["args"]["why"] for line in session.recording.lines if line["seat"] == "trainer"}
    assert found == {"stand_in": "人出去接电话", "seat": "要开会去了", "undo": "再来一遍", "pause": "休息"}
    assert again(session).paused


def test_a_stuck_seat_is_handed_to_a_bot_and_back():
    session = new(seats={"build": "human"})
    session.do(Action("lead", "end_turn"))
    assert desk.awaited(session) == ("build",)
    desk.hand_over(session, "build", "bot")
    assert session.state.turn == 2
    assert desk.awaited(session) == ("lead",)
    desk.hand_over(session, "build", "human")
    while session.state.phase != "response":
        desk.order(session, "skip")
    assert desk.awaited(session) == ("build",)
    with pytest.raises(ValueError, match="mayor"):
        desk.hand_over(session, "mayor", "human")


def test_an_absent_lead_is_led_by_a_bot_turn_by_turn():
    session = new()
    desk.hand_over(session, "lead", "bot:steady")
    for turn in (2, 3):
        desk.lead_on(session)
        assert session.state.turn == turn
    desk.hand_over(session, "lead", "human")
    assert desk.lead_on(session) == ()


def test_hands_survive_a_resume_and_an_undo(tmp_path):
    session = new(tmp_path / "game.jsonl", {"build": "human"})
    session.do(Action("lead", "end_turn"))
    desk.hand_over(session, "road", "human")
    desk.order(session, "skip")
    assert desk.take_back(session)
    taken = again(session)
    assert taken.people == {"lead", "build", "road"}
    assert desk.awaited(taken) == ("build",)


def test_while_paused_only_the_trainer_acts():
    session = new(seats={"build": "human"})
    desk.pause(session)
    with pytest.raises(IllegalAction):
        session.do(Action("lead", "end_turn"))
    assert session.check(Action("lead", "end_turn")).code == "paused"
    desk.order(session, "skip")
    assert [a.seat for a in session.state.asked] == ["build", "road", "water"][: len(session.state.asked)]
    desk.go_on(session)
    assert [a.seat for a in session.state.asked] == ["build"]


def test_taking_back_goes_to_before_the_last_thing_a_person_did():
    session = new()
    before = session.state
    session.do(Action("lead", "end_turn"))
    assert session.state.turn == 2
    assert desk.take_back(session)
    assert session.state == before
    assert not desk.take_back(session)


def test_an_inject_written_on_the_spot_is_put_to_the_lead_and_moves_what_it_says(tmp_path):
    session = new(tmp_path / "game.jsonl")
    trust = session.state.trust[0]
    desk.improvise(session, "媒体来访", "记者在楼下。", [("接待", "trust.build.up"), ("回避", "none")])
    ask = session.view("lead").asked[0]
    assert (ask.kind, ask.data["choices"]) == ("improvised", ("接待", "回避"))
    with pytest.raises(IllegalAction):
        desk.order(session, "inject", inject=session.scenario.injects[0].id)
    session.do(session.options("lead")[0].fill(pick=1))
    assert session.state.trust[0] == trust + STEP
    desk.improvise(session, "只是通报", "")
    assert not session.state.asked
    assert session.state.phase == "planning"
    state = session.state
    assert again(session).state == state


def test_what_is_written_must_fit_its_field():
    session = new()
    for title, text in (("", "x"), (" ", "x"), ("长" * 61, ""), ("好", "长" * 601)):
        with pytest.raises(IllegalAction):
            desk.improvise(session, title, text)
    with pytest.raises(IllegalAction):
        desk.improvise(session, "好", "", [("甲", "trust.nobody.up")])
    assert len(set(touches(session.scenario))) == len(touches(session.scenario))


def test_an_inject_of_the_scenario_happens_when_the_trainer_says_so():
    session = new()
    id = session.scenario.injects[0].id
    desk.order(session, "inject", inject=id)
    assert session.view("lead").fired[0] == 1
    assert session.scenario.index["inject"][id] in session.state.news
    with pytest.raises(IllegalAction):
        desk.order(session, "inject", inject=id)


def test_notes_are_private_bound_and_only_corrected_by_new_ones():
    session = new()
    desk.note(session, "开局冷场")
    first = desk.stands(session).notes[0]
    desk.note(session, "不是冷场，是在看材料", first.line)
    notes = desk.stands(session).notes
    assert [(n.turn, n.of) for n in notes] == [(1, 0), (1, first.line)]
    assert notes[0] == first
    for seat in ("lead", "build", "chief"):
        assert "冷场" not in repr(view(session.scenario, session.state, seat))


def test_the_projectors_page_and_foreign_marks():
    session = new()
    desk.show(session, "break")
    assert desk.stands(session).page == "break"
    with pytest.raises(ValueError, match="secrets"):
        desk.show(session, "secrets")
    odd = [{"kind": "page", "args": {"page": 3}}, {"kind": "seat", "args": None}, {"kind": "pause"}]
    assert marks({"seats": "x"}, odd) == marks({}, ())


def test_a_pin_fits_only_itself_and_is_not_to_be_read():
    kept = sealed_pin("2468", "ab12")
    assert fits(kept, "2468")
    assert not fits(kept, "2469")
    assert not fits(kept, "")
    assert "2468" not in kept
    assert desk.pin_of(new(pin=kept)) == kept
    assert desk.pin_of(new()) == ""


@pytest.mark.parametrize(("seat", "who", "can"), [
    ("housing", "human", True), ("finance", "bot:steady", True), ("lead", "bot:adaptive", True), ("lead", "bot", True),
    ("finance", "bot:adaptive", False), ("lead", "bot:model", False), ("lead", "", False), ("chief", "robot", False),
])  # fmt: skip
def test_who_may_sit_where(seat, who, can):
    assert known(seat, who) is can


def test_a_random_bot_may_sit_anywhere():
    session = new(seats={"build": "bot:random", "chief": "bot:random", "lead": "bot:random"})
    while not session.over:
        desk.lead_on(session)
    assert session.over
