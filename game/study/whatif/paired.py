"""Many games that differ from one in one thing each: other seeds, or one decision left out; over processes.

Rows are the same for any number of workers: each is worked out from the recording and a number alone.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.rules import Action
from game.session.recording import Tape
from game.session.replay import replay
from game.study.crew import Workers
from game.study.spread import Spread
from game.study.whatif.branch import without
from game.study.whatif.course import anew, played, script_of

MOST = 5
"""How many turning points are told."""
SEEDS = 200
"""How many other seeds luck is judged by unless asked otherwise."""

Row = tuple[int, str]
"""A game's mark (‰) and ending."""
Progress = Callable[[int], None]
Task = tuple[Tape, str]
"""A recording, and what is varied: "seed" or "decision"."""


@dataclass(frozen=True, slots=True)
class Luck:
    """The same decisions on other seeds: marks in ‰ in order, quantiles at 10, 25, 50, 75, 90 %, endings' shares.

    `percentile` is where the played mark lies among all games, itself one of them: those below, and half of those
    level with it, 0–100. `own` tells that on its own seed the lead's decisions alone lead to the played mark; else
    people at other seats or a trainer made it too.
    """

    played: int
    marks: tuple[int, ...]
    quantiles: tuple[int, ...]
    percentile: float
    endings: dict[str, float]
    own: bool


@dataclass(frozen=True, slots=True)
class Point:
    """A decision that mattered: what it was, the mark (‰) it added, and the ending without it."""

    turn: int
    action: Action
    number: int
    worth: int
    ending: str


class Bench:
    """Plays tasks of one recording, replayed once in every process."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._tasks = tasks
        game = replay(tasks[0][0])
        assert game.scenario is not None
        self._scenario, self._moments = game.scenario, game.moments
        self._script = script_of(game.moments)

    def play(self, recipe: int, seeds: range) -> list[Row]:
        """Play a task's games of some numbers: seeds, or places of decisions in the script."""
        return [self._row(self._tasks[recipe][1], n) for n in seeds]

    def _row(self, what: str, n: int) -> Row:
        if what == "seed":
            course = anew(self._scenario, n, self._script)
        elif _decides(self._script[n].action):
            course = without(self._scenario, self._moments, n).course()
        else:
            return 0, ""
        return course.mark, course.ending


def _decides(action: Action) -> bool:
    return action.seat == "lead" and action.kind != "end_turn"


def luck(tape: Tape, seeds: int = SEEDS, workers: Workers = 1, progress: Progress | None = None) -> Luck:
    """Return how the decisions of a sound recording fare on other luck; the game's own seed is none of the others."""
    game = replay(tape)
    assert game.scenario is not None
    own, was = game.moments[0].state.seed, played(game.scenario, game.moments)
    numbers = range(1, seeds + 1 + (1 <= own <= seeds))
    rows = Spread[Task, Row](Bench, [((tape, "seed"), numbers)]).run(workers, progress)[0]
    others = [row for n, row in zip(numbers, rows, strict=True) if n != own]
    marks = tuple(sorted(m for m, _ in others))
    below, level = sum(m < was.mark for m in marks), sum(m == was.mark for m in marks)
    reached = Counter(e for _, e in others)
    return Luck(
        was.mark,
        marks,
        tuple(_quantile(marks, share) for share in (10, 25, 50, 75, 90)),
        round(100 * (below + (level + 1) / 2) / (len(marks) + 1), 1),
        {e: n / len(marks) for e, n in sorted(reached.items(), key=lambda x: (-x[1], x[0]))},
        anew(game.scenario, own, script_of(game.moments)).mark == was.mark,
    )


def _quantile(marks: Sequence[int], share: int) -> int:
    """Return the mark that so many per cent of the games do not exceed."""
    return marks[max(0, -(-len(marks) * share // 100) - 1)]


def points(tape: Tape, workers: Workers = 1, progress: Progress | None = None, most: int = MOST) -> tuple[Point, ...]:
    """Return the decisions of a sound recording whose absence changes the mark most, the weightiest first.

    `progress` is told of entries of the script as they are done. Decisions without which nothing changes are none.
    """
    game = replay(tape)
    assert game.scenario is not None
    script, whole = script_of(game.moments), played(game.scenario, game.moments).mark
    rows = Spread[Task, Row](Bench, [((tape, "decision"), range(len(script)))]).run(workers, progress)[0]
    found, of_turn = [], Counter[int]()
    for entry, (mark, ending) in zip(script, rows, strict=True):
        if _decides(entry.action):
            of_turn[entry.turn] += 1
            if mark != whole:
                found.append(Point(entry.turn, entry.action, of_turn[entry.turn], whole - mark, ending))
    return tuple(sorted(found, key=lambda p: (-abs(p.worth), p.turn, p.number))[:most])
