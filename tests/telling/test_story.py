"""Whole games have words: every event, action, option, block, reason, forecast and debrief, in every language."""

from dataclasses import replace
from itertools import pairwise

import pytest

from game.rules import Action, Blocked, Event
from game.rules.deeds import LEAD, TRAINER
from game.rules.option import check
from game.study.debrief import debrief
from game.telling.closing import closing
from game.telling.evening import MOST, evening
from game.telling.name import date, full, head, level, seat, work
from game.telling.number import points
from game.telling.offer import about, action, blocked, field, label, value
from game.telling.outlook import outlook
from game.telling.paper import document, mandate
from game.telling.question import question
from game.telling.reason import lines, title
from game.telling.story import SILENT, story
from game.telling.words import words
from game.terminal.why import subjects

from .table import LANGUAGES, PATHS, played, scenario, session

GAMES = [(name, seed) for name in PATHS for seed in range(6)]


@pytest.fixture(params=LANGUAGES)
def strict(request):
    return words(request.param, True)


@pytest.mark.parametrize(("name", "seed"), GAMES)
def test_every_event_and_action_of_a_random_game_has_words(strict, name, seed):
    game, told = played(name, seed), scenario(name)
    for moment in game.moments:
        for event in moment.events:
            assert story(strict, told, event) or event.kind in SILENT | {"public"}, event
        if moment.action is not None:
            assert action(strict, told, moment.action)


@pytest.mark.parametrize("name", PATHS)
def test_every_evening_tells_at_most_three_changes(strict, name):
    game = played(name, 1)
    for at, (before, after) in enumerate(pairwise(game.moments), 1):
        if after.state.turn != before.state.turn:
            report = evening(strict, scenario(name), [e for m in game.moments[: at + 1] for e in m.events])
            assert 0 < len(report.changes) <= MOST
            assert all(report.changes)


@pytest.mark.parametrize("name", PATHS)
def test_every_option_field_value_and_block_has_words(strict, name):
    told = scenario(name)
    for seed in range(3):
        game = played(name, seed)
        for moment in game.moments[::7]:
            game_then = type(game)(told, [moment], game.recording, game.people, {})
            for who in told.seats:
                for option in game_then.options(who):
                    asks = [a for a in game_then.view(who).asked if a.kind == option.ask]
                    _word_option(strict, told, option, asks[0].data if asks else {})


def _word_option(strict, told, option, data):
    assert label(strict, told, option)
    assert about(strict, told, option)
    if option.ask:
        assert question(strict, told, option.ask, data)
    if option.blocked is not None:
        assert blocked(strict, told, option.blocked)
    for one in option.fields:
        assert field(strict, told, option.kind, one.name)
        for v in one.choices[:40]:
            assert value(strict, told, option.ask or option.kind, one.name, v, data)
        for v, why in one.closed.items():
            assert value(strict, told, option.kind, one.name, v)
            assert blocked(strict, told, why)


def test_labels_fit_their_buttons():
    for kind in (*LEAD, *TRAINER):
        assert len(words("zh")(f"offer.{kind}.label")) <= 6


@pytest.mark.parametrize("name", PATHS)
def test_every_number_can_be_explained_in_words(strict, name):
    told, game = scenario(name), played(name, 2)
    for moment in (game.moments[0], game.moments[-1]):
        then = type(game)(told, [moment], game.recording, game.people, {})
        for who in ("lead", "trainer", told.peers[0].id):
            for _, names in subjects(strict, told):
                for what in names:
                    assert title(strict, told, what)
                    assert all(name and value for name, value in lines(strict, told, then.explain(what, who)))


@pytest.mark.parametrize("name", PATHS)
def test_debrief_and_papers_have_words(strict, name):
    game, told = played(name, 1, "steady"), scenario(name)
    sections = closing(strict, told, debrief(told, game.moments))
    assert all(heading and texts for heading, texts in sections)
    text = "\n".join(line for _, texts in sections for line in texts)
    assert "should" not in text
    assert "应该" not in text
    assert told.peers[0].redline.get(strict.lang) in text
    for paper in game.state.papers:
        assert {"issuer", "title", "body", "date"} <= dict(document(strict, told, paper)).keys()
    assert all(text for _, text in mandate(strict, told))


@pytest.mark.parametrize("name", PATHS)
def test_forecasts_have_at_most_four_lines(strict, name):
    game, told = session(name), scenario(name)
    for option in game.options("lead"):
        if option.kind == "visit":
            for target in option.fields[0].choices:
                assert 1 <= len(outlook(strict, told, game.forecast(option.fill(target=target)))) <= 4


def test_names(strict):
    told = scenario("small")
    for id in (*told.seats, "discipline"):
        assert seat(strict, told, id)
        assert full(strict, told, id)
    assert work(strict, told, "check")
    assert head(strict, told, "build")
    assert level(strict, 0) != level(strict, 4)
    assert date(strict, told, 30, 2)
    assert seat(strict, told, "nobody") == "nobody"


@pytest.mark.parametrize(
    "wrong",
    [
        Action("lead", "visit", {}),
        Action("lead", "visit", {"target": "nobody"}),
        Action("lead", "fly"),
        Action("ghost", "visit"),
        Action("build", "answer"),
        Action("lead", "visit", {"target": "build", "more": 1}),
        Action("lead", "consult", {"works": [], "attendees": [], "wording": "joint"}),
        Action("trainer", "stand_in", {"seat": "build"}),
    ],
)
def test_what_is_blocked_says_why(strict, wrong):
    told = scenario("small")
    game = session("small")
    while game.state.asked:
        game.do(game.options("lead")[0].fill(choice="tell"))
    why = check(told, game.state, wrong)
    assert isinstance(why, Blocked)
    assert blocked(strict, told, why)
    assert action(words(strict.lang), told, wrong)


@pytest.mark.parametrize(("reported", "real", "gap"), [(414, 266, "14"), (414, 406, None), (404, 446, None)])
def test_the_two_ledgers_of_a_debrief_add_up_as_they_are_told(strict, reported, real, gap):
    game = played("small", 1, "steady")
    found = debrief(game.scenario, game.moments)
    last = replace(found.points[-1], reported=reported, real=real)
    told = dict(closing(strict, game.scenario, replace(found, points=(*found.points[:-1], last))))
    key = "closing.ledger.even" if gap is None else "closing.ledger.end"
    numbers = {"reported": points(reported), "real": points(real), "gap": gap}
    assert told[strict("closing.ledger.title")][0] == strict(key, **numbers)


@pytest.mark.parametrize(("reported", "found", "way"), [(0, 0, "joint.nothing"), (100, 50, "joint"), (0, 50, "joint")])
def test_a_joint_inspection_of_what_nobody_has_begun_saw_nothing_prepared(strict, reported, found, way):
    told = scenario("small")
    data = {"work": told.works[0].id, "way": "joint", "reported": reported, "found": found, "caught": []}
    numbers = {"work": work(strict, told, data["work"]), "reported": points(reported), "found": points(found)}
    assert story(strict, told, Event("inspect", data, ())) == strict(f"event.inspect.{way}", **numbers)
