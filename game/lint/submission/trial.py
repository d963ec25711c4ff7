"""The parts about how a scenario is varied and tried: variants, constants of the rules, tests and solutions."""

from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from game.lint.submission.condition import Reader
from game.lint.submission.effect import effects
from game.lint.submission.prose import field, labelled
from game.rules import Action
from game.scenario.constants import constants
from game.scenario.lower import lower, text
from game.scenario.patch import Steps, at, changed, expand, relative
from game.scenario.scenario import Scenario
from game.scenario.schema import Variant
from game.scenario.script import Line
from game.scenario.text import LANGUAGES
from game.scenario.trial import Trial, Trials
from game.scenario.verbs import Effect
from game.telling.block import Block, Heading, Para, Table
from game.telling.claim import claimed
from game.telling.clock import moment
from game.telling.offer import action

_EFFECTS: TypeAdapter[list[Any]] = TypeAdapter(list[Effect])
_CONDITIONS = {"when", "crossed", "window", "kept", "broken", "opens"}
"""The fields that hold a condition."""


def variants(reader: Reader) -> Iterator[Block]:
    """Yield what each variant changes, from what to what."""
    naming, words = reader.naming, reader.words
    data = naming.file.model_dump(by_alias=True)
    for variant in naming.file.variants.values():
        yield Heading(2, naming.text(variant.title), secret=True)
        header = tuple(words(f"submission.field.{c}") for c in ("changed", "from", "into", "path"))
        yield Table(header, tuple(_changes(reader, data, variant)), (5, 3, 3, 5))


def _changes(reader: Reader, data: dict[str, Any], variant: Variant) -> Iterator[tuple[str, ...]]:
    """Yield a row for every value a variant sets: what it is, what it was, what it becomes, the path as written."""
    for dotted, value in variant.set.items():
        for steps in expand(data, dotted):
            old, by, last = at(data, steps), relative(value), str(steps[-1])
            new = changed(old, by[0], by[1], isinstance(old, int)) if by and isinstance(old, int | float) else value
            yield _place(reader, data, steps), _value(reader, last, old), _value(reader, last, new), dotted


def _place(reader: Reader, data: Any, steps: Steps) -> str:
    """Return where a value stands, in words: the names of the records on the way, and the field."""
    words, told = reader.words, []
    for n, step in enumerate(steps, 1):
        record = at(data, steps[:n])
        named = record if isinstance(record, dict) else {}
        name = next((named[key] for key in ("short", "name", "title") if named.get(key)), None)
        if name is not None:
            told.append(_value(reader, "name", name))
        elif n > 1 or len(steps) == 1:
            told.append(_labelled(reader, str(step)))
    return words("list.package").join(told)


def _labelled(reader: Reader, step: str) -> str:
    """Return what a step of a path is called: a field by its label, a seat by its name, else as it is written."""
    label = f"submission.field.{step}"
    return reader.words(label) if reader.words.has(label) else reader.naming.called("seat", step)


def _value(reader: Reader, field: str, value: Any) -> str:
    """Return a field's value as a reader sees it: effects and conditions in words, records by their fields."""
    words = reader.words
    if value is None:
        return words("none")
    if isinstance(value, bool):
        return reader.naming.yes(value)
    if isinstance(value, int | float):
        return reader.naming.number(value)
    if isinstance(value, str):
        return reader.plain(value) if field in _CONDITIONS else words(f"fact.{value}") if field == "reveals" else value
    if field.startswith("effects"):
        return effects(reader.naming, _EFFECTS.validate_python(value))
    if isinstance(value, list):
        between = "\n" if any(isinstance(item, dict) for item in value) else words("list.between")
        return between.join(_value(reader, field, item) for item in value) or words("none")
    if "zh" in value and set(value) <= set(LANGUAGES):
        return str(value.get(words.lang) or value["zh"])
    return words("submission.list").join(
        words("submission.valued", name=_labelled(reader, str(key)), value=_value(reader, str(key), inner))
        for key, inner in value.items()
    )


def rules(reader: Reader) -> Iterator[Block]:
    """Yield the constants of the rules this scenario sets, beside what they are without it."""
    words, naming, known = reader.words, reader.naming, constants()
    settings = naming.file.model_dump(include={"rules"}, exclude_none=True)["rules"]
    rows = [
        (words(f"schema.rules.{name}"), name, naming.number(value), naming.number(known[name]["default"]))
        for name, value in settings.items()
    ]
    if rows:
        yield Heading(2, words("submission.rules"), secret=True)
        yield Para(words("submission.rules.about"))
        header = tuple(words(f"submission.field.{c}") for c in ("meaning", "constant", "here", "usual"))
        yield Table(header, tuple(rows), (6, 3, 2, 2))


def claims(reader: Reader) -> Iterator[Block]:
    """Yield what the author claims of many games, a row a claim."""
    naming, words = reader.naming, reader.words
    rows = [
        (naming.text(claim.title) or id, claimed(words, claim, lambda id: naming.called("ending", id)))
        for id, claim in naming.file.balance.items()
    ]
    if rows:
        header = tuple(words(f"submission.field.{c}") for c in ("claim", "claimed"))
        yield Table(header, tuple(rows), (3, 7))


def trials(reader: Reader) -> Iterator[Block]:
    """Yield the tests and the solution: each line of play turn by turn, and what must come of it."""
    file = reader.naming.file
    scenario = lower(file, next(iter(file.lengths)))
    for kind, found in (("test", file.tests), ("solution", file.solution)):
        yield from _trials(reader, scenario, kind, found)


def _trials(reader: Reader, scenario: Scenario, kind: str, found: Trials) -> Iterator[Block]:
    for id, trial in found.items():
        title = reader.naming.text(trial.title) or id
        yield Heading(2, reader.words(f"submission.{kind}", title=title), secret=True)
        yield from _trial(reader, scenario, trial)


def _trial(reader: Reader, scenario: Scenario, trial: Trial) -> Iterator[Block]:
    """Yield one line of play in short."""
    naming, words, file = reader.naming, reader.words, reader.naming.file
    named = words.text(text(file.variants[trial.variant].title)) if trial.variant in file.variants else words("none")
    yield field(words, "played", words("submission.played", length=words(f"submission.length.{trial.length}"),
                                       variant=named, seeds=", ".join(map(str, trial.luck))))  # fmt: skip
    turns: dict[str, list[str]] = {}
    for line in trial.lead:
        turns.setdefault(_when(reader, line), []).append(_deed(reader, scenario, line))
    if turns:
        rows = tuple((when, "\n".join(deeds)) for when, deeds in turns.items())
        yield Table((words("submission.field.when_done"), words("submission.field.deeds")), rows, (2, 9))
    answers = [
        words("submission.answered", inject=naming.called("inject", id), choice=_choice(reader, id, choice))
        for id, choice in trial.answers.items()
    ]
    if answers:
        yield field(words, "answers", "\n".join(answers))
    if trial.fix:
        told = [f"{words('submission.turns', turns=f.turn)} {f.who} {f.what} {f.value}" for f in trial.fix]
        yield field(words, "fixed", "\n".join(told))
    for expected in trial.expect:
        at_time = words("submission.expected", at=_time(reader, expected.at))
        yield labelled(words, at_time, reader.plain(expected.when))
        yield labelled(words, words("submission.written"), expected.when, code=True)
    if trial.ending:
        yield field(words, "ends_with", naming.called("ending", trial.ending))
    if trial.grade:
        yield field(words, "least_grade", trial.grade)


def _when(reader: Reader, line: Line) -> str:
    """Return when a line of play is for."""
    if line.day is not None:
        return moment(reader.words, reader.naming.file.clock, line.day)
    turns = line.turns or [line.turn or 1]
    return reader.words("submission.turns", turns=reader.words("list.between").join(map(str, turns)))


def _deed(reader: Reader, scenario: Scenario, line: Line) -> str:
    """Return what a line of play does, in words."""
    told = action(reader.words, scenario, Action("lead", line.do, line.with_))
    return told if not told.startswith("Action(") else f"{line.do} {line.with_}"


def _choice(reader: Reader, inject: str, id: str) -> str:
    """Return the text of a choice; the id itself if the inject has no such one."""
    record = reader.naming.file.injects.get(inject)
    return reader.naming.text(record.choices[id].text) if record and id in record.choices else id


def _time(reader: Reader, at: str) -> str:
    """Return the point of time at which something is expected."""
    kind, _, number = at.partition(" ")
    return reader.words(f"submission.at.{kind}", turn=number)
