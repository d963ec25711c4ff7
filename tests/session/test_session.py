"""A running game: who is asked, who answers, what is seen of it, and what can be learnt from it afterwards."""

import pytest

from game.rules import Action, IllegalAction, View, leaned, view
from game.rules.ending import mark
from game.scenario.load import load
from game.session.bots import LEADS
from game.session.recording import create, header
from game.session.session import Session, begin, play_out
from game.study.debrief import debrief
from game.study.whatif import plan_of, rerun, without_turn
from tests.table import GAMES, scenario_of, text_of

STEADY = LEADS["steady"](0)
every_game = pytest.mark.parametrize("name", GAMES)


def new(name: str = "small-class", text: str = "", seed: int = 7, **more) -> Session:
    scenario = load(text, name, "class") if text else scenario_of(name)
    return begin(scenario, seed, create(None, header(scenario, text or text_of(name), seed, "")), **more)


def finished(session: Session, bot: str = "steady") -> Session:
    play_out(session, LEADS[bot](1))
    return session


# -- who answers


@every_game
@pytest.mark.parametrize("bot", sorted(set(LEADS) - {"planner"}))
def test_every_bot_plays_every_game_to_its_end(name, bot):
    for seed in (1, 2):
        assert finished(new(name, seed=seed), bot).over


def test_a_seat_nobody_plays_answers_at_once_as_the_model_does():
    session = new()
    session.do(Action("lead", "end_turn"))
    assert all(a.seat == "lead" for a in session.state.asked)
    for before, after in zip(session.moments, session.moments[1:], strict=False):
        if after.action.seat != "lead":
            ask = next(a for a in before.state.asked if a.seat == after.action.seat)
            assert after.action == leaned(session.scenario, before.state, ask)


def test_a_person_is_waited_for():
    session = new(people=("lead", "road"))
    session.do(Action("lead", "end_turn"))
    assert [a.seat for a in session.state.asked] == ["road"]
    with pytest.raises(IllegalAction):
        session.do(Action("lead", "visit", {"target": "build"}))
    answer = session.options("road")[0]
    session.do(answer.fill(**{f.name: "stall" for f in answer.fields}))
    assert session.state.turn == 2
    assert all(act in (-1, 2) for act in session.state.act[2:4])


def test_a_bot_in_a_seat_is_asked_and_sees_only_that_seats_view():
    asked: list[View] = []

    def stubborn(seen, options):
        asked.append(seen)
        return options[0].fill(**{f.name: "pass" for f in options[0].fields})

    session = new(players={"build": stubborn})
    session.do(Action("lead", "end_turn"))
    assert [seen.seat for seen in asked] == ["build"]
    assert session.state.act[0:2] == [3, 3]


def test_an_illegal_action_changes_and_records_nothing():
    session = new()
    before, lines = session.state, len(session.recording.lines)
    with pytest.raises(IllegalAction):
        session.do(Action("lead", "visit", {"target": "nobody"}))
    assert session.state is before
    assert len(session.recording.lines) == lines


def test_an_observer_hears_of_every_moment_in_order():
    heard, session = [], new()
    session.observers.append(heard.append)
    finished(session)
    assert heard == session.moments[1:]


def test_undo_takes_back_the_deed_and_nothing_else():
    session = new()
    before = session.state
    session.do(Action("lead", "support", {"way": "train"}))
    session.do(Action("lead", "reserve", {"level": 0}))
    assert session.undo()
    assert session.undo()
    assert not session.undo()
    assert session.state == before


# -- what is seen of it


def test_a_session_shows_each_seat_its_own_view():
    session = new()
    for seat in session.scenario.seats:
        assert session.view(seat) == view(session.scenario, session.state, seat)
    with pytest.raises(ValueError, match="mayor"):
        session.view("mayor")


def test_a_forecast_costs_nothing_and_changes_nothing():
    session = new()
    before, lines = session.state, len(session.recording.lines)
    listed = {"work": "share", "owner": "build", "signer": "", "clause": "plain"}
    foretold = session.forecast(Action("lead", "duties", listed))
    assert foretold.changes["clarity.share"][0] > 0
    assert session.state is before
    assert len(session.recording.lines) == lines


# -- what can be learnt from it


@every_game
def test_the_same_plan_played_again_gives_the_same_game(name):
    session = finished(new(name))
    again = rerun(session.scenario, 7, plan_of(session.moments))
    assert again == session.state


@every_game
def test_a_debrief_covers_every_turn_and_adds_up(name):
    session = finished(new(name))
    told = debrief(session.scenario, session.moments)
    assert told.ending == session.state.ending
    assert told.mark == mark(session.scenario, session.state)
    assert [p.turn for p in told.points] == list(range(session.scenario.length.turns + 1))
    assert len(told.forks) <= 3
    assert [f.turn for f in told.forks] == sorted(f.turn for f in told.forks)
    answers = [e for m in session.moments for e in m.events if e.kind == "act"]
    assert sum(sum(side.acts) for side in told.sides) == len(answers)


def test_a_red_line_crossed_once_was_crossed_though_the_game_ended_on_the_other_side_of_it():
    text = text_of("small-class").replace("crossed: flag.opened", "crossed: day <= 1")
    session = finished(new(text=text))
    assert [side.peer for side in debrief(session.scenario, session.moments).sides if side.crossed] == ["build"]


def test_leaving_a_turn_out_keeps_the_rest_of_the_plan():
    """Without the visits of the first turn a letter comes that the plan has no answer to; later turns still stand."""
    text = text_of("small-class").replace("    day: 20\n", "    day: 20\n    when: count.visit == 0\n", 1)
    session = new(text=text)
    session.do(Action("lead", "visit", {"target": "build"}))
    while not session.over:
        if session.state.turn == 3 and "support" not in session.state.done:
            session.do(Action("lead", "support", {"way": "train"}))
        session.do(Action("lead", "end_turn"))
    assert session.state.chosen == [-1, -1, -1]
    changed = without_turn(session.scenario, 7, plan_of(session.moments), 1)
    assert changed.chosen[0] >= 0
    assert changed.counts.get("visit", 0) == 0
    assert changed.counts["support"] == 1
