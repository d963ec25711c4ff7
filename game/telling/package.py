"""Packages of a bargaining table in words, and how one is put together: option by option, issue by issue."""

from collections.abc import Mapping, Sequence
from typing import Any

from game.scenario.scenario import Scenario
from game.scenario.table import Table, TableOption
from game.telling.name import seat
from game.telling.words import Words

FEW = 4
"""Up to so many packages are simply listed."""


def table_of(scenario: Scenario, id: str) -> Table | None:
    """Return the table with this id, None if there is none."""
    index = scenario.index["table"]
    return scenario.tables[index[id]] if id in index else None


def table_name(words: Words, scenario: Scenario, id: str) -> str:
    """Return what a table is called; the id itself if there is none."""
    table = table_of(scenario, id)
    return id if table is None else words.text(table.name)


def package(words: Words, scenario: Scenario, name: str, table_id: str = "") -> str:
    """Return a package ("monthly+sorted") in words ("monthly figures · sorted"); without a table the first that fits.

    The name itself if it is no package of any table.
    """
    found = (t for t in scenario.tables if table_id in ("", t.id) and name in t.names)
    table = next(found, None)
    return name if table is None else chosen(words, table, name.split("+"))


def numbered(words: Words, table: Table, n: int) -> str:
    """Return the package of this number in words."""
    return chosen(words, table, table.names[n].split("+"))


def chosen(words: Words, table: Table, options: Sequence[str]) -> str:
    """Return the options settled so far in words, issue by issue."""
    names = [words.text(option(table, n, id).name) for n, id in enumerate(options)]
    return words("list.package").join(names)


def option(table: Table, issue: int, id: str) -> TableOption:
    """Return the option of an issue with this id; StopIteration if there is none."""
    return next(o for o in table.issues[issue].options if o.id == id)


def thing(words: Words, table: Table, id: str) -> str:
    """Return the name of an issue, or of an option of any issue; the id itself if it is neither."""
    for issue in table.issues:
        if issue.id == id:
            return words.text(issue.name)
    options = (o for issue in table.issues for o in issue.options if o.id == id)
    return next((words.text(o.name) for o in options), id)


def composed(scenario: Scenario, choices: Sequence[Any], given: Mapping[str, Any]) -> Table | None:
    """Return the table whose packages a field's choices are, if they are many; None for any other field.

    `given` are the earlier fields, or the data of the question, which name the table.
    """
    table = table_of(scenario, str(given.get("table", "")))
    named = [c for c in choices if c]
    if table is None or len(named) <= FEW or any(c not in table.names for c in named):
        return None
    return table


def offered(table: Table, names: Sequence[str], issue: int, before: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the options of an issue that some of the packages `names` hold, after the options `before` it."""
    split = [n.split("+") for n in names if n]
    able = {n[issue] for n in split if tuple(n[: len(before)]) == tuple(before)}
    return tuple(o.id for o in table.issues[issue].options if o.id in able)


def shut(
    words: Words, scenario: Scenario, table: Table, names: Sequence[str], issue: int
) -> list[tuple[str, str, str]]:
    """Return the options of an issue that stand in no package on offer, as (id, name, why)."""
    able = offered(table, names, issue)
    return [
        (o.id, words.text(o.name), locked(words, scenario, table, o) if o.needs else words("table.unavailable"))
        for o in table.issues[issue].options if o.id not in able
    ]  # fmt: skip


def locked(words: Words, scenario: Scenario, table: Table, option: TableOption) -> str:
    """Say whose grant an option waits for, and the move that asks for it, if one does."""
    at = (scenario.index["table"][table.id], option.id)
    ways = [m.name for m in scenario.moves for e in m.effects
            if e.verb == "unlock" and (e.args["table"], e.args["option"]) == at]  # fmt: skip
    way = words("table.locked.way", move=words.text(ways[0])) if ways else ""
    return words.sentences(words("table.locked", who=seat(words, scenario, option.needs)), way)
