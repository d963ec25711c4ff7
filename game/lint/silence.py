"""Comments that silence a finding: `# lint: allow CODE reason` on its line or the line above."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.scenario.finding import Finding, Span
from game.scenario.source import Source
from game.scenario.tree import lines_of

_COMMENT = re.compile(r"(?:^|(?<=\s))# *lint: *allow\s+(?P<code>[a-z-]+)[ \t]*(?P<reason>.*)$")


@dataclass(frozen=True, slots=True)
class Silence:
    """One such comment: where it stands, the code it silences and why."""

    span: Span
    code: str
    reason: str

    def covers(self, finding: Finding) -> bool:
        """Tell whether this comment silences a finding: a warning of its code on its line or the next."""
        near = finding.span.line in (self.span.line, self.span.line + 1)
        return near and finding.code == self.code and finding.severity == "warning"


def silenced(findings: Iterable[Finding], source: Source) -> Iterator[Finding]:
    """Yield the findings no comment silences, and one for every comment without a reason or without a use.

    Whether a comment is of use cannot be told where an error keeps rules from a variant.
    """
    silences = list(_silences(source))
    used: set[Silence] = set()
    broken = False
    for finding in findings:
        covering = [silence for silence in silences if silence.covers(finding)]
        used.update(covering)
        broken = broken or finding.severity == "error"
        if not any(silence.reason for silence in covering):
            yield finding
    for silence in silences:
        if not silence.reason:
            yield Finding(source.path, silence.span, "silence-reasonless", "warning", {"value": silence.code})
        elif silence not in used and not broken:
            yield Finding(source.path, silence.span, "silence-useless", "warning", {"value": silence.code})


def _silences(source: Source) -> Iterator[Silence]:
    """Yield the comments of a file that silence something; the same words inside a text are no comment."""
    for number, line in enumerate(lines_of(source.text), 1):
        match = _COMMENT.search(line)
        if match is not None:
            span = Span(number, match.start() + 1, number, len(line) + 1)
            if not _within_text(span, source):
                yield Silence(span, match["code"], match["reason"].strip())


def _within_text(span: Span, source: Source) -> bool:
    """Tell whether a place lies inside a scalar."""
    at = (span.line, span.col)
    return any(
        (place.line, place.col) <= at < (place.end_line, place.end_col)
        and not isinstance(source.value_at(path), dict | list)
        for path, place in source.spans.items()
    )
