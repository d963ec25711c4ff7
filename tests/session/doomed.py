"""A game played by a child process that may be killed at any moment: what the plug being pulled looks like."""

import os
import signal
import time
from pathlib import Path

from game.session import recording
from game.session.bots import LEADS
from game.session.recording import create
from game.session.session import begin, play_out


def play_and_die(scenario, first, path: Path, after: float) -> tuple[int, bool]:
    """Play a game in a child and kill it `after` some seconds; return how many lines it had finished, and if it died.

    Every line is written in small pieces with pauses, so that many deaths fall into the middle of one.
    """
    listen, speak = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(listen)
            _play_slowly(scenario, first, path, speak)
        finally:
            os._exit(0)
    os.close(speak)
    os.read(listen, 1)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    finished = 1
    while more := os.read(listen, 4096):
        finished += len(more)
    os.close(listen)
    return finished, os.WIFSIGNALED(status)


def _play_slowly(scenario, first, path: Path, speak: int) -> None:
    write = os.write

    class Slow:
        """The module `os` with a write that takes its time."""

        def __getattr__(self, name):
            return getattr(os, name)

        def write(self, file: int, data: bytes) -> int:
            time.sleep(0.0001)
            return write(file, data[:200])

    recording.os = Slow()
    kept = create(path, first)
    write(speak, b".")
    plain = kept._write

    def told(line) -> None:
        plain(line)
        write(speak, b".")

    type(kept)._write = lambda _self, line: told(line)
    play_out(begin(scenario, first["seed"], kept), LEADS["steady"](0))
