"""Lower a bargaining table: enumerate its packages and add up every party's points for each."""

from itertools import product
from typing import TYPE_CHECKING

from game.scenario.bargain import Party as PartyFile
from game.scenario.bargain import Table as TableFile
from game.scenario.scenario import EVERYBODY
from game.scenario.table import Issue, Lever, Package, Party, Table, TableOption
from game.scenario.text import Text
from game.scenario.words import WordsModel

if TYPE_CHECKING:
    from game.scenario.lower import Lowering

Points = tuple[tuple[int, ...], ...]


def lower_table(low: "Lowering", index: int, id: str, locks: tuple[tuple[int, str], ...]) -> Table:
    """Return the lowered table `id`, the scenario's `index`-th; it must have passed the checks."""
    file: TableFile = low.file.tables[id]
    issues = tuple(
        Issue(i, _text(issue.name), tuple(
            TableOption(o, _text(option.name), option.needs or "",
                        locks.index((index, o)) if option.needs else -1, low.effects(option.effects))
            for o, option in issue.options.items()
        ))
        for i, issue in file.issues.items()
    )  # fmt: skip
    packages = tuple(product(*(range(len(issue.options)) for issue in issues)))
    seats = tuple(file.parties)
    return Table(
        id=id,
        name=_text(file.name),
        works=tuple(low.index["workstream"][w] for w in file.works),
        issues=issues,
        parties=tuple(_party(seat, party, file, packages) for seat, party in file.parties.items()),
        levers=tuple(
            Lever(x, _text(lever.name), low.index["lever"][x],
                  tuple((seats.index(seat), round(by * 10)) for seat, by in lever.shifts.items()), lever.step or "",
                  low.index["peer"][lever.on] if lever.on else EVERYBODY)
            for x, lever in file.levers.items()
        ),
        rulers=tuple(
            (low.index["leader"][x], _worth(_points(ruler.points, file), packages)) for x, ruler in file.rulers.items()
        ),
        fallback=packages.index(tuple(list(file.issues[i].options).index(file.fallback[i]) for i in file.issues)),
        deadline=EVERYBODY if file.deadline is None else file.deadline,
        packages=packages,
        names=tuple("+".join(issues[i].options[o].id for i, o in enumerate(p)) for p in packages),
        locks=tuple(
            tuple(lock for i, o in enumerate(p) if (lock := issues[i].options[o].lock) >= 0) for p in packages
        ),
        effects=low.effects(file.effects),
    )  # fmt: skip


def _text(words: WordsModel) -> Text:
    return Text(words.zh, words.en, words.tw)


def _points(written: dict[str, list[float]], file: TableFile) -> Points:
    """Return points in thousandths, issue by issue in the table's order."""
    return tuple(tuple(round(v * 10) for v in written[i]) for i in file.issues)


def _worth(points: Points, packages: tuple[Package, ...]) -> tuple[int, ...]:
    return tuple(sum(row[o] for row, o in zip(points, p, strict=True)) for p in packages)


def _party(seat: str, party: PartyFile, file: TableFile, packages: tuple[Package, ...]) -> Party:
    points = _points(party.points, file)
    issues = list(file.issues)
    lines = [{issues.index(i): list(file.issues[i].options).index(o) for i, o in line.items()} for line in party.never]
    never = frozenset(
        n for n, p in enumerate(packages) if any(all(p[i] == o for i, o in line.items()) for line in lines)
    )
    return Party(seat, round(party.walkaway * 10), points, _worth(points, packages), never, party.style)
