"""A whole game by keyboard in a real window, where there is a virtual display to open it on."""

import os
import shutil
import subprocess
import sys
import time
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
KEYS = ("Return", "1", "1", "Return", "Return", "e", "e")      # goes on from wherever it is, by a turn or so
PATIENCE = 40

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux") or not all(map(shutil.which, TOOLS)), reason="no Xvfb"),
]


@pytest.fixture(name="display")
def _display():
    read, write = os.pipe()
    command = ["Xvfb", "-noreset", "-displayfd", str(write), "-screen", "0", "1280x720x24"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    number = os.read(read, 16).decode().strip()
    os.close(read)
    yield f":{number}"
    server.terminate()
    server.wait()


def test_a_game_by_keyboard_in_a_real_window(tmp_path, display):
    shutil.copy(Path(__file__).parent.parent / "data" / "small.yaml", tmp_path)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SDL_")}
    environment |= {"DISPLAY": display, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"),
                    "XDG_CONFIG_HOME": str(tmp_path / "config"), "PYTHONPATH": os.pathsep.join(sys.path)}  # fmt: skip
    program = subprocess.Popen([sys.executable, "-c", PROGRAM.format(folder=str(tmp_path))], env=environment,
                               stderr=subprocess.PIPE, text=True)  # fmt: skip
    try:
        assert _within(lambda: "qiantou" in _under_pointer(environment))
        assert _within(lambda: _pressed(environment, "Return") and any(tmp_path.rglob("*.jsonl")))
        assert _within(lambda: _played_on(tmp_path, environment))
        assert program.poll() is None
    finally:
        program.terminate()
        _, errors = program.communicate(timeout=10)
    assert errors == ""


def _within(done):
    """Whether `done` comes true before patience is lost."""
    end = time.monotonic() + PATIENCE
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
