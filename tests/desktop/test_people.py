from dataclasses import replace

import pytest
from games import started

from game.desktop.faces import Stair, stack, stairs
from game.desktop.intent import Back
from game.desktop.screens.chair import look
from game.desktop.screens.desk import Desk
from game.desktop.screens.errands import Consult, Meet
from game.desktop.screens.pressure import lacking
from game.desktop.screens.table import Table
from game.desktop.screens.wishes import Pick, Show
from game.desktop.sheet import Sheet, window_factor
from game.desktop.type import Type
from game.scenario.names import RUNGS

SIZE = (1280, 720)


def sheet():
    return Sheet(SIZE, Type(window_factor(SIZE)))


def laid(screen):
    made = sheet()
    screen.layout(made)
    return made.widgets


def table(session, lang="en"):
    return Table(desk=Desk(lang), chair=look(session))


def names(screen):
    return {widget.name for widget in laid(screen)}


def test_the_file_keeps_known_guessed_and_promised_apart_and_tabs_turn():
    page = table(started(3)).handle(Meet("build"))
    headings = [widget.name for widget in laid(page) if widget.role == "heading"]
    assert headings[-3:] == [page.say(f"people.{pile}") for pile in ("known", "guessed", "promised")]
    assert page.handle(Show("dealings")).tab == "dealings"
    assert page.handle(Consult("bargains")).name == "files"
    assert page.handle(Back()).name == "table"


def test_what_is_not_known_is_hatched_until_it_is_found_out():
    session = started(1)
    levels = []
    for known in ((), ("build.blame",)):
        session.state.known = known
        levels.append(next(w.level for w in laid(table(session).handle(Meet("build"))) if w.id == "fact.blame"))
    assert levels[0] is None
    assert levels[1] is not None


@pytest.mark.parametrize("wish", [Meet("build"), Meet("chief"), Meet("discipline"), Meet("lead"), Consult("leaders"),
                                  Consult("pressure")], ids=str)  # fmt: skip
def test_people_tell_nothing_hidden(wish):
    plain, changed = started(2), started(2)
    for session in (plain, changed):
        session.state.known = tuple(fact for fact in session.state.known if not fact.endswith(".preference"))
    scenario = changed.scenario
    peers = tuple(replace(p, entrenchment=p.entrenchment // 2, blame=999, capacity=1) for p in scenario.peers)
    leaders = tuple(replace(x, patience=1) for x in scenario.leaders)
    changed.scenario = replace(scenario, peers=peers, leaders=leaders)
    state = changed.moments[-1].state
    state.real = [min(1000, real + 400) for real in state.real]
    state.belief = [500 for _ in state.belief]
    state.core = [min(1000, value + 300) for value in state.core]
    for page in ("file", "reasons", "dealings", "leader"):
        one, other = (table(session).handle(wish) for session in (plain, changed))
        if one.name == "dossier":
            one, other = one.handle(Show(page)), other.handle(Show(page))
            if page not in one.tabs:
                continue
        assert laid(one) == laid(other)


@pytest.mark.parametrize("folder", ["leaders", "pressure"])
def test_every_number_in_a_folder_says_why(folder):
    screen = table(started(3)).handle(Consult(folder))
    for widget in laid(screen):
        shown = "".join([widget.value, *(line.text for line in widget.lines)])
        if any(char.isdigit() for char in shown) and widget.role not in ("tab", "item", "button"):
            assert widget.hint or (widget.why is not None and screen.explain(widget.why)), widget


def test_a_leaders_taste_and_patience_come_once_they_are_told():
    session = started(1)
    chief = session.scenario.leaders[0].id
    session.state.known = ()
    assert table(session).say("people.preference.unknown") in names(table(session).handle(Consult("leaders")))
    session.state.known = (f"{chief}.preference",)
    page = table(session).handle(Consult("leaders"))
    hints = {w.hint for w in laid(page)}
    patience = page.percent(session.scenario.leaders[0].patience)
    assert page.say("people.patience.about", value=patience) in hints


def test_the_next_step_is_asked_for_with_target_and_step_filled_in():
    page = table(started(3)).handle(Consult("pressure")).handle(Pick("build"))
    deed = next(w for w in laid(page) if w.id == "deed.discipline")
    assert dict(deed.action.args) == {"target": "build", "step": "remind"}
    assert page.handle(deed.action).field.name == "work"
    assert lacking(page, "build", RUNGS.index("remind")) == ""
    assert lacking(page, "build", RUNGS.index("circulate"))
    assert next(w for w in laid(page) if w.id == "deed.personnel").enabled is False


def test_the_staircase_sets_everybody_where_they_stand():
    session = started(3)
    session.state.rung[session.scenario.peer("build")] = RUNGS.index("interview")
    page = table(session).handle(Consult("pressure"))
    drawn = next(w for w in laid(page) if w.role == "stairs")
    blocks, tags = drawn.data
    assert [block[-1] for block in blocks][:3] == ["past", "past", "here"]
    mine = next(tag for tag in tags if tag[-1])
    assert blocks[2][0] <= mine[0] <= blocks[2][0] + blocks[2][2]


def test_faces_keep_their_words_inside():
    bar = stack(sheet(), "x", "name", [500, 30, 200], "", 300)
    assert [line.text for line in bar.lines] == ["name", "①", "③"]
    steps = [Stair("step", "now", ("one", "two", "three"), "here"), Stair("next", "", (), "shut")]
    drawn = stairs(sheet(), "y", "stairs", steps, 200, picked="two")
    assert all(0 <= line.y < drawn.rect.h for line in drawn.lines)
