"""Packages filled in on a card, callers at the briefing, and what files and notes say of the tables."""

import pytest
from games import started

from game.desktop import focus
from game.desktop.screens.briefing import Briefing
from game.desktop.screens.chair import look
from game.desktop.screens.debrief import Debrief
from game.desktop.screens.desk import Desk
from game.desktop.screens.dossier import Dossier
from game.desktop.screens.errands import Fill, Settle
from game.desktop.screens.table import Table
from game.desktop.screens.wishes import Pick, Proceed
from game.desktop.settings import Settings
from game.desktop.stage import Stage
from game.desktop.type import Type
from game.rules.state import Ask
from game.session.bots import LEADS
from game.session.session import play_out


def table(session, lang="zh"):
    return Table(desk=Desk(lang), chair=look(session))


def staged(screen):
    return Stage(screen, (1280, 720), Settings(), rulers=Type, clock=lambda: 0.0, play=lambda cue: None)


def press(stage, id):
    widget = focus.find(stage.widgets, id)
    assert widget is not None, id
    assert widget.enabled, id
    stage.activate(widget)


def shown(stage):
    return "\n".join(w.name for w in stage.widgets if w.layer == 1)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_offer_is_put_together_issue_by_issue(lang):
    page = table(started(1), lang)
    stage = staged(page.handle(Fill("offer")))
    press(stage, "pick.build")
    use = focus.find(stage.widgets, "use")
    assert not use.enabled
    assert use.hint == page.words("table.incomplete")
    locked = focus.find(stage.widgets, "option.data.full")
    assert not locked.enabled
    assert locked.hint.startswith(page.words("table.locked", who=page.seat("chief")))
    press(stage, "option.data.monthly")
    assert page.words("table.own.part", points=40, walkaway=35) in shown(stage)
    press(stage, "option.sites.sort")
    assert page.words("table.own.whole", points=70, walkaway=35) in shown(stage)
    assert shown(stage).count(page.words("table.nothing_known")) == 2
    press(stage, "use")
    if stage.screen.field is not None:
        press(stage, "pick.")
    assert stage.screen.action.args == {"table": "terms", "target": "build", "package": "monthly+sort", "side": ""}
    assert "monthly+" not in shown(stage)
    press(stage, "seal")
    assert stage.screen.name == "answer"
    assert stage.screen.granted is not None
    assert stage.screen.chair.seen.tables[0].offered == 4


def test_options_answer_to_keys_and_steps_can_be_taken_back():
    stage = staged(table(started(1)).handle(Fill("convene")))
    stage.key("2")
    stage.key("4")
    assert stage.screen.settled == ("monthly", "sort")
    press(stage, "use")
    assert stage.screen.field.name == "second"
    press(stage, "none")
    assert stage.screen.field is None
    assert stage.screen.action.args == {"table": "terms", "first": "monthly+sort", "second": ""}
    press(stage, "back")
    press(stage, "back")
    assert stage.screen.field.name == "first"
    assert stage.screen.settled == ("", "")


def test_a_card_starts_from_what_was_put_last():
    session = started(1)
    offer = next(o for o in session.options("lead") if o.kind == "offer")
    session.do(offer.fill(table="terms", target="build", package="monthly+sort", side=""))
    page = table(session).handle(Fill("offer", (("target", "road"),)))
    assert page.settled == ("monthly", "sort")


def test_several_packages_are_added_and_taken_out():
    stage = staged(table(started(1)).handle(Fill("escalate")))
    for option in ("data.monthly", "sites.sort"):
        press(stage, f"option.{option}")
    assert not focus.find(stage.widgets, "enough.packages").enabled
    press(stage, "use")
    press(stage, "option.data.totals")
    press(stage, "use")
    assert stage.screen.picked == ("totals+sort", "monthly+sort")
    press(stage, "use")
    assert stage.screen.picked == ("monthly+sort",)
    press(stage, "enough.packages")
    assert stage.screen.action.args == {"table": "terms", "leader": "vice", "packages": ["monthly+sort"]}


def test_nothing_hidden_shows_on_the_card():
    cards = []
    for walkaway in (400, 900):
        session = started(1)
        party = session.scenario.tables[0].parties[1]
        object.__setattr__(party, "walkaway", walkaway)
        page = table(session).handle(Fill("offer", (("target", "build"),)))
        cards.append(staged(page.handle(Settle(0, "monthly")).handle(Settle(1, "sort"))).widgets)
    assert cards[0] == cards[1]


def test_the_file_and_the_notes_tell_of_the_table():
    session = started(1)
    session.state.known = (*session.state.known, "build.points", "build.refused.terms.sites")
    session.state.rung[0] = 2
    page = table(session)
    stage = staged(Dossier(desk=page.desk, chair=look(session), seat_id="build", behind=page))
    assert page.words("dossier.rung", rung=page.words("rung.interview")) in {w.name for w in stage.widgets}
    press(stage, "bargains")
    assert any(page.words("table.walkaway", low=40, high=50) in w.hint for w in stage.widgets)
    notes = "\n".join(w.name for w in staged(page.now(tab="notes")).widgets)
    assert page.words("table.none", held=0, most=3) in notes
    assert page.say("mandate") in notes


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_callers_come_after_the_news_and_are_answered_one_by_one(lang):
    session = started(2)
    session.state.phase = "briefing"
    session.state.asked = (
        Ask("lead", "condition", (("peer", "build"), ("table", "terms"), ("package", "monthly+sort"), ("side", ""))),
        Ask("lead", "stick", (("leader", "vice"), ("target", "build"), ("work", "check"))),
    )
    page = Briefing(desk=Desk(lang), chair=look(session))
    while not page.waiting:
        page = page.handle(Proceed())
    assert page.handle(Proceed()) is None
    stage = staged(page)
    assert page.words("table.own.whole", points=70, walkaway=35) in "\n".join(w.name for w in stage.widgets)
    press(stage, "answer0")
    press(stage, "decide")
    assert len(stage.screen.heard) == 1
    assert stage.screen.heard[0][1][0] in "\n".join(w.name for w in stage.widgets)
    press(stage, "next")
    press(stage, "answer0")
    press(stage, "answer0")
    press(stage, "next")
    assert stage.screen.name == "table"
    assert stage.screen.chair.seen.phase == "planning"
    stage.screen = page
    assert page.handle(Pick("agree")).handle(Pick("decline")).picked == "decline"


def test_the_debrief_tells_how_the_tables_ended():
    session = started(1)
    play_out(session, LEADS["steady"](1))
    page = Debrief(desk=Desk("zh"), chair=look(session), tab="forks")
    title, lines = page.section("tables")
    assert title == page.words("closing.tables.title")
    assert len(lines) == 1
    told = "\n".join(w.name for w in staged(page).widgets)
    assert lines[0] in told
