"""The project's errors as sentences with a cure."""

from pathlib import Path

import pytest

from game.rules import Action, Blocked, IllegalAction
from game.scenario.finding import ScenarioError
from game.scenario.load import load
from game.session.recording import RecordingError, create, header, read
from game.session.replay import Verdict, replay
from game.telling.trouble import no_display, trouble, unknown_scenario, verdict
from game.telling.words import words

from .table import LANGUAGES, PATHS, scenario


@pytest.fixture(params=LANGUAGES)
def strict(request):
    return words(request.param, True)


@pytest.mark.parametrize(
    "error",
    [
        RecordingError("disk", path="a.jsonl", why="full"),
        RecordingError("cannot_read", path="a.jsonl", why="denied"),
        RecordingError("damaged", path="a.jsonl", line="3"),
        RecordingError("locked", path="a.jsonl"),
        RecordingError("not_resumable", path="a.jsonl", line="3", why="check"),
    ],
)
def test_recording_errors_name_the_file(strict, error):
    assert "a.jsonl" in trouble(strict, error)


def test_a_recording_that_exists_is_named(strict, tmp_path: Path):
    first = header(scenario("small"), "", 1, "now")
    create(tmp_path / "a.jsonl", first).close()
    with pytest.raises(RecordingError) as caught:
        create(tmp_path / "a.jsonl", first)
    assert "a.jsonl" in trouble(strict, caught.value)


def test_a_broken_scenario_is_told_by_its_first_finding(strict):
    with pytest.raises(ScenarioError) as caught:
        load(PATHS["small"].read_text(encoding="utf-8").replace("turns: 4", "turns: many"), "folder/x.yaml", "class")
    told = trouble(strict, caught.value)
    assert "x.yaml" in told
    assert "10" in told


def test_other_errors(strict):
    assert trouble(strict, IllegalAction(Action("lead", "visit"), Blocked("game_over")), scenario("small"))
    assert "boom" in trouble(strict, ValueError("boom"))
    assert no_display(strict)
    assert "nowhere" in unknown_scenario(strict, "nowhere")


@pytest.mark.parametrize("why", ["check", "number", "illegal", "undo", "not_json", "not_text", "empty", "foreign"])
def test_verdicts(strict, why):
    assert "7" in verdict(strict, "r.jsonl", Verdict("differs", 7, why))
    assert verdict(strict, "r.jsonl", Verdict("other_rules", 1, "other_rules"))


def test_an_empty_file_is_told(strict, tmp_path: Path):
    (tmp_path / "r.jsonl").write_bytes(b"")
    assert "r.jsonl" in verdict(strict, "r.jsonl", replay(read(tmp_path / "r.jsonl")).verdict)


def test_a_torn_first_line_is_not_called_empty(strict, tmp_path: Path):
    (tmp_path / "r.jsonl").write_bytes(b'{"format":1,"rul')
    found = replay(read(tmp_path / "r.jsonl")).verdict
    assert (found.verdict, found.line, found.why) == ("differs", 1, "torn_first")
    assert strict("verdict.why.torn_first") in verdict(strict, "r.jsonl", found)
