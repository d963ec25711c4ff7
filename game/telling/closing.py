"""The debrief in words: questions first, then comparisons; it never says what should have been done."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from game.rules import Action, Reason
from game.rules.view import band
from game.scenario.scenario import ACTS, Scenario
from game.scenario.table import Table
from game.scenario.text import Text
from game.telling.name import heat, level, seat
from game.telling.number import plain, points, rounded
from game.telling.offer import action
from game.telling.package import numbered
from game.telling.words import Words

Section = tuple[str, list[str]]


class Fork(Protocol):
    """A turn that mattered, as `study.debrief` finds it."""

    @property
    def turn(self) -> int: ...  # noqa: D102
    @property
    def actions(self) -> tuple[Action, ...]: ...  # noqa: D102
    @property
    def worth(self) -> int: ...  # noqa: D102


class Side(Protocol):
    """A peer's side of the game."""

    @property
    def peer(self) -> str: ...  # noqa: D102
    @property
    def trust(self) -> tuple[int, int]: ...  # noqa: D102
    @property
    def acts(self) -> tuple[int, ...]: ...  # noqa: D102
    @property
    def kept(self) -> int: ...  # noqa: D102
    @property
    def broken(self) -> int: ...  # noqa: D102
    @property
    def load(self) -> tuple[int, int]: ...  # noqa: D102
    @property
    def crossed(self) -> bool: ...  # noqa: D102


class Ended(Protocol):
    """How a table ended; `change` is the package closest to an agreement, and each party's shortfall (‰)."""

    @property
    def table(self) -> str: ...  # noqa: D102
    @property
    def how(self) -> str: ...  # noqa: D102
    @property
    def package(self) -> int: ...  # noqa: D102
    @property
    def change(self) -> tuple[int, tuple[int, ...]] | None: ...  # noqa: D102


class Point(Protocol):
    """One turn's end."""

    @property
    def turn(self) -> int: ...  # noqa: D102
    @property
    def real(self) -> int: ...  # noqa: D102
    @property
    def reported(self) -> int: ...  # noqa: D102
    @property
    def heat(self) -> tuple[int, int, int]: ...  # noqa: D102
    @property
    def credibility(self) -> int: ...  # noqa: D102


class Finished(Protocol):
    """A finished game as `study.debrief` sums it up (this room may not import that one)."""

    @property
    def ending(self) -> str: ...  # noqa: D102
    @property
    def mark(self) -> Reason: ...  # noqa: D102
    @property
    def parts(self) -> Mapping[str, int]: ...  # noqa: D102
    @property
    def points(self) -> Sequence[Point]: ...  # noqa: D102
    @property
    def forks(self) -> Sequence[Fork]: ...  # noqa: D102
    @property
    def sides(self) -> Sequence[Side]: ...  # noqa: D102
    @property
    def tables(self) -> Sequence[Ended]: ...  # noqa: D102
    @property
    def uses(self) -> int: ...  # noqa: D102
    @property
    def asked(self) -> Sequence[Text]: ...  # noqa: D102


def closing(words: Words, scenario: Scenario, debrief: Finished) -> list[Section]:
    """Return the debrief as (title, lines): it opens with the ending and questions, and closes with questions."""
    sections = [
        _ending(words, scenario, debrief),
        (words("closing.open.title"), [words(f"closing.open.{n}") for n in (1, 2, 3)]),
        _forks(words, scenario, debrief),
        (words("closing.tables.title"), [how_ended(words, scenario, ended) for ended in debrief.tables]),
        _ledgers(words, debrief),
        _sides(words, scenario, debrief),
        _oversight(words, scenario, debrief),
        _mark(words, scenario, debrief),
        (words("closing.questions.title"), [words.text(q) for q in debrief.asked]),
    ]
    return [(title, lines) for title, lines in sections if lines]


def _ending(words: Words, scenario: Scenario, debrief: Finished) -> Section:
    lines = []
    if debrief.ending in scenario.index["ending"]:
        ending = scenario.endings[scenario.index["ending"][debrief.ending]]
        lines = [words("closing.end.line", title=words.text(ending.title), grade=ending.grade), words.text(ending.text)]
    return words("closing.end.title"), lines


def _forks(words: Words, scenario: Scenario, debrief: Finished) -> Section:
    lines = []
    for fork in debrief.forks:
        done = words("list.actions").join(action(words, scenario, a) for a in fork.actions)
        way = "same" if abs(fork.worth) < 5 else "up" if fork.worth > 0 else "down"
        lines.append(words(f"closing.fork.{way}", turn=fork.turn, actions=done, worth=plain(abs(fork.worth))))
    return words("closing.forks.title"), lines or [words("closing.fork.none")]


def how_ended(words: Words, scenario: Scenario, ended: Ended) -> str:
    """How a table ended, what that was worth to the lead, and what little more would have won one that failed."""
    table = scenario.tables[scenario.index["table"][ended.table]]
    lead, name = table.parties[table.lead], words.text(table.name)
    if ended.package < 0:
        return words("closing.table.none", table=name)
    told = words(f"closing.table.{ended.how}", table=name, package=numbered(words, table, ended.package))
    worth = words("closing.table.worth", points=points(lead.worth[ended.package]), walkaway=points(lead.walkaway))
    return words.sentences(told, worth, _change(words, scenario, table, ended) if ended.how == "fallback" else "")


def _change(words: Words, scenario: Scenario, table: Table, ended: Ended) -> str:
    """The smallest change that would have made an agreement."""
    if ended.change is None:
        return words("closing.table.never")
    package, short = numbered(words, table, ended.change[0]), ended.change[1]
    if not any(short):
        return words("closing.table.open", package=package)
    short_of = [words("closing.table.short", who=seat(words, scenario, p.seat), by=plain(by))
                for p, by in zip(table.parties, short, strict=True) if by]  # fmt: skip
    return words("closing.table.change", package=package, shortfalls=words.listed(short_of))


def _ledgers(words: Words, debrief: Finished) -> Section:
    last = debrief.points[-1]
    widest = max(debrief.points, key=lambda p: p.reported - p.real)
    reported, real = rounded(last.reported), rounded(last.real)
    gap = reported - real  # of the numbers told, so that they add up
    lines = [words("closing.ledger.end" if gap > 0 else "closing.ledger.even", reported=reported, real=real, gap=gap)]
    if widest.reported > widest.real and widest is not last:
        lines.append(words("closing.ledger.widest", turn=widest.turn, reported=points(widest.reported),
                           real=points(widest.real)))  # fmt: skip
    upper, middle, low = (heat(words, h) for h in last.heat)
    lines.append(words("closing.heat.end", upper=upper, middle=middle, low=low))
    return words("closing.ledger.title"), lines


def _sides(words: Words, scenario: Scenario, debrief: Finished) -> Section:
    """Each peer's story as it would tell it: nothing is hidden any more."""
    lines = []
    for side in debrief.sides:
        peer = scenario.peers[scenario.peer(side.peer)]
        start, end = (f"{level(words, band(t))} {points(t)}" for t in side.trust)
        acts = [words("closing.side.act", act=words(f"act.{a}"), n=n) for a, n in zip(ACTS, side.acts) if n]
        promises = side.kept or side.broken
        lines.append(words.sentences(
            words("closing.side.trust", who=seat(words, scenario, side.peer), start=start, end=end),
            words("closing.side.acts", acts=words("list.between").join(acts)) if acts else "",
            words("closing.side.interest", interest=words.text(peer.interest)),
            words("closing.side.redline", redline=words.text(peer.redline)),
            words("closing.side.crossed" if side.crossed else "closing.side.kept_line"),
            words("closing.side.load", start=points(side.load[0]), end=points(side.load[1])),
            words("closing.side.promises", kept=side.kept, broken=side.broken) if promises else "",
        ))  # fmt: skip
    return words("closing.sides.title"), lines


def _oversight(words: Words, scenario: Scenario, debrief: Finished) -> Section:
    if not debrief.uses:
        return words("closing.oversight.title"), [words("closing.oversight.none")]
    line = words("closing.oversight.some", n=debrief.uses, capacity=scenario.discipline_capacity,
                 credibility=points(debrief.points[-1].credibility))  # fmt: skip
    return words("closing.oversight.title"), [line]


def _mark(words: Words, scenario: Scenario, debrief: Finished) -> Section:
    parts = [words("closing.mark.part", name=words(f"term.{name}"), value=points(debrief.parts[name]), weight=weight)
             for name, weight in scenario.weights.items()]  # fmt: skip
    total = words("closing.mark.total", mark=points(debrief.mark.value))
    return words("closing.mark.title"), [total, *parts, words("closing.mark.grade")]
