"""The live preview at the keyboard: every command in both tongues, saves told while nobody types, and leaving."""

import os

import pytest
from click.testing import CliRunner

from game.cli import qiantou
from game.lint.preview import preview as opened
from game.telling.columns import columns
from game.telling.words import words
from game.terminal.keyboard import Keyboard
from game.terminal.preview import preview
from tests.table import SMALL
from tests.telling.table import LANGUAGES


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "small.yaml"
    path.write_bytes(SMALL.read_bytes())
    return path


def sat(file, lines, lang="en"):
    """Type lines (a function is done while nobody types) and give the preview left behind and what was shown."""
    todo, shown = iter(lines), []

    def wait(_seconds):
        line = next(todo, "quit")
        return line() if callable(line) else line

    left = preview(opened(file), words(lang, True), wait, lambda line: shown.extend(line.split("\n")))
    report = ("/", " ")     # paths and source lines are as long as they are
    assert [line for line in shown if columns(line) > 80 and not line.startswith(report)] == []
    return left, "\n".join(shown)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_command_in_every_language(file, lang):
    lines = ["help", "findings", "turn 2", "do", "2", "为何", "why letter", "设 trust.build 80",
             "set flag.opened = true", "做 1", "2", "动作", "看", "机器人 3", "undo", "退"]  # fmt: skip
    left, shown = sat(file, lines, lang)
    assert left.state.turn == 2
    assert left.state.trust[0] >= 780
    assert "trust.build = 80" in shown


def test_chinese_commands_need_no_space(file):
    left, shown = sat(file, ["为何echo", "回合3", "设trust.build 90"], "zh")
    assert left.turn == 3
    assert "只能由效果调起" in shown
    assert "trust.build 现在是 90" in shown


def test_what_is_not_understood_is_said(file):
    _, shown = sat(file, ["dance", "why nobody", "set trust.nobody 3", "set trust.build high", "set group paper",
                          "set stance.road happy", "undo"])  # fmt: skip
    for said in ("dance", "called nobody", "trust.nobody", "0–100", "named group", "watching", "nothing to undo"):
        assert said in shown


def test_a_save_is_told_while_nobody_types(file):
    text = file.read_text(encoding="utf-8")
    saves = [lambda: file.write_text(text.replace("trust: 40", "trsut: 40"), encoding="utf-8") and None,
             lambda: None, "steps", lambda: file.write_text(text, encoding="utf-8") and None, lambda: None]  # fmt: skip
    left, shown = sat(file, saves)
    assert "trsut" in shown
    assert "last good version" in shown
    assert left.current


def test_a_broken_file_waits_for_its_first_good_version(file):
    text = file.read_text(encoding="utf-8")
    file.write_text("format: 1\n", encoding="utf-8")
    save = lambda: file.write_text(text, encoding="utf-8") and None     # noqa: E731
    left, shown = sat(file, ["turn 2", save, lambda: None, "turn 2"])
    assert "no playable version" in shown
    assert left.turn == 2


def test_without_a_keyboard_it_reports_once_and_leaves(file):
    def run(*args):
        return CliRunner().invoke(qiantou, ["preview", *args, "--text", "--lang", "en"], catch_exceptions=False)

    fine = run("tendering_reform")
    assert (fine.exit_code, "Turn 1 of" in fine.output) == (0, True)
    file.write_text(file.read_text(encoding="utf-8").replace("trust: 40", "trsut: 40"), encoding="utf-8")
    broken = run(str(file))
    assert (broken.exit_code, "^^^^^" in broken.output) == (1, True)


def test_lines_are_read_beside_the_game():
    out, into = os.pipe()
    typing = Keyboard(lambda: os.read(out, 64))
    assert typing.line(0.01) is None
    os.write(into, "为何 信\r\nun".encode())
    assert typing.line(5) == "为何 信"
    os.write(into, b"do")
    os.close(into)
    assert typing.line(5) == "undo"
    for _ in range(2):
        with pytest.raises(EOFError):
            typing.line(5)
    os.close(out)


def test_an_answer_can_be_put_off_and_a_turn_must_be_a_number(file):
    left, shown = sat(file, ["turn 2", "do", "b", "turn abc", "bot -1", "turn"])
    assert '"abc" is no turn' in shown
    assert '"-1" is no turn' in shown
    assert left.turn == 3
    assert not [step for step in left.steps if getattr(step.what, "kind", "") == "answer"]
