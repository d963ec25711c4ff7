"""A class compared: what holds is counted, what does not is named and left out, nobody is named who should not be."""

import csv
import json
import re
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import mkdtemp

import pytest

from game.cli import qiantou
from game.exit import code_of
from game.session.bots import LEADS
from game.session.line import canonical, digest
from game.session.recording import create, header
from game.session.session import begin, play_out, play_until
from game.study.compare import reading
from game.study.compare.decision import agreement, decisions
from game.study.compare.document import document
from game.study.compare.name import LONGEST, Names, _told_apart, clean
from game.study.compare.pictures import along
from game.study.compare.reading import Class, one, read_class, recordings
from game.study.compare.record import as_csv, as_json
from game.study.compare.topic import KINDS, topics
from game.study.compare.wording import Teller
from game.study.pack.page import as_html
from game.telling.words import words
from tests.table import scenario_of, text_of

BOTS = ("passive", "steady", "pressure", "negotiator")
EVIL = "=cmd|'/c calc'!A1 <b onclick=x>\u202eevil\u202c " + "长" * 300


def record(path, bot, scenario="small-class", seed=1, lead="", **more):
    path.parent.mkdir(parents=True, exist_ok=True)
    text = text_of(scenario)
    first = header(scenario_of(scenario), text, seed, "2026-01-08", people={"lead": lead or bot}, **more)
    session = begin(scenario_of(scenario), seed, create(path, first))
    play_out(session, LEADS[bot](seed))
    session.recording.close()
    return path


@cache
def folder():
    """A class of four teams, one of another scenario, and everything that is not to be counted."""
    root = Path(mkdtemp())
    paths = [record(root / f"small-{n}.jsonl", bot, lead=EVIL if not n else "") for n, bot in enumerate(BOTS)]
    record(root / "market" / "a.jsonl", "steady", "market_street-class")
    data = paths[1].read_bytes()
    (root / "torn.jsonl").write_bytes(data[:-30])
    (root / "small-9copy.jsonl").write_bytes(data)
    (root / "altered.jsonl").write_bytes(data.replace(b'"turn":2', b'"turn":1', 1))
    (root / "empty.jsonl").write_bytes(b"")
    (root / "foreign.jsonl").write_text('{"a": [1]}\n', encoding="utf-8")
    (root / "notes.txt").write_text("not asked for", encoding="utf-8")
    return root


@cache
def found():
    return read_class(recordings([folder()]), seeds=2)


def small():
    return next(group for group in found().groups if group.scenario.id != "market_street")


def shown(lang="en", anonymous=False, me=""):
    said = words(lang, strict=True)
    names = Names(found(), said, anonymous)
    page = as_html(document(found(), names, said, me), said)
    return page, as_csv(found(), names, said).decode("utf-8-sig"), as_json(found(), names, said)


def test_what_does_not_hold_is_left_out_with_the_reason():
    left = {Path(x.path).stem: x.why for x in found().left}
    assert left == {"torn": "torn", "altered": "check", "small-9copy": "copy", "empty": "empty", "foreign": "no_check"}
    assert sorted(len(group.rows) for group in found().groups) == [1, 4]
    page, _, _ = shown()
    assert all(name in page for name in left)


def test_a_file_that_cannot_be_read_is_left_out(tmp_path):
    assert one(str(tmp_path / "none.jsonl"), 0).why == "cannot_read"
    path = record(tmp_path / "x.jsonl", "passive")
    first = json.loads(path.read_text(encoding="utf-8").splitlines()[0])
    for change, why in (({"rules": -1}, "other_rules"), ({"format": 99}, "foreign"), ({"scenario": 3}, "foreign")):
        bare = {k: v for k, v in {**first, **change}.items() if k != "check"}
        path.write_text(canonical({**bare, "check": digest("", canonical(bare))}) + "\n", encoding="utf-8")
        assert one(str(path), 0).why == why


def test_games_are_compared_with_their_like_only(tmp_path):
    record(tmp_path / "a.jsonl", "steady")
    record(tmp_path / "b.jsonl", "steady", "small-full")
    assert len(read_class(recordings([tmp_path]), seeds=0).groups) == 2


def test_workers_change_nothing():
    now = read_class(recordings([folder()]), 2, seeds=2)
    assert now.left == found().left
    assert [(g.rows, g.bots) for g in now.groups] == [(g.rows, g.bots) for g in found().groups]


def test_agreement_is_the_share_of_pairs_that_agree():
    assert [agreement(counts) for counts in ([4], [2, 2], [1, 1, 1], [3, 1], [1], [])] == [
        1000, 333, 0, 500, None, None]  # fmt: skip
    for decision in decisions(small()):
        assert decision.answered == sum(decision.inject.id in row.answers for row in small().rows)


def test_the_median_goes_as_far_as_the_longest_game():
    rows = small().rows
    assert len(along([r.closes for r in rows])) == max(len(r.closes) for r in rows)
    assert along([rows[0].closes]) == tuple(c.mark for c in rows[0].closes)


def test_every_topic_is_of_some_class_and_names_what_happened():
    tell = Teller(small(), Names(found(), words("en", strict=True), False), words("en", strict=True))
    told = {topic.code: tell.topic(topic) for topic in topics(small())}
    assert set(told) <= set(KINDS)
    assert len(told) >= 2
    assert all("{" not in part for parts in told.values() for part in parts)
    alone = next(g for g in found().groups if len(g.rows) == 1)
    assert not {t.code for t in topics(alone)} & {"divided", "alike", "tabled"}


@pytest.mark.parametrize("lang", ["zh", "en", "tw"])
def test_anonymous_names_nobody_and_no_file(lang):
    page, table, data = shown(lang, anonymous=True)
    for text in (page, table, data):
        assert "evil" not in text
        assert not re.search(r"small-\d|altered|foreign\b|torn\.jsonl", text)
        assert str(folder()) not in text
    assert ("Team A" if lang == "en" else "甲") in page


def test_teams_are_told_apart_where_they_are_compared():
    at = [f"/class/{team}/{name}.jsonl" for team in ("one", "two") for name in ("small-7", "small-8")]
    assert list(_told_apart([*at, "/class/three/small-9.jsonl"], "small-").values()) == [
        "one/7", "one/8", "two/7", "two/8", "9"]  # fmt: skip
    assert list(_told_apart(["small-.jsonl", "长" * 90 + "a.jsonl", "长" * 90 + "b.jsonl"], "small-").values())[1:] == [
        "长" * (LONGEST - 1) + "… (2)", "长" * (LONGEST - 1) + "… (3)"]  # fmt: skip


def test_hostile_names_are_harmless():
    page, table, _ = shown()
    assert "<b onclick" not in page
    assert "\u202e" not in page + table
    assert "长" * LONGEST not in page
    for row in csv.reader(StringIO(table)):
        assert not any(cell.lstrip(" ").startswith(("=", "+", "@")) for cell in row)
    assert clean("a\u2067b\x00\nc") == "ab c"
    assert clean("א" * 500).endswith("…")


def test_the_singled_out_team_is_drawn_by_its_name():
    me = small().rows[0].path
    assert shown(me=me)[0].count("<svg") == shown()[0].count("<svg")
    assert shown(me=me)[0] != shown()[0]


def _run(capsys, *args):
    code = code_of(lambda: qiantou([str(a) for a in args], standalone_mode=False))
    told = capsys.readouterr()
    return code, told.out, told.err


def test_the_command_writes_four_files_that_hold_the_same(capsys, tmp_path):
    docx = pytest.importorskip("docx")
    code, out, err = _run(capsys, "compare", folder(), "--out", tmp_path / "p", "--lang", "en", "--workers", 1,
                          "--seeds", 0)  # fmt: skip
    assert (code, out) == (0, "")
    assert "altered" in err
    assert {p.name for p in (tmp_path / "p").iterdir()} == {f"compare.{k}" for k in ("html", "csv", "docx", "json")}
    data = json.loads((tmp_path / "p" / "compare.json").read_text(encoding="utf-8"))
    doc = docx.Document(str(tmp_path / "p" / "compare.docx"))
    cells = {c.text for t in doc.tables for r in t.rows for c in r.cells}
    for part in data["parts"]:
        assert {topic["seen"] for topic in part["topics"]} <= cells


def test_wrong_usage_is_one_sentence(capsys, tmp_path):
    assert _run(capsys, "compare", tmp_path)[0] == 2
    assert _run(capsys, "compare", folder() / "small-0.jsonl", "--me", tmp_path / "x")[0] == 2
    code, out, err = _run(capsys, "compare", folder() / "torn.jsonl")
    assert (code, out) == (3, "")
    assert "torn" in err


def test_an_unfinished_game_is_shown_as_far_as_it_goes(tmp_path):
    path = tmp_path / "u.jsonl"
    scenario = scenario_of("small-class")
    session = begin(scenario, 1, create(path, header(scenario, text_of("small-class"), 1, "")))
    session.recording.close()
    assert one(str(path), 0).why == "unplayed"
    path.unlink()
    session = begin(scenario, 1, create(path, header(scenario, text_of("small-class"), 1, "")))
    play_until(session, LEADS["steady"](1), 2)
    session.recording.close()
    only = read_class([path], seeds=2)
    assert isinstance(only, Class)
    row = only.groups[0].rows[0]
    assert (row.ending, row.luck) == ("", ())
    said = words("en", strict=True)
    assert "Not over" in as_html(document(only, Names(only, said, False), said), said)


def test_a_class_is_held_against_the_bots_asked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "QUICK", 12)
    path = record(tmp_path / "small.jsonl", "steady")
    whole = read_class([path], seeds=0, bots=("planner", "passive"))
    (only,) = whole.groups
    assert list(only.bots) == ["planner", "passive"]
    reached = {bot: games[0][-1].mark for bot, games in only.bots.items()}
    assert reached["planner"] > reached["passive"]
    said = words("en", strict=True)
    page = as_html(document(whole, Names(whole, said, False), said), said)
    assert said("playtest.bot.planner") in page
