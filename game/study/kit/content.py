"""Everything a kit holds but its wheels: pages and documents by their place in it, in Chinese and English."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from game.scenario.scenario import Scenario
from game.scenario.schema import ScenarioFile
from game.study.kit.card import cards, signs
from game.study.kit.guide import Aims, guide, run_sheets
from game.study.kit.launcher import scripts, sentences
from game.study.kit.printed import cards_page, signs_page
from game.study.pack.page import as_html
from game.telling.block import Block, Heading, Para, Table, Title
from game.telling.words import Words, words

LANGS = ("zh", "en")
Word = Callable[[Sequence[Block], Words], bytes]
"""Writes blocks as a Word document."""


@dataclass(frozen=True, slots=True)
class Given:
    """A scenario to print for: as played in class, what it teaches, and its file with the author's notes."""

    scenario: Scenario
    aims: Aims
    file: ScenarioFile | None = None


def content(given: Sequence[Given], version: str, wanted: str, as_word: Word | None) -> Iterator[tuple[str, bytes]]:
    """Yield every file with its path in the kit; `wanted` is what is installed, "" for a kit without wheels."""
    if wanted:
        yield from scripts(version, wanted).items()
        yield from sentences().items()
    for lang in LANGS:
        said = words(lang)
        name = "README.zh.html" if lang == "zh" else "README.html"
        yield name, _page(list(readme(said, given, bool(wanted))), said)
        yield from _both(f"{lang}/run-sheets", list(run_sheets(said)), said, as_word)
        for one in given:
            yield from _scenario(f"{lang}/{one.scenario.id}", one, said, as_word)


def _scenario(folder: str, one: Given, said: Words, as_word: Word | None) -> Iterator[tuple[str, bytes]]:
    scenario, title = one.scenario, said.text(one.scenario.title)
    yield from _both(f"{folder}/guide", list(guide(said, scenario, one.aims, one.file)), said, as_word)
    yield f"{folder}/cards.html", cards_page(cards(said, scenario), title, said).encode("utf-8", "replace")
    yield f"{folder}/signs.html", signs_page(signs(said, scenario), title, said).encode("utf-8", "replace")


def _both(path: str, blocks: list[Block], said: Words, as_word: Word | None) -> Iterator[tuple[str, bytes]]:
    """Yield a document as a page and, where that can be written, for Word."""
    yield f"{path}.html", _page(blocks, said)
    if as_word is not None:
        yield f"{path}.docx", as_word(blocks, said)


def _page(blocks: Sequence[Block], said: Words) -> bytes:
    return as_html(blocks, said).encode("utf-8", "replace")


def readme(said: Words, given: Sequence[Given], starts: bool) -> Iterator[Block]:
    """Yield what to do with the kit; `starts` tells whether it holds what is needed to run."""
    yield Title(said("kit.readme"), said("kit.readme.kind"))
    yield Heading(1, said("kit.readme.start"))
    if starts:
        for name in ("windows", "mac", "linux"):
            yield Para(said(f"kit.readme.start.{name}"))
        yield Para(said("kit.readme.python"))
        yield Heading(1, said("kit.readme.more"))
        for name in ("run", "compare", "command"):
            yield Para(said(f"kit.readme.more.{name}"))
    else:
        yield Para(said("kit.readme.none"))
    yield Heading(1, said("kit.readme.holds"))
    yield Para(said("kit.readme.holds.how"))
    rows = [(f"{said.lang}/run-sheets", said("kit.file.sheets"))]
    for one in given:
        title = said.text(one.scenario.title)
        rows += [(f"{said.lang}/{one.scenario.id}/{name}", said(f"kit.file.{name}", title=title))
                 for name in ("guide", "cards", "signs")]  # fmt: skip
    yield Table((said("kit.head.file"), said("kit.head.about")), tuple(rows), (4, 7))
