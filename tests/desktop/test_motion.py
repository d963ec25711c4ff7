from games import chair, started

from game.desktop.motion import LASTS
from game.desktop.screens.chair import look
from game.desktop.screens.desk import Desk
from game.desktop.screens.errands import Fill
from game.desktop.screens.table import Table
from game.desktop.screens.wishes import Pick, Proceed
from game.desktop.settings import Settings
from game.desktop.stage import Stage
from game.desktop.type import Type


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def answered(settings):
    """A stage on which a visit has just been answered."""
    clock = Clock()
    table = Table(desk=Desk("zh", settings), chair=look(started(2)))
    stage = Stage(table, (1280, 720), settings, rulers=Type, clock=clock)
    for intent in (Fill("visit"), Pick(chair().scenario.peers[0].id), Proceed()):
        stage.do(intent)
    assert stage.screen.name == "answer"
    return stage, clock


def test_an_answer_comes_from_its_plate_and_comes_to_rest():
    stage, clock = answered(Settings())
    page = next(w for w in stage.widgets if w.id == "answer")
    first = next(w for w in stage.picture if w.id == "answer")
    assert first.rect != page.rect
    assert first.rect.size == page.rect.size
    assert stage.wait() < 0.1
    clock.now = LASTS
    stage.pass_time()
    assert stage.picture == stage.widgets
    assert stage.wait() is None


def test_it_can_be_used_at_once_and_a_key_ends_the_way():
    stage, _ = answered(Settings())
    assert any(w.id == "next" for w in stage.widgets)
    stage.key("tab")
    assert stage.picture == stage.widgets


def test_nothing_moves_for_those_who_want_it_still():
    stage, _ = answered(Settings(motion=False))
    assert stage.picture == stage.widgets
    assert stage.wait() is None


def test_thermometers_move_from_where_they_stood():
    clock = Clock()
    stage = Stage(Table(desk=Desk(), chair=look(started(3))), (1280, 720), Settings(), rulers=Type, clock=clock)
    before = next(w.level for w in stage.widgets if w.id == "heat.upper")
    for intent in (Proceed(), Proceed()):
        stage.do(intent)
    assert stage.screen.name == "evening"
    after = next(w.level for w in stage.widgets if w.id == "heat.upper")
    assert before != after
    assert next(w.level for w in stage.picture if w.id == "heat.upper") == before
