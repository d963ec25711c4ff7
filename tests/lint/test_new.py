"""A new scenario is small, playable and free of findings, whatever an author answers."""

from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from game.cli import qiantou
from game.lint.check import lint_files
from game.lint.editor import editor_schema
from game.lint.new import QUESTIONS, is_id, read_level, scaffold
from game.scenario.load import load_any, read
from game.study.trial import run_trials
from game.telling.words import words


@pytest.mark.parametrize("lang", ["zh", "en", "tw"])
def test_it_is_clean_and_its_own_tests_pass(lang: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(scaffold("mine", words(lang, strict=True)), encoding="utf-8")
    assert lint_files([path])[0] == []
    failed, games = run_trials(path, words(lang))
    assert failed == []
    assert games == 4
    assert load_any(path).id == "mine"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_answer_finds_its_place(lang: str) -> None:
    answers = {q: f"答{n}" for n, q in enumerate(QUESTIONS)} | {"lead": "甲县协调局，协调", "trust": "低"}
    file = read(scaffold("mine", words(lang), answers), "mine.yaml").file
    assert file is not None
    assert (file.title.zh, file.place.zh, file.summary.zh) == ("答0", "答1", "答2")
    assert (file.lead.name.zh, file.lead.short.zh, file.lead.role.zh) == ("甲县协调局", "协调", "答5")
    assert (file.peers["peer_a"].name.zh, file.peers["peer_a"].redline.text.zh) == ("答6", "答8")
    assert {peer.trust for peer in file.peers.values()} == {25}
    assert "甲县协调局" in file.mandate.text.zh


ODD = ('"', "'", "a: b", "# no", "{{ 7 * 7 }}", "{x}", "\\n", "- a", "！", "a\tb", "&x *x", "null")


@pytest.mark.parametrize("said", ODD)
def test_no_answer_breaks_the_file(said: str) -> None:
    answers = {question: said for question in QUESTIONS if question != "trust"}
    reading = read(scaffold("mine", words("zh"), answers), "mine.yaml")
    assert reading.playable, reading.findings
    assert reading.file is not None
    assert reading.file.summary.zh == said


def test_the_editor_has_nothing_to_say() -> None:
    source = read(scaffold("mine", words("en")), "mine.yaml").source
    assert source is not None
    jsonschema.Draft7Validator(editor_schema()).validate(source.data)


def test_ids() -> None:
    assert is_id("school_gate2")
    assert not any(is_id(id) for id in ("", "2x", "Gate", "a-b", "校门", "x" * 41, "../x", "a\n"))


def run(*args: str, typed: str = "") -> tuple[int, str]:
    result = CliRunner().invoke(qiantou, ["new", *args, "--lang", "zh"], input=typed)
    return (result.exit_code if result.exception is None else getattr(result.exception, "code", 1)), result.output


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("mine", encoding="utf-8")
    code, _ = run("mine", "--in", str(tmp_path))
    assert code == 2
    assert (tmp_path / "mine.yaml").read_text(encoding="utf-8") == "mine"


def test_questions_are_asked_and_a_bad_level_asked_again(tmp_path: Path) -> None:
    code, said = run("mine", "--ask", "--in", str(tmp_path), typed="校门口\n" + "\n" * 13 + "很高\n高\n")
    assert code == 0
    assert "0 到 100" in said
    file = load_any(tmp_path / "mine.yaml")
    assert file.title.zh == "校门口"
    assert (tmp_path / "qiantou.schema.json").is_file()


def test_questions_left_unanswered_write_nothing(tmp_path: Path) -> None:
    code, _ = run("mine", "--ask", "--in", str(tmp_path), typed="校门口\n")
    assert code == 1
    assert list(tmp_path.iterdir()) == []


def test_a_level_in_wide_digits_is_none() -> None:
    assert [read_level(said) for said in ("６０", "60", "101", "-1", "低", "")] == [None, "60", None, None, "低", None]
