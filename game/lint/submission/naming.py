"""What a scenario's records and numbers are called in a document: ids by their names, levels by a word and a number."""

from collections.abc import Iterable, Sequence
from typing import Any

from game.scenario.bargain import Table
from game.scenario.lower import text
from game.scenario.schema import ScenarioFile
from game.scenario.words import WordsModel
from game.telling.number import MINUS
from game.telling.words import Words

_LOW, _HIGH = 37.5, 62.5
"""Where a level stops being low and begins to be high: halfway between the levels that have a word."""


class Naming:
    """A scenario file and the words of one language; every method returns what a reader is shown."""

    def __init__(self, file: ScenarioFile, words: Words) -> None:
        self.file = file
        self.words = words
        self._levers = {id: lever for table in file.tables.values() for id, lever in table.levers.items()}

    def text(self, written: WordsModel | None) -> str:
        """Return an author's text in the document's language; "" where there is none."""
        return self.words.text(text(written))

    def called(self, kind: str, id: str) -> str:
        """Return what the record of a `kind` (as `Ref` marks name them) is called; "all" stands for all of them."""
        if id == "all":
            return self.words(f"submission.all.{kind}")
        return self.text(self._name(kind, id)) or id

    def listed(self, kind: str, ids: Iterable[str]) -> str:
        """Return what some records are called, as a list; a dash for none."""
        return self.words.listed([self.called(kind, id) for id in ids]) or self.words("none")

    def _name(self, kind: str, id: str) -> WordsModel | None:
        file = self.file
        if kind in ("peer", "leader", "seat"):
            own = {"lead": file.lead.short, "office": file.office.short}
            peer, leader = file.peers.get(id), file.leaders.get(id)
            return peer.short if peer else leader.name if leader else own.get(id)
        if kind == "workstream":
            return file.workstreams[id].short if id in file.workstreams else None
        if kind in ("promise", "flag"):
            found = file.promises[id].text if kind == "promise" and id in file.promises else None
            return found or file.flags.get(id)
        records: dict[str, Any] = {
            "public": file.public, "inject": file.injects, "ending": file.endings, "table": file.tables,
            "move": file.moves, "lever": self._levers,
        }  # fmt: skip
        record = records[kind].get(id)
        name: WordsModel | None = getattr(record, "name", None) or getattr(record, "title", None)
        return name

    def option(self, table: Table, id: str) -> str:
        """Return what an option of any issue of a table is called; the id itself if there is none."""
        found = (issue.options[id] for issue in table.issues.values() if id in issue.options)
        return next((self.text(option.name) for option in found), id)

    def package(self, table: Table, options: Sequence[str]) -> str:
        """Return the options of a package in words."""
        return self.words("list.package").join(self.option(table, id) for id in options)

    def level(self, value: float) -> str:
        """Return a level (0–100) as a word and its number."""
        word = "low" if value < _LOW else "high" if value > _HIGH else "medium"
        return self.words(f"submission.level.{word}", value=self.number(value))

    def number(self, value: float) -> str:
        """Return a number as it is read: no needless zeros, and a minus sign that is one."""
        return f"{value:.10g}".replace("-", MINUS)

    def signed(self, value: float) -> str:
        """Return a change with its sign."""
        return ("+" if value > 0 else "") + self.number(value)

    def yes(self, value: bool) -> str:
        """Return "yes" or "no"."""
        return self.words("submission.yes" if value else "submission.no")

    def measured(self, id: str, value: float) -> str:
        """Return an amount of a public outcome with its unit."""
        unit = self.text(self.file.public[id].unit)
        gap = " " if self.words.lang == "en" and unit[:1].isalpha() else ""
        return f"{self.number(value)}{gap}{unit}"
