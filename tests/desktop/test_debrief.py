"""The pictures of the debrief: the timeline leads into the replay, and nothing of the game is changed by looking."""

import re

import pytest

from game.desktop.intent import Back
from game.desktop.screens.chair import look
from game.desktop.screens.debrief import Debrief
from game.desktop.screens.desk import Desk
from game.desktop.screens.wishes import Proceed, Show
from game.desktop.sheet import Sheet
from game.desktop.type import Type
from game.rules import view
from game.session.bots import LEADS
from game.session.recording import create, header
from game.session.session import begin, play_out
from game.study.pack import pictures
from game.telling.number import points
from game.telling.words import words
from tests.table import scenario_of, text_of


@pytest.fixture(scope="module")
def debrief():
    """The open curves of a steady game that is kept in memory only."""
    scenario = scenario_of("small-class")
    session = begin(scenario, 5, create(None, header(scenario, text_of("small-class"), 5, "")))
    play_out(session, LEADS["steady"](5))
    return Debrief(desk=Desk("en"), chair=look(session)).handle(Proceed()).handle(Show("curves"))


def cards(page, size=(1280, 720)):
    sheet = Sheet(size, Type(0.75))
    page.layout(sheet)
    return [widget for widget in sheet.widgets if widget.role == "item"]


def test_every_turn_of_the_timeline_opens_the_replay_there_and_comes_back(debrief):
    turns = cards(debrief)
    assert len(turns) == debrief.chair.seen.turn
    for n, card in enumerate(turns, 1):
        replay = debrief.handle(card.action)
        assert (replay.name, replay.film.frames[replay.at].state.turn) == ("replay", n)
        assert replay.handle(Back()).tab == "curves"


def test_a_card_says_what_the_picture_of_the_pack_says(debrief):
    told = pictures.turns(debrief.game, words("en"))
    for card, column in zip(cards(debrief), told, strict=True):
        written = card.text.replace("\n", "").replace(" ", "")
        for entry in (*column.above, *column.below):
            assert entry.text.replace(" ", "") in written


def test_the_widest_gap_told_is_the_widest_between_what_the_lead_saw_and_the_truth(debrief):
    game = debrief.game
    gaps = {}
    for n, moment in enumerate(game.closes):
        for seen, real in zip(view(game.scenario, moment.state, "lead").works, moment.state.real, strict=True):
            known = seen.reported if seen.seen is None else seen.seen
            gaps.setdefault(abs(known - real), (n, points(known), points(real)))
    turn, known, real = gaps[max(gaps)]
    told = pictures.knew(game, words("en")).caption
    assert max(gaps) > 0
    assert re.search(rf"turn {turn} .*\b{known}\b.*\b{real}\b", told), told
