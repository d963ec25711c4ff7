"""From a file or a text to a playable scenario: read, patch by variant, validate, check, lower.

The one place that puts the parts of this room together. Raises `ScenarioError` with every finding at once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game.scenario.check import check
from game.scenario.complaint import complaints
from game.scenario.finding import Finding, ScenarioError, Span
from game.scenario.lower import lower
from game.scenario.patch import PatchError, expand, put
from game.scenario.reference import Loc
from game.scenario.scenario import Scenario
from game.scenario.schema import ScenarioFile
from game.scenario.source import Source, decode, read_source
from game.scenario.tree import Value


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one file: the file's model if it fits the schema, and everything found."""

    path: str
    source: Source | None
    file: ScenarioFile | None
    findings: tuple[Finding, ...]

    @property
    def playable(self) -> bool:
        """Whether nothing worse than a warning was found."""
        return self.file is not None and not any(f.severity == "error" for f in self.findings)


def read(text: str, path: str, variant: str = "") -> Reading:
    """Read a scenario's text, patched by one of its variants ("" for none); never raises."""
    source, findings = read_source(text, path)
    if source is None:
        return Reading(path, None, None, tuple(findings))
    return _understood(source, findings, variant)


def varied(source: Source, variant: str) -> Reading:
    """Read a source once more, patched by a variant; what is wrong with it as YAML is not said again.

    The values a variant sets stand where it sets them, for findings to point at.
    """
    return _understood(source, (), variant)


def _understood(source: Source, findings: Sequence[Finding], variant: str) -> Reading:
    path = source.path
    data, trouble = patched(source, variant)
    if trouble is not None:
        return Reading(path, source, None, tuple(sorted([*findings, trouble])))
    source = _placed(source, data, variant) if variant else source
    try:
        file = ScenarioFile.model_validate(data)
    except ValidationError as error:
        return Reading(path, source, None, tuple(sorted([*findings, *complaints(error, source, ScenarioFile)])))
    return Reading(path, source, file, tuple(sorted([*findings, *check(file, source, variant)])))


def _placed(source: Source, data: Any, variant: str) -> Source:
    """Return a source of patched data in which what the variant sets stands in the variant."""
    spans, keys = dict(source.spans), dict(source.keys)
    above: Loc = ("variants", variant, "set")
    patches = source.value_at(above)
    for dotted, value in patches.items() if isinstance(patches, dict) else ():
        for steps in expand(data, dotted):
            for inner in _paths(value):
                written, place = (*above, dotted, *inner), (*steps, *inner)
                spans[place], keys[place] = source.value_span(written), source.key_span(written)
    return replace(source, data=data, spans=spans, keys=keys)


def _paths(value: Value) -> Iterator[Loc]:
    """Yield the path of every value within a value, its own first."""
    yield ()
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield from ((key, *rest) for rest in _paths(part))


def read_file(path: str | Path, variant: str = "") -> Reading:
    """Read a scenario file; OSError if it cannot be opened."""
    return read_bytes(Path(path).read_bytes(), str(path), variant)


def read_bytes(raw: bytes, path: str, variant: str = "") -> Reading:
    """Read what a scenario file holds; bytes that are no text are a finding."""
    text, findings = decode(raw, path)
    return read(text, path, variant) if text is not None else Reading(path, None, None, tuple(findings))


def load(text: str, path: str, length: str, variant: str = "") -> Scenario:
    """Return a playable scenario; `ScenarioError` if it has errors or lacks the length or the variant."""
    reading = read(text, path, variant)
    if reading.file is None or not reading.playable:
        raise ScenarioError(reading.findings)
    if length not in reading.file.lengths:
        have = ", ".join(reading.file.lengths)
        args = {"value": length, "have": have}
        raise ScenarioError([Finding(path, Span(1, 1, 1, 2), "no-such-length", "error", args)])
    return lower(reading.file, length, variant)


def load_any(path: str | Path, variant: str = "") -> Scenario:
    """Return the playable scenario of a file at the first length it has; OSError, or `ScenarioError` as `load`."""
    reading = read_file(path, variant)
    if reading.file is None or not reading.playable:
        raise ScenarioError(reading.findings)
    return lower(reading.file, next(iter(reading.file.lengths)), variant)


def patched(source: Source, variant: str) -> tuple[Any, Finding | None]:
    """Return the data with a variant's patches set by dotted path, or the finding that says what does not fit."""
    data = source.data
    if not variant:
        return data, None
    variants = data.get("variants") if isinstance(data, dict) else None
    chosen = variants.get(variant) if isinstance(variants, dict) else None
    patches = chosen.get("set") if isinstance(chosen, dict) else None
    if not isinstance(patches, dict):
        have = ", ".join(variants) if isinstance(variants, dict) else ""
        span = source.span_of(("variants",))
        return data, Finding(source.path, span, "no-such-variant", "error", {"value": variant, "have": have})
    for dotted, value in patches.items():
        try:
            for steps in expand(data, str(dotted)):
                data = put(data, steps, value)
        except PatchError:
            span = source.span_of(("variants", variant, "set", dotted))
            return data, Finding(source.path, span, "no-such-path", "error", {"value": str(dotted)})
    return data, None
