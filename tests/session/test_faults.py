"""Whatever the machine does to a game, nothing is lost but the action being written."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from game.session import runs
from game.session.bots import LEADS
from game.session.recording import RecordingError, create, header, read
from game.session.replay import replay
from game.session.session import begin, play_out
from game.session.shelf import glance
from game.session.whole import put, put_all
from tests.table import ROOT, scenario_of, text_of

NAME = "small-class"
AT_ONCE = "2026-01-01T08:00:00+08:00"
posix = pytest.mark.skipif(sys.platform == "win32", reason="no such limits here")
root = pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may mount")


def crowded(path: Path, size: int) -> list[str]:
    command = [sys.executable, "-m", "tests.session.crowded", str(path), str(size)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()


def begun(clock=lambda: AT_ONCE):
    return runs.record(scenario_of(NAME), text_of(NAME), 7, clock=clock)


@pytest.fixture
def mine(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(runs, "folder", lambda: tmp_path / "runs")
    return tmp_path / "runs"


@pytest.fixture
def disk(tmp_path):
    """A disk of 64 KB of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)], capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


# -- full


@posix
def test_a_file_that_may_not_grow_is_told_and_the_game_goes_on_when_it_may(tmp_path):
    whole = len((ROOT / "tests" / "recordings" / "format1.jsonl").read_bytes())
    assert crowded(tmp_path / "a.jsonl", whole // 2) == ["1", "ok"]


@posix
def test_a_game_that_cannot_write_its_first_line_leaves_nothing_behind(tmp_path):
    assert crowded(tmp_path / "a.jsonl", 100) == ["disk", "False"]


def test_a_game_without_room_for_its_first_line_goes_on_in_memory(mine, monkeypatch):
    def full(_file, _data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    kept, why = begun()
    assert kept.path is None
    assert why.code == "disk"
    assert not list(mine.iterdir())


@root
@pytest.mark.long
def test_on_a_disk_that_is_full_the_game_goes_on_when_there_is_room(disk):
    (disk / "ballast").write_bytes(b"x" * 40_000)
    assert crowded(disk / "a.jsonl", 0) == ["1", "ok"]


@root
@pytest.mark.long
def test_a_pack_that_does_not_fit_leaves_the_old_one(disk):
    put(disk / "a", b"old")
    with pytest.raises(OSError, match="space"):
        put_all({disk / "a": b"new", disk / "b": b"x" * 80_000})
    assert [p.name for p in disk.iterdir()] == ["a"]
    assert (disk / "a").read_bytes() == b"old"


# -- not to be written


@root
@pytest.mark.long
def test_a_disk_that_became_read_only_is_told_and_what_was_played_stays(disk, monkeypatch):
    monkeypatch.setattr(runs, "folder", lambda: disk)
    kept, _ = begun()
    play_out(begin(scenario_of(NAME), 7, kept), LEADS["passive"](0))
    kept.close()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    other, why = begun()
    assert other.path is None
    assert why.code == "cannot_write"
    assert replay(read(kept.path)).verdict.verdict == "ok"
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_one_may_not_write_to_costs_the_recording_and_says_so(mine):
    mine.mkdir()
    mine.chmod(0o500)
    kept, why = begun()
    mine.chmod(0o700)
    assert kept.path is None
    assert why.code == "cannot_write"


# -- the clock, and others


def test_a_clock_that_jumps_neither_loses_nor_overwrites_a_game(mine):
    times = ("2026-05-01T08:00:00+08:00", "1970-01-01T00:00:00+00:00", "2026-05-01T08:00:00+08:00",
             "9999-12-31T23:59:59+14:00", "2026-05-01T08:00:00-12:00")  # fmt: skip
    for told in times:
        kept, why = begun(lambda told=told: told)
        assert why is None
        kept.close()
    assert len(list(mine.iterdir())) == len(times)
    assert all(glance(path).created in times for path in mine.iterdir())


def test_games_begun_in_the_same_second_each_get_a_recording(mine):
    begun()[0].close()
    made = []
    threads = [Thread(target=lambda: made.append(begun())) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(why is None for _, why in made)
    assert len({kept.path for kept, _ in made}) == 12
    for kept, _ in made:
        kept.close()


def test_a_name_taken_between_looking_and_writing_is_passed_over(mine, monkeypatch):
    """Another process is quicker: the file is there although it was not when looked for."""
    mine.mkdir()
    real, raced = runs.create, []

    def late(path, first):
        if path is not None and not raced:
            raced.append(path)
            path.write_bytes(b"another game\n")
        return real(path, first)

    monkeypatch.setattr(runs, "create", late)
    kept, why = begun()
    assert why is None
    assert kept.path not in (None, *raced)
    kept.close()


# -- names and homes

LONG = "讲" * 60


@pytest.mark.parametrize("name", [
    "游戏 № 1 🀄.jsonl", "e\u0301\u202e.jsonl", "-rf.jsonl", "a b'\"$(x)`;&|.jsonl", f"{LONG}.jsonl",
])  # fmt: skip
def test_a_game_may_lie_under_any_name_a_file_can_have(name, tmp_path):
    if sys.platform == "win32":
        pytest.skip("names are fewer here")
    path = tmp_path / name
    kept = create(path, header(scenario_of(NAME), text_of(NAME), 7, ""))
    play_out(begin(scenario_of(NAME), 7, kept), LEADS["passive"](0))
    kept.close()
    assert replay(read(path)).verdict.verdict == "ok"
    assert glance(path).over


def test_a_path_longer_than_the_system_takes_is_told(tmp_path):
    path = tmp_path.joinpath(*[LONG] * 30) / "a.jsonl"
    with pytest.raises(RecordingError) as caught:
        create(path, header(scenario_of(NAME), text_of(NAME), 7, ""))
    assert caught.value.code == "cannot_write"


@posix
def test_without_a_home_a_game_is_played_in_memory_and_nothing_lands_where_one_is(tmp_path, monkeypatch):
    """No HOME, and a user the system does not know: `~` then stands for nothing."""
    import pwd

    def unknown(_user):
        raise KeyError

    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    monkeypatch.chdir(tmp_path)
    kept, why = begun()
    assert kept.path is None
    assert why.code == "cannot_write"
    assert not list(tmp_path.iterdir())
    assert runs.runs() == []
