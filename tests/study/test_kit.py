"""The class kit: what it holds, that a card keeps others' secrets, and that its scripts are fit for their consoles."""

import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from shutil import which
from zipfile import ZipFile

import pytest

from game.cli import qiantou
from game.exit import code_of
from game.scenario.load import read_file
from game.scenario.scenario import Line
from game.scenario.text import Text
from game.study.kit.card import Card, Part, Sign, cards, signs
from game.study.kit.guide import PLANS, guide, run_sheets
from game.study.kit.launcher import scripts, sentences
from game.study.kit.printed import cards_page, signs_page, size
from game.study.pack.page import as_html
from game.telling.block import Table
from game.telling.words import words
from game.wheels import NotFetched, found, reason
from tests.table import ROOT, SHIPPED, scenario_of

KEPT = Text("只有我知道", "only I know this")
SCENARIOS = [f"{path.stem}-class" for path in SHIPPED]


def said(card):
    return "\n".join([card.body, card.person, *(line for part in card.parts for line in (part.title, *part.lines))])


def told(scenario):
    return {card.seat: said(card) for card in cards(words("en", strict=True), scenario)}


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_card_holds_its_seats_own_secrets_and_nobody_elses(name):
    """Two games that differ only in what a seat keeps to itself differ only in that seat's card."""
    scenario = scenario_of(name)
    was = told(scenario)
    assert set(was) == set(scenario.seats) - {"trainer"}
    for peer in scenario.peers:
        assert all(text.get("en") in was[peer.id] for text in (peer.interest, peer.redline))
        other = replace(peer, interest=KEPT, redline=KEPT, load=999, blame=999, capacity=1, entrenchment=999, trust=1,
                        reasons=(Line(KEPT, "interest"),), crossed=None)  # fmt: skip
        peers = tuple(other if p.id == peer.id else p for p in scenario.peers)
        now = told(replace(scenario, peers=peers, tables=tuple(_table(t, peer.id) for t in scenario.tables)))
        assert now[peer.id].count(KEPT.en) == 3
        assert {seat for seat in was if now[seat] != was[seat]} == {peer.id}
    for leader in scenario.leaders:
        leaders = tuple(replace(x, preference=KEPT, patience=1, favor=1) if x.id == leader.id else x
                        for x in scenario.leaders)  # fmt: skip
        now = told(replace(scenario, leaders=leaders))
        assert {seat for seat in was if now[seat] != was[seat]} == {leader.id}


def _table(table, seat):
    """Return a table with what it is worth to one seat changed."""
    return replace(table, parties=tuple(
        replace(p, walkaway=1, points=tuple(tuple(7 for _ in row) for row in p.points)) if p.seat == seat else p
        for p in table.parties))  # fmt: skip


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize("lang", ["zh", "en", "tw"])
def test_every_page_can_be_printed(name, lang):
    scenario, strict = scenario_of(name), words(lang, strict=True)
    title = strict.text(scenario.title)
    page = cards_page(cards(strict, scenario), title, strict)
    assert page.count("<article>") == len(scenario.seats) - 1
    assert signs_page(signs(strict, scenario), title, strict).count('class="sign"') == len(scenario.seats) + 1
    file = read_file(ROOT / "scenarios" / f"{name.removesuffix('-class')}.yaml").file
    whole = as_html(list(guide(strict, scenario, (), file)), strict)
    assert all(strict("kit.guide.expected") in whole for _ in file.expect)
    for inject in scenario.injects:
        assert strict.text(inject.title).split('"')[0].split("&")[0].split("'")[0] in whole
    assert "<script" not in page + whole


def test_hostile_words_are_escaped():
    evil = "<script>alert(1)</script>"
    said = words("en")
    pages = cards_page([Card("x", evil, evil, (Part(evil, (evil,)),))], evil, said) + signs_page(
        [Sign(evil, evil)], evil, said)  # fmt: skip
    assert "<script" not in pages


def test_a_plan_fills_its_minutes():
    for minutes, parts in PLANS.items():
        assert sum(long for _, long in parts) == minutes
    blocks = list(run_sheets(words("zh", strict=True)))
    assert sum(isinstance(block, Table) for block in blocks) == len(PLANS) + 1


def test_a_long_name_stands_smaller():
    assert size("交警") > size("很长很长很长的单位名称") > 0


def test_the_scripts_are_fit_for_their_consoles():
    made = scripts("1.2", "qiantou[docx]")
    batch = made["start.bat"]
    assert batch.isascii()
    assert batch.count(b"\n") == batch.count(b"\r\n") > 50
    assert b"\r" not in made["start.sh"]
    assert b"@" not in re.sub(rb"@echo|\$@", b"", batch + made["start.sh"])
    labels = set(re.findall(rb"^:(\w+)", batch, re.MULTILINE))
    assert set(re.findall(rb"(?:goto|call) :?(\w+)", batch)) <= labels
    for path in re.findall(rb"\S*%(?:CD|ROOT|MARK|~dp0)%?\S*", batch):
        assert path.count(b'"') or path.startswith(b'"%ROOT'), path
    assert all("Python" in data.decode() or name != "help/python.txt" for name, data in sentences().items())


@pytest.mark.skipif(which("sh") is None, reason="no shell")
def test_the_shell_script_is_one(tmp_path):
    path = tmp_path / "start.sh"
    path.write_bytes(scripts("1", "qiantou")["start.sh"])
    assert subprocess.run(["sh", "-n", str(path)], check=False).returncode == 0
    (tmp_path / "help").mkdir()
    for name, data in sentences().items():
        (tmp_path / name).write_bytes(data)
    done = subprocess.run(["sh", str(path)], capture_output=True, env={"PATH": "/usr/bin:/bin"}, check=False)
    assert done.returncode == 3
    assert "wheels" in done.stderr.decode() or "Python" in done.stderr.decode()


def _run(capsys, *args):
    code = code_of(lambda: qiantou([str(a) for a in args], standalone_mode=False))
    told = capsys.readouterr()
    return code, told.out, told.err


@cache
def names(path):
    with ZipFile(path) as whole:
        return tuple(info.filename.removeprefix("qiantou-kit/") for info in whole.infolist())


def test_a_kit_of_given_wheels(capsys, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.delitem(sys.modules, "game.telling.word", raising=False)
    monkeypatch.setattr("game.scenario.library.shipped", lambda _: ROOT / "tests" / "data")
    wheels = tmp_path / "轮子 wheels"
    wheels.mkdir()
    for name in ("qiantou-0.1.0-py3-none-any", "pip-24.0-py3-none-any"):
        (wheels / f"{name}.whl").write_bytes(b"wheel")
    code, out, err = _run(capsys, "kit", "--wheels", wheels, "--out", tmp_path / "k.zip", "--lang", "en")
    assert (code, out) == (0, "")
    assert "MB" in err
    held = names(tmp_path / "k.zip")
    assert {"start.bat", "start.sh", "README.html", "README.zh.html", "help/python.txt"} <= set(held)
    assert {f"wheels/{w.name}" for w in wheels.iterdir()} <= set(held)
    assert {f"{lang}/small/{page}.html" for lang in ("zh", "en") for page in ("guide", "cards", "signs")} <= set(held)
    with ZipFile(tmp_path / "k.zip") as whole:
        info = whole.getinfo("qiantou-kit/start.sh")
        assert info.external_attr >> 16 & 0o111
        assert b"qiantou[docx]" not in whole.read(info)
    assert len(list(tmp_path.iterdir())) == 2


def test_wrong_usage_and_no_network_are_one_sentence(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr("game.scenario.library.shipped", lambda _: ROOT / "tests" / "data")
    assert _run(capsys, "kit", "--out", tmp_path / "k.rar")[0] == 2
    assert _run(capsys, "kit", "--wheels", tmp_path, "--no-wheels", "--out", tmp_path / "k.zip")[0] == 2
    code, _, err = _run(capsys, "kit", "--wheels", tmp_path, "--out", tmp_path / "k.zip", "--lang", "en")
    assert code == 3
    assert "qiantou" in err

    def offline(*_):
        raise NotFetched("no route")

    monkeypatch.setattr("game.wheels.built", offline)
    code, _, err = _run(capsys, "kit", "--out", tmp_path / "k.zip", "--lang", "en")
    assert code == 3
    assert "no route" in err
    assert "--no-wheels" in err
    assert not (tmp_path / "k.zip").exists()


def test_what_pip_says_last_is_the_reason_without_addresses(tmp_path):
    told = "WARNING: x\nERROR: Could not find a version\nERROR: No match at https://example.org/simple for y\n"
    assert reason(told) == "No match at … for y"
    assert reason("") == "pip"
    with pytest.raises(NotFetched):
        found(tmp_path, "qiantou")
