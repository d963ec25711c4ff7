"""The live preview in the window: it follows the file, idles when nothing changes, and its game can be played."""

import pytest
from games import SMALL

from game.desktop.intent import Apply, Back, Edit, Tick
from game.desktop.screens.desk import Desk
from game.desktop.screens.errands import Author, Drop, Fill, Nudge, Undo
from game.desktop.screens.preview import Preview
from game.desktop.screens.wishes import Adjust, Pick, Proceed, Shelve, Show
from game.desktop.settings import Settings
from game.desktop.stage import Stage
from game.desktop.type import Type
from game.lint.preview import preview
from game.rules import Action


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "small.yaml"
    path.write_bytes(SMALL.read_bytes())
    return path


@pytest.fixture
def screen(file):
    return Preview(desk=Desk("en"), seen=preview(file))


def read(screen, name):
    return screen.seen.good.names[name].read(screen.seen.state)


def shown(stage):
    return "\n".join(widget.text for widget in stage.widgets)


def test_a_save_is_painted_at_the_next_tick_and_nothing_in_between(screen, file):
    now = [0.0]
    stage = Stage(screen, (1280, 720), Settings(), rulers=Type, clock=lambda: now[0])
    assert stage.wait() == pytest.approx(0.5)
    stage.dirty = False
    for _ in range(3):
        now[0] += 0.6
        stage.pass_time()
    assert not stage.dirty
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("trust: 40", "trsut: 40"), encoding="utf-8")
    now[0] += 0.6
    stage.pass_time()
    assert stage.dirty
    for said in ("last good version", "trsut: 40", "^^", "Did you mean", "line 29, column 5"):
        assert said in shown(stage)
    file.write_text(text, encoding="utf-8")
    now[0] += 0.6
    stage.pass_time()
    assert "Up to date" in shown(stage)


def test_its_game_is_played_at_the_ordinary_table_and_taken_back(screen, file):
    assert screen.handle(Pick(2)).handle(Proceed()).name == "briefing"
    assert screen.handle(Proceed()).name == "table"
    table = screen.handle(Fill("visit")).behind
    assert table.name == "table"
    chair, _ = table.chair.do(Action("lead", "visit", {"target": "water"}))
    file.write_text(file.read_text(encoding="utf-8").replace("trust: 40", "trust: 50"), encoding="utf-8")
    for back in (Back(), Shelve(), Adjust()):
        left = table.now(chair=chair).handle(back)
        if left.name == "settings":
            left = left.handle(Shelve())
        assert left.name == "preview"
        assert left.desk.leave is None
        assert [s.what.kind for s in left.seen.steps] == ["visit"]
        assert left.seen.state.trust[0] >= 500


def test_turns_answers_values_and_undo(screen):
    asked = screen.handle(Pick(2))
    answered = asked.handle(Pick("answer.keep"))
    assert read(answered, "chosen.letter") == "keep"
    nudged = answered.handle(Nudge("mandate", 1))
    assert read(nudged, "mandate") == min(100, read(answered, "mandate") + 5)
    dialog = nudged.handle(Show("value.mandate"))
    assert dialog.handle(Edit("number", "many")).handle(Proceed()) is None
    assert dialog.handle(Back()).asking == ""
    typed = dialog.handle(Edit("number", "12")).handle(Proceed())
    assert (read(typed, "mandate"), typed.asking) == (12, "")
    assert len(typed.handle(Undo()).seen.steps) == 1
    assert not typed.handle(Drop(0)).handle(Drop(0)).seen.steps
    assert typed.handle(Pick("bot")).seen.state.turn == 3
    assert typed.handle(Pick(9)).handle(Proceed()).name == "debrief"


def test_a_broken_file_waits_and_other_settings_do_not_end_it(file):
    text = file.read_text(encoding="utf-8")
    file.write_text("format: 1\n", encoding="utf-8")
    waiting = Preview(desk=Desk("zh"), seen=preview(file))
    assert waiting.handle(Proceed()) is waiting.handle(Pick(2)) is waiting.handle(Tick(1)) is None
    waiting = waiting.handle(Apply(Settings(theme="dark")))
    file.write_text(text, encoding="utf-8")
    assert waiting.handle(Tick(2)).table is not None


def test_what_is_safe_is_mended_by_a_button(file):
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("    trust: 40\n", "    trust：40\n", 1), encoding="utf-8")
    page = Preview(desk=Desk("en"), seen=preview(file))
    assert [f.code for f in page.seen.findings] == ["fullwidth-colon"]
    mended = page.handle(Author("fix"))
    assert not any(f.severity == "error" for f in mended.seen.findings)
    assert file.read_text(encoding="utf-8") == good
