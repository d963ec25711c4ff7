"""A class compared on screen: what the command says, nobody named who should not be, nothing of games not over."""

import json
import shutil
import time
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from click.testing import CliRunner
from games import table_of_persons

from game.cli import qiantou
from game.desktop.home import Folders
from game.desktop.intent import Back, Tick
from game.desktop.screens import places
from game.desktop.screens.classroom import TABS, Classroom
from game.desktop.screens.debrief import Debrief
from game.desktop.screens.desk import Desk
from game.desktop.screens.errands import Take
from game.desktop.screens.labour import Called, Labour
from game.desktop.screens.title import Title
from game.desktop.screens.wishes import Pick, Recall, Show
from game.desktop.sheet import Sheet
from game.desktop.shot import shot
from game.desktop.type import Type
from game.session.bots import LEADS
from game.session.recording import create, header
from game.session.session import begin, play_out, play_until
from game.study.compare.name import Names
from game.study.compare.record import as_json
from game.telling.number import points
from tests.table import scenario_of, text_of

BOTS = {"alpha": "steady", "bravo": "passive", "charlie": "negotiator"}


def record(path, bot, turns=0, game="small-class", seed=5):
    """A game of a bot, to its end or some turns on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    first = header(scenario_of(game), text_of(game), seed, "2026-05-01", people={"lead": f"lead-{path.stem}"})
    session = begin(scenario_of(game), seed, create(path, first))
    lead = LEADS[bot](1)
    if turns:
        play_until(session, lead, turns)
    else:
        play_out(session, lead)
    session.recording.close()
    return path


@cache
def sound():
    """A folder of three teams and a recording that was altered."""
    folder = Path(mkdtemp())
    for name, bot in BOTS.items():
        record(folder / f"{name}.jsonl", bot)
    data = (folder / "alpha.jsonl").read_bytes()
    (folder / "altered.jsonl").write_bytes(data.replace(b'"turn":2', b'"turn":1', 1))
    return folder


@pytest.fixture(name="desk")
def _desk(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path / "Documents")
    monkeypatch.setattr("game.desktop.screens.classroom.places", lambda: [tmp_path / "Desktop"])
    monkeypatch.setattr("game.desktop.screens.classroom.drives", lambda: [])
    monkeypatch.setattr("game.desktop.screens.classroom.drives", lambda: [])
    return Desk("en", home=Folders(tmp_path / "config", tmp_path / "runs"), now=lambda: "2026-06-01T08:00:00+08:00")


def opened(desk):
    """The comparison, reached from the shelf as a player reaches it."""
    return Title(desk=desk).handle(Recall()).handle(Take("class"))


def waited(page):
    """The page once all work behind it is over, having looked at it as the window does."""
    ends = time.monotonic() + 60
    while page.pulse and time.monotonic() < ends:
        page = page.handle(Tick(0.0)) or page
        time.sleep(0.01)
    return page


@pytest.fixture(name="page")
def _page(desk, tmp_path):
    shutil.copytree(sound(), tmp_path / "runs")
    return waited(opened(desk))


def texts(page):
    sheet = Sheet((1920, 1080), Type(1.0))
    page.layout(sheet)
    return [text for widget in sheet.widgets for text in (widget.name, widget.text, widget.hint, widget.value)]


def everything(page):
    """All that can be read on any tab and wherever one is asked."""
    told = [text for tab in TABS for text in texts(page.now(tab=tab))]
    return "\n".join([*told, *texts(page.now(asking="me")), *texts(page.now(asking="part"))])


def test_the_screen_tells_what_the_command_tells(page, tmp_path):
    told = CliRunner().invoke(qiantou, ["compare", str(tmp_path / "runs"), "--json", "--lang", "en", "--workers", "1"])
    data = json.loads(told.stdout)
    assert json.loads(as_json(page.found, Names(page.found, page.words, False), page.words)) == data
    overview, (part,) = texts(page), data["parts"]
    for team in part["teams"]:
        assert {team["team"], points(round(10 * team["mark"]))} <= set(overview)
    for topic in part["topics"]:
        assert {topic["seen"], topic["ask"]} <= set(overview)
    answers = texts(page.now(tab="answers"))
    for decision in part["decisions"]:
        for letter, answer in zip("ABCDEFGH", decision["answers"], strict=False):
            assert f"{letter} {answer['text']}" in answers
            assert answer["teams"][0] in " ".join(answers)


def test_a_recording_that_does_not_hold_is_listed_with_the_reason(page):
    (left,) = page.found.left
    told = texts(page.now(tab="left"))
    assert "altered" in told
    assert any(page.words(f"verdict.why.{left.why}") in text for text in told)
    assert "altered" not in " ".join(texts(page))


def test_hidden_names_appear_nowhere(page, tmp_path):
    names = [*BOTS, "altered", *(f"lead-{name}" for name in BOTS), str(tmp_path)]
    shown, hidden = everything(page), everything(page.handle(Take("anonymous")))
    assert all(name in shown for name in names[:-1])
    assert not [name for name in names if name in hidden]
    assert "Team A" in hidden
    written = waited(page.handle(Take("anonymous")).handle(Take("page")))
    data = (tmp_path / "Documents" / "Class compared 2026-06-01" / "compare.json").read_text(encoding="utf-8")
    assert not [name for name in names if name in data]
    assert str(tmp_path) not in "".join(texts(written.handle(Take("anonymous"))))


def test_hidden_teams_stand_in_no_order_that_tells_who_they_are(page):
    rows = page.handle(Take("anonymous")).teller.group.rows
    assert [page.handle(Take("anonymous")).teller.team(row) for row in rows] == ["Team A", "Team B", "Team C"]


def test_one_team_is_singled_out_in_the_curve(page):
    me = next(row.path for row in page.teller.group.rows if "charlie" in row.path)
    singled = page.handle(Show("me")).handle(Pick(me))
    assert (singled.tab, singled.asking) == ("curves", "")

    def legend(page):
        sheet = Sheet((1920, 1080), Type(1.0))
        page.layout(sheet)
        return [line.text for line in next(w for w in sheet.widgets if w.id == "chart.0").lines]

    assert "charlie" in legend(singled)
    assert "◆ charlie" in texts(singled.now(tab="overview"))
    assert "charlie" not in legend(singled.handle(Pick("")))


def test_games_that_are_not_over_stay_closed(page, desk, tmp_path):
    record(tmp_path / "runs" / "going.jsonl", "steady", turns=3)
    found = waited(opened(desk)).found
    assert {Path(row.path).stem for group in found.groups for row in group.rows} == set(BOTS)
    assert [left.why for left in found.left if "going" in left.path] == ["going"]
    assert [group.bots for group in found.groups] == [group.bots for group in page.found.groups]


def test_the_class_page_is_that_of_the_command(page, tmp_path):
    asked = [str(tmp_path / "runs"), "--out", str(tmp_path / "out"), "--lang", "en", "--workers", "1"]
    assert CliRunner().invoke(qiantou, ["compare", *asked]).exit_code == 0
    taken = tmp_path / "Documents" / "Class compared 2026-06-01"
    taken.mkdir(parents=True)
    folder = taken.with_name(f"{taken.name}-2")
    assert str(folder) in waited(page.handle(Take("page"))).told
    for name in ("compare.html", "compare.csv", "compare.json"):
        assert (folder / name).read_bytes() == (tmp_path / "out" / name).read_bytes()
    assert {p.name for p in folder.iterdir()} == {p.name for p in (tmp_path / "out").iterdir()}


def test_where_nothing_can_be_written_a_sentence_says_so(page, tmp_path):
    (tmp_path / "Documents").write_text("", encoding="utf-8")
    assert "Nothing was written" in waited(page.handle(Take("page"))).told


def test_leaving_stops_the_work(page, desk, monkeypatch):
    def endless(_paths, _workers, told, over):
        while True:
            told(0)
            time.sleep(0.005)

    monkeypatch.setattr("game.desktop.screens.classroom.read_class", endless)
    page = opened(desk)
    work = page.work
    time.sleep(0.05)
    assert not work.over
    assert page.handle(Back()).name == "shelf"
    ends = time.monotonic() + 30
    while not work.over and time.monotonic() < ends:
        time.sleep(0.01)
    assert isinstance(work.broke, Called)


def test_work_that_breaks_is_a_sentence(page, desk, monkeypatch):
    def broken(*_args, **_more):
        raise OSError("the stick is gone")

    monkeypatch.setattr("game.desktop.screens.classroom.read_class", broken)
    assert any("the stick is gone" in text for text in texts(waited(opened(desk))))


def test_a_shelf_that_is_empty_or_holds_nothing_sound(desk, tmp_path):
    assert any("no recordings yet" in text for text in texts(opened(desk)))
    (tmp_path / "runs").mkdir()
    (tmp_path / "runs" / "x.jsonl").write_text("not a recording\n", encoding="utf-8")
    page = waited(opened(desk))
    assert page.tab == "left"
    assert "x" in texts(page)
    assert page.handle(Take("page")) is None


def test_a_class_brought_on_a_stick(desk, tmp_path):
    shutil.copytree(sound(), tmp_path / "Desktop" / "class7")
    record(tmp_path / "Desktop" / "class7" / "delta" / "game.jsonl", "steady", game="small-full")
    page = waited(opened(desk).handle(Show("folder")))
    (place,) = page.search.found
    assert (place.folder, len(place.paths)) == (tmp_path / "Desktop" / "class7", 5)
    page = waited(page.handle(Take("folder.0")))
    assert (page.asking, page.folder) == ("", place.folder)
    assert len(page.found.groups) == 2
    second = page.handle(Take("part.1"))
    assert second.teller.title() != page.teller.title()
    assert waited(page.handle(Show("folder")).handle(Back())).asking == ""


def test_folders_are_looked_into_as_far_as_makes_sense(tmp_path):
    for at in ("a.jsonl", "class/one/b.jsonl", "class/two/c.jsonl", "class/two/d.jsonl", "1/2/3/e.jsonl",
               "1/2/3/4/f.jsonl", ".hidden/g.jsonl", "none/h.txt"):  # fmt: skip
        (tmp_path / at).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / at).write_text("", encoding="utf-8")
    calls = []
    found = places.holding([tmp_path, tmp_path / "not there"], calls.append)
    assert {place.folder.relative_to(tmp_path).as_posix(): len(place.paths) for place in found} == {
        ".": 1, "1": 1, "class": 3, "class/two": 2}  # fmt: skip
    assert sum(calls) == 2


def test_the_trainer_comes_to_it_from_a_debrief(desk):
    chair = table_of_persons()
    assert Debrief(desk=desk, chair=chair, tab="ending").handle(Take("class")).name == "classroom"
    for pin, there in (("2468", True), ("", False)):
        told = texts(Debrief(desk=desk, chair=table_of_persons(pin=pin), tab="ending"))
        assert ("Compare the class" in told) == there


def test_whoever_waits_sees_a_bar(desk, tmp_path):
    work = Labour(4, lambda told: None)
    for done in (0, 3, 4):
        work.done = done
        shot(Classroom(desk=desk, behind=Title(desk=desk), work=work), tmp_path / f"{done}.png")
    assert len({path.read_bytes() for path in tmp_path.glob("*.png")}) == 3
