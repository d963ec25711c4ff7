"""The source line of a finding, cut into what is meant and what stands before and after it; knows no face."""

from dataclasses import dataclass

from game.scenario.finding import Finding
from game.scenario.tree import lines_of

_TAB = 4
_LONGEST_LINE = 160


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of source, controls made visible and cut to a bearable length; `marked` may be empty at a line's end."""

    before: str
    marked: str
    after: str

    @property
    def line(self) -> str:
        """The whole of it."""
        return self.before + self.marked + self.after


def excerpt(source: str, finding: Finding) -> Excerpt | None:
    """Return the line a finding points at; None if it is empty or not in this text. A long one is cut around it."""
    span = finding.span
    lines = lines_of(source)
    if span.line > len(lines) or not lines[span.line - 1].strip():
        return None
    line = lines[span.line - 1]
    start = min(span.col - 1, len(line))
    end = min(max(span.end_col - 1, start + 1), len(line)) if span.end_line == span.line else len(line)
    cut = max(0, start - _LONGEST_LINE // 2)
    last = cut + _LONGEST_LINE
    before = ("…" if cut else "") + _visible(line[cut:start])
    return Excerpt(before, _visible(line[start : min(end, last)]), _visible(line[max(start, min(end, last)) : last]))


def _visible(line: str) -> str:
    """A line with tabs of a fixed width and other controls as `�`, so that columns can be counted."""
    return "".join(c if c.isprintable() or c == "\u3000" else " " * _TAB if c == "\t" else "�" for c in line)
