"""Findings as a person, a script, GitHub or a code scanner reads them; knows no rules and no wording."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias
from urllib.parse import quote

from game.lint.edit import Edit, edits
from game.lint.excerpt import excerpt
from game.scenario.finding import Finding, Span
from game.scenario.tree import lines_of
from game.telling.columns import columns

Word: TypeAlias = Callable[[Finding], tuple[str, str]]
Reporter: TypeAlias = Callable[[Iterable[Finding], Word, Mapping[str, str]], str]


def text(findings: Iterable[Finding], word: Word, sources: Mapping[str, str]) -> str:
    """For a terminal: place, message, code, the line with a caret under what is meant, and the cure."""
    return "\n".join(_paragraph(finding, word, sources) for finding in sorted(findings))


def as_json(findings: Iterable[Finding], word: Word, sources: Mapping[str, str]) -> str:
    """For a script: one JSON document, `{"findings": [{path, line, col, end_line, end_col, code, …, edits}]}`."""
    rows = [_row(finding, word, _edits(finding, sources)) for finding in sorted(findings)]
    return json.dumps({"findings": rows}, ensure_ascii=False, indent=1) + "\n"


def github(findings: Iterable[Finding], word: Word, sources: Mapping[str, str]) -> str:
    """For a GitHub workflow: one `::error` or `::warning` command a line."""
    lines = []
    for finding in sorted(findings):
        message, cure = word(finding)
        span = finding.span
        place = {"file": finding.path, "line": span.line, "endLine": span.end_line, "col": span.col}
        if span.line == span.end_line:
            place["endColumn"] = max(span.col, span.end_col - 1)
        place["title"] = finding.code
        properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items())
        lines.append(f"::{finding.severity} {properties}::{_data(_joined(message, cure))}\n")
    return "".join(lines)


def sarif(findings: Iterable[Finding], word: Word, sources: Mapping[str, str]) -> str:
    """For a code scanner: SARIF 2.1.0, columns in Unicode code points."""
    found = sorted(findings)
    driver = {"name": "qiantou", "rules": [{"id": code} for code in sorted({f.code for f in found})]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, word, _edits(finding, sources)) for finding in found],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


REPORTERS: Mapping[str, Reporter] = {"text": text, "json": as_json, "github": github, "sarif": sarif}


def _paragraph(finding: Finding, word: Word, sources: Mapping[str, str]) -> str:
    """One finding for a terminal."""
    message, cure = word(finding)
    span = finding.span
    out = [f"{finding.path}:{span.line}:{span.col}: {message} [{finding.code}]"]
    shown = excerpt(sources.get(finding.path, ""), finding)
    if shown is not None:
        margin = f"{span.line:>5} | "
        caret = " " * columns(shown.before) + "^" * max(1, columns(shown.marked))
        out += [margin + shown.line, " " * (len(margin) - 2) + "| " + caret]
    if cure:
        out.append(f"  → {cure}")
    return "\n".join(out) + "\n"


def _edits(finding: Finding, sources: Mapping[str, str]) -> tuple[Edit, ...]:
    """The safe edits that mend a finding."""
    return edits(finding, lines_of(sources.get(finding.path, "")))


def _row(finding: Finding, word: Word, mending: tuple[Edit, ...]) -> dict[str, Any]:
    """One finding for a script."""
    message, cure = word(finding)
    return {
        "path": finding.path,
        **_place(finding.span),
        "code": finding.code,
        "severity": finding.severity,
        "message": message,
        "cure": cure,
        "args": dict(finding.args),
        "edits": [{**_place(edit.span), "text": edit.text} for edit in mending],
    }


def _place(span: Span) -> dict[str, int]:
    """A span for a script."""
    return {"line": span.line, "col": span.col, "end_line": span.end_line, "end_col": span.end_col}


def _result(finding: Finding, word: Word, mending: tuple[Edit, ...]) -> dict[str, Any]:
    """One finding for a code scanner; safe edits are proposed as a fix."""
    message, cure = word(finding)
    artifact = {"uri": quote(finding.path.replace("\\", "/"), safe="/:")}
    result = {
        "ruleId": finding.code,
        "level": finding.severity,
        "message": {"text": _joined(message, cure)},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": _region(finding.span)}}],
    }
    if mending:
        replaced = [{"deletedRegion": _region(e.span), "insertedContent": {"text": e.text}} for e in mending]
        changes = {"artifactLocation": artifact, "replacements": replaced}
        result["fixes"] = [{"description": {"text": cure or message}, "artifactChanges": [changes]}]
    return result


def _region(span: Span) -> dict[str, int]:
    """A span for a code scanner."""
    return {"startLine": span.line, "startColumn": span.col, "endLine": span.end_line, "endColumn": span.end_col}


def _joined(message: str, cure: str) -> str:
    """Message and cure as one text."""
    return f"{message}\n{cure}" if cure else message


def _data(text: str) -> str:
    """A text as GitHub's workflow commands want it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property as GitHub's workflow commands want it."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
