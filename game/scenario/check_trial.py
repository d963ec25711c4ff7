"""What an author's tests name that is not there: actions, turns, lengths, variants, answers. Nothing is run."""

from collections.abc import Iterable, Iterator

from game.scenario.complaint import exactly
from game.scenario.finding import Finding
from game.scenario.names import DEEDS
from game.scenario.reference import Loc
from game.scenario.schema import Length, ScenarioFile
from game.scenario.source import Source
from game.scenario.terms import nearest
from game.scenario.trial import Trial

KINDS = (*DEEDS, "answer")
"""What a line of play may do; a turn ends by itself after the last line for it."""


def check_trials(file: ScenarioFile, source: Source, variant: str) -> Iterator[Finding]:
    """Point at whatever a test or a solution names that this scenario has not, or that could never be reached.

    What comes too late is looked for in those of the variant the file has been patched by.
    """
    for loc, trial in trials_in(file):
        yield from _setting(file, trial, loc, source)
        mine = trial.variant == variant
        yield from _lines(trial, loc, source, file.lengths.get(trial.length) if mine else None)
        yield from _answers(file, trial, loc, source)
        if not trial.expect and trial.ending is None and trial.grade is None:
            yield Finding(source.path, source.key_span(loc), "trial-no-expect", "error", {})
        if trial.seed is not None and trial.seeds is not None:
            yield from exactly(source, loc, trial, ("seed", "seeds"))


def trials_in(file: ScenarioFile) -> Iterator[tuple[Loc, Trial]]:
    """Yield every test, then every solution, with its place."""
    for section in ("tests", "solution"):
        for id, trial in getattr(file, section).items():
            yield (section, id), trial


def _setting(file: ScenarioFile, trial: Trial, loc: Loc, source: Source) -> Iterator[Finding]:
    """Point at a length or a variant there is none of."""
    if trial.length not in file.lengths:
        yield _choice(source, (*loc, "length"), trial.length, file.lengths)
    if trial.variant and trial.variant not in file.variants:
        yield _choice(source, (*loc, "variant"), trial.variant, file.variants)


def _lines(trial: Trial, loc: Loc, source: Source, length: Length | None) -> Iterator[Finding]:
    """Point at actions there are none of, and at turns that never come in a game of this length."""
    for i, line in enumerate(trial.lead):
        at: Loc = (*loc, "lead", i)
        if line.do not in KINDS:
            yield _choice(source, (*at, "do"), line.do, KINDS)
        yield from exactly(source, at, line, ("turn", "turns", "day"))
        late = [t for t in line.within(length.days) if t > length.turns] if length else []
        if length and late:
            key = next((k for k in ("turn", "turns", "day") if getattr(line, k) is not None), "do")
            yield _late(source, (*at, key), str(late[0]), length.turns)
    for i, fixed in enumerate(trial.fix):
        if length and fixed.turn > length.turns:
            yield _late(source, (*loc, "fix", i, "turn"), str(fixed.turn), length.turns)
    for i, wanted in enumerate(trial.expect):
        _, _, turn = wanted.at.partition(" ")
        if length and turn and int(turn) > length.turns:
            yield _late(source, (*loc, "expect", i, "at"), wanted.at, length.turns)


def _answers(file: ScenarioFile, trial: Trial, loc: Loc, source: Source) -> Iterator[Finding]:
    """Point at answers an inject does not have; that there is the inject is checked with all references."""
    for id, choice in trial.answers.items():
        if id in file.injects and choice not in file.injects[id].choices:
            yield _choice(source, (*loc, "answers", id), choice, file.injects[id].choices)


def _choice(source: Source, loc: Loc, value: str, choices: Iterable[str]) -> Finding:
    known = list(choices)
    args = {"key": str(loc[-1]), "value": value, "suggestion": nearest(value, known), "choices": ", ".join(known)}
    return Finding(source.path, source.span_of(loc), "not-a-choice", "error", args)


def _late(source: Source, loc: Loc, value: str, last: int) -> Finding:
    return Finding(source.path, source.span_of(loc), "trial-too-late", "error", {"value": value, "last": str(last)})
