"""The trainer's PIN before what is hidden: asked in the replay of a class's game that is not over, and nowhere else."""

import pytest

from game.desktop.intent import Back, Edit
from game.desktop.screens.desk import Desk
from game.desktop.screens.errands import Take
from game.desktop.screens.film import film
from game.desktop.screens.library import Library
from game.desktop.screens.replay import Replay
from game.desktop.screens.wishes import Pick, Proceed, Show
from game.desktop.sheet import Sheet
from game.desktop.type import Type
from game.session.bots import LEADS
from game.session.pin import fits, pin_in, sealed_pin
from game.session.recording import create, header
from game.session.session import begin, play_out, play_until
from tests.table import scenario_of, text_of

NAME = "small-class"
PIN = "2468"


def replay(path, *, pin=PIN, over=False):
    """The replay of a class's game, at its last step."""
    options = {"pin": sealed_pin(pin, "ab")} if pin else {}
    first = header(scenario_of(NAME), text_of(NAME), 5, "", options=options)
    session = begin(scenario_of(NAME), 5, create(path, first))
    if over:
        play_out(session, LEADS["steady"](5))
    else:
        play_until(session, LEADS["steady"](5), 3)
    session.recording.close()
    shown = film(path)
    desk = Desk("en")
    return Replay(desk=desk, film=shown, behind=Library(desk=desk), at=len(shown.frames) - 1).opened()


def placed(screen):
    sheet = Sheet((1280, 720), Type(0.75))
    screen.layout(sheet)
    return sheet.widgets


def told(screen):
    return "\n".join("\n".join((w.name, w.value, w.hint, *(line.text for line in w.lines))) for w in placed(screen))


def tried(screen, pin):
    """The PIN typed at the dialog that asks for it."""
    return screen.handle(Take("whole")).handle(Edit("pin", pin)).handle(Proceed())


def test_everything_is_shown_after_the_pin_and_not_before(tmp_path):
    page = replay(tmp_path / "a.jsonl")
    asked = page.handle(Take("whole"))
    assert not asked.whole
    assert [w.role for w in placed(asked) if w.id == "pin"] == ["field"]
    shown = tried(page, PIN)
    assert (shown.whole, shown.lock) == (True, None)
    assert told(shown) == told(page.now(open=True, whole=True)) != told(page)
    back = shown.handle(Take("whole"))
    assert told(back.now(open=False)) == told(page)
    assert back.handle(Take("whole")).whole     # it stays open for this screen


def test_a_wrong_pin_is_told_and_shows_nothing(tmp_path):
    page = replay(tmp_path / "a.jsonl")
    wrong = tried(page, "1111")
    assert not wrong.whole
    assert "That is not the PIN." in told(wrong)
    assert "1111" not in told(wrong)
    hidden = set(told(page.now(open=True, whole=True)).splitlines()) - set(told(page).splitlines())
    assert hidden
    assert not hidden & set(told(wrong).splitlines())
    assert told(wrong.handle(Back())) == told(page)
    for other in (Pick(0), Show("evening"), Take("whole"), Take("play")):
        assert not wrong.handle(other).whole


@pytest.mark.parametrize(("pin", "over"), [(PIN, True), ("", True), ("", False)])
def test_a_game_that_is_over_or_has_no_pin_asks_none(tmp_path, pin, over):
    page = replay(tmp_path / "a.jsonl", pin=pin, over=over)
    assert page.handle(Take("whole")).whole


def test_a_game_played_on_from_a_locked_one_is_locked_too(tmp_path):
    locked, over = replay(tmp_path / "a.jsonl"), replay(tmp_path / "b.jsonl", over=True)
    for page, kept in ((locked, True), (over, False)):
        chair = page.film.again(0, tmp_path / f"{kept}.jsonl", "", "en")
        chair.session.recording.close()
        assert (pin_in(chair.session.recording.header) != "") is kept
    again = film(tmp_path / "True.jsonl")
    page = Replay(desk=locked.desk, film=again, behind=locked.behind)
    assert page.handle(Take("whole")).lock is not None
    assert tried(page, PIN).whole


def test_a_pin_that_was_tampered_with_opens_nothing():
    for kept in ("é$é", "\udcff$ab", "$", "no salt"):
        assert not fits(kept, PIN)
