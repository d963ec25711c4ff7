"""A recording is the game: kept line by line, never silently wrong, and gone on with after any accident."""

import errno
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from random import Random

import pytest

from game.rules import ENGINE, Action, from_json, to_json
from game.session import recording as module
from game.session import replay as replay_module
from game.session.bots import LEADS
from game.session.line import FORMAT, canonical, digest, state_text
from game.session.recording import RecordingError, create, header, read, reopen
from game.session.replay import replay
from game.session.session import Session, begin, play_out, resume
from tests.session.doomed import play_and_die
from tests.table import ROOT, scenario_of, text_of, walk

SMALL = "small-class"
STEADY = LEADS["steady"](0)


def first_line(seed: int = 7, **more) -> dict:
    return header(scenario_of(SMALL), text_of(SMALL), seed, "2025-01-01T00:00:00+00:00", **more)


def play(path: Path | None, seed: int = 7, end: bool = True) -> Session:
    session = begin(scenario_of(SMALL), seed, create(path, first_line(seed)))
    if end:
        play_out(session, STEADY)
        session.recording.close()
    return session


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    """A whole game with a note and an undo in it."""
    path = tmp_path_factory.mktemp("runs") / "whole.jsonl"
    session = play(path, end=False)
    while session.state.asked:
        session.do(STEADY(session.view(), session.options()))
    session.do(Action("lead", "support", {"way": "train"}))
    session.note("他们先去了住建局。")
    assert session.undo()
    play_out(session, STEADY)
    session.recording.close()
    return path


def texts(lines) -> list[str]:
    return [canonical(line) for line in lines]


def verdict(path: Path) -> tuple[str, int]:
    found = replay(read(path)).verdict
    return found.verdict, found.line


# -- what is kept


def test_a_whole_game_verifies(whole):
    assert verdict(whole) == ("ok", 0)


def test_a_replay_comes_to_the_same_state(tmp_path):
    session = play(tmp_path / "run.jsonl")
    again = replay(read(tmp_path / "run.jsonl"))
    assert again.moments[-1].state == session.state
    assert [m.action for m in again.moments if m.action] == [m.action for m in session.moments if m.action]
    assert [m.events for m in again.moments if m.action] == [m.events for m in session.moments if m.action]


def test_the_same_game_gives_the_same_recording(tmp_path):
    play(tmp_path / "a.jsonl")
    play(tmp_path / "b.jsonl")
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_a_recording_in_memory_holds_what_the_file_holds(tmp_path):
    session = play(tmp_path / "run.jsonl")
    written = texts(read(tmp_path / "run.jsonl").lines)
    assert texts(play(None).recording.lines) == texts(session.recording.lines) == written


def test_the_first_line_says_what_is_played(whole):
    first = json.loads(whole.read_text(encoding="utf-8").splitlines()[0])
    assert [*first] == [
        "format", "rules", "engine", "created", "scenario", "length", "variant", "options", "seed", "seats", "people",
        "lang", "check",
    ]  # fmt: skip
    assert first["format"] == FORMAT
    assert first["rules"] == ENGINE
    assert first["scenario"]["text"] == text_of(SMALL)


def test_every_turn_leaves_a_snapshot_that_is_its_state(whole):
    tape = read(whole)
    after = {m.n: m.state for m in replay(tape).moments}
    found = [line for line in tape.lines if line["kind"] == "snapshot"]
    assert len(found) == scenario_of(SMALL).length.turns
    assert all(from_json(line["state"]) == after[line["n"]] for line in found)


def test_a_note_and_an_undo_are_lines_and_an_undo_is_folded(whole):
    tape = read(whole)
    kinds = [line["kind"] for line in tape.lines]
    assert kinds.count("note") == kinds.count("undo") == 1
    undone = next(line for line in tape.lines if line["kind"] == "support")
    assert undone["n"] not in {m.n for m in replay(tape).moments}


def test_an_existing_file_is_never_written_over(whole):
    with pytest.raises(RecordingError) as caught:
        create(whole, first_line())
    assert caught.value.code == "exists"
    assert verdict(whole) == ("ok", 0)


def test_a_folder_that_cannot_be_written_to_says_so(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(RecordingError) as caught:
        create(tmp_path / "file" / "run.jsonl", first_line())
    assert caught.value.code in ("cannot_write", "exists")


# -- what was tampered with


@pytest.fixture
def quick_load(monkeypatch):
    """Lower the scenario once: a first line that was touched is found out before it is read."""
    monkeypatch.setattr(replay_module, "load", cache(replay_module.load))


def positions(text: str, count: int) -> list[int]:
    """Return places in a text: at random, and some of each class in every line."""
    dice, found, at = Random(1), set(), 0
    for line in text.splitlines(keepends=True):
        found |= {at, at + len(line) - 1, at + len(line) - 2, at + line.rindex("check"), at + line.rindex("check") + 12}
        for sign in ('"', ":", ",", "{", "[", "0", "1", "n", "e"):
            places = [i for i, c in enumerate(line) if c == sign]
            found |= {at + dice.choice(places)} if places and dice.random() < 0.2 else set()
        at += len(line)
    chinese = [i for i, c in enumerate(text) if ord(c) > 0x2E80]
    found |= set(dice.sample(chinese, 20))
    while len(found) < count:
        found.add(dice.randrange(len(text)))
    return sorted(found)


def test_one_changed_character_is_reported_at_its_line(whole, tmp_path, quick_load):
    text, dice, path = whole.read_text(encoding="utf-8"), Random(2), tmp_path / "changed.jsonl"
    tried = positions(text, 400)
    for at in tried:
        other = dice.choice([c for c in ('0', '1', '7', 'a', 'e', '"', " ", "}", "\n", "牵") if c != text[at]])
        path.write_bytes((text[:at] + other + text[at + 1 :]).encode("utf-8"))
        line = text.count("\n", 0, at) + 1
        assert verdict(path) == ("differs", line), (at, text[max(0, at - 20) : at + 20], other)


def test_a_line_taken_out_doubled_or_moved_is_reported(whole, tmp_path, quick_load):
    lines, path = whole.read_bytes().splitlines(keepends=True), tmp_path / "moved.jsonl"
    for at in range(1, len(lines) - 1):
        for changed in (
            lines[:at] + lines[at + 1 :],
            [*lines[:at], lines[at], *lines[at:]],
            [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]],
        ):
            path.write_bytes(b"".join(changed))
            said, line = verdict(path)
            assert said == "differs"
            assert line in (at + 1, at + 2)


def test_a_line_that_holds_but_cannot_be_played_ends_the_replay_before_it(tmp_path):
    """Even with a right check: an action the rules refuse, and an undo to nowhere."""
    path = tmp_path / "run.jsonl"
    session = play(path, end=False)
    good = len(session.moments)
    for line in ({"kind": "dance"}, {"kind": "undo", "to": "1"}, {"kind": "undo", "to": -5}, {"kind": "undo"}):
        kept = read(path)
        bad = reopened(session, kept, path)
        bad.append({"turn": 1, "seat": "lead", "args": {}, **line}, session.state)
        bad.close()
        again = replay(read(path))
        assert (again.verdict.verdict, again.verdict.line) == ("differs", len(kept.lines) + 2)
        assert again.moments[-1].state == session.state
        assert len(again.moments) == good
        path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))


def reopened(session: Session, tape, path: Path):
    session.recording.close()
    return reopen(tape)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", 1), (b"\n", 1), (b"hello\n", 1), (b"{}\n", 1), (b"[]\n", 1), (b"null\n", 1), (b"\x00\xff\xfe\n", 1),
        (b'{"check":1}\n', 1), (b"[" * 100_000 + b"\n", 1), (b"\x89PNG\r\n\x1a\n\x00\x00", 1), (b'{"check":"', 1),
    ],
)  # fmt: skip
def test_a_file_that_is_no_recording_is_told_apart_and_never_opened_for_writing(tmp_path, content, line):
    path = tmp_path / "foreign.jsonl"
    path.write_bytes(content)
    assert verdict(path) == ("differs", line)
    with pytest.raises(RecordingError):
        resume(read(path))
    assert path.read_bytes() == content


@pytest.mark.parametrize("first", [{}, {"format": FORMAT}, {"format": FORMAT, "seed": 1}, {"format": 99, "seed": 1}])
def test_a_first_line_that_holds_but_is_not_ours_is_foreign(tmp_path, first):
    path = tmp_path / "foreign.jsonl"
    path.write_text(canonical({**first, "check": digest("", canonical(first))}) + "\n", encoding="utf-8")
    assert replay(read(path)).verdict.verdict in ("differs", "other_rules")
    with pytest.raises(RecordingError):
        resume(read(path))


def test_a_missing_file_says_so(tmp_path):
    with pytest.raises(RecordingError) as caught:
        read(tmp_path / "nothing.jsonl")
    assert caught.value.code == "cannot_read"


def test_a_recording_of_other_rules_cannot_be_replayed_but_is_readable(whole, tmp_path):
    lines = whole.read_text(encoding="utf-8").splitlines(keepends=True)
    first = {k: v for k, v in json.loads(lines[0]).items() if k != "check"} | {"rules": "0"}
    path = tmp_path / "old.jsonl"
    sealed = canonical({**first, "check": digest("", canonical(first))}) + "\n"
    path.write_text(sealed + "".join(lines[1:]), encoding="utf-8")
    tape = read(path)
    assert replay(tape).verdict.verdict == "other_rules"
    last = [line for line in tape.lines if line["kind"] == "snapshot"][-1]
    assert from_json(last["state"]).phase == "debrief"
    with pytest.raises(RecordingError) as caught:
        resume(tape)
    assert caught.value.data["why"] == "other_rules"


# -- accidents


def test_a_torn_last_line_is_dropped_wherever_it_tore(whole, tmp_path):
    raw, path = whole.read_bytes(), tmp_path / "torn.jsonl"
    begin_of_last = raw[:-1].rindex(b"\n") + 1
    for cut in {begin_of_last + 1, begin_of_last + 9, (begin_of_last + len(raw)) // 2, len(raw) - 2}:
        path.write_bytes(raw[:cut])
        tape = read(path)
        assert tape.torn
        assert replay(tape).verdict.verdict == "ok"
        assert len(tape.lines) == raw.count(b"\n") - 2
        reopen(tape).close()
        assert path.read_bytes() == raw[:begin_of_last]


def test_a_last_line_that_lacks_only_its_newline_is_kept(whole, tmp_path):
    raw, path = whole.read_bytes(), tmp_path / "run.jsonl"
    path.write_bytes(raw[:-1])
    assert not read(path).torn
    reopen(read(path)).close()
    assert path.read_bytes() == raw


def test_a_resumed_game_goes_on_as_if_it_had_never_stopped(whole, tmp_path):
    raw = whole.read_bytes().splitlines(keepends=True)
    last = replay(read(whole)).moments[-1].state
    for stop in range(1, len(raw), 3):
        path = tmp_path / f"stopped{stop}.jsonl"
        path.write_bytes(b"".join(raw[:stop]))
        session = resume(read(path))
        if not any(b'"kind":"undo"' in line for line in raw[:stop]) and any(b"note" in line for line in raw[:stop]):
            assert session.undo()
        play_out(session, STEADY)
        session.recording.close()
        assert verdict(path) == ("ok", 0)
        if any(b'"kind":"undo"' in line for line in raw[:stop]):
            assert session.state == last


def test_a_deed_can_be_taken_back_after_a_note_before_and_after_a_resume(tmp_path):
    path = tmp_path / "run.jsonl"
    session = play(path, end=False)
    before = session.state
    for _ in range(2):
        session.do(Action("lead", "support", {"way": "train"}))
        session.note("a note")
        assert session.can_undo
        session.recording.close()
        session = resume(read(path))
        assert session.can_undo
        assert session.undo()
        assert session.state == before
    session.recording.close()
    assert verdict(path) == ("ok", 0)


def test_what_drew_luck_cannot_be_taken_back():
    session = play(None, end=False)
    assert not session.undo()
    session.do(Action("lead", "visit", {"target": "build"}))
    assert not session.can_undo
    assert not session.undo()


def test_a_running_game_is_locked_and_reading_it_is_not(tmp_path):
    path = tmp_path / "run.jsonl"
    session = play(path, end=False)
    script = (
        "import sys; from pathlib import Path; from game.session.recording import *\n"
        "tape = read(Path(sys.argv[1])); print(len(tape.lines))\n"
        "try: reopen(tape)\n"
        "except RecordingError as error: print(error.code)"
    )

    def told() -> list[str]:
        command = [sys.executable, "-c", script, str(path)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()

    assert told() == [str(len(session.recording.lines)), "locked"]
    session.recording.close()
    assert told() == [str(len(session.recording.lines))]


def test_a_game_that_went_on_meanwhile_is_not_cut_back(tmp_path):
    path = tmp_path / "run.jsonl"
    session = play(path, end=False)
    early = read(path)
    session.do(Action("lead", "support", {"way": "train"}))
    session.recording.close()
    with pytest.raises(RecordingError) as caught:
        resume(early)
    assert caught.value.code == "locked"
    assert len(read(path).lines) == len(early.lines) + 1


def test_a_full_disk_is_told_and_the_game_goes_on_when_there_is_room_again(tmp_path, monkeypatch):
    """At whatever write the disk is full, half a line may be written; nothing of it stays behind."""
    writes, fail_at = 0, -1
    real = os.write

    def write(file: int, data: bytes) -> int:
        nonlocal writes
        writes += 1
        if writes == fail_at:
            return real(file, data[: len(data) // 2])
        if writes == fail_at + 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(file, data)

    whole_game = play(tmp_path / "plain.jsonl")
    acted = [m.action for m in whole_game.moments]
    monkeypatch.setattr(module.os, "write", write)
    for fail_at in range(2, len(whole_game.recording.lines) + 1, 4):
        writes, path = 0, tmp_path / f"full{fail_at}.jsonl"
        session, refused = None, 0
        session = begin(scenario_of(SMALL), 7, create(path, first_line()))
        while not session.over or session.state.asked:
            before = session.state
            try:
                session.settle()
                if not session.over:
                    session.do(STEADY(session.view(), session.options()))
            except RecordingError as error:
                refused += error.code == "disk"
                assert path.read_bytes().endswith(b"}\n")
                assert session.state == before or session.moments[-1].action is not None
        session.recording.close()
        assert refused == 1
        assert [m.action for m in session.moments] == acted
        assert verdict(path) == ("ok", 0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.parametrize("wanted", [10, pytest.param(200, marks=pytest.mark.long)])
def test_a_killed_game_loses_at_most_the_line_being_written(tmp_path, wanted):
    scenario, dice, first = scenario_of(SMALL), Random(3), first_line()
    reference = play(None)
    killed = torn = 0
    for i in range(8 * wanted):
        if killed == wanted:
            break
        path = tmp_path / f"killed{i}.jsonl"
        finished, was_killed = play_and_die(scenario, first, path, dice.uniform(0, 0.05))
        tape = read(path)
        killed, torn = killed + was_killed, torn + tape.torn
        assert len(tape.lines) + 1 >= finished
        assert texts(tape.lines) == texts(reference.recording.lines[: len(tape.lines)])
        session = resume(tape)
        play_out(session, STEADY)
        session.recording.close()
        assert session.state == reference.state
        assert verdict(path) == ("ok", 0)
    assert killed == wanted
    assert torn > 0 or wanted < 50


# -- kept for ever


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "recordings").glob("*.jsonl")), ids=lambda p: p.stem)
def test_every_recording_ever_made_stays_readable(path):
    tape = read(path)
    assert tape.bad is None
    assert not tape.torn
    found = replay(tape)
    wanted = "ok" if tape.header["rules"] == ENGINE else "other_rules"
    assert found.verdict.verdict == wanted, (
        f"{found.verdict}: rules that play otherwise need another ENGINE number"
        " (or, before their first release, `python -m tests.golden --recording`)"
    )
    assert from_json([line for line in tape.lines if line["kind"] == "snapshot"][-1]["state"]).phase == "debrief"


def test_a_recording_of_the_present_format_is_kept():
    kept = [read(p).header for p in (ROOT / "tests" / "recordings").glob("*.jsonl")]
    assert any(first is not None and first["format"] == FORMAT for first in kept)


def test_the_text_of_a_state_is_the_same_whatever_was_told_before_it():
    for stride in (*walk("small-class", 1), *reversed(walk("small-class", 2))):
        plain = json.dumps(to_json(stride.after), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        assert state_text(stride.after) == plain
