"""Recordings nobody here wrote: whatever bytes a file holds, only our own errors come of opening it."""

import contextlib
import json
import os
import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from random import Random

import pytest

from game.scenario.title import title_of
from game.session import replay as replay_module
from game.session import runs, shelf
from game.session.follow import follow
from game.session.line import BadLine, canonical, digest, parse
from game.session.recording import LARGEST, RecordingError, create, header, read, reopen
from game.session.replay import replay
from tests.table import ROOT, scenario_of, text_of

KEPT = ROOT / "tests" / "recordings" / "format1.jsonl"
LINES = KEPT.read_bytes().splitlines()
DATA = [json.loads(line) for line in LINES]
NASTY = (
    None, True, False, 0, -1, 1, 2**63, -(10**300), 10**4000, 1.5, float("nan"), float("inf"), "", "x" * 5000, "\ud800",
    "\u202e甲\u0000", "lead", "1", [], {}, [[]], [None], {"": None}, {"a": {"b": [1]}}, [10**30] * 50, [float("inf")],
    json.loads("[" * 600 + "]" * 600),
)  # fmt: skip
"""Values no game writes, put in the place of any value."""


@pytest.fixture(autouse=True)
def quick_load(monkeypatch):
    """Lower a scenario once, however many recordings carry it."""
    monkeypatch.setattr(replay_module, "load", cache(replay_module.load))


def opened(path: Path) -> None:
    """Do with a file whatever the program does with a recording; only our own errors may come of it."""
    tape = read(path)
    replay(tape)
    shelf.glance(path)
    for door in (lambda: follow(path), lambda: reopen(tape).close()):
        with contextlib.suppress(RecordingError):
            door()


def places(value, at=()):
    """Yield the way to every value inside a value."""
    yield at
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, found in inside:
        yield from places(found, (*at, key))


def put(value, at, new):
    """Return a value with another one at a place inside it."""
    if not at:
        return new
    changed = dict(value) if isinstance(value, dict) else list(value)
    changed[at[0]] = put(value[at[0]], at[1:], new)
    return changed


def written(value) -> bytes:
    return canonical(value).encode("utf-8", "surrogatepass")


def mutant(dice: Random) -> list[bytes]:
    """Return the kept recording with one thing wrong: the first line (its check mended), any line, or bytes."""
    lines, how = list(LINES), dice.random()
    if how < 0.3:
        first = put(DATA[0], dice.choice([*places(DATA[0])][1:]), dice.choice(NASTY))
        first.pop("check", None)
        lines[0] = written({**first, "check": digest("", canonical(first))})
    elif how < 0.8:
        k = dice.choice([dice.randrange(1, len(DATA)), len(DATA) - 1, len(DATA) - 1])
        lines[k] = written(put(DATA[k], dice.choice([*places(DATA[k])]), dice.choice(NASTY)))
    elif how < 0.9:
        raw = bytearray(b"\n".join(lines))
        for _ in range(dice.randrange(1, 5)):
            at = dice.randrange(len(raw))
            raw[at : at + dice.randrange(3)] = dice.randbytes(dice.randrange(4))
        lines = bytes(raw).split(b"\n")
    elif how < 0.95:
        dice.shuffle(lines)
    else:
        lines.insert(dice.randrange(len(lines)), dice.choice(lines))
    return lines


def try_mutants(count: int, seed: int, folder: Path) -> float:
    """Open so many mutants; return the slowest one's seconds of processor."""
    dice, slowest = Random(seed), 0.0
    for n in range(count):
        path = folder / f"{n}.jsonl"
        path.write_bytes(b"\n".join(mutant(dice)) + b"\n" * dice.randrange(2))
        began = time.process_time()
        opened(path)
        slowest = max(slowest, time.process_time() - began)
        path.unlink()
    return slowest


def test_no_mutant_of_a_recording_raises_anything_but_our_errors(tmp_path):
    assert try_mutants(60, 1, tmp_path) < 5


@pytest.mark.long
def test_no_mutant_of_many_raises(tmp_path):
    assert try_mutants(5000, 2, tmp_path) < 5


# -- what such files did before


def with_end(state: dict, path: Path) -> Path:
    """Write the kept recording with another state in its last snapshot."""
    last = {**DATA[-1], "state": {**DATA[-1]["state"], **state}}
    path.write_bytes(b"\n".join([*LINES[:-1], written(last)]) + b"\n")
    return path


@pytest.mark.parametrize("state", [
    {"act": [float("inf")]}, {"reported": [float("inf")]}, {"act": [99] * 6}, {"public": []}, {"real": []}, {"act": {}},
])  # fmt: skip
def test_the_shelf_tells_of_a_recording_whose_last_state_is_none(state, tmp_path):
    found = shelf.glance(with_end(state, tmp_path / "a.jsonl"))
    assert all(0 <= act < 5 for act in found.acts)


@pytest.mark.parametrize("title", [
    "title: 2001-99-99", "title: 2001-13-45", "title: 1" + "0" * 5000, "title: [[[[", "title: {zh: [a], en: {b: c}}",
    "title: " + "x" * 100_000, "title: !!int x", "title: !!python/object:os.system x",
])  # fmt: skip
def test_a_title_that_is_none_is_empty(title):
    assert not title_of(title).zh


def test_a_title_of_aliases_unfolds_to_nothing():
    """Nine lists of nine, each of the one before: as text, 387 million times "ha"."""
    levels = ["  a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    levels += [f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    began = time.process_time()
    assert not title_of("title:\n" + "\n".join(levels) + "\n  zh: *a8\n").zh
    assert time.process_time() - began < 1


def test_one_dangling_link_hides_no_recording(tmp_path, monkeypatch):
    (tmp_path / "good.jsonl").write_bytes(KEPT.read_bytes())
    (tmp_path / "gone.jsonl").symlink_to(tmp_path / "nowhere")
    monkeypatch.setattr(runs, "folder", lambda: tmp_path)
    assert runs.runs() == shelf.listed(tmp_path) == [tmp_path / "good.jsonl"]


def test_a_depth_json_reads_but_cannot_write_is_a_bad_line():
    for depth in range(100, 1100, 7):
        with contextlib.suppress(BadLine):
            parse('{"check":"","a":' + "[" * depth + "]" * depth + "}")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_never_waited_for(tmp_path):
    path = tmp_path / "pipe.jsonl"
    os.mkfifo(path)
    script = (
        "import sys; from pathlib import Path; from game.session import shelf; from game.session.recording import *\n"
        "print(shelf.glance(Path(sys.argv[1])).why)\n"
        "try: read(Path(sys.argv[1]))\n"
        "except RecordingError as error: print(error.code)"
    )
    command = [sys.executable, "-c", script, str(path)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=30).stdout.split()
    assert told == ["cannot_read", "cannot_read"]


def test_a_file_without_end_is_not_read_whole(tmp_path):
    """A sparse file of a gigabyte: neither the shelf nor `read` fills memory with it."""
    path = tmp_path / "huge.jsonl"
    with path.open("wb") as file:
        file.truncate(LARGEST * 4)
    began = time.process_time()
    assert not shelf.glance(path).legible
    with pytest.raises(RecordingError):
        read(path)
    assert time.process_time() - began < 1


@pytest.mark.parametrize("name", ["nul\0.jsonl", "x" * 300 + ".jsonl", "\ud800\udfff.jsonl"])
def test_a_name_no_file_can_have_is_told(name, tmp_path):
    first = header(scenario_of("small-class"), text_of("small-class"), 7, "")
    with pytest.raises(RecordingError):
        create(tmp_path / name, first)
    with pytest.raises(RecordingError):
        read(tmp_path / name)
    assert shelf.glance(tmp_path / name).why == "cannot_read"
