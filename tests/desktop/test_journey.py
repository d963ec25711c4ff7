import subprocess
import sys

import pytest
from games import briefed, chair, started
from transitions import MachineError

from game.desktop.home import Folders
from game.desktop.intent import Apply, Back
from game.desktop.screens.chair import look
from game.desktop.screens.desk import Desk
from game.desktop.screens.errands import Fill, Undo
from game.desktop.screens.journey import follow
from game.desktop.screens.table import Table
from game.desktop.screens.title import Title
from game.desktop.screens.wishes import Adjust, Pick, Proceed, Resume, Speak
from game.desktop.settings import Settings
from game.session.recording import Recording, RecordingError

FIRST_FRAME = """
import os, sys
os.environ["SDL_VIDEODRIVER"] = "dummy"
from game.desktop.app import Title
from game.desktop.screens.desk import Desk
from game.desktop.window import Window
window = Window(Title(desk=Desk()), clock=lambda: 0.0)
window.step(())
assert window.frames == 1
print(*sorted({"pydantic", "yaml", "transitions", "rich", "jinja2", "game.rules"} & set(sys.modules)))
"""


def test_the_title_is_there_before_anything_heavy():
    found = subprocess.run([sys.executable, "-c", FIRST_FRAME], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == ""


def test_screens_follow_only_where_the_journey_leads():
    assert follow("title", "browse") == "library"
    assert follow("table", "close") == "evening"
    with pytest.raises(MachineError):
        follow("library", "close")


def test_language_and_theme_change_at_run_time_and_are_kept(tmp_path):
    home = Folders(tmp_path / "config", tmp_path / "runs")
    table = Table(desk=Desk(home=home), chair=chair())
    over = table.handle(Adjust())
    over = over.handle(Speak("en")).handle(Apply(Settings("dark", 150, False)))
    back = over.handle(Back())
    assert isinstance(back, Table)
    assert (back.desk.lang, back.desk.settings.theme) == ("en", "dark")
    assert home.remembered("zh") == (Settings("dark", 150, False), "en")


def test_a_home_that_cannot_be_written_costs_only_the_memory(tmp_path):
    (tmp_path / "file").write_text("")
    home = Folders(tmp_path / "file" / "config", tmp_path / "file" / "runs")
    table = Table(desk=Desk(home=home), chair=chair()).handle(Speak("tw"))
    assert table.desk.lang == "tw"
    assert table.desk.trouble
    assert home.latest() is None


@pytest.mark.parametrize("kept", ["", "[]", "{}", '{"theme": 3, "scale": 117, "keys": {"next": 1}, "lang": "xx"}'])
def test_unsound_settings_are_plain_ones(tmp_path, kept):
    (tmp_path / "window.json").write_text(kept)
    assert Folders(tmp_path, tmp_path).remembered("en") == (Settings(), "en")


def test_an_undoable_deed_is_taken_back():
    table = Table(chair=look(started(2)))
    before = table.chair.seen
    card = table.handle(Fill("support")).handle(Pick("train"))
    after = card.handle(Proceed()).handle(Proceed())
    assert after.chair.seen.energy == before.energy - 2
    assert after.handle(Undo()).chair.seen == before


@pytest.mark.parametrize("line", [1, 3, 5])
def test_a_full_disk_does_not_end_the_game(monkeypatch, line):
    table, written = Table(chair=look(started(2))), []

    def refuse(_recording, data):
        written.append(data)
        if len(written) == line:
            raise RecordingError("disk", path="x", why="full")

    monkeypatch.setattr(Recording, "_write", refuse)
    after = table.now(ending=True).handle(Proceed())
    assert after.chair.lost is not None
    assert after.chair.seen.turn == table.chair.seen.turn + 1


def test_a_recording_that_cannot_be_taken_up_is_told_in_a_sentence(tmp_path):
    (tmp_path / "a.jsonl").write_text("nonsense\n")
    title = Title(desk=Desk(home=Folders(tmp_path, tmp_path)))
    after = title.handle(Resume())
    assert after.name == "title"
    assert after.trouble


def test_a_briefing_waits_for_its_answer():
    from game.desktop.screens.briefing import Briefing

    page = Briefing(chair=briefed())
    while not page.waiting:
        page = page.handle(Proceed())
    assert [door.id for door in page._doors() if door.id == "next"] == []
