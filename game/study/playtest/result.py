"""The playtest of one scenario: every bot's games put together, and what of the scenario was used in them."""

from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from game.rules.deeds import LEAD
from game.scenario.arm import Setting
from game.scenario.balance import Claim
from game.scenario.scenario import Scenario
from game.scenario.source import Source
from game.session.bots import LEADS
from game.study.crew import Workers
from game.study.experiment.statistics import mean, mean_interval, proportion, quantile
from game.study.playtest.balance import Judged, judged
from game.study.playtest.clause import Count, Miss, Placed, Watched
from game.study.playtest.play import Bench, Recipe, Row, Slice, gauges
from game.study.playtest.tally import Tally
from game.study.spread import Spread

SLOW = ("planner",)
"""Who takes minutes a game: no game of theirs is played again with another reply, or without an action."""
_ASKED_FOR = ("random", "negotiator_easy", "negotiator_hard", "negotiator_grim", *SLOW)
BOTS = tuple(name for name in LEADS if name not in _ASKED_FOR)
"""Who plays where nobody else is asked for."""
QUANTILES = (0.1, 0.5, 0.9)
TRIED = 10
"""In how many of a bot's games the replies that were not given are tried at most; a tenth of few games."""
SPARED = 3
"""In how many of them it is tried to do without each action; as many games are played again as actions were used."""
Spread3 = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Played:
    """One bot's games: the mark and each ending's share with their intervals, (10, 50, 90 %) of measures by turn.

    `turns` are such quantiles too; `reading` is the mean of Chinese characters shown a turn.
    """

    bot: str
    score: Spread3
    endings: Mapping[str, Spread3]
    measures: Mapping[str, tuple[Spread3, ...]]
    turns: Spread3
    reading: float


@dataclass(frozen=True, slots=True)
class Clause:
    """How one `when:` clause fared: tests, the share of them and of games in which it held, and what came nearest."""

    place: Placed
    line: int
    tests: int
    held: float
    games: float
    miss: Miss | None


@dataclass(frozen=True, slots=True)
class Broke:
    """A game that broke: who led, the first seed that shows it, and what went wrong."""

    bot: str
    seed: int
    why: str


@dataclass(frozen=True, slots=True)
class Playtest:
    """What came of a playtest.

    `coverage` is the share of all games by kind and id; `replies` the mark after each reply, by inject and game;
    `worth` what each action or `move:ID` added to the mark of a game in which it was used, by bot and game;
    `claims` what the author claims of them, judged.
    """

    scenario: Scenario
    games: int
    seed: int
    played: tuple[Played, ...]
    coverage: Mapping[str, Mapping[str, float]]
    offered: frozenset[str]
    clauses: tuple[Clause, ...]
    replies: Mapping[str, tuple[tuple[str, Mapping[str, float]], ...]]
    worth: Mapping[str, tuple[tuple[str, float], ...]]
    broke: tuple[Broke, ...]
    claims: tuple[Judged, ...]


def playtest(
    setting: Setting, source: Source, bots: Sequence[str], games: int, first: int = 1, workers: Workers = 1,
    progress: Callable[[int], None] | None = None, claims: Mapping[str, Claim] | None = None,
) -> Playtest:  # fmt: skip
    """Let every bot play seeds `first`, `first` + 1 …, and put together what came of it."""
    tried = first + min(TRIED, max(1, games // 10))
    spared = first + min(SPARED, max(1, games // 10))
    recipes = [Recipe(setting, b, *((first, first) if b in SLOW else (tried, spared))) for b in bots]
    batches = [(recipe, range(first, first + games)) for recipe in recipes]
    tally = Tally(len(bots))
    for n, slices in Spread[Recipe, Slice](Bench, batches).each(workers, progress):
        tally.add(n, slices)
    scenario = setting.scenario()
    rows = dict(zip(bots, tally.rows, strict=True))
    good = {bot: [row for row in found if not row.broke] for bot, found in rows.items()}
    names = tuple(gauges(scenario))
    played = tuple(
        _played(bot, found, curves, names, scenario)
        for (bot, found), curves in zip(good.items(), tally.curves, strict=True) if found
    )  # fmt: skip
    return Playtest(
        scenario, games, first, played,
        _coverage(scenario, tally.used, sum(map(len, good.values()))), frozenset(tally.offered),
        _clauses(Watched(scenario).places, tally.clauses, source, games * len(bots)), _replies(good),
        _worth(good),
        tuple(next(Broke(bot, r.seed, r.broke) for r in found if r.broke)
              for bot, found in rows.items() if len(good[bot]) < len(found)),
        tuple(judged(claims or {}, played, scenario, source)),
    )  # fmt: skip


def _played(
    bot: str, rows: Sequence[Row], curves: Sequence["array[float]"], names: Sequence[str], scenario: Scenario
) -> Played:
    """Put one bot's games together; a game that ended early stays as it ended."""
    wide = len(names)
    measures = {
        name: tuple(
            _quantiles([c[min(t * wide, len(c) - wide) + k] for c in curves]) for t in range(scenario.length.turns + 1)
        )
        for k, name in enumerate(names)
    }
    endings = Counter(row.ending for row in rows)
    shares = {id: (n / len(rows), *proportion(n, len(rows))) for id, n in endings.most_common()}
    shown = [n for row in rows for n in row.reading]
    return Played(bot, mean_interval([row.score for row in rows]), shares, measures,
                  _quantiles([float(row.turns) for row in rows]), mean(shown) if shown else 0.0)  # fmt: skip


def _quantiles(values: Sequence[float]) -> Spread3:
    low, middle, high = (quantile(values, share) for share in QUANTILES)
    return low, middle, high


def _coverage(scenario: Scenario, used: Mapping[tuple[str, str], int], games: int) -> dict[str, dict[str, float]]:
    """Return the share of games in which each part of a scenario was used, by kind and id; 0 for what never was."""
    parts = [j.effects for j in scenario.injects] + [m.effects for m in scenario.moves]
    parts += [c.effects for j in scenario.injects for c in j.choices]
    there = {
        "actions": list(LEAD),
        "effects": sorted({e.verb for effects in parts for e in effects}),
        "moves": [m.id for m in scenario.moves],
        "injects": [j.id for j in scenario.injects],
        "choices": [f"{j.id}.{c.id}" for j in scenario.injects for c in j.choices],
        "endings": [e.id for e in scenario.endings],
    }
    return {kind: {id: used.get((kind, id), 0) / max(1, games) for id in ids} for kind, ids in there.items()}


def _clauses(
    places: Sequence[Placed], counts: Sequence[Count], source: Source, games: int
) -> tuple[Clause, ...]:
    """Point at the clauses' lines, and say how each fared in all games."""
    return tuple(
        Clause(place, source.span_of(place.loc).line, tests, held / max(1, tests), seen / games, None if held else miss)
        for place, (tests, held, seen, miss) in zip(places, counts, strict=True)
    )


def _replies(rows: Mapping[str, Sequence[Row]]) -> dict[str, tuple[tuple[str, Mapping[str, float]], ...]]:
    """Return by inject the marks after each reply, a game (of one bot on one seed) an entry."""
    found: dict[str, list[tuple[str, Mapping[str, float]]]] = {}
    for bot, mine in rows.items():
        for row in mine:
            for inject, marks in row.replies:
                found.setdefault(inject, []).append((bot, dict(marks)))
    return {inject: tuple(games) for inject, games in sorted(found.items())}


def _worth(rows: Mapping[str, Sequence[Row]]) -> dict[str, tuple[tuple[str, float], ...]]:
    """Return by action what it added to the mark, a game (of one bot on one seed) an entry."""
    found: dict[str, list[tuple[str, float]]] = {}
    for bot, mine in rows.items():
        for row in mine:
            for action, score in row.without:
                found.setdefault(action, []).append((bot, row.score - score))
    return {action: tuple(games) for action, games in sorted(found.items())}
