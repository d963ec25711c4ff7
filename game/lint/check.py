"""Checking files: what reading, schema, references and rules find; a folder stands for the files in it.

What an experiment needs is imported only when one is met.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from game.lint.rule import Case
from game.lint.rules import RULES
from game.lint.silence import silenced
from game.scenario.check_trial import trials_in
from game.scenario.finding import Finding, Span, unreadable
from game.scenario.load import read, varied
from game.scenario.schema import ScenarioFile
from game.scenario.source import Source, decode

if TYPE_CHECKING:
    from game.scenario.arm import Settings

_OWN_KEYS = re.compile(r"^(question|arms|factors|measures)\s*[:：]", re.MULTILINE)

What: TypeAlias = tuple[tuple[str, Span, str], tuple[tuple[str, str], ...]]


def lint_files(paths: Iterable[Path], today: date | None = None) -> tuple[list[Finding], dict[str, str]]:
    """Return every finding in the files, sorted by place, and the texts they point into; OSError if unreadable.

    `today` is the day they are checked for; the real one if none is given.
    """
    findings: list[Finding] = []
    texts: dict[str, str] = {}
    settings = cache(_settings)
    for path, named in _files(paths):
        try:
            data = path.read_bytes()
        except OSError as error:
            if named:
                raise
            findings.append(unreadable(path, error))
            continue
        text, found = lint_bytes(data, str(path), today, settings)
        findings += found
        if text is not None:
            texts[str(path)] = text
    return sorted(set(findings)), texts


def lint_bytes(
    data: bytes, path: str, today: date | None = None, settings: "Callable[[], Settings] | None" = None
) -> tuple[str | None, list[Finding]]:
    """Return one file's text (None if it is none) and everything found in it, sorted by place."""
    text, found = decode(data, path)
    if text is not None:
        own = is_experiment(text)
        more = (
            _experiment(Path(path), (settings or _settings)()) if own else lint_text(text, path, today or date.today())
        )
        found = [*found, *more]
    return text, sorted(set(found))


def _files(paths: Iterable[Path]) -> Iterable[tuple[Path, bool]]:
    """Yield every file, and whether it was named itself rather than found in a folder."""
    for path in paths:
        if path.is_dir():
            yield from ((found, False) for found in sorted(path.glob("*.yaml")))
        else:
            yield path, True


def is_experiment(written: str) -> bool:
    """Tell whether a file means to be an experiment: it has a key at its top level that no scenario has."""
    return _OWN_KEYS.search(written) is not None


def _settings() -> "Settings":
    from game.scenario.arm import Settings  # what only experiments need waits until there is one

    return Settings()


def _experiment(path: Path, settings: "Settings") -> list[Finding]:
    """Return what is wrong with an experiment and with what its arms play; every scenario is read once."""
    from game.study.experiment.plan import plan

    return plan(path, settings)[1]


def lint_text(text: str, path: str, today: date) -> list[Finding]:
    """Return everything found in a scenario that its author did not silence; the rules see only what can be played."""
    plain = read(text, path)
    if plain.file is None or plain.source is None:
        return list(plain.findings)
    if not plain.playable:
        return [*plain.findings, *_varied(plain.file, plain.source, None, plain.findings)]
    case = Case.of(plain.file, plain.source, today)
    found = [*plain.findings, *_ruled(case)]
    return list(silenced([*found, *_varied(plain.file, plain.source, case, found)], plain.source))


def _ruled(case: Case) -> list[Finding]:
    """Return what the rules find."""
    return [finding for rule in RULES for finding in rule(case)]


def _varied(file: ScenarioFile, source: Source, case: Case | None, plain: Iterable[Finding]) -> list[Finding]:
    """Return what is found only where a variant is played: each thing once, with the names of its variants."""
    known = {_what(finding) for finding in plain}
    new: dict[What, Finding] = {}
    for variant in file.variants:
        reading = varied(source, variant)
        found = list(reading.findings)
        if case is not None and reading.file is not None and reading.source is not None and reading.playable:
            found += _ruled(case.varied(reading.file, reading.source, variant))
        others = [source.value_span(loc) for loc, trial in trials_in(file) if trial.variant != variant]
        for finding in found:
            what = _what(finding)
            played = not any(span.line <= finding.span.line <= span.end_line for span in others)
            if what not in known and played:
                names = [new[what].args["variant"], variant] if what in new else [variant]
                new[what] = replace(finding, args={**finding.args, "variant": ", ".join(names)})
    return list(new.values())


def _what(finding: Finding) -> What:
    """Return all by which two findings are the same."""
    return finding.place, tuple(sorted(finding.args.items()))
