"""What the planner reaches beside every other bot: `python -m tests.planner_table --seeds 30 --workers 2`, by hand.

Class length, the same seeds and so the same luck for all. Prints a line as each game of the planner ends, and at last
the table of docs/performance.md: mean marks, the gain over the best of the others with its 95 % bootstrap interval
over whole seeds, rollouts and seconds of processor a decision.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from time import process_time
from typing import NamedTuple

from game.rules import Action, Option, View, start
from game.rules.ending import mark
from game.scenario.load import load
from game.scenario.scenario import Scenario
from game.session.bots import LEADS, Bot, Planner
from game.session.bots.planner import BUDGET
from game.study.experiment.statistics import bootstrap, interval, mean
from game.study.spread import Spread
from game.study.whatif.course import Game
from tests.table import SHIPPED

OTHERS = tuple(name for name in LEADS if name != "planner")


class Task(NamedTuple):
    """A scenario's file, and the rollouts a decision may take."""

    path: str
    budget: int


class Row(NamedTuple):
    """One seed: the planner's mark, the others' (0–100), and what the planner's decisions took."""

    seed: int
    planner: float
    others: tuple[float, ...]
    decisions: int
    rollouts: int
    seconds: float


class Timed:
    """A planner whose decisions are counted."""

    def __init__(self, planner: Planner) -> None:
        self._planner, self.decisions, self.seconds = planner, 0, 0.0

    def __call__(self, seen: View, options: Sequence[Option]) -> Action:
        """Decide as the planner does."""
        begun = process_time()
        action = self._planner(seen, options)
        self.decisions, self.seconds = self.decisions + 1, self.seconds + process_time() - begun
        return action


class Bench:
    """Plays scenarios with every bot on some seeds."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._tasks = tasks
        self._loaded: dict[str, Scenario] = {}

    def play(self, recipe: int, seeds: range) -> list[Row]:
        """Play one scenario on some seeds."""
        return [self._row(self._tasks[recipe], seed) for seed in seeds]

    def _row(self, task: Task, seed: int) -> Row:
        if task.path not in self._loaded:
            self._loaded[task.path] = load(Path(task.path).read_text(encoding="utf-8"), task.path, "class")
        scenario = self._loaded[task.path]
        planner = Planner(seed, task.budget).on(scenario)
        timed = Timed(planner)
        best = led(scenario, seed, timed)
        others = tuple(led(scenario, seed, LEADS[name](seed)) for name in OTHERS)
        return Row(seed, best, others, timed.decisions, planner.rollouts, timed.seconds)


def led(scenario: Scenario, seed: int, bot: Bot) -> float:
    """Return the mark of a game a bot leads."""
    state, _ = start(scenario, seed)
    game = Game(scenario, state, [state])
    game.lead(bot)
    return mark(scenario, game.state).value / 10


def told(name: str, rows: Sequence[Row]) -> str:
    """Return a scenario's row of the table."""
    means = {other: mean([row.others[n] for row in rows]) for n, other in enumerate(OTHERS)}
    best = max(means, key=means.__getitem__)
    gains = [row.planner - row.others[OTHERS.index(best)] for row in rows]
    low, high = interval(bootstrap(len(rows)).means(gains))
    took, made = (sum(getattr(row, part) for row in rows) for part in ("decisions", "rollouts"))
    return " | ".join((
        f"| {name}", f"{mean([row.planner for row in rows]):.1f}", f"{best} {means[best]:.1f}",
        f"{mean(gains):+.1f} [{low:+.1f}, {high:+.1f}]", f"{sum(g > 0 for g in gains)} of {len(gains)}",
        f"{made / took:.0f}", f"{sum(row.seconds for row in rows) / took:.2f} |",
    ))  # fmt: skip


def main() -> None:
    """Play, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=30)
    parser.add_argument("--budget", type=int, default=BUDGET)
    parser.add_argument("--workers", type=int, default=1)
    given = parser.parse_args()
    paths = sorted(SHIPPED)
    tasks = [Task(str(path), given.budget) for path in paths]
    batches = [(task, range(seed, seed + 1)) for seed in range(1, given.seeds + 1) for task in tasks]
    found: dict[str, list[Row]] = {path.stem: [] for path in paths}
    for n, rows in Spread[Task, Row](Bench, batches).each(given.workers):
        name = paths[n % len(paths)].stem
        found[name] += rows
        print(name, *rows, file=sys.stderr, flush=True)
    print("| scenario | planner | best of the others | gain, 95 % | seeds won | rollouts | s a decision |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, rows in found.items():
        print(told(name, rows))


if __name__ == "__main__":
    main()
