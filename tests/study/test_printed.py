"""What is handed out, opened by the programs of those who get it: a browser without a network, an office program.

Both are left out where such a program is not on the path. What they make of the pages is looked at by people; here it
is held that they open them, complain of nothing, and print what belongs on one page on one page.
"""

import re
import subprocess
from datetime import date
from functools import cache
from shutil import which

import pytest

from game.desktop.plate import plate
from game.study.compare.document import document as class_page
from game.study.compare.name import Names
from game.study.kit.card import cards, signs
from game.study.kit.printed import cards_page, signs_page
from game.study.pack.document import document
from game.study.pack.page import as_html
from game.telling.words import words
from tests.study.test_compare import found
from tests.study.test_pack import game_of
from tests.table import scenario_of

BROWSER = next(filter(None, map(which, ("chromium", "chromium-browser", "google-chrome"))), None)
OFFICE = which("soffice")
READER = which("pdftotext")
browser = pytest.mark.skipif(BROWSER is None, reason="no Chromium on the path")
office = pytest.mark.skipif(OFFICE is None, reason="no office program on the path")
CALM = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--enable-logging=stderr", "--no-pdf-header-footer")  # fmt: skip


@cache
def blocks(what, lang):
    said = words(lang, strict=True)
    if what == "debrief":
        return document(game_of("market_street", "steady"), said)
    return class_page(found(), Names(found(), said, False), said)


@cache
def page(what, lang):
    said, scenario = words(lang, strict=True), scenario_of("market_street-class")
    if what == "cards":
        return cards_page(cards(said, scenario), "x", said)
    if what == "signs":
        return signs_page(signs(said, scenario), "x", said)
    return as_html(blocks(what, lang), said)


def complaints(text, folder):
    """Return what a browser without a network says on its console of a page it prints, and what the page asks for.

    What the browser asks for itself, to be renewed, is not the page's: the log tells them apart by who asks.
    """
    file = folder / "page.html"
    file.write_text(text, encoding="utf-8")
    log = folder / "net.json"
    done = subprocess.run([BROWSER, *CALM, f"--user-data-dir={folder / 'profile'}", f"--log-net-log={log}",
                           f"--print-to-pdf={folder / 'page.pdf'}", file.as_uri()],
                          capture_output=True, text=True, timeout=60, check=True)  # fmt: skip
    said = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    asked = [line for line in log.read_text(encoding="utf-8").splitlines() if '"network_isolation_key":"file:' in line]
    return said + [url for line in asked for url in re.findall(r'"url":"(?!file:|data:)([^"]*)"', line)]


def pages(pdf):
    """Return the text of every page of a PDF file."""
    told = subprocess.run([READER, "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    return told.split("\f")[:-1]


@browser
def test_a_page_that_needs_the_network_or_fails_would_be_found(tmp_path):
    """The test below could not fail if the browser said nothing."""
    for broken in ('<img src="http://example.invalid/x.png">', "<script>nothing()</script>"):
        assert complaints(f"<!DOCTYPE html><html><body>{broken}</body></html>", tmp_path), broken


@browser
@pytest.mark.parametrize(("what", "lang"), [("debrief", "zh"), ("compare", "en"), *(
    pytest.param(what, lang, marks=pytest.mark.long)
    for what, lang in (("debrief", "en"), ("compare", "zh"), ("cards", "zh"), ("cards", "en"), ("signs", "zh")))])
def test_a_browser_without_a_network_complains_of_nothing(what, lang, tmp_path):
    text = page(what, lang)
    assert not re.findall(r"""(?:src|href|action)\s*=\s*["'](?!#)|url\(|@import|<script|<link|<iframe""", text)
    assert complaints(text, tmp_path) == []
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    if READER and what in ("debrief", "compare"):
        printed(pages(tmp_path / "page.pdf"), what, lang)


@office
@pytest.mark.parametrize(("what", "lang"), [("debrief", "zh"), *(
    pytest.param(what, lang, marks=pytest.mark.long)
    for what, lang in (("debrief", "en"), ("debrief", "tw"), ("compare", "zh"), ("compare", "en")))])
def test_an_office_program_opens_the_document_and_prints_it(what, lang, tmp_path):
    pytest.importorskip("docx")
    from game.telling.word import as_bytes

    path = tmp_path / f"{what}.docx"
    path.write_bytes(as_bytes(blocks(what, lang), words(lang), date(2026, 1, 8), plate))
    room = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run([OFFICE, room, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)],
                   capture_output=True, timeout=120, check=True)  # fmt: skip
    assert path.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    if READER:
        printed(pages(path.with_suffix(".pdf")), what, lang)


def printed(told, what, lang):
    """Hold that no page is empty, and that the hot wash has one of its own and no more than one."""
    assert all(re.search(r"[^\s—\d]", text) for text in told), "an empty page"
    if what != "debrief":
        return
    said = words(lang)
    first = next(n for n, text in enumerate(told) if said("pack.part.hot_wash") in text)
    then = next(n for n, text in enumerate(told) if said("pack.part.after_action") in text)
    assert then == first + 1
    assert all(said(f"pack.hot_wash.{n}")[:4] in told[first] for n in (1, 2, 3, 5))
