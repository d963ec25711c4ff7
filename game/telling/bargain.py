"""What a seat knows of a bargaining table, in words: where it stands, what parties want, what a package is worth."""

from collections.abc import Iterator, Sequence

from game.rules import View
from game.rules.tableview import PartyView, TableView
from game.scenario.names import DEAL_STATES
from game.scenario.scenario import Scenario
from game.scenario.table import Party, Table
from game.telling.clock import span
from game.telling.name import seat
from game.telling.number import points
from game.telling.package import numbered, thing
from game.telling.words import Words

_WORDS_KEPT = 2


def standing(words: Words, scenario: Scenario, seen: TableView) -> str:
    """Return where a table stands in a sentence: settled and how, or open with what was last put and who agreed."""
    table = scenario.tables[scenario.index["table"][seen.id]]
    if seen.deal >= 0:
        return words(f"table.{DEAL_STATES[seen.how]}", package=numbered(words, table, seen.deal))
    told = words("table.none", held=seen.convened, most=scenario.rules.meetings)
    if seen.offered < 0:
        return told
    agreeing = [seat(words, scenario, p.seat) for p in seen.parties if p.seat != "lead" and seen.offered in p.word]
    put = words("table.offered", package=numbered(words, table, seen.offered))
    who = words("table.agreeing", who=words.listed(agreeing)) if agreeing else words("table.agreeing.nobody")
    return words.sentences(told, put, who)


def deadline(words: Words, scenario: Scenario, seen: View, id: str) -> str:
    """Return when an open table falls to its fallback; "" where no day is set or it is settled."""
    t = scenario.index["table"][id]
    if seen.tables[t].deal >= 0 or scenario.tables[t].deadline <= 0:
        return ""
    return words("table.deadline", left=span(words, scenario.clock, max(0, scenario.tables[t].deadline - seen.day)))


def found_out(words: Words, scenario: Scenario, seen: View, seat_id: str) -> list[str]:
    """Return what is known of a seat's wishes at every table it sits at, line by line."""
    lines = []
    for table, view in zip(scenario.tables, seen.tables, strict=True):
        i = table.party(seat_id)
        if i >= 0:
            known = list(wishes(words, table, view.parties[i]))
            name = words.text(table.name)
            lines.append(words("table.at", table=name))
            lines += known or [words("table.nothing_known")]
    return lines


def wishes(words: Words, table: Table, party: PartyView) -> Iterator[str]:
    """Yield what is known of a party: orderings, what it refused over, its word, ranges of its points."""
    yield from let_on(words, table, party)
    yield from ranges(words, table, party)


def let_on(words: Words, table: Table, party: PartyView) -> Iterator[str]:
    """Yield what a party let on: orderings, what it refused over, the packages its word stands for."""
    for more, less in party.orders:
        yield words("table.order", more=_placed(words, table, more), less=thing(words, table, less))
    if party.refused:
        yield words("table.refused", issues=words.listed([thing(words, table, x) for x in party.refused]))
    for package in party.word[-_WORDS_KEPT:]:
        yield words("table.word", package=numbered(words, table, package))


def ranges(words: Words, table: Table, party: PartyView) -> Iterator[str]:
    """Yield in what ranges a party's points lie, issue by issue, and its walk-away value; nothing if unknown."""
    if party.known:
        for issue, row in zip(table.issues, party.points, strict=True):
            bands = [words("table.range", option=words.text(o.name), **_ends(band))
                      for o, band in zip(issue.options, row, strict=True)]  # fmt: skip
            yield words("table.ranges", issue=words.text(issue.name), ranges=words("list.between").join(bands))
        yield words("table.walkaway", **_ends(party.walkaway))


def _placed(words: Words, table: Table, id: str) -> str:
    """Return an option with the issue it belongs to, or an issue."""
    issue = next((i for i in table.issues if any(o.id == id for o in i.options)), None)
    if issue is None or any(i.id == id for i in table.issues):
        return thing(words, table, id)
    return words("table.placed", issue=words.text(issue.name), option=thing(words, table, id))


def _ends(band: tuple[int, int]) -> dict[str, str]:
    return {"low": points(band[0]), "high": points(band[1])}


def own_points(table: Table, options: Sequence[str], seat_id: str = "lead") -> int:
    """Return what the options settled so far are worth to a party, ‰; options not yet chosen are ""."""
    return sum(_worth(table, issue, id, seat_id) for issue, id in enumerate(options) if id)


def _worth(table: Table, issue: int, id: str, seat_id: str) -> int:
    row = table.parties[table.party(seat_id)].points[issue]
    return next(v for o, v in zip(table.issues[issue].options, row, strict=True) if o.id == id)


def own_worth(words: Words, table: Table, issue: int, id: str, seat_id: str = "lead") -> str:
    """Return what one option is worth to a party itself, as a short note."""
    return words("table.own.option", points=points(_worth(table, issue, id, seat_id)))


def mine(words: Words, table: Table, options: Sequence[str], seat_id: str = "lead") -> str:
    """Return what the package being put together is worth to a party itself, beside what it would walk away from."""
    party = table.parties[table.party(seat_id)]
    whole = len(options) == len(table.issues) and all(options)
    key = "table.own.whole" if whole else "table.own.part"
    return words(key, points=points(own_points(table, options, seat_id)), walkaway=points(party.walkaway))


def theirs(words: Words, scenario: Scenario, seen: View, table: Table) -> list[tuple[str, list[str]]]:
    """Return per party other than the lead what is known of its wishes, as (name, lines)."""
    return [
        (seat(words, scenario, p.seat), list(wishes(words, table, p)) or [words("table.nothing_known")])
        for p in _view(scenario, seen, table).parties if p.seat != "lead"
    ]  # fmt: skip


def judged(
    words: Words, scenario: Scenario, seen: View, table: Table, options: Sequence[str]
) -> list[tuple[str, list[str]]]:
    """Return per party other than the lead what is known of its mind about one package, as (name, lines); most: none.

    `table` must be one of `public(...)`: its red lines are those that were told.
    """
    name = "+".join(options)
    if name not in table.names:
        return []
    found = []
    for party, known in zip(table.parties, _view(scenario, seen, table).parties, strict=True):
        lines = list(_judged(words, table, party, known, options)) if party.seat != "lead" else []
        if lines:
            found.append((seat(words, scenario, party.seat), lines))
    return found


def _view(scenario: Scenario, seen: View, table: Table) -> TableView:
    return seen.tables[scenario.index["table"][table.id]]


def _judged(words: Words, table: Table, party: Party, known: PartyView, options: Sequence[str]) -> Iterator[str]:
    package = table.names.index("+".join(options))
    if package in known.word:
        yield words("table.agreed_to")
    if package in party.never:
        yield words("table.crosses")
    if known.known:
        bands = [row[[o.id for o in issue.options].index(id)]
                 for row, issue, id in zip(known.points, table.issues, options, strict=True)]  # fmt: skip
        low, high = sum(b[0] for b in bands), min(1000, sum(b[1] for b in bands))
        least, most = points(low), points(high)
        yield words("table.worth" if least != most else "table.worth.exactly", low=least, high=most)
