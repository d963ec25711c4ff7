"""Reading an experiment file: its model, its arms with everything they share folded in, and what is wrong with it.

Ids and shapes are checked here; what an arm's scenario says of it is for `game.scenario.arm`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game.scenario.complaint import complaints, exactly
from game.scenario.experiment import (
    Arm,
    Expected,
    ExperimentFile,
    Interaction,
    Mean,
    Ratio,
    Share,
    Treatment,
)
from game.scenario.finding import Finding
from game.scenario.lower import text
from game.scenario.reference import Loc, Ref, marks
from game.scenario.script import Line
from game.scenario.source import Source, decode, read_source
from game.scenario.terms import nearest
from game.scenario.text import Text


@dataclass(frozen=True, slots=True)
class ArmSpec:
    """One arm with what all arms share folded in; patches and lines know where in the file they stand."""

    id: str
    loc: Loc
    title: Text
    scenario: tuple[str, Loc]
    length: str
    bot: tuple[str, Loc]
    variant: tuple[str, Loc]
    patches: tuple[tuple[str, Any, Loc], ...]
    script: tuple[tuple[Line, Loc], ...]


@dataclass(frozen=True, slots=True)
class Experiment:
    """One experiment as read; `levels` gives each arm's level of every factor."""

    source: Source
    file: ExperimentFile
    arms: tuple[ArmSpec, ...]
    levels: Mapping[str, Mapping[str, str]]


def read_experiment(path: str | Path) -> tuple[Experiment | None, list[Finding]]:
    """Read an experiment file; None beside the findings if it cannot be used. OSError if it cannot be opened."""
    written, findings = decode(Path(path).read_bytes(), str(path))
    if written is None:
        return None, findings
    source, findings = read_source(written, str(path))
    if source is None:
        return None, findings
    try:
        file = ExperimentFile.model_validate(source.data)
    except ValidationError as error:
        return None, sorted([*findings, *complaints(error, source, ExperimentFile)])
    arms, levels = _arms(file)
    findings = sorted([*findings, *_unknown(file, arms, source), *_shapes(file, source)])
    if any(f.severity == "error" for f in findings):
        return None, findings
    return Experiment(source, file, arms, levels), findings


def _arms(file: ExperimentFile) -> tuple[tuple[ArmSpec, ...], dict[str, dict[str, str]]]:
    """Return the arms written, and those the factors make, with each one's levels."""
    found = [_arm(file, id, ("arms", id), [(arm, ("arms", id))]) for id, arm in file.arms.items()]
    levels: dict[str, dict[str, str]] = {}
    for cell in product(*file.factors.values()) if file.factors else ():
        chosen = dict(zip(file.factors, cell, strict=True))
        id = ",".join(f"{factor}={level}" for factor, level in chosen.items())
        parts: list[tuple[Any, Loc]] = [(file.factors[f][x], ("factors", f, x)) for f, x in chosen.items()]
        found.append(_arm(file, id, ("factors",), parts))
        levels[id] = chosen
    return tuple(found), levels


def _arm(file: ExperimentFile, id: str, loc: Loc, parts: list[tuple[Any, Loc]]) -> ArmSpec:
    """Fold the base and an arm's own parts, in this order; what comes later wins."""
    layers: list[tuple[Treatment, Loc]] = [(file.base, ("base",)), *parts]
    own = parts[0][0] if isinstance(parts[0][0], Arm) else Arm()
    titles = [text(part.title) for part, _ in parts if part.title]
    title = titles[0] if len(titles) == len(parts) == 1 else Text(id)
    return ArmSpec(
        id,
        loc,
        title,
        (own.scenario, (*loc, "scenario")) if own.scenario else (file.scenario, ("scenario",)),
        own.length or file.length,
        _last(layers, "bot") or ("steady", ("base", "bot")),
        _last(layers, "variant") or ("", ("base", "variant")),
        tuple((k, v, (*at, "set", k)) for part, at in layers for k, v in part.set.items()),
        tuple((line, (*at, "script", i)) for part, at in layers for i, line in enumerate(part.script)),
    )


def _last(layers: list[tuple[Treatment, Loc]], field: str) -> tuple[str, Loc] | None:
    """Return the last value of a field that a layer gives, and where."""
    given = [(getattr(part, field), (*at, field)) for part, at in layers if getattr(part, field) is not None]
    return given[-1] if given else None


_CODES = {"arm": "unknown-arm", "measured": "unknown-measure", "factor": "unknown-factor"}


def _unknown(file: ExperimentFile, arms: tuple[ArmSpec, ...], source: Source) -> Iterator[Finding]:
    """Point at every id of an arm, a measure or a factor that is none."""
    known = {"arm": [a.id for a in arms], "measured": list(file.measures), "factor": list(file.factors)}
    if not arms:
        yield Finding(source.path, source.span_of(("measures",)), "no-arms", "error", {})
        return
    for mark in marks(file):
        if isinstance(mark.mark, Ref) and mark.value not in known[mark.mark.kind]:
            choices = known[mark.mark.kind]
            args = {"value": mark.value, "suggestion": nearest(mark.value, choices), "choices": ", ".join(choices)}
            yield Finding(source.path, source.span_of(mark.loc), _CODES[mark.mark.kind], "error", args)


def _shapes(file: ExperimentFile, source: Source) -> Iterator[Finding]:
    """Point at records that say too little or too much at once."""
    for loc, line in _lines(file):
        yield from exactly(source, loc, line, ("turn", "turns", "day"))
    for id, measured in file.measures.items():
        yield from exactly(source, ("measures", id), measured, ("value", "when"))
    for loc, expected in expectations(file):
        if isinstance(expected, Mean | Share | Ratio):
            yield from exactly(source, loc, expected, ("at_least", "at_most"))
        if isinstance(expected, Share):
            yield from exactly(source, loc, expected, ("measure", "when"))
            if expected.measure is not None:
                yield from exactly(source, loc, expected, ("reaches", "below"))
        if isinstance(expected, Interaction):
            yield from _contrast(file, source, loc, expected)


def _lines(file: ExperimentFile) -> Iterator[tuple[Loc, Line]]:
    """Yield every line of every script with its place."""
    parts: list[tuple[Loc, Treatment]] = [(("base",), file.base)]
    parts += [(("arms", id), arm) for id, arm in file.arms.items()]
    parts += [(("factors", f, x), level) for f, levels in file.factors.items() for x, level in levels.items()]
    for loc, part in parts:
        for i, line in enumerate(part.script):
            yield (*loc, "script", i), line


def expectations(file: ExperimentFile) -> Iterator[tuple[Loc, Expected]]:
    """Yield every expectation with its place, those inside `all` as well."""
    yield from _nested(("expect",), list(file.expect))


def _nested(loc: Loc, found: list[Any]) -> Iterator[tuple[Loc, Expected]]:
    for i, expected in enumerate(found):
        yield (*loc, i), expected
        if expected.kind == "all":
            yield from _nested((*loc, i, "of"), expected.of)


def _contrast(file: ExperimentFile, source: Source, loc: Loc, expected: Interaction) -> Iterator[Finding]:
    """Check that a contrast is one: factors of two levels, or as many arms on either side."""
    if bool(expected.of) == bool(expected.plus or expected.minus):
        keys = {"keys": "of, plus + minus", "given": "2" if expected.of else "0"}
        yield Finding(source.path, source.key_span(loc), "exactly-one", "error", keys)
    elif len(expected.plus) != len(expected.minus):
        args = {"plus": str(len(expected.plus)), "minus": str(len(expected.minus))}
        yield Finding(source.path, source.span_of((*loc, "plus")), "uneven-contrast", "error", args)
    for i, factor in enumerate(expected.of):
        if len(file.factors.get(factor, {"": 0, "-": 0})) != 2:
            args = {"value": factor, "levels": str(len(file.factors[factor]))}
            yield Finding(source.path, source.span_of((*loc, "of", i)), "factor-not-two", "error", args)
