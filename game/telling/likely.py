"""How each party would likely take a package, as far as one seat knows: a mark, a reason, and the numbers behind it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from game.rules import View
from game.rules.tableview import Band, PartyView, TableView
from game.scenario.scenario import Scenario
from game.scenario.table import Party, Table
from game.telling.bargain import own_points
from game.telling.clock import span
from game.telling.number import points
from game.telling.package import chosen, thing
from game.telling.words import Words

MUCH, SOME = 300, 100
"""From so many ‰ points on an option is worth much to a party, or something; below that next to nothing."""

Given = Mapping[str, Mapping[str, int]]
"""The day each seat last gave its word for a package, by seat and package."""


class Likely(NamedTuple):
    """A party's likely word: `mark` names it (`bargain.likely.MARK`), `why` and `numbers` are sentences."""

    seat: str
    mark: str
    why: str
    numbers: str


def likely(words: Words, scenario: Scenario, seen: View, table: Table, options: Sequence[str], given: Given
           ) -> list[Likely]:  # fmt: skip
    """Return every party's likely word on the options settled so far, the lead's own first.

    `table` must be one of `public(...)`; an issue not settled yet is "".
    """
    view = seen.tables[scenario.index["table"][table.id]]
    found = []
    for i, (party, known) in enumerate(zip(table.parties, view.parties, strict=True)):
        if not all(options):
            found.append(Likely(party.seat, "open", words("bargain.why.open"), ""))
            continue
        reach = worth(table, party, known, options)
        line = shifted(table, view, i)
        mark = _mark(table, party, known, options, reach, line)
        sure = known.known or party.seat == "lead"
        numbers = words("bargain.numbers", worth=_band(words, reach), line=_band(words, line)) if sure else ""
        left = _left(words, scenario, seen, given.get(party.seat, {}).get("+".join(options)))
        found.append(Likely(party.seat, mark, _why(words, table, known, options, mark, left), numbers))
    return sorted(found, key=lambda x: x.seat != "lead")


def worth(table: Table, party: Party, known: PartyView, options: Sequence[str]) -> Band:
    """Return between which ‰ points a whole package lies for a party."""
    if party.seat == "lead":
        return (own_points(table, options),) * 2
    rows = [row[[o.id for o in issue.options].index(id)]
            for row, issue, id in zip(known.points, table.issues, options, strict=True)]  # fmt: skip
    return sum(low for low, _ in rows), min(1000, sum(high for _, high in rows))


def shifted(table: Table, view: TableView, party: int) -> Band:
    """Return between which ‰ points a party's walk-away value lies, with what the levers pulled so far took off it."""
    by = sum(by for lever, pulled in zip(table.levers, view.levers, strict=True) if pulled
             for i, by in lever.shifts if i == party)  # fmt: skip
    low, high = view.parties[party].walkaway
    return max(0, low + by), max(0, high + by)


def weight(table: Table, known: PartyView, issue: int, option: int) -> str:
    """Return how much an option means to a party: "much", "some", "little", "dearer" than another, or "unknown"."""
    if known.known:
        low, high = known.points[issue][option]
        middle = (low + high) // 2
        return "much" if middle >= MUCH else "some" if middle >= SOME else "little"
    ids = [o.id for o in table.issues[issue].options]
    orders = [(a, b) for a, b in known.orders if a in ids and b in ids]
    id, more, less = ids[option], {a for a, _ in orders}, {b for _, b in orders}
    return "dearer" if id in more - less else "cheaper" if id in less - more else "unknown"


def _mark(table: Table, party: Party, known: PartyView, options: Sequence[str], reach: Band, line: Band) -> str:
    """Return the strongest thing known: its word, its red line, its refusal, then its points."""
    if party.seat == "lead":
        return "above" if reach[0] >= line[0] else "below"
    package = table.names.index("+".join(options))
    if package in known.word:
        return "yes"
    if package in party.never:
        return "never"
    if any(package == n for n, _ in known.declined):
        return "no"
    if not known.known:
        return "unknown"
    return "above" if reach[0] >= line[1] else "below" if reach[1] <= line[0] else "near"


def _why(words: Words, table: Table, known: PartyView, options: Sequence[str], mark: str, left: str) -> str:
    """Return the reason for a mark in a sentence."""
    if mark == "yes" and left:
        return words("bargain.why.yes.days", left=left)
    if mark == "no":
        package = table.names.index("+".join(options))
        issue = next(issue for n, issue in known.declined if n == package)
        return words("bargain.why.no", issue=thing(words, table, issue))
    if mark == "unknown" and known.orders:
        more, less = known.orders[-1]
        return words("bargain.why.order", more=thing(words, table, more), less=thing(words, table, less))
    if mark == "unknown" and known.word:
        return words("bargain.why.other", package=chosen(words, table, table.names[known.word[-1]].split("+")))
    return words(f"bargain.why.own.{mark}" if known.seat == "lead" else f"bargain.why.{mark}")


def _left(words: Words, scenario: Scenario, seen: View, day: int | None) -> str:
    """Return for how long a word given on that day still stands; "" if it was never heard."""
    return "" if day is None else span(words, scenario.clock, max(0, day + scenario.rules.consent_days - seen.day))


def _band(words: Words, band: Band) -> str:
    low, high = points(band[0]), points(band[1])
    return low if low == high else words("bargain.band", low=low, high=high)
