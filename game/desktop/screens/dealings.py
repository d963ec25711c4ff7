"""What has passed at a bargaining table: what parties let on, packages put, promises beside them, and the fallback."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.column import Choice, Column
from game.desktop.screens.errands import Compose
from game.telling.bargain import let_on, own_points, ranges
from game.telling.clock import span
from game.telling.number import points
from game.telling.package import chosen
from game.telling.past import past

if TYPE_CHECKING:
    from game.desktop.screens.files import Files
    from game.rules.tableview import TableView
    from game.scenario.table import Table

LAST = 6        # packages of the past shown
STATES = {-1: "free", 0: "owed", 1: "kept"}


def fallback(page: Files, column: Column, table: Table, view: TableView) -> None:
    """What comes of it when nobody agrees; touching it tries it."""
    if view.deal >= 0:
        return
    words, options = page.words, tuple(table.names[table.fallback].split("+"))
    worth = points(own_points(table, options))
    column.text(words("bargain.fallback"), "strong", "accent")
    column.item(Choice("fallback", chosen(words, table, options), Compose(options), side=worth,
                       detail=words("bargain.fallback.about"), hint=words("bargain.own", points=worth)))  # fmt: skip


def minds(page: Files, column: Column, table: Table, view: TableView) -> None:
    """What each party let on, a slip each; the ranges of its points only for those who ask."""
    words = page.words
    column.text(words("table.known"), "strong", "accent")
    for party in view.parties:
        if party.seat == "lead":
            continue
        with column.card("quiet", pad=1.5) as card:
            card.text(page.seat(party.seat), "strong")
            told = list(let_on(words, table, party))
            for line in told:
                card.text(line, "small")
            if party.known:
                card.text(words("bargain.known"), "small", hint="\n".join(ranges(words, table, party)))
            elif not told:
                card.text(words("table.nothing_known"), "small", "soft")


def ways(page: Files, column: Column, table: Table, view: TableView) -> None:
    """What already moves somebody at this table, and the moves that still could."""
    words, scenario = page.words, page.chair.scenario
    made = [words("bargain.way.made", name=words.text(lever.name))
            for lever, pulled in zip(table.levers, view.levers, strict=True) if pulled]  # fmt: skip
    moves = [scenario.moves[scenario.index["move"][id]] for id in view.ways]
    rows = made + [words("bargain.way.open", name=words.text(move.name)) for move in moves]
    if rows and view.deal < 0:
        column.text(words("bargain.ways"), "strong", "accent")
        for row in rows:
            column.text(row, "small", hint=words("bargain.way.hint"))


def promises(page: Files, column: Column, table: Table) -> None:
    """What can still be promised beside a package, what is owed, and what was kept or broken."""
    words, scenario, seen = page.words, page.chair.scenario, page.chair.seen
    t = scenario.index["table"][table.id]
    rows = [(n, p) for n, p in enumerate(scenario.promises) if any(i == t for i, _ in p.worth)]
    if not rows:
        return
    column.text(words("bargain.promises"), "strong", "accent")
    for n, promise in rows:
        due = next((owed.due - seen.day for owed in seen.owed if owed.promise == n), promise.due)
        state = STATES.get(seen.promised[n], "broken")
        text = words(f"bargain.promise.{state}", who=page.seat(scenario.peers[promise.to].id),
                     text=words.text(promise.text), left=span(words, scenario.clock, max(0, due)))  # fmt: skip
        column.text(text, "small", hint=words("bargain.promise.hint", due=span(words, scenario.clock, promise.due)))


def history(page: Files, column: Column, table: Table) -> None:
    """The packages put so far, the latest first, with what each party said; touching one tries it again."""
    words = page.words
    found = past(words, page.chair.scenario, page.chair.heard, table.id)
    column.text(words("bargain.past"), "strong", "accent")
    if not found:
        column.text(words("bargain.past.none"), "small", "soft")
    for n, put in enumerate(found[:LAST]):
        options = tuple(put.package.split("+"))
        column.item(Choice(f"past.{n}", chosen(words, table, options), Compose(options),
                           detail="\n".join(put.said), side=words("bargain.past.turn", turn=put.turn),
                           hint=words("bargain.past.hint")))  # fmt: skip
