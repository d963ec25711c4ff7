"""An answer to "why?": the whole of it in words, and as much of it as a slip can show as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from game.charts.waterfall import Kind


class Row(NamedTuple):
    """One bar: see `game.charts.waterfall.Bar`; its name is not broken into lines yet."""

    name: str
    shown: str
    kind: Kind
    start: int
    end: int
    indent: int = 0


class Explanation(NamedTuple):
    """`text` is complete, for those who hear it; where there are `rows`, `head` and `note` stand round their bars."""

    text: str = ""
    rows: tuple[Row, ...] = ()
    head: str = ""
    note: str = ""

    def after(self, hint: str) -> Explanation:
        """The same with a sentence before it."""
        text, head = ("\n".join(filter(None, (hint, said))) for said in (self.text, self.head))
        return self._replace(text=text, head=head)
