"""The author's corner: a new scenario, a copy, a check, a preview and a playtest, all without a terminal."""

import time
from pathlib import Path

import pytest

from game.desktop.intent import Back, Edit, Tick
from game.desktop.screens import workshop
from game.desktop.screens.desk import Desk
from game.desktop.screens.draft import Draft
from game.desktop.screens.errands import Author
from game.desktop.screens.library import Library
from game.desktop.screens.preview import Preview
from game.desktop.screens.tryout import Tryout, games
from game.desktop.screens.wishes import Proceed
from game.scenario.library import entries, entry
from game.scenario.load import load_any
from tests.desktop.games import SMALL, played


@pytest.fixture
def library() -> Library:
    return Library(desk=Desk("zh"), entries=tuple(entries()))


def test_a_new_scenario_is_written_from_a_form_and_followed(library: Library, nobodys_scenarios: Path) -> None:
    form = library.handle(Author("new"))
    assert isinstance(form, Draft)
    seen = form.handle(Edit("title", "校门口")).handle(Edit("trust", "低")).handle(Proceed())
    assert isinstance(seen, Preview)
    assert seen.seen.findings == ()
    assert load_any(seen.seen.path).title.zh == "校门口"
    back = seen.handle(Back())
    assert isinstance(back, Library)
    assert back.entry is not None
    assert (back.entry.path.parent, back.entry.title.zh) == (nobodys_scenarios, "校门口")


def test_a_bad_level_is_asked_again_and_nothing_is_written(library: Library, nobodys_scenarios: Path) -> None:
    form = Draft(desk=library.desk, behind=library, answers=(("trust", "很高"),))
    before = sorted(nobodys_scenarios.glob("*")) if nobodys_scenarios.exists() else []
    again = form.handle(Proceed())
    assert isinstance(again, Draft)
    assert "0 到 100" in again.trouble
    assert (sorted(nobodys_scenarios.glob("*")) if nobodys_scenarios.exists() else []) == before
    assert form.handle(Back()) == library


def test_what_ships_is_copied_and_one_s_own_is_opened(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(workshop, "launch", lambda path: bool(opened.append(path)) or True)
    assert next(c.id for c in workshop.tools(library, library.entry)) == "author.copy"
    copied = library.handle(Author("copy"))
    assert copied.entry.finding is None
    assert copied.entry.id == copied.entry.path.stem
    assert copied.entry.title == library.entry.title
    assert next(c.id for c in workshop.tools(copied, copied.entry)) == "author.edit"
    assert copied.handle(Author("edit")).trouble == ""
    assert opened == [copied.entry.path]


def test_check_and_preview_open_the_file_and_come_back(library: Library) -> None:
    for what, tab in (("check", "findings"), ("preview", "why")):
        seen = library.handle(Author(what))
        assert isinstance(seen, Preview)
        assert (seen.tab, seen.seen.path) == (tab, library.entry.path)
        assert seen.handle(Back()).entry.id == library.entry.id


def test_a_broken_scenario_can_be_checked_but_not_played(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("format: 1\n", encoding="utf-8")
    broken = Library(desk=Desk("zh"), entries=(entry(path),))
    assert "author.playtest" not in [c.id for c in workshop.tools(broken, broken.entry)]
    assert isinstance(broken.handle(Author("check")), Preview)


def test_a_playtest_runs_behind_the_screen(monkeypatch: pytest.MonkeyPatch, nobodys_scenarios: Path) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(workshop, "launch", lambda path: bool(opened.append(path)) or True)
    monkeypatch.setattr("game.desktop.screens.tryout.GAMES", 1)
    library = Library(desk=Desk("zh"), entries=(entry(SMALL),))
    screen = library.handle(Author("playtest"))
    assert isinstance(screen, Tryout)
    ends = time.monotonic() + 60
    while not screen.run.over and time.monotonic() < ends:
        time.sleep(0.02)
    assert screen.run.broke is None
    screen = screen.handle(Tick(0.0))
    assert (screen.pulse, screen.seen) == (0.0, screen.run.total)
    told = screen.handle(Proceed())
    assert opened == [nobodys_scenarios / "small-playtest.html"]
    assert opened[0].read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert str(opened[0]) in told.trouble
    assert told.handle(Back()) == library


def test_a_playtest_that_is_stopped_ends() -> None:
    run = games(SMALL, "class", "")
    run.stop()
    run.start()
    ends = time.monotonic() + 60
    while not run.over and time.monotonic() < ends:
        time.sleep(0.02)
    assert run.found is None
    assert run.done <= 20


def test_what_breaks_is_said(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("format: 9\n", encoding="utf-8")
    run = games(path, "class", "")
    run._play()
    library = Library(desk=Desk("zh"), entries=(entry(SMALL),))
    said = Tryout(desk=library.desk, behind=library, run=run, path=path)._why(run.broke)
    assert "缺少必填的键" in said


def test_claims_are_part_of_the_report() -> None:
    assert [claim.verdict for claim in played().claims] == ["holds", "fails"]
