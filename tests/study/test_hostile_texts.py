"""Texts of a scenario, of names and of notes that would do harm are harmless in everything that is made of them.

Every text of the small scenario is replaced by markup, a formula, Hebrew and a thousand characters without a blank; the
one who leads and a trainer's note hold control characters and an override of direction besides.
"""

import csv
import json
import re
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import mkdtemp

import pytest

from game.cli import qiantou
from game.desktop.screens.chair import look
from game.desktop.screens.project import Project
from game.desktop.screens.table import Table
from game.desktop.sheet import Sheet
from game.desktop.type import Type
from game.exit import code_of
from game.lint.preview import preview
from game.scenario.load import load, read
from game.session import desk
from game.session.bots import LEADS
from game.session.follow import follow
from game.session.recording import create, header
from game.session.recording import read as taken
from game.session.session import begin, play_out, play_until, resume
from game.study.kit.card import cards, signs
from game.study.kit.guide import guide
from game.study.kit.printed import cards_page, signs_page
from game.study.pack.page import as_html
from game.telling.words import words
from game.terminal.demo import demo
from game.terminal.preview import told
from tests.study.test_pack import Page
from tests.table import SMALL

EVIL = "=1+1</td></svg><script>alert(1)</script><img src=http://x.invalid onerror=y>\"'&{0}%s שלום "
WORSE = "\x1b[2J\x00\x07\u202e@evil\u2028::error::x" + EVIL
HARMFUL = ("script", "img", "iframe", "link", "object", "form")


@cache
def scenario_path():
    """Write the small scenario with every text replaced, each by its own."""
    count = iter(range(10_000))

    def evil(match):
        n = next(count)
        return f"{match[1]}: '{(EVIL + str(n) + ('長x' * 500 if n % 40 == 9 else '')).replace(chr(39), chr(39) * 2)}'"

    text = SMALL.read_text(encoding="utf-8")
    path = Path(mkdtemp()) / "small.yaml"
    path.write_text(re.sub(r"\b(zh|en): (?!\{)([^,}\n]+)", evil, text), encoding="utf-8")
    return path


@cache
def run_path():
    """Play it to the end, with a name and a note that are worse still."""
    text = scenario_path().read_text(encoding="utf-8")
    scenario = load(text, "small", "class")
    path = scenario_path().parent / "runs" / "=cmd <b>.jsonl"
    path.parent.mkdir()
    first = header(scenario, text, 1, "2026-01-08", people={"lead": WORSE}, seats={"build": "bot"})
    session = begin(scenario, 1, create(path, first))
    desk.note(session, WORSE)
    play_until(session, LEADS["steady"](1), 2)
    desk.pause(session, WORSE)
    desk.go_on(session)
    play_out(session, LEADS["steady"](1))
    session.recording.close()
    return path


def command(capsys, *args):
    code = code_of(lambda: qiantou([str(a) for a in args], standalone_mode=False))
    out, err = capsys.readouterr()
    return code, out + err


def page_is_harmless(text):
    parsed = Page(text)
    assert not parsed.open
    assert not set(parsed.tags) & set(HARMFUL)
    assert all(target.startswith("#") for target in parsed.loads)
    assert "alert(1)" in "".join(parsed.text)


def table_is_harmless(data):
    rows = list(csv.reader(StringIO(data.decode("utf-8-sig"))))
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if re.match(r"\s*[=+@\t\r]|\s*-\D", cell)]


def word_is_harmless(path):
    docx = pytest.importorskip("docx")
    doc = docx.Document(str(path))
    told = [p.text for p in doc.paragraphs] + [c.text for t in doc.tables for r in t.rows for c in r.cells]
    assert any("<script>alert(1)</script>" in text for text in told)
    assert not re.search("[\x00-\x08\x0b-\x1f]", "".join(told))


def lines_are_harmless(text):
    assert [c for c in set(text) if not c.isprintable() and c not in "\n\u3000"] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_pack_is_harmless(lang, capsys, tmp_path):
    assert command(capsys, "debrief", run_path(), "--out", tmp_path, "--lang", lang)[0] == 0
    page_is_harmless((tmp_path / "debrief.html").read_text(encoding="utf-8"))
    table_is_harmless((tmp_path / "events.csv").read_bytes())
    word_is_harmless(tmp_path / "debrief.docx")
    assert json.loads((tmp_path / "debrief.json").read_text(encoding="utf-8"))["format"] == 1


def test_a_printed_debrief_is_harmless(capsys):
    code, told = command(capsys, "debrief", run_path(), "--lang", "en")
    assert code == 0
    lines_are_harmless(told)


def test_a_class_page_is_harmless(capsys, tmp_path):
    assert command(capsys, "compare", run_path().parent, "--out", tmp_path, "--seeds", 0, "--workers", 1)[0] == 0
    page_is_harmless((tmp_path / "compare.html").read_text(encoding="utf-8"))
    table_is_harmless((tmp_path / "compare.csv").read_bytes())
    word_is_harmless(tmp_path / "compare.docx")
    json.loads((tmp_path / "compare.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_handed_out_is_harmless(lang):
    said, text = words(lang), scenario_path().read_text(encoding="utf-8")
    scenario, file = load(text, "small", "class"), read(text, "small").file
    page_is_harmless(cards_page(cards(said, scenario), EVIL, said))
    page_is_harmless(signs_page(signs(said, scenario), EVIL, said))
    page_is_harmless(as_html(list(guide(said, scenario, (), file)), said))


def test_findings_and_the_document_for_approval_are_harmless(capsys, tmp_path):
    assert command(capsys, "lint", scenario_path(), "--docx", tmp_path / "x.docx")[0] in (0, 1)
    word_is_harmless(tmp_path / "x.docx")
    broken = tmp_path / "<script>=1.yaml"
    text = scenario_path().read_text(encoding="utf-8")
    broken.write_text(text.replace("crossed: flag.", "crossed: <script>."), "utf-8")
    for form in ("text", "json", "github", "sarif"):
        code, told = command(capsys, "lint", broken, "--format", form)
        assert code, told
        lines_are_harmless(told)
        if form in ("json", "sarif"):
            json.loads(told)
        elif form == "github":
            assert [line for line in told.splitlines() if line and not line.startswith("::")] == []


def test_a_playtest_is_harmless(capsys, tmp_path):
    out = tmp_path / "p.html"
    code, told = command(capsys, "playtest", scenario_path(), "--games", 2, "--workers", 1, "--html", out)
    assert code in (0, 1), told
    lines_are_harmless(told)
    page_is_harmless(out.read_text(encoding="utf-8"))


def test_the_terminal_is_harmless():
    text = scenario_path().read_text(encoding="utf-8")
    scenario = load(text, "small", "class")
    printed = []
    session = begin(scenario, 1, create(None, header(scenario, text, 1, "", people={"lead": WORSE})))
    demo(session, words("en"), LEADS["steady"](1), printed.append)
    printed += told(words("en"), preview(scenario_path()))
    lines_are_harmless("\n".join(printed))
    assert "alert(1)" in "".join(printed)


def test_the_class_s_screen_and_the_table_can_be_laid_out():
    session = resume(taken(run_path()))
    session.recording.close()
    for screen in (Project(seen=follow(run_path())), Table(chair=look(session))):
        sheet = Sheet((1280, 720), Type(1.0))
        screen.layout(sheet)
        lines_are_harmless("\n".join(line.text for widget in sheet.widgets for line in widget.lines))
