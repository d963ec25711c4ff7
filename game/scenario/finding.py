"""A finding: what is wrong with a scenario and exactly where; it knows codes and data, and no words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file: lines and columns count from 1, columns in characters, `end_col` is exclusive."""

    line: int
    col: int
    end_line: int
    end_col: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say about a file: a code, where it is, and the data its wording needs.

    Wordings are catalogue entries `finding.<code>.message` and `finding.<code>.cure` that use the names in
    `args`. Where `args["suggestion"]` is there and not empty, `finding.<code>.suggest` is the cure instead.
    """

    path: str
    span: Span
    code: str
    severity: Severity
    args: Mapping[str, str] = field(hash=False)

    @property
    def place(self) -> tuple[str, Span, str]:
        """What findings are sorted by: file, position, code."""
        return self.path, self.span, self.code

    def __lt__(self, other: "Finding") -> bool:
        return self.place < other.place


def unreadable(path: Path, error: OSError) -> Finding:
    """Return the finding for a file that cannot be opened."""
    return Finding(str(path), Span(1, 1, 1, 2), "unreadable", "error", {"why": str(error.strerror)})


class ScenarioError(Exception):
    """A scenario that cannot be used; `findings` says why, sorted by position, and is never empty."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(sorted(findings))
        super().__init__(self.findings)

    def __str__(self) -> str:
        return ", ".join(f"{f.path}:{f.span.line}:{f.span.col} [{f.code}]" for f in self.findings[:5])
