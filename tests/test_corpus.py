"""Every nasty file of the corpus through every command that reads one: a sentence and a code, never more."""

import time
from datetime import date

import pytest

from game.lint.check import lint_bytes
from game.lint.fix import fixed
from game.lint.report import REPORTERS
from game.scenario.arm import Settings
from game.session import shelf
from game.session.recording import read
from game.session.replay import replay
from game.study.experiment.plan import plan
from game.telling.finding import worder
from game.telling.trouble import verdict
from game.telling.words import words
from tests.corpus import FOLDER

SECONDS = 5
FILES = sorted(FOLDER.iterdir())
WORDS = words("zh")


def test_the_corpus_is_there():
    assert len(FILES) >= 70


@pytest.mark.parametrize("path", [p for p in FILES if p.suffix == ".yaml"], ids=lambda p: p.stem)
def test_a_text_is_checked_mended_and_planned_without_harm(path):
    began, data = time.process_time(), path.read_bytes()
    text, findings = lint_bytes(data, str(path), date(2026, 1, 1))
    assert findings, "something is wrong with every file here"
    for report in REPORTERS.values():
        report(findings, worder(WORDS.raw), {} if text is None else {str(path): text})
    fixed(data, str(path), 1)
    ready, _ = plan(path, Settings())
    assert ready is None
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("path", [p for p in FILES if p.suffix == ".jsonl"], ids=lambda p: p.stem)
def test_a_recording_is_listed_verified_and_worded_without_harm(path):
    began = time.process_time()
    shelf.glance(path)
    found = replay(read(path)).verdict
    assert found.verdict in ("ok", "differs", "other_rules")
    assert verdict(WORDS, str(path), found)
    assert time.process_time() - began < SECONDS
