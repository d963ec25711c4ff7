"""The author's handbook is current, complete in both languages, and its examples are right."""

import re

import pytest

from game.cli import qiantou
from game.lint.new import scaffold
from game.scenario.constants import constants
from game.scenario.load import read, read_file
from game.scenario.names import names
from game.scenario.verbs import VERBS
from game.telling.words import words
from tests.handbook import PAGES, page
from tests.table import SMALL

TEXTS = {lang: path.read_text(encoding="utf-8") for lang, path in PAGES.items()}


@pytest.mark.parametrize("lang", PAGES)
def test_the_reference_is_current(lang: str) -> None:
    assert page(PAGES[lang], lang) == TEXTS[lang], "python -m tests.handbook"


@pytest.mark.parametrize("lang", PAGES)
def test_everything_has_its_row(lang: str) -> None:
    rows = set(re.findall(r"^\| \[?`([^`]+)`", TEXTS[lang], re.M))
    assert set(VERBS) <= rows
    assert set(constants()) <= rows
    heads = {row.split(".")[0] for row in rows}
    file = read_file(SMALL).file
    assert file is not None
    assert {name.split(".")[0] for name in names(file)} <= heads


def test_both_languages_have_the_same_sections_and_examples() -> None:
    for pattern in (r"^## \d*", r"^#### .*", r"^qiantou \w+", r"^\| `[a-z_]+` "):
        zh, en = (re.findall(pattern, TEXTS[lang], re.M) for lang in ("zh", "en"))
        assert len(zh) == len(en), pattern


@pytest.mark.parametrize("lang", PAGES)
def test_every_command_in_it_is_one(lang: str) -> None:
    named = set(re.findall(r"`?qiantou ([a-z]+)", TEXTS[lang]))
    assert named <= {*qiantou.commands}


@pytest.mark.parametrize("lang", PAGES)
def test_its_examples_can_be_read(lang: str) -> None:
    """Every example of a whole section takes that section's place in a new scenario."""
    text = scaffold("mine", words("zh"))
    tried = 0
    for block in re.findall(r"```yaml\n(.*?)```", TEXTS[lang], re.S):
        for section in re.split(r"(?m)^(?=[a-z]+:$)", block):
            name = section.partition(":")[0]
            if re.match(r"[a-z]+:\n", section) and f"\n{name}:\n" in text:
                changed = re.sub(rf"(?ms)^{name}:\n.*?(?=^[a-z#]|\Z)", lambda _, s=section: s, text)
                assert read(changed, "mine.yaml").playable, (name, read(changed, "mine.yaml").findings)
                tried += 1
    assert tried == 6
