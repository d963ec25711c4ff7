"""What was put at a bargaining table, turn by turn, and what was said to it; and who gave its word for what, when."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.rules import Event
from game.scenario.scenario import Scenario
from game.scenario.table import Table
from game.telling.name import seat
from game.telling.package import table_of, thing
from game.telling.words import Words


class Put(NamedTuple):
    """A package on the table in one turn: what was said to it last, in words."""

    turn: int
    package: str
    said: tuple[str, ...]


class _Word(NamedTuple):
    """One thing said at a table: `how` is "accept", "counter", "refuse", or how the table closed."""

    turn: int
    day: int
    package: str
    seat: str
    how: str
    issue: str


def past(words: Words, scenario: Scenario, heard: Iterable[Event], table_id: str) -> list[Put]:
    """Return the packages put at a table with what was said to each, the latest first."""
    table = table_of(scenario, table_id)
    assert table is not None
    found: dict[tuple[int, str], dict[str, _Word]] = {}
    for word in _said(heard, table_id):
        found.setdefault((word.turn, word.package), {})[word.seat] = word
    return [Put(turn, package, tuple(_told(words, scenario, table, said.values())))
            for (turn, package), said in reversed(found.items())]  # fmt: skip


def _told(words: Words, scenario: Scenario, table: Table, said: Iterable[_Word]) -> Iterator[str]:
    """Yield who said what to a package; those who said the same in one line."""
    alike: dict[tuple[str, str], list[str]] = {}
    for word in said:
        alike.setdefault((word.how, word.issue), []).append(seat(words, scenario, word.seat))
    for (how, issue), who in alike.items():
        stuck = words("bargain.past.stuck", issue=thing(words, table, issue)) if issue else ""
        yield words(f"bargain.past.{how}", who=words.listed(who), stuck=stuck)


def given(heard: Iterable[Event], table_id: str) -> dict[str, dict[str, int]]:
    """Return the day each seat last gave its word for a package, by seat and package, as far as it was heard."""
    found: dict[str, dict[str, int]] = {}
    for word in _said(heard, table_id):
        if word.how in ("accept", "counter"):
            found.setdefault(word.seat, {})[word.package] = word.day
    return found


def _said(heard: Iterable[Event], table_id: str) -> Iterator[_Word]:
    turn, day = 1, 0
    for kind, data, _ in heard:
        if kind == "turn":
            turn, day = data["turn"], data["day"]
        if data.get("table") != table_id:
            continue
        if kind == "offer":
            plain = "refuse" if data["reply"] == "counter" else data["reply"]
            yield _Word(turn, day, data["package"], data["seat"], plain, data["issue"])
            if data["reply"] == "counter":
                yield _Word(turn, day, data["counter"], data["seat"], "counter", "")
        elif kind == "talks":
            stuck = dict(data["named"])
            for who, _, *answers in data["answers"]:
                for name, answer in zip((data["first"], data["second"]), answers, strict=False):
                    if name:
                        issue = stuck.get(who, "") if name == data["first"] else ""
                        yield _Word(turn, day, name, who, "accept" if answer == "yes" else "refuse", issue)
        elif kind == "condition" and data["answer"] == "agree":
            yield _Word(turn, day, data["package"], data["peer"], "counter", "")
        elif kind == "deal":
            yield _Word(turn, day, data["package"], "", data["how"], "")
