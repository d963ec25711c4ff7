"""The project's own speed figures: each measured several times, told as median with spread. No test needs them.

Games are headless and not recorded unless the figure says so; window figures are taken in processes of their own, on
the display there is, else on SDL's dummy driver.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

from game import frames
from game.frames import Figure, figure
from game.rules import State, View, options, start, step, view
from game.rules.state import fork
from game.scenario.load import load, read
from game.scenario.scenario import Scenario
from game.scenario.shipped import shipped
from game.session.bots import LEADS, Bot
from game.session.recording import create, header
from game.session.session import begin, play_out
from game.study.crew import collect_seldom

ROUNDS = 7


def timed(work: Callable[[], Any], times: int = 1) -> float:
    """Return the seconds one call of `work` takes, over `times` calls."""
    begun = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - begun) / times


def figures(progress: Callable[[str], None] | None = None) -> dict[str, Figure]:
    """Measure everything; `progress` is told each group's name before it begins."""
    found: dict[str, Figure] = {}
    for name, group in (("rules", _rules), ("files", _files), ("process", _process), ("window", frames.window)):
        if progress:
            progress(name)
        found |= group()
    return found


def _text() -> tuple[str, str]:
    path = shipped("scenarios") / "tendering_reform.yaml"
    return path.read_text(encoding="utf-8"), str(path)


def _scenario() -> Scenario:
    text, path = _text()
    return load(text, path, "class")


def _middle(scenario: Scenario) -> State:
    """Return a state in planning, some turns into a game."""
    session = begin(scenario, 3, create(None, {"check": ""}))
    bot = LEADS["steady"](0)
    while session.state.turn < 4 or session.state.phase != "planning":
        session.do(bot(session.view(), session.options()))
    return session.state


def _rules() -> dict[str, Figure]:
    scenario = _scenario()
    state = _middle(scenario)
    visit = next(o for o in options(scenario, state, "lead") if o.kind == "visit")
    call = visit.fill(target=visit.fields[0].choices[0])
    found = {
        "start_us": _micro(lambda: start(scenario, 1)),
        "step_us": _micro(lambda: step(scenario, state, call)),
        "copy_us": _micro(lambda: fork(state)),
        "options_us": _micro(lambda: [(o.fields, o.blocked) for o in options(scenario, state, "lead")]),
        "view_us": _micro(lambda: _read(view(scenario, state, "lead"))),
    }
    for name, bot in (("games_s", "random"), ("steady_games_s", "steady"), ("passive_games_s", "passive")):
        rates, decisions, steps = _games(scenario, LEADS[bot](1))
        found[name] = figure(rates, "games/s")
        if bot == "random":
            found["decision_us"] = figure(decisions, "µs")
            found["steps_s"] = figure(steps, "steps/s")
    return found


def _read(seen: View) -> list[Any]:
    """Read every part of a view."""
    return [getattr(seen, part.name) for part in fields(View)]


def _micro(work: Callable[[], Any]) -> Figure:
    return figure([1e6 * timed(work, 300) for _ in range(ROUNDS)], "µs")


class _Unrecorded:
    """A recording that keeps nothing, so that games alone are measured."""

    lines: tuple[()] = ()

    def act(self, *_: Any) -> None:
        """Keep nothing."""

    def snapshot(self, *_: Any) -> None:
        """Keep nothing."""


def _games(scenario: Scenario, bot: Bot, games: int = 20) -> tuple[list[float], list[float], list[float]]:
    """Return games a second, µs per decision of the lead, and steps a second, for rounds of games as a worker's."""
    rates, costs, steps = [], [], []
    collect_seldom()
    for r in range(ROUNDS):
        decisions, moments, begun = 0, 0, time.perf_counter()
        for seed in range(r * games, (r + 1) * games):
            session = begin(scenario, seed, _Unrecorded())  # type: ignore[arg-type]
            play_out(session, bot)
            decisions += sum(1 for m in session.moments if m.action is not None and m.action.seat == "lead")
            moments += len(session.moments)
        spent = time.perf_counter() - begun
        rates.append(games / spent)
        costs.append(1e6 * spent / decisions)
        steps.append(moments / spent)
    return rates, costs, steps


def _files() -> dict[str, Figure]:
    text, path = _text()
    scenario = _scenario()
    with tempfile.TemporaryDirectory() as folder:
        recorded, written = [], []
        for n in range(3):
            session = begin(scenario, n, create(Path(folder) / f"{n}.jsonl", header(scenario, text, n, "")))
            begun = time.perf_counter()
            play_out(session, LEADS["steady"](0))
            recorded.append(1000 * (time.perf_counter() - begun))
            line = {"turn": 1, "seat": "trainer", "kind": "note", "args": {"text": "…"}}
            written += [1e6 * timed(lambda s=session, x=line: s.recording.append(x, None)) for _ in range(20)]  # type: ignore[misc]
            session.recording.close()
    return {
        "load_ms": figure([1000 * timed(lambda: load(text, path, "class")) for _ in range(5)], "ms"),
        "lint_ms": figure([1000 * timed(lambda: read(text, path)) for _ in range(5)], "ms"),
        "recorded_game_ms": figure(recorded, "ms"),
        "fsync_us": figure(written, "µs"),
    }


def _process() -> dict[str, Figure]:
    """Measure whole processes: a bare Python, `--help`, and importing everything."""
    everything = "import game.cli, game.desktop.app, game.terminal.play, game.lint.check, game.study.debrief"
    return {
        "python_ms": _processes("pass"),
        "help_ms": _processes("import sys; sys.argv = ['qiantou', '--help']; from game.cli import main; main()"),
        "import_ms": _processes(everything),
    }


def _processes(code: str, rounds: int = 5) -> Figure:
    root = str(Path(__file__).resolve().parent.parent)
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {root!r}); {code}"]
    return figure(
        [1000 * timed(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(rounds)], "ms"
    )


def table(found: dict[str, Figure]) -> str:
    """Return the figures as lines of text."""
    return "\n".join(
        f"{name:<18} {f['median']:>10} {f['unit']:<8} ({f['min']} – {f['max']})" for name, f in found.items()
    )
