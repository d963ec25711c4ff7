"""Findings as a person, a script, GitHub or a code scanner reads them; knows no rules and no wording."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias
from urllib.parse import quote

from game.lint.excerpt import excerpt
from game.scenario.finding import Finding
from game.telling.columns import columns

Word: TypeAlias = Callable[[Finding], tuple[str, str]]
Reporter: TypeAlias = Callable[[Iterable[Finding], Word, Mapping[str, str]], str]


def text(findings: Iterable[Finding], word: Word, sources: Mapping[str, str]) -> str:
    """For a terminal: place, message, code, the line with a caret under what is meant, and the cure."""
    return "\n".join(_paragraph(finding, word, sources) for finding in sorted(findings))


def as_json(findings: Iterable[Finding], word: Word, sources: Mapping[str, str]) -> str:
    """For a script: one JSON document, `{"findings": [{path, line, col, end_line, end_col, code, …}]}`."""
    rows = [_row(finding, word) for finding in sorted(findings)]
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
        "results": [_result(finding, word) for finding in found],
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


def _row(finding: Finding, word: Word) -> dict[str, Any]:
    """One finding for a script."""
    message, cure = word(finding)
    span = finding.span
    return {
        "path": finding.path,
        "line": span.line,
        "col": span.col,
        "end_line": span.end_line,
        "end_col": span.end_col,
        "code": finding.code,
        "severity": finding.severity,
        "message": message,
        "cure": cure,
        "args": dict(finding.args),
    }


def _result(finding: Finding, word: Word) -> dict[str, Any]:
    """One finding for a code scanner."""
    span = finding.span
    region = {
        "startLine": span.line,
        "startColumn": span.col,
        "endLine": span.end_line,
        "endColumn": span.end_col,
    }
    place = {"artifactLocation": {"uri": quote(finding.path.replace("\\", "/"), safe="/:")}, "region": region}
    return {
        "ruleId": finding.code,
        "level": finding.severity,
        "message": {"text": _joined(*word(finding))},
        "locations": [{"physicalLocation": place}],
    }


def _joined(message: str, cure: str) -> str:
    """Message and cure as one text."""
    return f"{message}\n{cure}" if cure else message


def _data(text: str) -> str:
    """A text as GitHub's workflow commands want it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property as GitHub's workflow commands want it."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
