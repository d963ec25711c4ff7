"""How a bot reads a bargaining table: which package most could live with, and what is in it for the lead.

A party's points are taken from their ranges where known; where not, `beliefs` weighs what would explain what it said.
A counter-offer is a word for that package.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from random import Random

from game.rules import Option, View
from game.rules.tableview import Band, PartyView, TableView
from game.session.bots.beliefs import Order, Rows, drawn, likely

LEAST, MOST = 80, 950
"""The least and the most a guess counts as a chance of a yes, ‰."""
Said = tuple[Rows, tuple[int, ...], tuple[int, ...], tuple[Order, ...]]


class Talk:
    """An open table with the names of the packages that can be put, the lead's own party and the others."""

    def __init__(self, table: TableView, names: tuple[str, ...]) -> None:
        self.table, self.names = table, names
        self.lead = next(p for p in table.parties if p.seat == "lead")
        self.others = tuple(p for p in table.parties if p.seat != "lead")
        self._index = _indices(table.names)
        self._own = _worths(table.names, self.lead.points)
        self._chances: dict[str, tuple[int, ...]] = {}
        self._best: list[str] | None = None

    def own(self, name: str) -> int:
        """Return what a package is worth to the lead, ‰ points: known exactly."""
        return self._own[self._index[name]]

    def index(self, name: str) -> int:
        """Return a package's index among all of its table."""
        return self._index[name]

    def choice(self, name: str) -> tuple[int, ...]:
        """Return a package's option of each issue, by its place."""
        return _choices(self.table.names)[self._index[name]]

    def words(self, name: str) -> list[str]:
        """Return the other parties whose word for a package has been given."""
        n = self._index[name]
        return [p.seat for p in self.others if n in p.word]

    def turned_down(self, name: str) -> bool:
        """Tell whether a party whose word for a package is wanting has said no to it."""
        n = self._index[name]
        return any(n == declined for p in self.others if n not in p.word for declined, _ in p.declined)

    def tried(self, name: str) -> bool:
        """Tell whether the lead has put a package before."""
        return self._index[name] in self.lead.word

    def chance(self, party: PartyView, name: str) -> int:
        """Return how likely a party's yes to a package seems, ‰: a word given is certain."""
        n = self._index[name]
        if n in party.word:
            return 1000
        if party.seat not in self._chances:
            self._chances[party.seat] = _chances(self.table.names, self.lead.points, party)
        return max(LEAST, min(MOST, self._chances[party.seat][n]))

    def best(self) -> list[str]:
        """Return the packages worth the lead's while, the likeliest good bargain first."""
        if self._best is None:
            able = [n for n in self.names if self.own(n) > self.lead.walkaway[0]]
            self._best = sorted(able, key=self.hope, reverse=True)
        return self._best

    def hope(self, name: str) -> int:
        """Return the lead's gain from a package, thinned by the doubt about every other party."""
        found = 1000 * (150 + min(650, self.own(name)) - self.lead.walkaway[0])
        for party in self.others:
            found = found * self.chance(party, name) // 1000
        return found

    def missing(self, name: str) -> list[PartyView]:
        """Return the parties whose word for a package is wanting, the most doubtful first."""
        n = self._index[name]
        return sorted((p for p in self.others if n not in p.word), key=lambda p: self.chance(p, name))


@lru_cache(maxsize=256)
def _chances(names: tuple[str, ...], lead: tuple[tuple[Band, ...], ...], party: PartyView) -> tuple[int, ...]:
    """Return how likely a yes to each package is: from ranges where known, else from what the party has said."""
    choices = _choices(names)
    if party.known:
        walk = sum(party.walkaway) // 2
        worth = [sum(sum(row[o]) // 2 for row, o in zip(party.points, c, strict=True)) for c in choices]
        return tuple(500 + 4 * (w - walk) for w in worth)
    return likely(*_said(names, lead, party))


def guessed(table: TableView, party: PartyView, dice: Random) -> tuple[Rows, int]:
    """Return points and a walk-away value for a party whose points are not known, such as would explain what it said.

    By issue and option, in the order the packages' names give them.
    """
    lead = next(p for p in table.parties if p.seat == "lead")
    return drawn(*_said(table.names, lead.points, party), dice)


def _said(names: tuple[str, ...], lead: tuple[tuple[Band, ...], ...], party: PartyView) -> Said:
    """Return the lead's own points, and what a party agreed to, declined and told, by place."""
    ids = _ids(names)
    place = {id: (i, o) for i, row in enumerate(ids) for o, id in enumerate(row)}
    told = tuple((place[a], place[b]) for a, b in party.orders if a in place and b in place)
    own = tuple(tuple(low for low, _ in row) for row in lead)
    return own, party.word, tuple(n for n, _ in party.declined), told


@lru_cache(maxsize=256)
def _ids(names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the option ids of each issue, in the order they come."""
    return tuple(tuple(dict.fromkeys(column)) for column in zip(*(n.split("+") for n in names), strict=True))


@lru_cache(maxsize=64)
def _indices(names: tuple[str, ...]) -> dict[str, int]:
    """Return the index of every package by its name."""
    return {name: n for n, name in enumerate(names)}


@lru_cache(maxsize=64)
def _choices(names: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
    """Return each package as the places of its options in their issues."""
    ids = _ids(names)
    return tuple(tuple(ids[i].index(o) for i, o in enumerate(name.split("+"))) for name in names)


@lru_cache(maxsize=64)
def _worths(names: tuple[str, ...], points: tuple[tuple[Band, ...], ...]) -> tuple[int, ...]:
    """Return what each package is worth at the least, ‰ points."""
    return tuple(sum(row[o][0] for row, o in zip(points, choice, strict=True)) for choice in _choices(names))


def talks(seen: View, option: Option) -> Iterator[Talk]:
    """Yield the tables an option (an offer, joint talks, a submission) can speak of, with the packages it can name."""
    tables = option.fields[0].choices
    packages = next(f for f in option.fields if f.name in ("package", "first", "packages"))
    for table in seen.tables:
        if table.id in tables:
            yield talk(table, packages.allowed[table.id])


@lru_cache(maxsize=512)
def talk(table: TableView, names: tuple[str, ...]) -> Talk:
    """Return a table with the packages that can be put; read many times over before it changes."""
    return Talk(table, names)


def on_offer(options: Sequence[Option]) -> dict[str, tuple[str, ...]]:
    """Return the names of every open table's packages, as offers would spell them, whether or not one can be paid."""
    offer = next((o for o in options if o.kind == "offer"), None)
    return dict(offer.fields[2].allowed) if offer is not None else {}
