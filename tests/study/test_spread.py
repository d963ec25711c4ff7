"""Whoever plays the games, their rows are the same; workers die and Ctrl-C comes, and all is said."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.cli import qiantou
from game.exit import code_of
from game.study.crew import CrewError
from game.study.spread import CHUNK, Spread
from tests.study.players import BATCHES, Broken, Deadly, Dying, Squares, squares
from tests.table import ROOT, SMALL


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_rows_come_in_order_for_any_number_of_workers(workers):
    told: list[int] = []
    assert Spread(Squares, BATCHES).run(workers, told.append) == squares()
    assert told == [CHUNK, CHUNK, 5, 1]


def test_the_games_of_a_worker_that_died_are_played_again(tmp_path):
    batches = [(str(tmp_path / "died"), range(100))]
    assert Spread(Dying, batches).run(2) == [[n * n for n in range(100)]]
    assert (tmp_path / "died").exists()


def test_games_that_kill_every_worker_are_given_up():
    with pytest.raises(CrewError) as caught:
        Spread(Deadly, [("", range(100))]).run(2)
    assert caught.value.code == "lost"


@pytest.mark.parametrize("workers", [1, 2])
def test_what_a_player_raises_is_raised(workers):
    with pytest.raises(ZeroDivisionError):
        Spread(Broken, BATCHES).run(workers)


def of_session(leader: int) -> set[int]:
    """Return the processes of a session apart from its leader: workers, and what the system starts them through."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != leader:
            with contextlib.suppress(OSError):
                words = (entry / "stat").read_text().rpartition(")")[2].split()
                if int(words[3]) == leader and words[0] != "Z":
                    found.add(int(entry.name))
    return found


def awaited(holds, seconds=20):
    """Wait until something holds, and tell whether it does."""
    until = time.monotonic() + seconds
    while not holds() and time.monotonic() < until:
        time.sleep(0.05)
    return holds()


def heed():
    """Hear Ctrl-C, even where the tests themselves run in the background of a shell that has it ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextlib.contextmanager
def endless_playtest():
    """A playtest that would go on for hours, its workers hired, in a session of its own."""
    command = [sys.executable, "main.py", "playtest", str(SMALL), "--games", "100000", "--workers", "2"]
    running = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True,
                               preexec_fn=heed)  # fmt: skip
    try:
        assert awaited(lambda: len(of_session(running.pid)) >= 2)
        yield running
    finally:
        running.kill()
    assert awaited(lambda: not of_session(running.pid), 10)


COUNTED = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are counted in /proc")


@COUNTED
def test_ctrl_c_leaves_no_process_behind():
    with endless_playtest() as running:
        os.killpg(running.pid, signal.SIGINT)
        _, said = running.communicate(timeout=20)
    assert "Traceback" not in said


@COUNTED
@pytest.mark.parametrize("how", ["SIGTERM", "SIGKILL"])
def test_workers_end_with_who_hired_them(how):
    with endless_playtest() as running:
        running.send_signal(signal.Signals[how])
        running.wait(timeout=20)


def told(*arguments: str, capsys) -> str:
    assert code_of(lambda: qiantou(["playtest", str(SMALL), *arguments], standalone_mode=False)) in (2, 3)
    return capsys.readouterr().err


def test_a_wrong_address_is_said(capsys):
    assert "tcp://" in told("--cluster", "somewhere", capsys=capsys)
    assert "--workers" in told("--cluster", "tcp://127.0.0.1:1", "--workers", "2", capsys=capsys)


def test_without_the_extra_it_is_said_how_to_get_it(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert "qiantou[cluster]" in told("--cluster", "tcp://127.0.0.1:8786", capsys=capsys)
