"""The adviser's look ahead: what it counts, that it knows no more than the lead, and where one can ask for it."""

import pytest

from game.desktop.intent import Back
from game.desktop.screens.wishes import Foresee, Pick
from game.desktop.sheet import Sheet
from game.desktop.type import Type
from game.rules import options, public, view
from game.session.bots import LEADS, advice
from game.session.bots.advice import SAME, WORLDS, Advice
from game.telling.outlook import ahead
from game.telling.words import words
from game.terminal.filling import confirmed
from game.terminal.prompt import Prompt
from tests.rules.test_secrecy import scenario_secrets, state_secrets
from tests.session.test_advisor import played, sealed
from tests.session.test_planner import SMALL, planning
from tests.table import scenario_of
from tests.terminal.test_play import Keyboard


def deeds(scenario, state):
    """What the usual lead would do now, and a visit it would not make."""
    seen, can = view(scenario, state, "lead"), options(scenario, state, "lead")
    usual = LEADS["adaptive"](0)(seen, can)
    visit = next(o for o in can if o.kind == "visit")
    others = [visit.fill(target=target) for target in visit.fields[0].choices]
    return usual, next(a for a in others if a != usual)


def advised(scenario, state, action):
    seen = view(scenario, state, "lead")
    return advice.advice(public(scenario, seen), seen, options(scenario, state, "lead"), action)


def test_what_the_usual_lead_would_do_is_said_to_be_that():
    scenario, state = scenario_of(SMALL), planning(2)
    usual, other = deeds(scenario, state)
    assert advised(scenario, state, usual) == Advice(0, 0, 0, 0, True)
    found = advised(scenario, state, other)
    assert (found.worlds, found.usual) == (WORLDS, False)
    assert found == advised(scenario, state, other)


@pytest.mark.parametrize("gain", [-300, -SAME, 0, SAME, 300])
def test_worlds_are_counted_by_what_the_deed_comes_to_in_each(gain, monkeypatch):
    scenario, state = scenario_of(SMALL), planning(2)
    _, other = deeds(scenario, state)
    monkeypatch.setattr(advice, "rollout", lambda _world, line, _until: 500 + gain * (line.action == other))
    better, worse = WORLDS * (gain >= SAME), WORLDS * (gain <= -SAME)
    assert advised(scenario, state, other) == Advice(better, worse, WORLDS, gain, False)


@pytest.mark.parametrize("secrets", [state_secrets, scenario_secrets], ids=["game", "author"])
def test_it_knows_no_more_than_the_lead(secrets):
    scenario, state = scenario_of(SMALL), planning(3)
    _, other = deeds(scenario, state)
    before = advised(scenario, state, other)
    for secret in secrets(scenario, state):
        if "lead" not in secret.owners:
            assert advised(secret.scenario, secret.state, other) == before, secret.name


@pytest.mark.parametrize("lang", ["zh", "en", "tw"])
def test_every_outcome_is_said(lang):
    strict = words(lang, True)
    outcomes = (
        (7, 1, 8, 20, False), (1, 7, 8, -20, False), (4, 4, 8, 0, False), (0, 0, 0, 0, True), (0, 0, 0, 0, False),
    )  # fmt: skip
    told = [ahead(strict, Advice(*outcome)) for outcome in outcomes]
    assert len(set(told)) == len(told)
    assert all("outlook." not in line for line in told)


def test_it_is_asked_on_the_card_and_at_the_keyboard_where_there_is_an_adviser():
    for advisor in (True, False):
        session = played(advisor)
        card = sealed(session)
        told = ahead(card.words, session.advice(card.action))
        assert (card.words("window.filling.ahead") in shown(card)) is advisor
        keyboard = Keyboard(["w", "b"])
        prompt = Prompt(words("zh", True), keyboard.ask, keyboard.out)
        assert not confirmed(prompt, session, card.option, card.action)
        assert (told.replace(" ", "") in keyboard.text.replace("\n", "").replace(" ", "")) is advisor
        if advisor:
            after = card.handle(Foresee())
            assert told in shown(after)
            assert told not in shown(after.handle(Back()).handle(Pick("build")))


def shown(page):
    sheet = Sheet((1280, 720), Type(0.75))
    page.layout(sheet)
    return "\n".join(widget.name for widget in sheet.widgets)
