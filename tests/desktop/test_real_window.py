"""A whole game by keyboard in a real window, where there is a virtual display to open it on."""

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

TOOLS = ("Xvfb", "xdotool")
PROGRAM = """
from pathlib import Path
import game.scenario.library as library
library.shipped = lambda folder: Path("nowhere")
from game.desktop.app import run
run([Path({folder!r})], "en")
"""
FOLLOWING = """
from pathlib import Path
from game.desktop.app import run_preview
from game.desktop.window import Window
from game.lint.preview import preview

def drawn(self, draw=Window._draw):
    draw(self)
    Path({seen!r}).write_text("\\n".join(w.text for w in self.stage.widgets), encoding="utf-8")

Window._draw = drawn
run_preview(preview(Path({path!r})), "en")
"""
SHOWN = """
import json, os
from pathlib import Path
import game.scenario.library as library
from game.desktop import focus
from game.desktop.app import run
from game.desktop.window import Window

def drawn(self, draw=Window._draw):
    draw(self)
    seen = [w for w in focus.usable(self.stage.widgets) if w.action is not None and w.enabled and w.seen.w and w.seen.h]
    spots = {{w.id: [*w.seen.centre, w.look] for w in seen}}
    Path({seen!r} + ".new").write_text(json.dumps([self.stage.screen.name, self.frames, spots]), encoding="utf-8")
    os.replace({seen!r} + ".new", {seen!r})

Window._draw = drawn
library.shipped = lambda folder: Path("nowhere")
run([Path({folder!r})], "zh")
"""
KEYS = ("Return", "1", "1", "Return", "Return", "e", "e")      # goes on from wherever it is, by a turn or so
PATIENCE = 25

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux") or not all(map(shutil.which, TOOLS)), reason="no Xvfb"),
]


@contextmanager
def _display():
    """A virtual display of its own; `-noreset` keeps it from starting over whenever its last client leaves."""
    read, write = os.pipe()
    command = ["Xvfb", "-noreset", "-displayfd", str(write), "-screen", "0", "1280x720x24"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as said:
        number = said.readline().strip()        # the whole line: a server that cannot finish it gives up
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def test_a_game_by_keyboard_in_a_real_window(tmp_path):
    """A display without a window manager now and then never hands a key on: three displays, one game."""
    assert any(_plays_through(tmp_path / str(attempt)) for attempt in range(3))


def _plays_through(home):
    """Whether a game is played from the title to its debrief by keys alone; whatever it says on stderr is a failure."""
    home.mkdir()
    shutil.copy(Path(__file__).parent.parent / "data" / "small.yaml", home)
    with _display() as display:
        environment = _environment(display, home)
        command = [sys.executable, "-c", PROGRAM.format(folder=str(home))]
        program = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
        try:
            done = (
                _within(lambda: "qiantou" in _under_pointer(environment))
                and _within(lambda: _pressed(environment, "Return") and any(home.rglob("*.jsonl")))
                and _within(lambda: _played_on(home, environment))
            )
            assert program.poll() is None
        finally:
            program.terminate()
            _, errors = program.communicate(timeout=10)
    assert errors == ""
    return done


def test_a_game_by_mouse_in_a_real_window(tmp_path):
    """From the title to the debrief by pointing alone: a visit in the first turn, then whatever goes on."""
    shutil.copy(Path(__file__).parent.parent / "data" / "small.yaml", tmp_path)
    seen, pressed = tmp_path / "seen.json", []
    with _display() as display:
        environment = _environment(display, tmp_path)
        command = [sys.executable, "-c", SHOWN.format(folder=str(tmp_path), seen=str(seen))]
        program = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
        try:
            assert _within(seen.exists)
            assert _within(lambda: _pointed(environment, seen, pressed) == "debrief", 3 * PATIENCE)
            assert program.poll() is None
        finally:
            program.terminate()
            _, errors = program.communicate(timeout=10)
    assert errors == ""
    assert {"deed.visit", "seal", "end"} <= set(pressed)
    assert any('"phase":"debrief"' in path.read_text() for path in tmp_path.rglob("*.jsonl"))


def _pointed(environment, seen, pressed):
    """Click on what goes on from here, and wait until the window has answered; the name of the screen that is up."""
    screen, frames, spots = json.loads(seen.read_text(encoding="utf-8"))
    if screen == "table" and "deed.visit" not in pressed and "deed.visit" in spots:
        id = "deed.visit"
    else:
        seals = [id for id, (_, _, look) in spots.items() if look == "primary"]
        id = next(iter(seals), next((id for id in spots if id.startswith(("choice", "pick."))), "end"))
    if screen != "debrief" and id in spots:
        x, y, _ = spots[id]
        _asked(environment, "mousemove", str(x), str(y), "click", "1")
        pressed.append(id)
        _within(lambda: (now := _frames(seen)) > frames and not time.sleep(0.06) and _frames(seen) == now, 2)
    return screen


def _frames(seen):
    """How many pictures the window has drawn; it draws none once it is at rest."""
    return json.loads(seen.read_text(encoding="utf-8"))[1]


def test_a_real_window_follows_a_file(tmp_path):
    """What is drawn after a broken save and after a mended one; a window left alone draws nothing."""
    path, seen = tmp_path / "small.yaml", tmp_path / "seen.txt"
    text = (Path(__file__).parent.parent / "data" / "small.yaml").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")

    def shows(words):
        return seen.exists() and words in seen.read_text(encoding="utf-8")

    with _display() as display:
        command = [sys.executable, "-c", FOLLOWING.format(path=str(path), seen=str(seen))]
        program = subprocess.Popen(command, env=_environment(display, tmp_path), stderr=subprocess.PIPE, text=True)
        try:
            assert _within(lambda: shows("Up to date"))
            path.write_text(text.replace("trust: 40", "trsut: 40"), encoding="utf-8")
            assert _within(lambda: shows("last good version") and shows("trsut"))
            time.sleep(0.2)
            before = seen.stat().st_mtime_ns
            time.sleep(1.5)
            assert seen.stat().st_mtime_ns == before
            path.write_text(text, encoding="utf-8")
            assert _within(lambda: shows("Up to date"))
            assert program.poll() is None
        finally:
            program.terminate()
            _, errors = program.communicate(timeout=10)
    assert errors == ""


def _environment(display, home):
    """The environment of a program that has this display and keeps its things in `home`."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SDL_")}
    return environment | {"DISPLAY": display, "HOME": str(home), "XDG_DATA_HOME": str(home / "data"),
                          "XDG_CONFIG_HOME": str(home / "config"), "PYTHONPATH": os.pathsep.join(sys.path)}  # fmt: skip


def _within(done, patience=PATIENCE):
    """Whether `done` comes true before patience is lost."""
    end = time.monotonic() + patience
    while not done():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def _asked(environment, *words):
    """What xdotool answers; nothing where it cannot."""
    return subprocess.run(["xdotool", *words], env=environment, capture_output=True, text=True, check=False).stdout


def _under_pointer(environment):
    """The name of the window under the pointer: without a window manager, that is where keys go."""
    place = _asked(environment, "mousemove", "3", "716", "getmouselocation", "--shell")
    window = next((line.removeprefix("WINDOW=") for line in place.splitlines() if line.startswith("WINDOW=")), "")
    return _asked(environment, "getwindowname", window)


def _pressed(environment, *keys):
    """Press some keys, as fast as somebody who knows the game."""
    _asked(environment, "key", "--delay", "40", *keys)
    return True


def _played_on(home, environment):
    """Press some keys; whether a recording under `home` has come to its debrief."""
    _pressed(environment, *KEYS)
    return any('"phase":"debrief"' in path.read_text() for path in home.rglob("*.jsonl"))
