"""The parts that tell the story: promises, moves, injects, endings, hints, what is expected and what is asked."""

from collections.abc import Iterator

from game.lint.submission.condition import Reader
from game.lint.submission.effect import effects
from game.lint.submission.prose import both, conditions, field, labelled
from game.scenario.story import Inject
from game.telling.block import Block, Heading, Para, Table
from game.telling.clock import moment
from game.telling.facilitator import checklist, notes


def promises(reader: Reader) -> Iterator[Block]:
    """Yield each promise: to whom, by when, when it counts as kept or broken, and what follows."""
    naming, words, file = reader.naming, reader.words, reader.naming.file
    for promise in file.promises.values():
        yield Heading(2, naming.text(promise.text), secret=True)
        yield field(words, "to", naming.called("peer", promise.to))
        yield field(words, "due", moment(words, file.clock, promise.due))
        yield field(words, "witness", naming.listed("leader", promise.witness))
        yield from conditions(reader, "kept", promise.kept)
        yield from conditions(reader, "broken", promise.broken)
        for name in ("effects_kept", "effects_broken"):
            if getattr(promise, name):
                yield field(words, name, effects(naming, getattr(promise, name)))
        for table, worth in promise.worth.items():
            label = words("submission.worth", table=naming.called("table", table))
            yield labelled(words, label, words("submission.amount.points", n=naming.number(worth)))


def flags(reader: Reader) -> Iterator[Block]:
    """Yield what the game can remember."""
    for flag in reader.naming.file.flags.values():
        yield Para(reader.naming.text(flag), reader.words("submission.bullet"))


def moves(reader: Reader) -> Iterator[Block]:
    """Yield each move of the scenario's own: what it says and costs, when it is on offer, what it does."""
    naming, words = reader.naming, reader.words
    for move in naming.file.moves.values():
        yield Heading(2, naming.text(move.name))
        yield Para(naming.text(move.text))
        yield field(words, "cost", words("submission.cost", n=move.cost, limit=move.limit))
        if move.to:
            yield field(words, "to", naming.called("peer", move.to))
        yield from conditions(reader, "when", move.when, secret=True)
        if move.blocked is not None:
            yield field(words, "blocked", naming.text(move.blocked))
        yield field(words, "reply", naming.text(move.reply), secret=True)
        yield field(words, "effects", effects(naming, move.effects), secret=True)


def injects(reader: Reader) -> Iterator[Block]:
    """Yield each inject: when it comes and to whom, its text, what it does, and the choices it leaves."""
    naming, words = reader.naming, reader.words
    for inject in naming.file.injects.values():
        yield Heading(2, naming.text(inject.title), secret=True)
        yield field(words, "timing", _timing(reader, inject))
        yield from conditions(reader, "happens", inject.when)
        source = words(f"submission.source.{inject.source}")
        if inject.speaker:
            source = words("submission.source", source=source, who=naming.called("peer", inject.speaker))
        yield field(words, "source", source)
        yield Para(naming.text(inject.text))
        if inject.effects:
            yield field(words, "effects", effects(naming, inject.effects))
        if inject.choices:
            yield _choices(reader, inject)


def _timing(reader: Reader, inject: Inject) -> str:
    """Return when an inject can come, and how likely it is."""
    words, day, until = reader.words, inject.day, inject.until
    clock = reader.naming.file.clock
    first, last = moment(words, clock, day or 0), moment(words, clock, until or 0)
    if inject.only_fired:
        told = words("submission.timing.fired")
    elif day is not None and day == until:
        on = moment(words, clock, day, "head")
        told = words("submission.timing.on", when=on) if day else words("submission.timing.opening")
    elif day is not None and until is not None:
        told = words("submission.timing.between", first=first, last=last)
    elif until is not None:
        told = words("submission.timing.until", last=last)
    else:
        told = words("submission.timing.from", first=first) if day else words("submission.timing.any")
    if inject.chance < 100:
        told = words.sentences(told, words("submission.timing.chance", n=reader.naming.number(inject.chance)))
    return told


def _choices(reader: Reader, inject: Inject) -> Table:
    """Return what can be answered to an inject: each choice with its price, the reply to it and what it does."""
    naming, words = reader.naming, reader.words
    rows = []
    for choice in inject.choices.values():
        cost = words("submission.energy", n=choice.cost) if choice.cost else words("submission.energy.free")
        trap = [words("submission.trap")] if choice.trap else []
        when = [both(reader, choice.when)] if choice.when else []
        text = "\n".join([naming.text(choice.text), cost, *trap, *when])
        rows.append((text, naming.text(choice.reply), effects(naming, choice.effects)))
    header = tuple(words(f"submission.field.{c}") for c in ("choice", "reply", "effects"))
    return Table(header, tuple(rows), (4, 4, 5))


def endings(reader: Reader) -> Iterator[Block]:
    """Yield the endings in the order they are tried, and how the mark is composed."""
    naming, words, file = reader.naming, reader.words, reader.naming.file
    yield Para(words("submission.endings.about"))
    for ending in file.endings.values():
        yield Heading(2, words("submission.ending", title=naming.text(ending.title), grade=ending.grade), secret=True)
        if ending.when:
            yield from conditions(reader, "when", ending.when)
        else:
            yield field(words, "when", words("submission.otherwise"))
        yield Para(naming.text(ending.text))
    yield Heading(2, words("submission.weights"), secret=True)
    weights = file.weights.model_dump()
    header = tuple(words(f"submission.weight.{name}") for name in weights)
    yield Table(header, (tuple(naming.number(w) for w in weights.values()),), (1,) * len(weights))


def hints(reader: Reader) -> Iterator[Block]:
    """Yield what opens later, and each hint: what it says, what it points at, and while what holds."""
    naming, words = reader.naming, reader.words
    for turn in sorted(set(naming.file.later.values())):
        deeds = [words(f"offer.{deed}.label") for deed, opens in naming.file.later.items() if opens == turn]
        yield Para(words.listed(deeds), words("submission.later", turn=turn))
    rows = [
        (naming.text(hint.text), hint.at, both(reader, hint.when) if hint.when else words("none"),
         both(reader, hint.until) if hint.until else words("none"))
        for hint in naming.file.hints.values()
    ]  # fmt: skip
    if rows:
        yield Table(tuple(words(f"submission.field.{c}") for c in ("hint", "at", "while", "until")), tuple(rows),
                    (4, 3, 4, 4))  # fmt: skip


def questions(reader: Reader) -> Iterator[Block]:
    """Yield the questions for the debrief, numbered, each with when it is asked."""
    for n, question in enumerate(reader.naming.file.questions, 1):
        yield Para(reader.naming.text(question), reader.words("submission.numbered", n=n))
        yield from conditions(reader, "asked", question.when)


def expectations(reader: Reader) -> Iterator[Block]:
    """Yield what is expected by when as a table to tick off, then what tells that each was done."""
    naming, words = reader.naming, reader.words
    yield from checklist(words, naming.file)
    for expected in naming.file.expect.values():
        yield Heading(3, naming.text(expected.text), secret=True)
        yield from conditions(reader, "done", expected.when)


def facilitator(reader: Reader) -> Iterator[Block]:
    """Yield the notes for whoever leads the exercise."""
    yield from notes(reader.words, reader.naming.file)
