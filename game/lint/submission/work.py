"""The parts about the work itself: workstreams with their duties, bargaining tables, and what the public sees."""

from collections.abc import Iterator

from game.lint.submission.condition import Reader
from game.lint.submission.effect import effects
from game.lint.submission.prose import field, labelled, levels
from game.scenario import bargain
from game.scenario.happening_verb import Lever as LeverVerb
from game.scenario.verbs import effects_in
from game.telling.block import Block, Heading, Para, Table
from game.telling.clock import moment

_KIND = {"moves": "move", "injects": "inject", "promises": "promise", "tables": "table"}
"""What a record of a section is called."""
_LEVELS = ("clarity", "liability", "immunity", "evidence", "needs_evidence", "entanglement", "mandate_fit")


def workstreams(reader: Reader) -> Iterator[Block]:
    """Yield who takes part in which workstream and answers for it, and how each stands at the start."""
    naming, words, works = reader.naming, reader.words, reader.naming.file.workstreams
    columns = ("workstream", "short", "parties", "owner", "join", "days", "weight", "assessed")
    rows = [
        (naming.text(w.name), naming.text(w.short), naming.listed("peer", w.parties),
         naming.called("peer", w.owner) if w.owner else words("none"), words(f"submission.join.{w.join}"),
         str(w.days), str(w.weight), naming.yes(w.assessed))
        for w in works.values()
    ]  # fmt: skip
    yield Table(tuple(words(f"submission.field.{c}") for c in columns), tuple(rows), (4, 3, 4, 3, 3, 3, 3, 3),
                frozenset({4, 5}))  # fmt: skip
    yield levels(naming, [(naming.text(w.short), w) for w in works.values()], _LEVELS, frozenset({6, 7}))


def tables(reader: Reader) -> Iterator[Block]:
    """Yield each bargaining table: points, walk-away values, red lines, levers, and what happens if nobody agrees."""
    naming, words = reader.naming, reader.words
    for table in naming.file.tables.values():
        yield Heading(2, naming.text(table.name))
        yield field(words, "works", naming.listed("workstream", table.works))
        fallback = [table.fallback[issue] for issue in table.issues if issue in table.fallback]
        yield field(words, "fallback", naming.package(table, fallback))
        if table.deadline is not None:
            yield field(words, "deadline", moment(words, naming.file.clock, table.deadline))
        if table.effects:
            yield field(words, "table_effects", effects(naming, table.effects), secret=True)
        yield Heading(3, words("submission.points"), secret=True)
        yield _points(reader, table)
        yield Para(words("submission.points.about"))
        yield from _options(reader, table)
        yield from _levers(reader, table)


def _points(reader: Reader, table: bargain.Table) -> Table:
    """Return issues and options against what each party and leader makes of them, with walk-away values below."""
    naming, words = reader.naming, reader.words
    sides: dict[str, bargain.Party | bargain.Ruler] = {**table.parties, **table.rulers}
    header = (words("submission.field.issue"), words("submission.field.option"),
              *(naming.called("seat", id) for id in sides))  # fmt: skip
    rows = [
        (naming.text(issue.name), naming.text(option.name),
         *(naming.number(side.points[id][n]) if id in side.points else words("none") for side in sides.values()))
        for id, issue in table.issues.items() for n, option in enumerate(issue.options.values())
    ]  # fmt: skip
    away = [naming.number(p.walkaway) for p in table.parties.values()] + [words("none")] * len(table.rulers)
    style = [words(f"submission.style.{p.style}") for p in table.parties.values()]
    style += [words("submission.style.ruler")] * len(table.rulers)
    rows += [(words("submission.field.walkaway"), "", *away), (words("submission.field.style"), "", *style)]
    return Table(header, tuple(rows), (4, 5, *(3,) * len(sides)))


def _options(reader: Reader, table: bargain.Table) -> Iterator[Block]:
    """Yield the options that are locked or have effects, and the combinations a party accepts at no price."""
    naming, words = reader.naming, reader.words
    rows = [
        (naming.text(option.name), naming.called("seat", option.needs) if option.needs else words("none"),
         effects(naming, option.effects))
        for issue in table.issues.values() for option in issue.options.values() if option.needs or option.effects
    ]  # fmt: skip
    if rows:
        header = tuple(words(f"submission.field.{c}") for c in ("option", "needs", "effects"))
        yield Table(header, tuple(rows), (4, 2, 6), frozenset({2}))
    for id, party in table.parties.items():
        if party.never:
            told = [naming.package(table, tuple(never.values())) for never in party.never]
            label = words("submission.never", who=naming.called("seat", id))
            yield labelled(words, label, words("submission.list").join(told), secret=True)


def _levers(reader: Reader, table: bargain.Table) -> Iterator[Block]:
    """Yield the levers: whose walk-away value each moves, by how much, and what pulls it."""
    naming, words = reader.naming, reader.words
    rows = []
    for id, lever in table.levers.items():
        shifts = [
            words("submission.shift", who=naming.called("seat", seat), by=naming.signed(by))
            for seat, by in lever.shifts.items()
        ]
        pulled = list(_pulling(reader, id))
        if lever.step:
            who = naming.called("peer", lever.on) if lever.on else words("submission.all.peer")
            pulled.append(words("submission.step", who=who, step=words(f"rung.{lever.step}")))
        rows.append((naming.text(lever.name), "\n".join(shifts), "\n".join(pulled) or words("none")))
    if rows:
        yield Heading(3, words("submission.levers"), secret=True)
        header = tuple(words(f"submission.field.{c}") for c in ("lever", "shifts", "step"))
        yield Table(header, tuple(rows), (5, 4, 3))


def _pulling(reader: Reader, lever: str) -> Iterator[str]:
    """Yield what pulls a lever: moves, injects and whatever else has that effect, each once."""
    seen = set()
    for loc, effect in effects_in(reader.naming.file):
        kind = _KIND.get(str(loc[0]))
        if isinstance(effect, LeverVerb) and effect.pull == lever and kind and loc[:2] not in seen:
            seen.add(loc[:2])
            yield reader.naming.called(kind, str(loc[1]))


def outcomes(reader: Reader) -> Iterator[Block]:
    """Yield what the public sees: where each outcome starts, what is aimed at, and what moves it."""
    naming, words, found = reader.naming, reader.words, reader.naming.file.public
    columns = ("outcome", "start", "goal", "range", "better", "lag", "driven_by")
    rows = [
        (naming.text(m.name), naming.measured(id, m.start), naming.measured(id, m.goal),
         words("submission.range", low=naming.number(m.low), high=naming.number(m.high)),
         words(f"submission.better.{m.better}"), str(m.lag),
         words("submission.list").join(
             words("submission.valued", name=naming.called("workstream", w), value=naming.number(v))
             for w, v in m.driven_by.items()))
        for id, m in found.items()
    ]  # fmt: skip
    yield Table(tuple(words(f"submission.field.{c}") for c in columns), tuple(rows), (4, 3, 3, 3, 3, 3, 5),
                frozenset({5, 6}))  # fmt: skip
