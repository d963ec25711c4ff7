"""The author's notes for whoever leads the exercise, as blocks that any document may hold; not for players."""

from collections.abc import Iterator

from game.scenario.schema import ScenarioFile
from game.scenario.text import Text
from game.scenario.words import WordsModel
from game.telling.block import Block, Heading, Para, Table
from game.telling.clock import moment
from game.telling.words import Words


def notes(words: Words, file: ScenarioFile) -> Iterator[Block]:
    """Yield aims, traps, a running order for each length of time, and what to ask; nothing where there are no notes."""
    given = file.facilitator
    if given is None:
        return
    yield Heading(2, words("facilitator.aims"), secret=True)
    yield Para(_said(words, given.aims))
    yield from _list(words, "traps", given.traps)
    if given.timing:
        yield Heading(2, words("facilitator.timing"), secret=True)
        for minutes, text in sorted(given.timing.items(), key=lambda item: int(item[0])):
            yield Para(_said(words, text), words("facilitator.minutes", n=minutes))
    yield from _list(words, "ask", given.ask)


def checklist(words: Words, file: ScenarioFile) -> Iterator[Block]:
    """Yield what is expected as a table to tick off while the game runs; nothing where nothing is."""
    if not file.expect:
        return
    rows = []
    for expected in sorted(file.expect.values(), key=lambda e: e.by):
        text = [_said(words, expected.text)]
        if expected.critical:
            text.append(words("facilitator.critical"))
        if expected.on:
            text.append(words("facilitator.on", inject=_said(words, file.injects[expected.on].title)))
        follows = _said(words, file.injects[expected.else_].title) if expected.else_ else words("facilitator.none")
        day = moment(words, file.clock, expected.by, "head")
        rows.append((day, _seat(words, file, expected.who), "\n".join(text), str(expected.objective), follows, ""))
    head = tuple(words(f"facilitator.{name}") for name in ("due", "who", "expected", "objective", "else", "seen"))
    yield Table(head, tuple(rows), (2, 2, 6, 2, 3, 2))


def _list(words: Words, name: str, texts: list[WordsModel]) -> Iterator[Block]:
    if texts:
        yield Heading(2, words(f"facilitator.{name}"), secret=True)
        for n, text in enumerate(texts, 1):
            yield Para(_said(words, text), words("facilitator.number", n=n))


def _said(words: Words, text: WordsModel) -> str:
    return words.text(Text(text.zh, text.en, text.tw))


def _seat(words: Words, file: ScenarioFile, id: str) -> str:
    """Return what a seat is called."""
    if id in file.leaders:
        return _said(words, file.leaders[id].name)
    own = {"lead": file.lead.short, "office": file.office.short}
    return _said(words, own[id] if id in own else file.peers[id].short)
