"""Recordings in the window: listed without reading them whole, replayed both ways, gone on with, and copied."""

import os
import shutil

import pytest
from games import SMALL, started

from game.desktop.home import Folders
from game.desktop.intent import Back, Edit, Tick
from game.desktop.screens import shelf as shelves
from game.desktop.screens.desk import Desk
from game.desktop.screens.errands import Meet, Take
from game.desktop.screens.film import film
from game.desktop.screens.library import Library
from game.desktop.screens.replay import Replay
from game.desktop.screens.title import Title
from game.desktop.screens.wishes import Pick, Recall, Show
from game.desktop.settings import Settings
from game.desktop.stage import Stage
from game.desktop.type import Type
from game.scenario.load import load
from game.session.bots import LEADS
from game.session.recording import create, header, read
from game.session.replay import replay
from game.session.session import begin, play_out, play_until
from game.session.shelf import PIECE, TAIL, glance


def written(path, turn=None, seed=3):
    """A recorded game, to its end or to a turn."""
    text = SMALL.read_text(encoding="utf-8")
    scenario = load(text, str(SMALL), "class")
    path.parent.mkdir(parents=True, exist_ok=True)
    session = begin(scenario, seed, create(path, header(scenario, text, seed, f"2026-05-0{seed}T09:30:00+08:00")))
    if turn is None:
        play_out(session, LEADS["steady"](1))
    else:
        play_until(session, LEADS["steady"](1), turn)
    session.recording.close()
    return path


@pytest.fixture
def desk(tmp_path):
    return Desk("en", home=Folders(tmp_path / "config", tmp_path / "runs"), now=lambda: "2026-06-01T08:00:00+08:00")


@pytest.fixture
def shelf(desk, tmp_path):
    written(tmp_path / "runs" / "ended.jsonl", None)
    half = written(tmp_path / "runs" / "half.jsonl", 2, seed=4)
    os.utime(half, (2e9, 2e9))
    return Title(desk=desk).handle(Recall())


def choose(shelf, name):
    return shelf.handle(Show(f"run.{next(s.path for s in shelf.spines if s.path.name == name)}"))


def test_the_latest_comes_first_and_says_how_far_it_has_come(shelf):
    half, ended = shelf.spines
    assert (half.path.name, half.turn, half.over) == ("half.jsonl", 2, False)
    assert ended.over
    assert ended.ending
    assert 0 <= ended.mark <= 1000
    assert [s.path.name for s in shelf.handle(Edit("search", "ended.js")).found] == ["ended.jsonl"]
    assert not shelf.handle(Edit("search", "nowhere")).found


def test_what_can_be_done_with_one(shelf):
    assert choose(shelf, "half.jsonl").handle(Take("continue")).name in ("table", "briefing")
    assert choose(shelf, "ended.jsonl").handle(Take("debrief")).name == "debrief"
    replayed = choose(shelf, "half.jsonl").handle(Take("replay"))
    assert replayed.name == "replay"
    assert replayed.handle(Back()).name == "shelf"
    assert shelf.handle(Back()).name == "title"
    assert Library(desk=shelf.desk).handle(Recall()).handle(Back()).name == "library"


def test_broken_and_foreign_ones_are_listed_with_a_reason(shelf, tmp_path):
    runs = tmp_path / "runs"
    sound = (runs / "ended.jsonl").read_bytes()
    (runs / "foreign.jsonl").write_text('{"a":1}\n', encoding="utf-8")
    (runs / "empty.jsonl").write_bytes(b"")
    (runs / "torn.jsonl").write_bytes((runs / "half.jsonl").read_bytes() + b'{"n":99,"tu')
    (runs / "changed.jsonl").write_bytes(sound.replace(b'"seed":3', b'"seed":4', 1))
    (runs / "tail.jsonl").write_bytes(sound[:-30] + b"x" + sound[-29:])
    found = {s.path.name: s for s in shelf.opened().spines}
    assert {name: s.why for name, s in found.items() if s.why} == {
        "foreign.jsonl": "no_check", "empty.jsonl": "empty", "changed.jsonl": "check",
        "tail.jsonl": found["tail.jsonl"].why,
    }  # fmt: skip
    assert found["torn.jsonl"].turn == 2
    torn = choose(shelf.opened(), "torn.jsonl").handle(Take("replay"))
    assert "last line was cut short" in torn._note()
    broken = choose(shelf.opened(), "tail.jsonl").handle(Take("replay"))
    assert len(broken.film.frames) > 3
    assert "differs" in broken._note()
    assert choose(shelf.opened(), "foreign.jsonl").handle(Take("replay")).trouble


def test_two_hundred_are_listed_from_their_ends_alone(desk, tmp_path, monkeypatch):
    model = written(tmp_path / "runs" / "r0.jsonl", 2)
    head, _, rest = model.read_bytes().partition(b"\n")
    model.write_bytes(head + b"\n" + b"x" * 2_000_000 + b"\n" + rest)
    for n in range(1, 200):
        shutil.copy(model, model.with_name(f"r{n}.jsonl"))
    reads, plain = [], os.read

    def counted(file, size):
        data = plain(file, size)
        reads.append(len(data))
        return data

    monkeypatch.setattr(os, "read", counted)
    shelf = Title(desk=desk).handle(Recall())
    assert len(shelf.spines) < 20
    while shelf.pulse:
        shelf = shelf.handle(Tick(0))
    assert len(shelf.spines) == 200
    assert {s.turn for s in shelf.spines} == {2}
    assert sum(reads) <= 200 * (len(head) + PIECE + TAIL)
    reads.clear()
    assert glance(model).turn == 2
    assert not reads


def test_copies_are_exact_and_never_overwrite(shelf, tmp_path, monkeypatch):
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(shelves, "places", lambda: [out])
    for _ in range(2):
        told = choose(shelf, "ended.jsonl").handle(Show("export")).handle(Take(f"export.{out}"))
        assert str(out) in told.trouble
    assert sorted(p.name for p in out.iterdir()) == ["ended-2.jsonl", "ended.jsonl"]
    sound = (tmp_path / "runs" / "ended.jsonl").read_bytes()
    assert (out / "ended-2.jsonl").read_bytes() == sound
    taken = shelf.handle(Show("import")).handle(Take(f"import.{out / 'ended-2.jsonl'}"))
    assert taken.spine.path == tmp_path / "runs" / "ended-2.jsonl"
    assert choose(shelf, "ended.jsonl").handle(Take(f"export.{out / 'gone'}")).trouble


def opened(shelf):
    return choose(shelf, "ended.jsonl").handle(Take("replay"))


def test_keys_step_both_ways_and_space_plays_on(shelf):
    now = [0.0]
    stage = Stage(opened(shelf), (1280, 720), Settings(), rulers=Type, clock=lambda: now[0])
    for key, at in (("right", 1), ("right", 2), ("left", 1), ("home", 0)):
        stage.key(key)
        assert stage.screen.at == at
    stage.key("space")
    now[0] += 2.1
    stage.pass_time()
    assert stage.screen.at == 1
    stage.key("end")
    assert stage.screen.pulse == 0
    assert stage.screen.chair.seen.phase == "debrief"
    still = Replay(desk=Desk(settings=Settings(motion=False)), film=stage.screen.film, behind=shelf)
    assert still.handle(Take("play")).pulse == 0


def test_turns_bookmarks_and_both_pairs_of_eyes(shelf):
    page = opened(shelf).handle(Show("turn.2"))
    assert page.chair.seen.turn == 2
    marked = page.handle(Take("mark"))
    assert opened(shelf).marks == marked.marks == (page.line,)
    assert opened(shelf).handle(Take("mark")).handle(Take("mark")).marks == marked.marks
    whole = page.handle(Take("whole"))
    assert [w.seen for w in whole.chair.seen.works] == list(page.film.frames[page.at].state.real)
    assert whole.handle(Take("whole")).chair.seen == page.chair.seen
    assert page.handle(Meet("build")).tab == "seat"


def test_playing_again_begins_a_recording_of_its_own(shelf, tmp_path):
    old = (tmp_path / "runs" / "ended.jsonl").read_bytes()
    page = opened(shelf).handle(Show("turn.2"))
    table = page.handle(Take("again"))
    table.chair.session.recording.close()
    path = table.chair.session.recording.path
    assert path.parent == tmp_path / "runs"
    assert path.name not in ("ended.jsonl", "half.jsonl")
    assert replay(read(path)).verdict.verdict == "ok"
    assert table.chair.seen.turn == 2
    assert table.chair.session.moments[page.at].state == page.film.frames[page.at].state
    assert read(path).header["options"]["from"]["line"] == page.line
    assert (tmp_path / "runs" / "ended.jsonl").read_bytes() == old
    assert page.handle(Pick(10**6)).handle(Take("again")) is None


def test_a_film_needs_a_file_that_plays(tmp_path):
    assert len(film(written(tmp_path / "a.jsonl", 2)).frames) > 1
    assert started().state.turn == 1
