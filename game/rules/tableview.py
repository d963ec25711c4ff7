"""A bargaining table as a seat may know it, and the scenario's tables with unknown points at their priors.

A party's own points are its own. The lead learns them piece by piece: an ordering in words, an issue named in a
refusal, a range once evidence or openness shows it (play.md).
"""

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from game.rules.state import State
from game.scenario.scenario import Scenario
from game.scenario.table import Party, Table

Band = tuple[int, int]
STEP = 100
"""The width of a range the lead is shown, in ‰ points."""
_UNKNOWN = (0, 1000)


class PartyView(NamedTuple):
    """A party as a seat sees it: bands of points by issue and option, of its walk-away value, and what it has said.

    `declined` are (package, the issue it named), `word` the packages its word still stands for.
    """

    seat: str
    known: bool
    points: tuple[tuple[Band, ...], ...]
    walkaway: Band
    orders: tuple[tuple[str, str], ...]
    refused: tuple[str, ...]
    declined: tuple[tuple[int, str], ...]
    word: tuple[int, ...]


class TableView(NamedTuple):
    """A table as a seat sees it: what is in force and how (`DEAL_STATES`), what was offered, talks held, locks open.

    `names` are its packages by index; `ways` the moves not made yet that would move a walk-away value or open a lock.
    """

    id: str
    names: tuple[str, ...]
    deal: int
    how: int
    offered: int
    convened: int
    unlocked: tuple[str, ...]
    levers: tuple[int, ...]
    ways: tuple[str, ...]
    parties: tuple[PartyView, ...]


def table_views(scenario: Scenario, state: State, seat: str) -> tuple[TableView, ...]:
    """Return every table as `seat` may know it."""
    return tuple(
        TableView(
            table.id, table.names, state.deal[t], state.deal_how[t], state.offered[t], state.convened[t],
            tuple(o for (k, o), on in zip(scenario.locks, state.unlocked, strict=True) if k == t and on),
            tuple(state.pulled[x.index] for x in table.levers),
            tuple(scenario.moves[m].id for m in scenario.ways[t] if not state.moved[m]),
            tuple(_party(scenario, state, seat, t, p) for p in table.parties),
        )
        for t, table in enumerate(scenario.tables)
    )  # fmt: skip


def knows_points(known: frozenset[str] | tuple[str, ...], seat: str, party: str) -> bool:
    """Tell whether a seat knows a party's points, at least in ranges."""
    if seat in (party, "trainer"):
        return True
    return seat == "lead" and (f"{party}.points" in known or f"{party}.preference" in known)


def _party(scenario: Scenario, state: State, seat: str, t: int, party: Party) -> PartyView:
    table = scenario.tables[t]
    own, listening = seat in (party.seat, "trainer"), seat in ("lead", "trainer")
    known = knows_points(state.known, seat, party.seat)
    orders, refused, declined = _heard(state.known, party.seat, table.id, table.names) if listening else ((), (), ())
    return PartyView(
        party.seat,
        known,
        _bands(party.points, own, known),
        _band(party.walkaway, own, known),
        orders,
        refused,
        declined,
        _word(scenario, state, t, party) if own or listening else (),
    )


def _word(scenario: Scenario, state: State, t: int, party: Party) -> tuple[int, ...]:
    """Return the packages a party's word still stands for."""
    since = state.day - scenario.rules.consent_days
    return tuple(c.package for c in state.consents if c.table == t and c.seat == party.seat and c.day >= since)


Heard = tuple[tuple[tuple[str, str], ...], tuple[str, ...], tuple[tuple[int, str], ...]]


@lru_cache(maxsize=4096)
def _heard(known: tuple[str, ...], seat: str, table: str, names: tuple[str, ...]) -> Heard:
    """Return what the lead remembers of a party at a table: its orderings, issues it named, packages it declined."""

    def after(start: str) -> list[str]:
        return [fact.removeprefix(start) for fact in known if fact.startswith(start)]

    orders = [order.partition(">") for order in after(f"{seat}.order.{table}.")]
    declined = [said.rpartition(".") for said in after(f"{seat}.declined.{table}.")]
    return (
        tuple((a, b) for a, _, b in orders),
        tuple(after(f"{seat}.refused.{table}.")),
        tuple((names.index(name), issue) for name, _, issue in declined),
    )


@lru_cache(maxsize=1024)
def _bands(points: tuple[tuple[int, ...], ...], own: bool, known: bool) -> tuple[tuple[Band, ...], ...]:
    """Return a party's points as they are shown: exact, in ranges, or unknown."""
    return tuple(tuple(_band(v, own, known) for v in row) for row in points)


def _band(value: int, own: bool, known: bool) -> Band:
    if own:
        return (value, value)
    low = min(value // STEP * STEP, 1000 - STEP)
    return (low, low + STEP) if known else _UNKNOWN


def public_tables(scenario: Scenario, seat: str, known: frozenset[str]) -> tuple[Table, ...]:
    """Return the tables with what a seat does not know at its prior: all options alike, a middling walk-away value."""
    return tuple(
        replace(
            table,
            parties=tuple(_prior(table, p, seat, known) for p in table.parties),
            rulers=tuple(
                (i, worth if knows_points(known, seat, scenario.leaders[i].id) else (500,) * len(worth))
                for i, worth in table.rulers
            ),
        )
        for table in scenario.tables
    )


def _prior(table: Table, party: Party, seat: str, known: frozenset[str]) -> Party:
    """Return a party as known: its red lines once told, its points in the middle of their ranges."""
    if seat == party.seat:
        return party
    never = party.never if seat == "lead" and f"{party.seat}.redline" in known else frozenset[int]()
    if knows_points(known, seat, party.seat):
        points = tuple(tuple(sum(_band(v, False, True)) // 2 if v else 0 for v in row) for row in party.points)
        walkaway = sum(_band(party.walkaway, False, True)) // 2
    else:
        points = tuple(tuple(1000 // len(table.issues) for _ in row) for row in party.points)
        walkaway = 500
    worth = tuple(sum(row[o] for row, o in zip(points, p, strict=True)) for p in table.packages)
    return replace(party, points=points, worth=worth, walkaway=walkaway, never=never, style="linear")
