"""Checking files: what reading, schema, references and rules find; a folder stands for the scenarios in it."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from game.lint.rule import Case
from game.lint.rules import RULES
from game.lint.silence import silenced
from game.scenario.finding import Finding
from game.scenario.load import Reading, read, varied
from game.scenario.source import decode


def lint_files(paths: Iterable[Path], today: date | None = None) -> tuple[list[Finding], dict[str, str]]:
    """Return every finding in the files, sorted by place, and the texts they point into; OSError if unreadable.

    `today` is the day they are checked for; the real one if none is given.
    """
    findings: list[Finding] = []
    texts: dict[str, str] = {}
    day = today or date.today()
    for path in _files(paths):
        text, trouble = decode(path.read_bytes(), str(path))
        findings += trouble
        if text is not None:
            texts[str(path)] = text
            findings += lint_text(text, str(path), day)
    return sorted(set(findings)), texts


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        yield from sorted(path.glob("*.yaml")) if path.is_dir() else (path,)


def lint_text(text: str, path: str, today: date) -> list[Finding]:
    """Return everything found in one file that its author did not silence; the rules see only what can be played."""
    plain = read(text, path)
    found = [*plain.findings, *_variants(plain)]
    if plain.file is None or plain.source is None or not plain.playable:
        return found
    case = Case.of(plain.file, plain.source, today)
    found += [finding for rule in RULES for finding in rule(case)]
    return list(silenced(found, plain.source))


def _variants(plain: Reading) -> list[Finding]:
    """Return what only a variant's patches break: each variant is read as it would be played."""
    if plain.file is None or plain.source is None:
        return []
    known = set(plain.findings)
    return [f for variant in plain.file.variants for f in varied(plain.source, variant).findings if f not in known]
