"""The whole document: a cover, then the parts in order; a part with nothing in it is left out."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeAlias

from game.lint.submission import people, place, story, trial, work
from game.lint.submission.condition import Reader
from game.lint.submission.naming import Naming
from game.lint.submission.prose import field, labelled
from game.scenario.schema import ScenarioFile
from game.telling.block import Block, Heading, NewPage, Para, Table, Title
from game.telling.clock import span
from game.telling.words import Words

Part: TypeAlias = Callable[[Reader], Iterable[Block]]

_PARTS: tuple[tuple[str, Part, bool], ...] = (
    ("task", people.task, False),
    ("departments", people.departments, False),
    ("leaders", people.leaders, False),
    ("oversight", people.oversight, False),
    ("workstreams", work.workstreams, False),
    ("tables", work.tables, False),
    ("map", place.places, False),
    ("outcomes", work.outcomes, False),
    ("promises", story.promises, True),
    ("flags", story.flags, True),
    ("moves", story.moves, False),
    ("injects", story.injects, True),
    ("endings", story.endings, True),
    ("expectations", story.expectations, True),
    ("questions", story.questions, True),
    ("hints", story.hints, True),
    ("facilitator", story.facilitator, True),
    ("variants", trial.variants, True),
    ("rules", trial.rules, True),
    ("trials", trial.trials, True),
    ("balance", trial.claims, True),
)
"""The parts by name, in order, and whether nothing in them is for players."""


def document(file: ScenarioFile, words: Words, name: str, written: date) -> list[Block]:
    """Return the document of a scenario without errors: `name` is the file's, `written` the day it is written."""
    reader = Reader(Naming(file, words))
    parts = [(part, list(blocks(reader)), secret) for part, blocks, secret in _PARTS]
    filled = [(part, blocks, secret) for part, blocks, secret in parts if blocks]
    numerals = words("submission.numerals").split()
    heads = [
        Heading(1, words("submission.numbered_part", n=n, title=words(f"submission.part.{part}")), secret)
        for n, (part, _, secret) in zip(numerals, filled, strict=False)
    ]
    whole: list[Block] = [*_cover(reader, name, written, heads), NewPage()]
    for head, (_, blocks, _) in zip(heads, filled, strict=True):
        whole += [head, *blocks]
    return whole


def _cover(reader: Reader, name: str, written: date, heads: Iterable[Heading]) -> Iterator[Block]:
    """Yield the title, what the scenario is in a paragraph, what it teaches, the facts of the file, the contents."""
    naming, words, file = reader.naming, reader.words, reader.naming.file
    yield Title(naming.text(file.title), words("submission.kind"))
    yield Para(naming.text(file.summary))
    for n, taught in enumerate(file.teaches, 1):
        yield labelled(words, words("submission.teaches", n=n), naming.text(taught))
    lengths = [
        words("submission.length", name=words(f"submission.length.{id}"), turns=x.turns,
              length=span(words, file.clock, x.days), all=span(words, file.clock, x.turns * x.days),
              turn=naming.text(x.turn_name))
        for id, x in file.lengths.items()
    ]  # fmt: skip
    facts = {
        "place": naming.text(file.place),
        "difficulty": words("submission.difficulty", n=file.difficulty),
        "lengths": "\n".join(lengths),
        "file": name,
        "format": str(file.format),
        "written": words("submission.date", year=written.year, month=written.month, day=written.day),
    }
    rows = tuple((words(f"submission.field.{key}"), told) for key, told in facts.items())
    yield Table((words("submission.item"), words("submission.content")), rows, (2, 7))
    yield NewPage()
    yield Para(words("submission.secret.about", tag=words("submission.secret")))
    yield field(words, "contents", "\n".join(head.text for head in heads))
