"""A table of several persons in the window: hands over, one screen for all, the desk; and no sheet tells of another."""

from pathlib import Path
from random import Random

import pytest
from games import END, SMALL, chair, table_of_persons

from game.desktop import focus
from game.desktop.home import Folders
from game.desktop.intent import Back, Edit
from game.desktop.screens.chair import look
from game.desktop.screens.curtain import Curtain
from game.desktop.screens.desk import Desk
from game.desktop.screens.errands import Direct as Open
from game.desktop.screens.errands import Enter, Fill, Order
from game.desktop.screens.library import Library
from game.desktop.screens.onward import settled
from game.desktop.screens.round import Round
from game.desktop.screens.seat import Seat
from game.desktop.screens.setup import Setup
from game.desktop.screens.table import Table
from game.desktop.screens.title import Title
from game.desktop.screens.wishes import Adjust, Pick, Proceed, Resume, Show
from game.desktop.sheet import Sheet
from game.desktop.type import Type
from game.scenario.library import entry
from game.session.recording import Tape, create, header, read
from game.session.replay import Moment, replay
from game.session.session import Session
from tests.rules.test_secrecy import scenario_secrets, state_secrets
from tests.table import scenario_of, some, walk


def placed(screen):
    sheet = Sheet((1280, 720), Type(1.0))
    screen.layout(sheet)
    return sheet.widgets


def text(screen):
    return "\n".join(widget.text + widget.hint for widget in placed(screen))


def ended(**options):
    """The lead's turn ended with every seat a person's."""
    table = Table(desk=Desk("en"), chair=table_of_persons(**options), ending=True)
    return table.handle(Proceed())


def opened(screen, pin="2468"):
    return screen.handle(Open()).handle(Edit("pin", pin)).handle(Proceed())


def test_one_seat_after_another_answers_behind_a_curtain():
    screen, told = ended(), []
    while screen.name == "curtain":
        told.append(screen.seat_id)
        words = text(screen)
        sheet = screen.handle(Proceed())
        assert sheet.handle(Back()).name == "curtain"
        peer = next(p for p in sheet.told.peers if p.id == sheet.seat_id)
        assert peer.redline.en in text(sheet)
        assert peer.redline.en not in words
        sheet = sheet.handle(Pick("stall"))
        if sheet.seat_id == "build":
            sheet = sheet.handle(Show("share")).handle(Pick("odd.cooperate"))
        screen = sheet.handle(Proceed())
    assert told == ["build", "road", "water"]
    assert screen.name == "evening"
    said = [m.action for m in screen.chair.session.moments if m.action is not None and m.action.kind == "answer"]
    assert said[0].args == {"check": "stall", "share": "cooperate"}
    assert set(said[1].args.values()) == {"stall"}


def test_what_is_asked_in_planning_comes_back_to_its_stamped_page():
    table = Table(desk=Desk("en"), chair=table_of_persons())
    card = table.handle(Fill("group")).handle(Pick("principal"))
    screen = card.handle(Proceed())
    assert (screen.name, screen.seat_id) == ("curtain", "chief")
    answer = screen.handle(Proceed()).handle(Pick("grant")).handle(Proceed())
    assert answer.name == "answer"
    assert answer.events
    assert answer.handle(Proceed()).name == "table"


def test_a_class_answers_on_one_screen_with_a_key_each():
    screen = ended(mode="class")
    assert screen.name == "round"
    for key in "416":
        chip = next(w for w in placed(screen) if w.key == key and isinstance(w.action, Enter))
        screen = screen.handle(chip.action)
    screen = screen.handle(Order("odd", "build")).handle(Pick("check")).handle(Pick("fake"))
    evening = screen.handle(Proceed())
    assert evening.name == "evening"
    said = {m.action.seat: m.action.args for m in evening.chair.session.moments
            if m.action is not None and m.action.kind == "answer"}  # fmt: skip
    assert said["build"] == {"check": "fake", "share": "stall"}
    assert set(said["water"].values()) == {"fake"}


@pytest.mark.parametrize(("exceptions", "keys"), [(0, 7), (3, 16)])
def test_six_teams_are_put_down_with_a_key_each_and_one_stamp(exceptions, keys):
    """Every answer with its key, every exception with three more: what thirty seconds are enough for."""
    name = "business_environment-class"
    asked = next(s.before for s in walk(name, 1, False) if len(s.before.asked) == 6 and s.before.phase == "response")
    scenario = scenario_of(name)
    game = seated(scenario, asked, frozenset({"lead", *(peer.id for peer in scenario.peers)}))
    screen, pressed = Round(desk=Desk("en"), chair=game, then=settled(game)), 0

    def press(key):
        nonlocal screen, pressed
        screen = screen.handle([w.action for w in placed(screen) if w.key == key and w.enabled][-1])
        pressed += 1

    for n in range(6):
        press("2")
        if n < exceptions:
            for key in ("x", "1", "3"):
                press(key)
    assert len(screen.exceptions) == exceptions
    press("e")
    assert screen.name != "round"
    assert pressed == keys


def test_a_team_that_shows_nothing_is_answered_for_by_the_trainer():
    evening = ended(mode="class").handle(Enter("build", "pass")).handle(Proceed())
    assert evening.name == "evening"
    done = [(m.action.seat, m.action.kind) for m in evening.chair.session.moments if m.action is not None]
    assert done == [("lead", "end_turn"), ("build", "answer"), ("trainer", "stand_in"), ("trainer", "stand_in")]


def test_the_desk_opens_with_its_pin_only_and_gives_the_screen_back():
    table = Table(desk=Desk("en"), chair=table_of_persons())
    shut = opened(table, "1111")
    assert not shut.open
    assert shut.handle(Order("skip")) is None
    assert "build" not in "".join(w.id for w in placed(shut))
    desk = opened(table)
    assert desk.open
    assert desk.handle(Back()).name == "table"
    assert "2468" not in text(table.handle(Open()).handle(Edit("pin", "2468")))
    unlocked = Table(desk=Desk("en"), chair=table_of_persons(people=("lead", "trainer"), pin="")).handle(Open())
    assert unlocked.open
    alone = Table(desk=Desk("en"), chair=chair())
    assert ["direct" in {w.id for w in placed(page)} for page in (table, alone)] == [True, False]


def test_a_pin_is_typed_though_it_is_not_shown():
    screen = Table(desk=Desk("en"), chair=table_of_persons()).handle(Open())
    for key in "24x":
        field = next(w for w in placed(screen) if w.id == "pin")
        assert set(field.value) <= {"●"}
        screen = screen.handle(Edit("pin", field.value + key))
    screen = screen.handle(Edit("pin", "●●")).handle(Edit("pin", "●●68"))
    assert screen.handle(Proceed()).open


def test_a_stuck_table_is_moved_on_from_the_desk():
    desk = opened(ended())
    after = desk.handle(Order("stand_in", "build")).handle(Order("bot", "road"))
    assert after.chair.awaited == ("water",)
    assert after.handle(Order("skip")).handle(Back()).name == "evening"
    back = opened(ended()).handle(Order("back")).handle(Back())
    assert back.name == "table"
    over = opened(ended()).handle(Order("end"))
    assert over.ending
    assert over.handle(Order("end")).name == "evening"


def test_a_lead_that_left_is_led_by_the_program_until_it_is_back():
    desk = opened(Table(desk=Desk("en"), chair=table_of_persons(people=("lead",)))).handle(Order("bot", "lead"))
    table = desk.handle(Back())
    assert table.name == "table"
    assert table.handle(Fill("support")) is None
    evening = table.handle(Proceed())
    assert evening.name == "evening"
    page = evening.handle(Proceed())
    assert not page.waiting
    back = opened(page).handle(Order("person", "lead"))
    assert back.session.people == {"lead"}


@pytest.mark.parametrize("seed", [1, 4])
def test_any_clicking_leaves_a_recording_that_replays(seed):
    """Buttons pressed at random, at the desk too: nothing breaks, and the recording plays again to the same game."""
    dice, screen = Random(seed), Table(desk=Desk("en"), chair=table_of_persons(mode="class" if seed % 2 else "hot"))
    for _ in range(120):
        if screen.name == "direct" and not screen.open:
            screen = screen.handle(Edit("pin", "2468")).handle(Proceed())
        usable = [w for w in focus.usable(placed(screen)) if w.enabled and (w.role == "field" or w.action is not None)]
        wishes = [Edit(w.id, w.value + "7") if w.role == "field" else w.action for w in usable]
        wish = dice.choice([w for w in wishes if not isinstance(w, Adjust) and (w != Open() or dice.random() < 0.3)])
        screen = screen.handle(wish) or screen
        if screen.name in ("debrief", "library"):
            break
    held = screen.chair.session.recording
    played = replay(Tape(Path("x"), held.header, tuple(held.lines), False, None, 0))
    assert played.verdict.verdict == "ok"
    assert played.moments[-1].state == screen.chair.session.state


def test_a_pause_draws_the_curtain_until_the_trainer_goes_on():
    desk = opened(ended()).handle(Edit("why", "午饭")).handle(Order("pause"))
    curtain = desk.handle(Back())
    assert curtain.name == "curtain"
    assert "午饭" in text(curtain)
    assert curtain.handle(Proceed()) is None
    on = opened(curtain).handle(Order("go_on")).handle(Back())
    assert on.seat_id == "build"


def test_an_inject_from_the_desk_lies_on_top_of_the_leads_papers():
    desk = opened(Table(desk=Desk("en"), chair=table_of_persons()))
    for id, typed in (("title", "Press"), ("text", "They wait."), ("choice1", "Talk"), ("choice2", "Hide")):
        desk = desk.handle(Edit(id, typed))
    desk = desk.handle(Pick("effect1")).handle(Edit("effect1", "trust.build.up"))
    assert not desk.picked
    page = desk.handle(Order("improvise")).handle(Back())
    assert page.name == "briefing"
    assert page.waiting
    assert "Press" in text(page)
    done = page.handle(Pick(1)).handle(Proceed())
    assert not done.waiting
    assert done.handle(Proceed()).name == "table"
    listed = opened(Table(desk=Desk("en"), chair=table_of_persons()))
    id = listed.session.scenario.injects[0].id
    top = listed.handle(Order("inject", id)).handle(Back())
    assert top.name in ("briefing", "table")


def test_what_cannot_be_done_at_the_desk_is_told():
    desk = opened(ended()).handle(Edit("title", "x")).handle(Order("improvise"))
    assert "Waiting for" in desk.said
    bad = desk.handle(Edit("who", "chief")).handle(Edit("what", "sign")).handle(Edit("value", "9x"))
    bad = bad.handle(Order("fix"))
    assert bad.said
    good = bad.handle(Edit("value", "7")).handle(Order("fix"))
    assert good.session.state.fixed


def test_a_class_is_set_up_recorded_and_taken_up_again(tmp_path):
    desk = Desk("en", home=Folders(tmp_path / "config", tmp_path / "runs"), now=lambda: "2026-01-01T00:00:00+00:00")
    library = Library(desk=desk, entries=(entry(SMALL),))
    setup = library.handle(Order("class"))
    assert isinstance(setup, Setup)
    assert setup.handle(Edit("pin", "12")).handle(Proceed()).trouble
    setup = setup.handle(Edit("pin", "2468")).handle(Edit("seed", "7x")).handle(Order("seat", "road"))
    page = setup.handle(Order("mode", "hot")).handle(Order("advisor", "off")).handle(Proceed())
    session = page.chair.session
    assert session.people == {"lead", "build", "water"}
    assert session.recording.header["seed"] == 7
    assert session.recording.header["options"]["advisor"] is False
    assert "2468" not in repr(session.recording.header)
    session.do(END)
    session.recording.close()
    path = session.recording.path
    assert replay(read(path)).verdict.verdict == "ok"
    taken = Title(desk=desk).handle(Resume())
    assert (taken.name, taken.seat_id) == ("curtain", "build")
    taken.chair.session.recording.close()


def seated(scenario, state, people):
    session = Session(scenario, [Moment(0, state, (), None)], create(None, header(scenario, "", 1, "")), people)
    return look(session)


@pytest.mark.parametrize("name", ["small-class", "tendering_reform-class"])
@pytest.mark.parametrize("secrets", [state_secrets, scenario_secrets])
def test_no_page_of_a_seat_tells_another_seats_secret(name, secrets):
    """Curtain, sheets and the class's screen look alike in games that differ in what a seat may not know."""
    scenario = scenario_of(name)
    people = frozenset({"lead", *(peer.id for peer in scenario.peers)})
    asked = [s.before for s in walk(name, 1, False) if s.before.phase == "response" and len(s.before.asked) > 1]
    def pages(scenario, state, seat):
        game = seated(scenario, state, people)
        then = settled(game)
        every = (Curtain(chair=game, then=then), Round(chair=game, then=then),
                 Seat(chair=game, then=then, seat_id=seat))  # fmt: skip
        return [placed(page) for page in every]

    for state in some(asked, 1, 3):
        seats = sorted({a.seat for a in state.asked})[:2]
        plain = {seat: pages(scenario, state, seat) for seat in seats}
        for secret in some(list(secrets(scenario, state)), 24):
            for seat in set(seats) - secret.owners:
                assert pages(secret.scenario, secret.state, seat) == plain[seat], (seat, secret.name)
