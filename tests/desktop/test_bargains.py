"""The folder of the bargaining tables, meetings called and held, and who came to them."""

import pytest
from games import started
from test_composing import press, shown, staged

from game.desktop import focus
from game.desktop.geometry import Rect
from game.desktop.screens.chair import look
from game.desktop.screens.desk import Desk
from game.desktop.screens.errands import Consult, Fill
from game.desktop.screens.table import Table
from game.desktop.screens.wishes import Pick, Proceed
from game.desktop.table import circle
from game.rules import Action
from game.telling.clock import span
from game.telling.common import common


def folder(session, lang="zh"):
    return Table(desk=Desk(lang), chair=look(session)).handle(Consult("bargains"))


def told(stage):
    return "\n".join(w.name for w in stage.widgets)


def plate(stage, seat):
    return focus.find(stage.widgets, f"party.{seat}")


def compose(stage, *options):
    for option in options:
        widget = focus.find(stage.widgets, f"option.{option}")
        if not widget.selected:
            press(stage, widget.id)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_package_is_tried_then_put_and_kept_when_one_comes_back(lang):
    page = folder(started(1), lang)
    stage = staged(page)
    compose(stage, "data.monthly", "sites.sort")
    assert stage.screen.settled == ("monthly", "sort")
    assert page.words("table.own.whole", points=70, walkaway=35) in told(stage)
    press(stage, "offer")
    assert dict(stage.screen.args)["package"] == "monthly+sort"
    assert stage.screen.field.name == "target"
    press(stage, "back")
    assert stage.screen.name == "files"
    assert stage.screen.settled == ("monthly", "sort")
    press(stage, "party.build")
    assert dict(stage.screen.args)["target"] == "build"
    press(stage, "back")
    press(stage, "convene")
    assert dict(stage.screen.args)["first"] == "monthly+sort"
    press(stage, "none")
    press(stage, "seal")
    press(stage, "next")
    assert stage.screen.name == "table"
    assert stage.screen.tab == "deeds"


def test_what_cannot_be_put_says_why():
    page = folder(started(1))
    stage = staged(page)
    press(stage, "option.data.totals")
    assert focus.find(stage.widgets, "offer").hint == page.words("table.incomplete")
    compose(stage, "data.full", "sites.sort")
    locked = page.words("bargain.locked", who=page.seat("chief"))
    for door in ("offer", "convene"):
        assert not focus.find(stage.widgets, door).enabled
        assert focus.find(stage.widgets, door).hint == locked
    assert plate(stage, "build").action is None


def test_plates_tell_each_word_as_far_as_it_is_known():
    session = started(1)
    session.do(Action("lead", "offer", {"table": "terms", "target": "build", "package": "monthly+stop", "side": ""}))
    session.state.known = (*session.state.known, "road.points", "build.redline")
    page = folder(session)
    stage = staged(page)

    def mark(seat, *options):
        compose(stage, *options)
        return plate(stage, seat).value

    def word(name):
        return page.words(f"bargain.likely.{name}")

    assert word("no") in mark("build", "data.monthly", "sites.stop")
    assert word("below") in mark("road", "data.monthly", "sites.stop")
    assert word("own.above") in plate(stage, "lead").value
    compose(stage, "data.totals")
    assert word("own.above") in plate(stage, "lead").value
    compose(stage, "sites.leave")
    assert word("own.below") in plate(stage, "lead").value
    compose(stage, "data.monthly")
    assert word("above") in mark("road", "sites.leave")
    assert plate(stage, "road").hint.count("–") == 2
    assert word("yes") in plate(stage, "build").value       # it named this package itself
    assert word("unknown") in mark("build", "data.totals", "sites.sort")
    assert word("never") in mark("build", "data.full", "sites.stop")
    assert page.words("bargain.why.never") in told(stage)


def test_what_was_put_is_kept_and_can_be_tried_again():
    session = started(1)
    session.do(Action("lead", "offer", {"table": "terms", "target": "build", "package": "monthly+stop", "side": ""}))
    page = folder(session)
    stage = staged(page)
    press(stage, "past.0")
    assert stage.screen.settled == ("monthly", "leave")
    left = span(page.words, None, session.scenario.rules.consent_days)
    assert page.words("bargain.why.yes.days", left=left) in told(stage)
    press(stage, "past.1")
    assert stage.screen.settled == ("monthly", "stop")
    sites = page.words("bargain.why.no", issue="工地")
    assert page.words("said.of", who=page.seat("build"), text=sites) in told(stage)
    press(stage, "fallback")
    assert stage.screen.settled == ("totals", "leave")


def test_a_settled_table_shows_its_outcome_and_is_closed():
    session = started(1)
    session.state.deal[0], session.state.deal_how[0] = 4, 1
    page = folder(session)
    stage = staged(page)
    assert focus.find(stage.widgets, "offer") is None
    assert page.words("bargain.stamp.agreed") in told(stage)
    compose(stage, "data.totals")
    assert page.words("bargain.closed") in told(stage)
    assert focus.find(stage.widgets, "fallback") is None


def test_nothing_hidden_shows_in_the_folder():
    pages = []
    for walkaway, worth in ((400, 400), (900, 50)):
        session = started(1)
        party = session.scenario.tables[0].parties[1]
        object.__setattr__(party, "walkaway", walkaway)
        object.__setattr__(party, "points", ((worth, 200, 0), party.points[1]))
        object.__setattr__(party, "never", frozenset({4}) if worth == 50 else frozenset())
        stage = staged(folder(session))
        compose(stage, "data.monthly", "sites.sort")
        pages.append(stage.widgets)
    assert pages[0] == pages[1]


def test_the_answer_of_a_meeting_shows_who_came_with_what_rank():
    session = started(3)
    page = Table(desk=Desk("zh"), chair=look(session)).handle(Fill("consult"))
    page = page.handle(Pick("check")).handle(Proceed())
    nobody = staged(page).widgets
    assert page.words("attend.unasked") in focus.find(nobody, "guest.road").value
    for seat in ("build", "road"):
        page = page.handle(Pick(seat))
    everybody = staged(page).widgets
    assert page.words("attend.who") in focus.find(everybody, "guest.road").value
    stays = "enough.attendees"      # what one presses next does not move while one ticks
    assert focus.find(everybody, stays).rect == focus.find(nobody, stays).rect
    stage = staged(page.handle(Proceed()).handle(Pick("joint")))
    press(stage, "seal")
    sent = {e.data["peer"]: e.data["send"] for e in stage.screen.events if e.kind == "attend"}
    for seat, send in sent.items():
        assert page.words(f"attend.rank.{send}") in focus.find(stage.widgets, f"guest.{seat}").value
    assert shown(stage).count(page.words("event.attend.deputy", who=page.seat("build"))) == (sent["build"] == "deputy")


def test_all_can_see_who_came_last_even_a_turn_later():
    session = started(1)
    session.do(Action("lead", "convene", {"table": "terms", "first": "monthly+sort", "second": "monthly+stop"}))
    page = folder(session)
    known = common(page.words, session.scenario, session.moments)
    assert len(known.attending) == 2
    assert page.seat("build") in known.attending[0]
    session.do(Action("lead", "end_turn"))
    assert common(page.words, session.scenario, session.moments).attending == known.attending


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
@pytest.mark.parametrize("heads", [0, 1])
def test_guests_sit_round_a_small_table_or_in_rows(count, heads):
    space = Rect(0, 0, 560, 400)
    found = circle(space, [(110, 80)] * heads, [(110, 80)] * count, (110, 80), 8)
    places = [*found.heads, *found.sides, found.own]
    assert len(places) == count + heads + 1
    assert found.table is not None
    assert all(not a.overlaps(b) for i, a in enumerate(places) for b in places[:i])
    assert circle(Rect(0, 0, 200, 100), [], [(110, 80)] * count, (110, 80), 8).table is None
