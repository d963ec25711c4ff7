import pytest
from example import Example

from game.desktop import focus
from game.desktop.intent import Apply, Back, Edit, Tick
from game.desktop.settings import COMMANDS, Settings
from game.desktop.stage import HOVER, Stage
from game.desktop.type import Type


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture(name="clock")
def _clock():
    return Clock()


@pytest.fixture(name="heard")
def _heard():
    return []


@pytest.fixture(name="stage")
def _stage(clock, heard):
    return Stage(Example(), (1280, 720), Settings(), rulers=Type, clock=clock, play=heard.append)


def widget(stage, id):
    found = focus.find(stage.widgets, id)
    assert found is not None
    return found


def tip(stage):
    return next((w.name for w in stage.widgets if w.role == "tooltip"), "")


def test_tab_walks_in_reading_order_and_round(stage):
    order = [w.id for w in focus.stops(stage.widgets)]
    assert order[:3] == ["leader", "peer0", "peer1"]
    assert order[-1] == "quit"
    walked = []
    for _ in order:
        stage.key("tab")
        walked.append(stage.focus)
    assert walked == order
    stage.key("tab")
    assert stage.focus == order[0]
    stage.key("shift tab")
    assert stage.focus == order[-1]


def test_arrows_go_where_they_point(stage):
    stage.focus = "call"
    stage.key("down")
    assert stage.focus == "talk"
    stage.key("up")
    assert stage.focus == "call"


def test_the_focus_is_scrolled_into_view(stage):
    stage.key("tab")
    stage.key("shift tab")
    assert stage.focus == "quit"
    side = widget(stage, "side").rect
    assert side.encloses(widget(stage, "quit").rect)


def test_enter_and_space_activate(stage):
    for key in ("return", "space"):
        stage.focus = "call"
        stage.key(key)
    assert stage.screen.done == ("call", "call")


def test_a_widgets_own_key_activates_it(stage):
    stage.key("1")
    assert stage.screen.done == ("call",)
    assert stage.focus == "call"


def test_a_blocked_widget_says_why_and_does_nothing(stage):
    stage.key("2")
    assert stage.screen.done == ()
    assert tip(stage) == "要先有一次通报（ladder）"
    stage.key("tab")
    assert tip(stage) == ""


def test_the_dialog_keeps_the_keys_to_itself(stage):
    stage.key("e")
    assert [w.id for w in focus.stops(stage.widgets)] == ["note", "yes", "no"]
    assert stage.focus == "note"
    stage.key("escape")
    assert stage.screen.done[-1] == Back()
    assert not stage.screen.asking


def test_typing_goes_to_the_field(stage):
    stage.key("e")
    stage.key("1")
    stage.typed("先稳住")
    stage.key("backspace")
    assert stage.screen.note == "先稳"
    assert stage.screen.done[-1] == Edit("note", "先稳")
    stage.compose("zhu")
    assert "先稳zhu|" in widget(stage, "note").text
    stage.key("return")
    assert stage.focus == "yes"


def test_a_click_needs_press_and_release_on_the_same_widget(stage):
    at = widget(stage, "peer0").rect.centre
    stage.press(at)
    stage.release((1, 1))
    assert stage.screen.done == ()
    stage.press(at)
    stage.release(at)
    assert stage.screen.done == (("open", 0),)


def test_what_is_scrolled_away_cannot_be_clicked(stage):
    hidden = next(w for w in stage.widgets if w.region and w.interactive and not w.seen.h)
    assert focus.under(stage.widgets, hidden.rect.centre) is not hidden


def test_the_tooltip_opens_after_a_while(stage, clock):
    stage.wheel(widget(stage, "side").rect.centre, -100)
    stage.point(widget(stage, "call").rect.centre)
    assert stage.wait() == pytest.approx(HOVER)
    stage.pass_time()
    assert tip(stage) == ""
    clock.now += HOVER
    stage.pass_time()
    assert tip(stage) == "对方会说更在意什么"
    assert stage.wait() is None


def test_the_pulse_ticks(clock):
    stage = Stage(Example(pulse=2.0), (1280, 720), Settings(), rulers=Type, clock=clock)
    assert stage.wait() == pytest.approx(2)
    clock.now += 2
    stage.pass_time()
    assert stage.screen.done == (Tick(102.0),)


def test_text_grows_and_shrinks_by_key(stage):
    before = stage.ruler.size("body")
    stage.key("ctrl =")
    assert stage.settings.scale == 125
    assert stage.ruler.size("body") > before
    for _ in range(9):
        stage.key("ctrl =")
    assert stage.settings.scale == 200
    assert isinstance(stage.screen.done[-1], Apply)


def test_keys_can_be_remapped(clock):
    keys = COMMANDS | {"next": ("j",)}
    stage = Stage(Example(), (1280, 720), Settings(keys=keys), rulers=Type, clock=clock)
    stage.key("j")
    assert stage.focus == "leader"
    stage.key("tab")
    assert stage.focus == "leader"


def test_sounds_follow_the_setting(stage, heard):
    stage.do(Apply(Settings(sound=False)))
    stage.key("1")
    assert heard == []
    stage.do(Apply(Settings(sound=True)))
    stage.key("1")
    assert heard == ["tap"]


def test_quit_ends(stage):
    stage.activate(widget(stage, "quit"))
    assert not stage.running


def test_an_answer_of_none_changes_nothing(stage):
    stage.dirty = False
    before = stage.widgets
    stage.do("nothing")
    assert stage.widgets is before
    assert not stage.dirty
