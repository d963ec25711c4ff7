"""What can be agreed at a bargaining table as `qiantou bargain` prints it: lines for people, one JSON document."""

import json
from collections.abc import Container, Sequence
from itertools import pairwise

from game.scenario.scenario import Scenario
from game.scenario.table import Party, Table
from game.scenario.zone import open_packages
from game.study.bargain import Stage, Zone, bargain, level, stages
from game.telling.columns import grid
from game.telling.name import seat
from game.telling.number import MINUS
from game.telling.words import Words


def bargain_json(scenario: Scenario, ids: Container[str]) -> str:
    """Return `bargain --json` for the tables named."""
    return json.dumps(bargain(scenario, ids), ensure_ascii=False, indent=1)


def bargain_text(scenario: Scenario, ids: Container[str], words: Words) -> str:
    """Return the tables named as lines: who wants what, the zones of agreement, and what each lever changes."""
    return "\n\n".join(_Told(scenario, table, words).text() for table in scenario.tables if table.id in ids)


class _Told:
    """One table being told in one language."""

    def __init__(self, scenario: Scenario, table: Table, words: Words) -> None:
        self.scenario = scenario
        self.table = table
        self.words = words
        self.opened = open_packages(table, ())

    def text(self) -> str:
        """Return the whole table: parties, then stage by stage what changed."""
        found = stages(self.table)
        parts = [self._head(), self._parties(), self._first(found[0])]
        parts += [self._next(before, after) for before, after in pairwise(found)]
        return "\n\n".join("\n".join(line.rstrip() for line in part) for part in parts)

    def _head(self) -> list[str]:
        words, table = self.words, self.table
        title = words("bargain.title", scenario=words.text(self.scenario.title), table=words.text(table.name))
        count = words("bargain.outcomes", n=len(table.packages), fallback=self._package(table.fallback))
        return [f"{title} [{table.id}]", count]

    def _parties(self) -> list[str]:
        words, table = self.words, self.table
        top = [words("bargain.seat"), words("bargain.walkaway"), *(words.text(i.name) for i in table.issues)]
        rows = [
            [self._seat(party.seat), str(level(party.walkaway)), *(self._range(party, n) for n in range(len(top) - 2))]
            for party in table.parties
        ]
        return [words("bargain.range"), *grid([top, *rows], right=(1,))]

    def _range(self, party: Party, issue: int) -> str:
        """Return what a party likes best and worst of an issue, with their points."""
        row, options = party.points[issue], self.table.issues[issue].options
        ends = (row.index(max(row)), row.index(min(row)))
        return " / ".join(f"{self.words.text(options[o].name)} {level(row[o])}" for o in ends)

    def _first(self, stage: Stage) -> list[str]:
        lines = [self.words("bargain.no_lever"), self._counts(stage)]
        if stage.points.packages:
            lines += self._rows(stage, [("", p) for p in stage.points.packages], stage.points)
        return lines + self._chosen(stage)

    def _next(self, before: Stage, after: Stage) -> list[str]:
        """Return what a lever changes: walk-away values, packages that come or go, other choices."""
        words, lever = self.words, self.table.levers[after.lever]
        shifts = [
            f"{self._seat(party.seat)} {level(old)}→{level(new)}"
            for party, old, new in zip(self.table.parties, before.walkaways, after.walkaways, strict=True)
            if old != new
        ]
        lines = [words("bargain.lever", lever=words.text(lever.name), shifts=words.listed(shifts) or words("none"))]
        lines.append(self._counts(after))
        old, new = set(before.points.packages), set(after.points.packages)
        moved = [("+", p) for p in sorted(new - old)] + [(MINUS, p) for p in sorted(old - new)]
        lines += self._rows(after, moved, after.points) if moved else [words("bargain.same")]
        chosen = self._chosen(after)
        return lines + (chosen if chosen != self._chosen(before) else [])

    def _counts(self, stage: Stage) -> str:
        zones = {"points": stage.points, "redlines": stage.redlines, "unlocked": stage.unlocked}
        return self.words("bargain.zones", **{name: len(z.packages) for name, z in zones.items()})

    def _rows(self, stage: Stage, signed: Sequence[tuple[str, int]], zone: Zone) -> list[str]:
        """Return packages as a table: a sign, the option of each issue, each party's points, and marks."""
        table, words = self.table, self.words
        least = [f"{self._seat(p.seat)}≥{level(w)}" for p, w in zip(table.parties, stage.walkaways, strict=True)]
        rows = [["", *(words.text(i.name) for i in table.issues), *least, ""]]
        for sign, p in signed:
            points = [str(level(party.worth[p])) for party in table.parties]
            rows.append([sign, *self._options(p), *points, " ".join(self._marks(p, zone))])
        first = 1 + len(table.issues)
        return grid(rows, right=range(first, first + len(table.parties)))

    def _marks(self, package: int, zone: Zone) -> list[str]:
        """Return what is to be said of a package: efficient, chosen, over a red line, locked."""
        words = self.words
        marks = [words("bargain.mark.pareto")] if package in zone.pareto else []
        marks += [words("bargain.mark.nash")] if package == zone.nash else []
        marks += [words("bargain.mark.kalai")] if package == zone.kalai else []
        refusing = [self._seat(party.seat) for party in self.table.parties if package in party.never]
        marks += [words("bargain.mark.redline", seats=words.listed(refusing))] if refusing else []
        if package not in self.opened:
            chosen = zip(self.table.issues, self.table.packages[package], strict=True)
            needs = dict.fromkeys(i.options[o].needs for i, o in chosen if i.options[o].lock >= 0)
            marks.append(words("bargain.mark.locked", seats=words.listed([self._seat(s) for s in needs])))
        return marks

    def _chosen(self, stage: Stage) -> list[str]:
        """Return the Nash and Kalai points, once more for a narrower zone where they differ, or what it lacks."""
        words, lines = self.words, list[str]()
        told: tuple[int | None, int | None] = (None, None)
        for name, zone in (("points", stage.points), ("redlines", stage.redlines), ("unlocked", stage.unlocked)):
            if zone.change is not None:
                falls = zip(self.table.parties, zone.change.short, strict=True)
                short = [f"{self._seat(p.seat)} {level(by)}" for p, by in falls if by]
                package = self._package(zone.change.package)
                return [*lines, words(f"bargain.empty.{name}", package=package, shortfalls=words.listed(short))]
            if zone.nash is None or zone.kalai is None:
                return [*lines, words(f"bargain.nothing.{name}")]
            if (zone.nash, zone.kalai) != told:
                told = (zone.nash, zone.kalai)
                nash, kalai = self._package(zone.nash), self._package(zone.kalai)
                lines.append(words(f"bargain.chosen.{name}", nash=nash, kalai=kalai))
        return lines

    def _seat(self, id: str) -> str:
        return seat(self.words, self.scenario, id)

    def _options(self, package: int) -> list[str]:
        chosen = zip(self.table.issues, self.table.packages[package], strict=True)
        return [self.words.text(issue.options[o].name) for issue, o in chosen]

    def _package(self, package: int) -> str:
        return " · ".join(self._options(package))
