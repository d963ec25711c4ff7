"""An arm made ready: its scenario's data with the variant and all patches in, validated as any scenario is.

Whatever a patch breaks is found at the patch, in the experiment's file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from os.path import isfile
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from game.scenario.check import check
from game.scenario.complaint import complaints
from game.scenario.constants import constants
from game.scenario.experiment_file import ArmSpec
from game.scenario.finding import Finding, Span
from game.scenario.library import find
from game.scenario.load import Reading, patched, read_file, varied
from game.scenario.lower import lower
from game.scenario.patch import PatchError, Steps, at, changed, expand, put, relative
from game.scenario.reference import Loc
from game.scenario.scenario import Scenario
from game.scenario.schema import ScenarioFile
from game.scenario.shipped import shipped
from game.scenario.source import Source
from game.scenario.tree import Value


@dataclass(frozen=True, slots=True)
class Setting:
    """What an arm plays, as plain data that can go to another process: data, and absolute patches to put in."""

    data: Value
    patches: tuple[tuple[Steps, Any], ...]
    length: str
    variant: str

    def file(self) -> ScenarioFile:
        """Return the validated model; ValidationError if the patches do not fit it."""
        data = self.data
        for steps, value in self.patches:
            data = put(data, steps, value)
        return ScenarioFile.model_validate(data)

    def scenario(self) -> Scenario:
        """Return the playable scenario."""
        return lower(self.file(), self.length, self.variant)

    def constant(self, name: str) -> int:
        """Return a constant of the rules as this arm has it."""
        data = self.data
        for steps, value in self.patches:
            data = put(data, steps, value)
        given = at(data, ("rules", name))
        return int(constants()[name]["default"] if given is None else given)


class Settings:
    """Makes arms ready; every scenario and variant is read once."""

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        self.folders = folders
        self._read: dict[tuple[str, str], Reading] = {}

    def ready(self, spec: ArmSpec, source: Source) -> tuple[Setting | None, ScenarioFile | None, list[Finding]]:
        """Return what an arm plays and its model, or what is wrong with it."""
        path = self._path(spec.scenario[0], Path(source.path).parent)
        if path is None:
            span = source.span_of(spec.scenario[1])
            return None, None, [Finding(source.path, span, "no-such-scenario", "error", {"value": spec.scenario[0]})]
        base = self._reading(str(path), spec.variant[0])
        if base.source is None or base.file is None or not base.playable:
            return None, None, [_moved(f, spec, source) for f in base.findings if f.severity == "error"]
        if spec.length not in base.file.lengths:
            args = {"value": spec.length, "have": ", ".join(base.file.lengths)}
            return None, None, [Finding(source.path, _here(spec, source), "no-such-length", "error", args)]
        data, _ = patched(base.source, spec.variant[0])
        patches, findings = _resolved(spec, source, data, base.file)
        if findings:
            return None, None, findings
        setting = Setting(data, patches, spec.length, spec.variant[0])
        file, findings = _validated(setting, spec, source)
        return (setting, file, []) if file is not None and not findings else (None, None, findings)

    def _reading(self, path: str, variant: str) -> Reading:
        """Return what was read of a scenario's file, or of its data patched by a variant."""
        if (path, variant) not in self._read:
            plain = self._reading(path, "") if variant else read_file(path)
            found = plain if plain.source is None or not variant else varied(plain.source, variant)
            self._read[path, variant] = found
        return self._read[path, variant]

    def _path(self, named: str, beside: Path) -> Path | None:
        """Return the file of a scenario named by id or by path: as it stands, or beside the experiment."""
        if named.endswith((".yaml", ".yml")):
            return next((p for p in (beside / named, Path(named)) if isfile(p)), None)
        folders = (shipped("scenarios"), *self.folders)
        return next((p for f in folders if isfile(p := f / f"{named}.yaml")), None) or find(named, self.folders)


def _here(spec: ArmSpec, source: Source) -> Span:
    """Return where an arm stands."""
    return source.key_span(source.resolve(spec.loc))


def _moved(finding: Finding, spec: ArmSpec, source: Source) -> Finding:
    """Return a finding of the arm's scenario; a variant that is not there is the experiment's mistake."""
    if finding.code != "no-such-variant":
        return finding
    return Finding(source.path, source.span_of(spec.variant[1]), finding.code, "error", finding.args)


_WHOLLY_OPTIONAL = ("rules", "weights")
"""Sections all of whose values have defaults: a patch may reach into one that a scenario does not write."""


def _resolved(
    spec: ArmSpec, source: Source, data: Value, file: ScenarioFile
) -> tuple[tuple[tuple[Steps, Any], ...], list[Finding]]:
    """Return the patches as absolute ones, each path's stars expanded; or what does not fit."""
    found: list[tuple[Steps, Any]] = []
    findings: list[Finding] = []
    for dotted, value, loc in spec.patches:
        section = dotted.partition(".")[0]
        if section in _WHOLLY_OPTIONAL and section != dotted and at(data, (section,)) is None:
            found.append(((section,), {}))
            data = put(data, (section,), {})
        try:
            paths = expand(data, dotted)
        except PatchError as error:
            args = {"value": dotted, "step": error.step, "choices": ", ".join(error.choices[:30])}
            args["suggestion"] = error.suggestion
            findings.append(Finding(source.path, source.key_span(source.resolve(loc)), "patch-path", "error", args))
            continue
        for steps in paths:
            try:
                new = _absolute(value, data, steps, file)
            except TypeError:
                findings.append(Finding(source.path, source.span_of(loc), "patch-number", "error", {"value": dotted}))
                break
            found.append((steps, new))
            data = put(data, steps, new)
    return tuple(found), findings


def _absolute(value: Any, data: Value, steps: Steps, file: ScenarioFile) -> Any:
    """Return the value a patch sets; TypeError if it is relative to something that is no number."""
    change = relative(value)
    if change is None:
        return value
    written, typed = at(data, steps), _effective(file, steps)
    old = written if isinstance(written, int | float) else typed
    if isinstance(old, bool) or not isinstance(old, int | float):
        raise TypeError
    return changed(old, *change, whole=isinstance(typed, int) or (typed is None and isinstance(old, int)))


def _effective(file: BaseModel, steps: Steps) -> Any:
    """Return the value a validated file has at a path, defaults included; None if there is none."""
    if len(steps) == 2 and steps[0] == "rules" and steps[1] in constants():
        given = getattr(getattr(file, "rules", None), str(steps[1]), None)
        return constants()[str(steps[1])]["default"] if given is None else given
    value: Any = file
    for step in steps:
        if isinstance(value, BaseModel):
            fields = {info.alias or name: name for name, info in type(value).model_fields.items()}
            value = getattr(value, fields.get(str(step), ""), None)
        else:
            value = at(value, (step,))
    return value


def _validated(setting: Setting, spec: ArmSpec, source: Source) -> tuple[ScenarioFile | None, list[Finding]]:
    """Validate an arm by the whole schema and all checks; findings stand at the patches that caused them."""
    try:
        file = setting.file()
    except ValidationError as error:
        return None, complaints(error, _blame(setting, spec, source), ScenarioFile)
    if not any(f.severity == "error" for f in check(file, Source(source.path, "", None, {}, {}), spec.variant[0])):
        return file, []
    return None, [f for f in check(file, _blame(setting, spec, source), spec.variant[0]) if f.severity == "error"]


def _blame(setting: Setting, spec: ArmSpec, source: Source) -> Source:
    """Return the arm's data as a source whose values stand where the experiment's file set them.

    What holds such a value stands at the first one in it, all else at the arm itself.
    """
    data = setting.data
    for steps, value in setting.patches:
        data = put(data, steps, value)
    here = _here(spec, source)
    spans: dict[Steps, Span] = {}
    keys: dict[Steps, Span] = {}
    for dotted, _, loc in spec.patches:
        for steps in expand(data, dotted):
            _spread(at(data, steps), steps, loc, source, (spans, keys))
    for steps in list(spans):
        for above in (steps[:n] for n in range(1, len(steps))):
            spans.setdefault(above, keys[steps])
            keys.setdefault(above, keys[steps])
    _rest(data, (), here, (spans, keys))
    return Source(source.path, source.text, data, spans, keys)


Places = tuple[dict[Steps, Span], dict[Steps, Span]]


def _spread(value: Any, steps: Steps, loc: Loc, source: Source, into: Places) -> None:
    """Give a patched value, and what lies in it, the place of the patch."""
    known = source.resolve(loc)
    into[0][steps] = source.value_span(known)
    into[1][steps] = source.key_span(known)
    for key, inner in _children(value):
        _spread(inner, (*steps, key), (*loc, key), source, into)


def _rest(value: Any, steps: Steps, here: Span, into: Places) -> None:
    """Give every value without a place the arm's."""
    into[0].setdefault(steps, here)
    into[1].setdefault(steps, here)
    for key, inner in _children(value):
        _rest(inner, (*steps, key), here, into)


def _children(value: Any) -> Sequence[tuple[Any, Any]]:
    """Return the keys or indices of a value with what they hold."""
    if isinstance(value, Mapping):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []
