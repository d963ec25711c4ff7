"""Putting a package together on a card: one row an issue, its options side by side; beside it what others want."""

from collections.abc import Sequence
from typing import Any

from game.desktop.column import Choice, Column
from game.desktop.screens.errands import Settle
from game.desktop.screens.play import Play
from game.desktop.screens.wishes import Pick
from game.scenario.table import Table
from game.telling import offer
from game.telling.bargain import judged, mine, own_points, theirs
from game.telling.number import points
from game.telling.package import numbered, offered, option, shut

KEYS = 9


def issues(page: Play, column: Column, table: Table, names: Sequence[Any], settled: Sequence[str]) -> None:
    """A row of options for every issue, each with what it is worth to the lead; those out of reach say why."""
    words, scenario, key = page.words, page.chair.scenario, 0
    count = sum(len(offered(table, names, i)) for i in range(len(table.issues)))
    for i, issue in enumerate(table.issues):
        column.text(words.text(issue.name), "small", "soft")
        choices = []
        for id in offered(table, names, i):
            key += 1
            label = words("table.option", option=words.text(option(table, i, id).name),
                          points=points(own_points(table, (*[""] * i, id))))  # fmt: skip
            choices.append(Choice(f"option.{issue.id}.{id}", label, Settle(i, id), selected=settled[i] == id,
                                  key=str(key) if count <= KEYS else ""))  # fmt: skip
        for id, label, why in shut(words, scenario, table, names, i):
            choices.append(Choice(f"option.{issue.id}.{id}", label, Settle(i, id), enabled=False, hint=why))
        column.tabs(*choices)


def verdict(page: Play, column: Column, table: Table, settled: Sequence[str]) -> None:
    """What the package so far is worth to the lead, and what is known of the others' minds about it."""
    words, chair = page.words, page.chair
    column.text(mine(words, table, settled), "body", id="mine")
    for who, lines in judged(words, chair.scenario, chair.seen, table, settled):
        column.text(words("said.of", who=who, text=words.listed(lines)), "small")


def wanted(page: Play, column: Column, table: Table) -> None:
    """What is known of every other party's wishes."""
    words, chair = page.words, page.chair
    column.text(words("table.known"), "strong", "accent")
    for who, lines in theirs(words, chair.scenario, chair.seen, table):
        column.space(1)
        column.text(who, "strong")
        for line in lines:
            column.text(line, "small")


def doors(page: Play, names: Sequence[Any], settled: Sequence[str], picked: Sequence[str], many: bool) -> list[Choice]:
    """The button that takes the package as it stands (or puts it among several), and one that names none."""
    words, name = page.words, "+".join(settled)
    ready = name in names
    hint = "" if ready else words("table.no_such" if all(settled) else "table.incomplete")
    label = words("table.use" if not many else "table.drop" if name in picked else "table.add")
    found = [Choice("use", label, Pick(name), look="button" if many else "primary", key="" if many else "0",
                    enabled=ready, hint=hint)]  # fmt: skip
    if "" in names:
        found.append(Choice("none", offer.value(words, page.chair.scenario, "", "second", ""), Pick("")))
    return found


def listed(page: Play, column: Column, table: Table, picked: Sequence[str]) -> None:
    """The packages taken so far, where several may be."""
    for name in picked:
        column.text("■ " + numbered(page.words, table, table.names.index(name)), "small")
