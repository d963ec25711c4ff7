"""Whoever plays the games, their rows are the same; workers die, clusters fail and Ctrl-C comes, and all is said."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from hashlib import sha512
from pathlib import Path

import pytest
from click.testing import CliRunner

from game.cli import qiantou
from game.exit import code_of
from game.study.crew import Cluster, CrewError
from game.study.spread import CHUNK, Spread
from tests.table import ROOT, SMALL


class Squares:
    """Squares of seeds, a recipe's number added."""

    def __init__(self, recipes: Sequence[int]) -> None:
        self.recipes = recipes

    def play(self, recipe: int, seeds: range) -> list[int]:
        return [self.recipes[recipe] + seed * seed for seed in seeds]


class Dying(Squares):
    """Kills its process on the first go at seed 30, as long as the file of the recipes is not there."""

    def __init__(self, recipes: Sequence[str]) -> None:
        self.mark = Path(recipes[0])
        self.recipes = [0]

    def play(self, recipe: int, seeds: range) -> list[int]:
        if 30 in seeds and not self.mark.exists():
            self.mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().play(recipe, seeds)


class Deadly(Dying):
    """Kills its process whenever it is given seed 30."""

    def play(self, recipe: int, seeds: range) -> list[int]:
        if 30 in seeds:
            os.kill(os.getpid(), signal.SIGKILL)
        return [0 for _ in seeds]


class Broken(Squares):
    """Cannot play."""

    def play(self, recipe: int, seeds: range) -> list[int]:
        raise ZeroDivisionError(recipe)


BATCHES = [(100, range(3, 48)), (7, range(1)), (0, range(0))]


def squares():
    return [[recipe + n * n for n in seeds] for recipe, seeds in BATCHES]


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


def children(pid: int) -> list[int]:
    return [int(n) for n in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def heed():
    """Hear Ctrl-C, even where the tests themselves run in the background of a shell that has it ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are counted in /proc")
def test_ctrl_c_leaves_no_process_behind():
    command = [sys.executable, "main.py", "playtest", str(SMALL), "--games", "100000", "--workers", "2"]
    running = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True,
                               preexec_fn=heed)  # fmt: skip
    try:
        until = time.monotonic() + 20
        while len(workers := children(running.pid)) < 2 and time.monotonic() < until:
            time.sleep(0.05)
        os.killpg(running.pid, signal.SIGINT)
        _, said = running.communicate(timeout=20)
    finally:
        running.kill()
    assert len(workers) == 2
    assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]
    assert "Traceback" not in said


def told(*arguments: str, capsys) -> str:
    assert code_of(lambda: qiantou(["playtest", str(SMALL), *arguments], standalone_mode=False)) in (2, 3)
    return capsys.readouterr().err


def test_a_wrong_address_is_said(capsys):
    assert "tcp://" in told("--cluster", "somewhere", capsys=capsys)
    assert "--workers" in told("--cluster", "tcp://127.0.0.1:1", "--workers", "2", capsys=capsys)


def test_without_the_extra_it_is_said_how_to_get_it(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert "qiantou[cluster]" in told("--cluster", "tcp://127.0.0.1:8786", capsys=capsys)


@pytest.fixture(scope="module")
def cluster():
    """A scheduler and two workers in processes of their own, on loopback; the address, and what ends a worker."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
    ) as found:
        yield found


@pytest.mark.long
def test_a_cluster_gives_the_same_rows(cluster):
    told: list[int] = []
    assert Spread(Squares, BATCHES).run(Cluster(cluster.scheduler_address), told.append) == squares()
    assert told == [CHUNK, CHUNK, 5, 1]


@pytest.mark.long
def test_a_playtest_on_a_cluster_is_the_same_to_the_digit(cluster):
    command = ["playtest", str(SMALL), "--games", "25", "--bots", "steady,pressure", "--json"]
    one, two, far = (CliRunner().invoke(qiantou, [*command, *more]) for more in (
        ["--workers", "1"], ["--workers", "2"], ["--cluster", cluster.scheduler_address]))  # fmt: skip
    assert one.exit_code == far.exit_code, far.output
    assert one.stdout == two.stdout == far.stdout


@pytest.mark.long
def test_the_games_of_a_cluster_s_worker_that_died_are_played_again(cluster, tmp_path):
    batches = [(str(tmp_path / "died"), range(100))]
    assert Spread(Dying, batches).run(Cluster(cluster.scheduler_address)) == [[n * n for n in range(100)]]
    assert (tmp_path / "died").exists()


@pytest.mark.long
def test_what_a_player_raises_on_a_cluster_is_raised(cluster):
    with pytest.raises(ZeroDivisionError):
        Spread(Broken, BATCHES).run(Cluster(cluster.scheduler_address))


@pytest.mark.long
def test_a_cluster_of_another_state_of_the_program_is_refused(cluster, monkeypatch):
    from game.study import cluster as module

    monkeypatch.setattr(module, "sha256", sha512)
    module.fingerprint.cache_clear()
    with pytest.raises(CrewError) as caught:
        Spread(Squares, BATCHES).run(Cluster(cluster.scheduler_address))
    module.fingerprint.cache_clear()
    assert caught.value.code == "other_program"
    assert caught.value.data["ours"] != caught.value.data["theirs"]


@pytest.mark.long
def test_a_scheduler_that_is_not_there_is_said(monkeypatch):
    pytest.importorskip("distributed")
    from game.study import cluster as module

    monkeypatch.setattr(module, "WAIT", 1)
    with pytest.raises(CrewError) as caught:
        Spread(Squares, BATCHES).run(Cluster("tcp://127.0.0.1:9"))
    assert caught.value.code == "unreachable"
