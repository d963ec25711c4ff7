"""Reading a class's recordings over processes: each is read, played through and let go again; a small row is kept.

What does not hold to its end is left out, with the reason.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from game.rules import start
from game.rules.ending import mark
from game.rules.ledger import overall
from game.scenario.load import load
from game.scenario.scenario import Scenario
from game.scenario.text import Text
from game.session.bots import LEADS, Planner
from game.session.bots.planner import QUICK
from game.session.recording import RecordingError, read
from game.session.replay import replay, scenario_of
from game.study.compare.row import Close, Key, Row, key_of, row
from game.study.crew import Workers
from game.study.pack.played import played, taught
from game.study.spread import Spread
from game.study.whatif.course import Game

SEEDS = 12
"""On how many other seeds a team's decisions are tried."""
BOTS = ("steady", "negotiator", "pressure", "passive")
"""The ways to lead a class is held against, unless others are asked for."""
MOST_SEEDS = 5
"""On how many of a class's own seeds each of them plays."""
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Left:
    """A recording left out: why (a code), and the line it is about (0 for none)."""

    path: str
    why: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """The games of one scenario, text, length and variant, and how the bots fare on the same seeds, turn by turn.

    `objectives` are those that can be rated.
    """

    scenario: Scenario
    objectives: tuple[Text, ...]
    rows: tuple[Row, ...]
    bots: dict[str, tuple[tuple[Close, ...], ...]]


@dataclass(frozen=True, slots=True)
class Class:
    """Everything that was found in a folder."""

    groups: tuple[Group, ...]
    left: tuple[Left, ...]


def recordings(given: Iterable[Path]) -> list[Path]:
    """Return the recordings named, and those in the folders named; each once, by name."""
    found: dict[Path, Path] = {}
    for path in given:
        inside = sorted(p for p in path.rglob("*.jsonl") if p.is_file()) if path.is_dir() else [path]
        for one in inside:
            found.setdefault(one.resolve(), one)
    return list(found.values())


def read_class(
    paths: Sequence[Path], workers: Workers = 1, progress: Progress | None = None, seeds: int = SEEDS,
    over: bool = False, bots: Sequence[str] = BOTS,
) -> Class:  # fmt: skip
    """Read recordings; `progress` is told of those that are done. With `over` games that are not over are left out.

    `bots` are the ways to lead that play on the class's seeds; a `planner` has a small budget and takes seconds a game.
    """
    batches = [((str(path), seeds, str(path.absolute())), range(1)) for path in paths]
    found = [rows[0] for rows in Spread[Recipe, Row | Left](Reader, batches).run(workers, progress)]
    left = [one for one in found if isinstance(one, Left)]
    rows, seen = [], dict[str, str]()
    for one in found:
        if isinstance(one, Row) and over and not one.ending:
            left.append(Left(one.path, "going"))
        elif isinstance(one, Row):
            if seen.setdefault(one.check, one.path) == one.path:
                rows.append(one)
            else:
                left.append(Left(one.path, "copy"))
    rows.sort(key=lambda r: (r.key, r.path))
    groups = [group(tuple(mine), workers, progress, bots) for _, mine in groupby(rows, key=lambda r: r.key)]
    return Class(tuple(groups), tuple(sorted(left, key=lambda x: x.path)))


Recipe = tuple[str, int, str]


class Reader:
    """Reads the recordings of some recipes: a path as named, on how many seeds luck is tried, and where the file is."""

    def __init__(self, recipes: Sequence[Recipe]) -> None:
        self._recipes = recipes

    def play(self, recipe: int, seeds: range) -> list[Row | Left]:
        """Read one recording."""
        return [one(*self._recipes[recipe]) for _ in seeds]


def one(path: str, seeds: int, at: str = "") -> Row | Left:
    """Return what is kept of a recording, or why it is left out; `at` is where it is, if not where its name says."""
    try:
        tape = read(Path(at or path))
        found = replay(tape)
        if found.scenario is None or found.verdict.verdict != "ok":
            return Left(path, found.verdict.why, found.verdict.line)
        if tape.torn:
            return Left(path, "torn", len(tape.lines) + 2)
        if len(found.moments) < 2:
            return Left(path, "unplayed")
        check = str((tape.lines[-1] if tape.lines else tape.header or {})["check"])
        return row(path, played(tape, found.scenario, found.moments), check, seeds)
    except RecordingError as error:
        return Left(path, error.code)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError):
        return Left(path, "foreign", 1)


def group(
    rows: tuple[Row, ...], workers: Workers, progress: Progress | None = None, bots: Sequence[str] = BOTS
) -> Group:
    """Return the games of one key with their scenario, read once more, and the bots on their seeds.

    `progress` is told of no further recording, so that who no longer waits can say so.
    """
    tape = read(Path(rows[0].path))
    if tape.header is None or key_of(tape.header) != rows[0].key:
        raise RecordingError("damaged", path=rows[0].path, line="1")
    text = str(tape.header["scenario"]["text"])
    seeds = sorted({r.seed for r in rows})[:MOST_SEEDS]
    batches = [((text, rows[0].key, bot, seed), range(1)) for bot in bots for seed in seeds]
    found = Spread[Bout, tuple[Close, ...]](Bots, batches).run(workers, progress and (lambda _: progress(0)))
    courses = [games[0] for games in found]
    fared = {bot: tuple(courses[n * len(seeds) : (n + 1) * len(seeds)]) for n, bot in enumerate(bots)}
    return Group(scenario_of(tape), tuple(text for text, ways in taught(tape.header) if ways), rows, fared)


Bout = tuple[str, Key, str, int]


class Bots:
    """Plays bots through one scenario, lowered once in every process."""

    def __init__(self, recipes: Sequence[Bout]) -> None:
        text, key, _, _ = recipes[0]
        self._recipes, self._scenario = recipes, load(text, key.scenario, key.length, key.variant)

    def play(self, recipe: int, seeds: range) -> list[tuple[Close, ...]]:
        """Return a bot's game, turn by turn."""
        _, _, bot, seed = self._recipes[recipe]
        return [tuple(self._closes(bot, seed)) for _ in seeds]

    def _closes(self, bot: str, seed: int) -> Iterator[Close]:
        state, _ = start(self._scenario, seed)
        game = Game(self._scenario, state, [state])
        game.lead(Planner(seed, QUICK) if bot == "planner" else LEADS[bot](seed))
        for closed in game.closed:
            real, reported = overall(self._scenario, closed.real), overall(self._scenario, closed.reported)
            yield Close(mark(self._scenario, closed).value, real, reported)
