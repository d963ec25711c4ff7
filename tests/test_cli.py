"""The commands as scripts meet them: exit codes, JSON, one sentence for each failure."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import qiantou
from game.exit import code_of
from tests.table import SMALL

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """Run a command in this process, with a home of its own and no display; give (exit code, stdout, stderr)."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("QIANTOU_LANG", "en")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    def command(*args):
        code = code_of(lambda: qiantou(list(args), standalone_mode=False))
        told = capsys.readouterr()
        return code, told.out, told.err

    return command


@pytest.fixture
def recorded(run, tmp_path):
    path = tmp_path / "game.jsonl"
    code, out, _ = run("demo", "--seed", "7", "--run", str(path))
    assert code == 0
    assert str(path) in out.splitlines()[-1]
    return path


def test_a_demo_ends_and_its_recording_verifies(run, recorded):
    code, out, _ = run("verify", "--json", str(recorded))
    assert code == 0
    assert json.loads(out) == {"runs": [{"path": str(recorded), "verdict": "ok", "line": 0, "why": ""}]}


def test_one_changed_character_is_named_by_its_line(run, recorded):
    lines = recorded.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[9] = lines[9].replace('"turn":', '"turm":')
    recorded.write_text("".join(lines), encoding="utf-8")
    code, out, _ = run("verify", "--json", str(recorded))
    assert code == 1
    assert json.loads(out)["runs"][0]["line"] == 10
    assert run("verify", str(recorded))[0] == 1


def test_a_recording_that_cannot_be_read_hides_no_other_verdict(run, recorded, tmp_path):
    missing = tmp_path / "missing.jsonl"
    code, out, err = run("verify", str(recorded), str(missing))
    assert code == 3
    assert str(recorded) in out
    assert str(missing) in err
    code, out, _ = run("verify", "--json", str(missing), str(recorded))
    assert code == 3
    assert [(r["path"], r["verdict"]) for r in json.loads(out)["runs"]] == [
        (str(missing), "unreadable"),
        (str(recorded), "ok"),
    ]


def test_a_folder_that_is_not_there_is_told(run):
    code, out, err = run("scenarios", "--scenarios", "/no/dir")
    assert code == 0
    assert "tendering_reform" in out
    assert "/no/dir" in err


def test_a_folder_that_cannot_be_read_breaks(run, monkeypatch, tmp_path):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    code, _, err = run("scenarios", "--scenarios", str(tmp_path))
    assert code == 3
    assert str(tmp_path) in err


def test_the_variants_there_are_are_named(run):
    code, _, err = run("play", "tendering_reform", "--text", "--variant", "nonesuch")
    assert code == 2
    assert "hard" in err


def test_the_library_lists_broken_scenarios_with_their_first_finding(run, tmp_path):
    text = (ROOT / "tests" / "data" / "small.yaml").read_text(encoding="utf-8")
    (tmp_path / "broken.yaml").write_text(text.replace("format: 1", "format: 1\nfromat: 1"), encoding="utf-8")
    code, out, _ = run("scenarios", "--json", "--scenarios", str(tmp_path))
    listed = {s["id"]: s for s in json.loads(out)["scenarios"]}
    assert code == 0
    assert listed["tendering_reform"]["finding"] is None
    assert listed["tendering_reform"]["lengths"] == {"class": 8, "full": 12}
    assert {"title", "lead", "difficulty", "path"} <= set(listed["tendering_reform"])
    assert ":3:1:" in listed["broken"]["finding"]
    text = run("scenarios", "--scenarios", str(tmp_path))[1]
    assert "broken" in text
    assert "A Lead on Paper" in text


def test_lint_says_where_and_exits_with_findings(run, tmp_path):
    text = (ROOT / "scenarios" / "tendering_reform.yaml").read_text(encoding="utf-8")
    broken = tmp_path / "slip.yaml"
    broken.write_text(text.replace("under: xing", "under: xign", 1), encoding="utf-8")
    line = broken.read_text(encoding="utf-8").splitlines().index("    under: xign") + 1
    code, out, _ = run("lint", "--format", "json", str(broken))
    found = json.loads(out)["findings"]
    assert code == 1
    assert (found[0]["line"], found[0]["col"], found[0]["code"]) == (line, 12, "unknown-id")
    assert "xing" in found[0]["cure"]
    assert run("lint", str(ROOT / "scenarios"))[0] == 0


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("frobnicate",), 2),
        (("play", "no_such_scenario", "--text"), 2),
        (("play", "tendering_reform", "--text", "--seat", "nobody=human"), 2),
        (("play", "tendering_reform", "--text", "--seat", "housing=wizard"), 2),
        (("demo", "--bot", "wizard"), 2),
        (("shot", "nothing", "--out", "x.png"), 2),
        (("shot", "title", "--size", "big", "--out", "x.png"), 2),
        (("lint", "/no/such/file.yaml"), 3),
        (("verify", "/no/such/run.jsonl"), 3),
        (("resume", "/no/such/run.jsonl", "--text"), 3),
        (("resume", "--text"), 3),
        (("demo", "--run", "/dev/null/x.jsonl"), 3),
        (("play", "tendering_reform", "--text", "--variant", "nonesuch"), 2),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(run, args, code):
    found, out, err = run(*args)
    assert found == code
    assert "Traceback" not in out + err
    assert err.strip()


def test_a_foreign_file_is_no_recording(run, tmp_path):
    path = tmp_path / "foreign.jsonl"
    path.write_text('{"some": "thing"}\n', encoding="utf-8")
    code, out, _ = run("verify", str(path))
    assert code == 1
    assert "line 1" in out
    assert run("resume", str(path), "--text")[0] == 3


def test_an_unwritable_home_costs_the_recording_and_says_so(run, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", "/dev/null/data")
    code, out, err = run("demo", "--seed", "2")
    assert code == 0
    assert "no recording" in err
    assert out


def test_a_torn_recording_resumes_with_a_notice(run, recorded, monkeypatch):
    raw = recorded.read_bytes()
    lines = raw.splitlines(keepends=True)
    recorded.write_bytes(b"".join(lines[:20]) + lines[20][:30])
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    code, _, err = run("resume", str(recorded), "--text")
    assert code == 0
    assert "cut off" in err


def test_a_picture_that_cannot_be_written_is_told_as_such(run):
    code, _, err = run("shot", "title", "--out", "/dev/null/x.png")
    assert code == 3
    assert err.startswith("Cannot write /dev/null/x.png")


def test_a_game_that_a_bot_leads_is_played_in_the_terminal(run, monkeypatch):
    monkeypatch.setattr("game.cli.has_display", lambda: True)
    monkeypatch.setattr("game.cli.window", lambda *_: pytest.fail("the window opened"))
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    code, _, err = run("play", "tendering_reform", "--seat", "lead=bot:steady")
    assert code == 0
    assert "a person leads" in err


def test_seats_and_a_pin_are_kept_in_the_header_and_the_desk_asks_for_it(run, monkeypatch, tmp_path):
    monkeypatch.setattr("game.cli.has_display", lambda: True)
    monkeypatch.setattr("game.cli.window", lambda *_: True)
    path = tmp_path / "game.jsonl"
    args = ("--seat", "housing=human", "--seat", "water=bot:steady", "--pin", "2468", "--run", str(path))
    assert run("play", "tendering_reform", *args)[0] == 0
    first = json.loads(path.read_text(encoding="utf-8").splitlines()[0])
    assert first["seats"] == {"housing": "human", "water": "bot:steady"}
    assert "2468" not in json.dumps(first["options"])
    for typed, said in (("1111\n", "not the PIN"), ("2468\n1\nlate\nb\n", "Hand a seat to")):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code, out, _ = run("direct", str(path), "--lang", "en")
        assert code == 0
        assert said in out
    assert json.loads(path.read_text(encoding="utf-8").splitlines()[1])["args"] == {"why": "late"}
    assert run("verify", str(path))[0] == 0
    assert run("play", "tendering_reform", "--seat", "water=bot:adaptive")[0] == 2


def test_a_length_asked_for_starts_that_game_in_the_window(run, monkeypatch):
    opened = []
    monkeypatch.setattr("game.cli.has_display", lambda: True)
    monkeypatch.setattr("game.cli.window", lambda lang, folders, path: not opened.append(path))
    assert run("play", "--length", "full")[0] == 0
    assert run("play")[0] == 0
    assert json.loads(opened[0].read_text(encoding="utf-8").splitlines()[0])["length"] == "full"
    assert opened[1] is None


def test_without_display_or_keyboard_a_bot_plays():
    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    env |= {"QIANTOU_LANG": "en", "XDG_DATA_HOME": "/dev/null"}
    command = [sys.executable, str(ROOT / "main.py")]
    done = subprocess.run(command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert done.returncode == 0
    assert "neither a display nor a keyboard" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_needs_neither_pydantic_nor_yaml_nor_pygame():
    code = (
        "import sys; sys.argv = ['qiantou', '--help']\n"
        "from game.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(sorted({'pydantic', 'yaml', 'pygame', 'transitions'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert "tendering_reform" in done.stdout


def test_what_stands_before_a_command_is_for_it_too(tmp_path, capsys):
    (tmp_path / "mine.yaml").write_text(SMALL.read_text(encoding="utf-8").replace("id: small", "id: mine"), "utf-8")
    for asked in (["--scenarios", str(tmp_path), "scenarios"], ["scenarios", "--scenarios", str(tmp_path)]):
        assert code_of(lambda asked=asked: qiantou([*asked, "--json"], standalone_mode=False)) == 0
        assert '"mine"' in capsys.readouterr().out
    assert code_of(lambda: qiantou(["--lang", "en", "lint", str(tmp_path)], standalone_mode=False)) == 1
    assert "splitting every issue down the middle" in capsys.readouterr().out


def test_no_picture_is_taken_of_a_recording_that_does_not_hold(run, tmp_path):
    whole = (ROOT / "tests/recordings/format1.jsonl").read_text(encoding="utf-8")
    altered, out = tmp_path / "altered.jsonl", tmp_path / "x.png"
    altered.write_text(whole.replace('"target":"road"', '"target":"build"', 1), encoding="utf-8")
    code, _, err = run("shot", "debrief.ending", "--run", str(altered), "--out", str(out))
    assert code == 3
    assert str(altered) in err
    assert not out.exists()
