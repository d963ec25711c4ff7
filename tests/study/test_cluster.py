"""A cluster on loopback, a scheduler and two workers: the same results to the digit, and whatever fails is said.

One cluster serves all tests of this module; they are left out where the extra `cluster` is not installed.
"""

import os
import signal
import subprocess
import sys
import time
from hashlib import sha512

import pytest
from click.testing import CliRunner

from game.cli import qiantou
from game.session.bots import LEADS
from game.session.recording import create, header
from game.session.session import begin, play_out
from game.study.crew import Cluster, CrewError
from game.study.spread import CHUNK, Spread
from tests.study.experiments import TEXT
from tests.study.players import BATCHES, Broken, Deadly, Dying, Squares, squares
from tests.table import ROOT, SMALL, scenario_of, text_of

distributed = pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def loopback():
    """A scheduler and two workers in processes of their own, on loopback."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
    ) as found:
        yield found


@pytest.fixture
def cluster(loopback):
    """The cluster, both workers there: one that was killed is started anew."""
    assert within(20, lambda: len(loopback.scheduler.workers) == 2)
    return loopback


def test_a_cluster_gives_the_same_rows(cluster):
    told: list[int] = []
    assert Spread(Squares, BATCHES).run(Cluster(cluster.scheduler_address), told.append) == squares()
    assert told == [CHUNK, CHUNK, 5, 1]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with recordings of four teams and an experiment."""
    found = tmp_path_factory.mktemp("class")
    scenario, text = scenario_of("small-class"), text_of("small-class")
    for n, bot in enumerate(("passive", "steady", "pressure", "negotiator")):
        first = header(scenario, text, 5, "2026-01-08", people={"lead": bot})
        session = begin(scenario, 5, create(found / f"team-{n}.jsonl", first))
        play_out(session, LEADS[bot](5))
        session.recording.close()
    (found / "small_one.yaml").write_text(TEXT, encoding="utf-8")
    return found


COMMANDS = {
    "playtest": ("playtest", str(SMALL), "--games", "25", "--bots", "steady,pressure"),
    "experiment": ("experiment", "{}/small_one.yaml"),
    "compare": ("compare", "{}"),
    "whatif": ("whatif", "{}/team-2.jsonl", "--luck", "--seeds", "24", "--points"),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_played_on_a_cluster_is_the_same_to_the_digit(name, cluster, folder):
    command = [part.format(folder) for part in COMMANDS[name]]
    one, two, far = (CliRunner().invoke(qiantou, [*command, "--json", *more]) for more in (
        ["--workers", "1"], ["--workers", "2"], ["--cluster", cluster.scheduler_address]))  # fmt: skip
    assert one.exit_code == two.exit_code == far.exit_code, far.output
    assert one.stdout
    assert one.stdout == two.stdout == far.stdout


def test_the_games_of_a_cluster_s_worker_that_died_are_played_again(cluster, tmp_path):
    batches = [(str(tmp_path / "died"), range(100))]
    assert Spread(Dying, batches).run(Cluster(cluster.scheduler_address)) == [[n * n for n in range(100)]]
    assert (tmp_path / "died").exists()


def test_what_a_player_raises_on_a_cluster_is_raised(cluster):
    with pytest.raises(ZeroDivisionError):
        Spread(Broken, BATCHES).run(Cluster(cluster.scheduler_address))


def test_a_cluster_of_another_state_of_the_program_is_refused(cluster, monkeypatch):
    from game.study import cluster as module

    monkeypatch.setattr(module, "sha256", sha512)
    module.fingerprint.cache_clear()
    with pytest.raises(CrewError) as caught:
        Spread(Squares, BATCHES).run(Cluster(cluster.scheduler_address))
    module.fingerprint.cache_clear()
    assert caught.value.code == "other_program"
    assert caught.value.data["ours"] != caught.value.data["theirs"]


def test_a_scheduler_that_is_not_there_is_said(monkeypatch):
    from game.study import cluster as module

    monkeypatch.setattr(module, "WAIT", 1)
    with pytest.raises(CrewError) as caught:
        Spread(Squares, BATCHES).run(Cluster("tcp://127.0.0.1:9"))
    assert caught.value.code == "unreachable"


def test_games_that_kill_every_worker_of_a_cluster_are_given_up(cluster):
    with pytest.raises(CrewError) as caught:
        Spread(Deadly, [("", range(100))]).run(Cluster(cluster.scheduler_address))
    assert caught.value.code == "lost"


def test_ctrl_c_leaves_nothing_to_do_on_a_cluster(cluster):
    command = [sys.executable, "main.py", "playtest", str(SMALL), "--games", "100000", "--cluster",
               cluster.scheduler_address]  # fmt: skip
    heed = lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)  # noqa: E731
    running = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True,
                               preexec_fn=heed)  # fmt: skip
    try:
        assert within(20, lambda: any(task.state == "processing" for task in list(cluster.scheduler.tasks.values())))
        os.killpg(running.pid, signal.SIGINT)
        _, said = running.communicate(timeout=20)
    finally:
        running.kill()
    assert "Traceback" not in said
    assert within(20, lambda: not cluster.scheduler.tasks)
    assert Spread(Squares, BATCHES).run(Cluster(cluster.scheduler_address)) == squares()


def within(seconds, comes):
    """Wait until something comes; tell whether it did in time."""
    until = time.monotonic() + seconds
    while not comes():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True
