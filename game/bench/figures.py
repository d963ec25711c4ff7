"""The project's own speed figures: each measured several times, told as median with spread. No test needs them.

Games are headless and not recorded unless the figure says so; window figures are taken in processes of their own, on
the display there is, else on SDL's dummy driver.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any

from game.bench import frames, pace
from game.bench.frames import Figure, figure
from game.bench.pace import FIRST, headless, unrecorded
from game.rules import Action, State, View, leaned, options, start, step, view
from game.rules.state import fork
from game.scenario.load import load, read
from game.scenario.scenario import Scenario
from game.scenario.shipped import shipped
from game.session.bots import LEADS, Bot
from game.session.bots.planner import QUICK, Planner
from game.session.recording import create, header
from game.session.replay import Moment
from game.session.session import begin, play_out, play_until
from game.study.seldom import collect_seldom
from game.study.whatif.branch import Change, branch, decisions
from game.study.whatif.course import script_of

ROUNDS = 7


def timed(work: Callable[[], Any], times: int = 1) -> float:
    """Return the seconds one call of `work` takes, over `times` calls."""
    begun = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - begun) / times


def figures(progress: Callable[[str], None]) -> dict[str, Figure]:
    """Measure everything; `progress` is told what is measured before it is."""
    found: dict[str, Figure] = {}
    for name, group in (
        ("rules", _rules), ("step_us", steps), ("games_s", _games), ("whatif_ms", whatifs), ("search_sims_s", searches),
    ):  # fmt: skip
        progress(name)
        found |= group()
    found |= pace.pace(progress)
    for name, group in (("files", _files), ("process", _process), ("window", frames.window)):
        progress(name)
        found |= group()
    return found


def _text() -> tuple[str, str]:
    path = shipped("scenarios") / f"{FIRST}.yaml"
    return path.read_text(encoding="utf-8"), str(path)


def _scenario() -> Scenario:
    text, path = _text()
    return load(text, path, "class")


def _middle(scenario: Scenario) -> State:
    """Return a state in planning, some turns into a game."""
    session = begin(scenario, 3, create(None, {"check": ""}))
    play_until(session, LEADS["steady"](0), 4)
    return session.state


def _rules() -> dict[str, Figure]:
    scenario = _scenario()
    state = _middle(scenario)
    visit = next(o for o in options(scenario, state, "lead") if o.kind == "visit")
    call = visit.fill(target=visit.fields[0].choices[0])
    return {
        "start_us": _micro(lambda: start(scenario, 1)),
        "step_us": _micro(lambda: step(scenario, state, call)),
        "copy_us": _micro(lambda: fork(state)),
        "options_us": _micro(lambda: [(o.fields, o.blocked) for o in options(scenario, state, "lead")]),
        "view_us": _micro(lambda: _read(view(scenario, state, "lead"))),
    }


def _read(seen: View) -> list[Any]:
    """Read every part of a view."""
    return [getattr(seen, part.name) for part in fields(View)]


def _micro(work: Callable[[], Any]) -> Figure:
    return figure([1e6 * timed(work, 300) for _ in range(ROUNDS)], "µs")


STEPPED = ("random", "steady", "negotiator", "adaptive")
"""Whose games are stepped through: between them they do most of what there is to do."""


def steps() -> dict[str, Figure]:
    """Return `step_us.KIND` of every kind of deed done in some games, and of answers by what was asked, as played."""
    scenario = _scenario()
    rounds: dict[str, list[float]] = {}
    for r in range(ROUNDS):
        spent: dict[str, list[float]] = {}
        for seed in range(4 * r, 4 * r + 4):
            for kind, took in _stepped(scenario, seed, LEADS[STEPPED[seed % 4]](seed + pace.BOT)):
                spent.setdefault(kind, []).append(took)
        for kind, times in spent.items():
            rounds.setdefault(kind, []).append(sum(times) / len(times))
    return {f"step_us.{kind}": figure(rounds[kind], "µs") for kind in sorted(rounds)}


def _stepped(scenario: Scenario, seed: int, bot: Bot) -> Iterator[tuple[str, float]]:
    """Play a game and yield each step's kind and µs."""
    state, _ = start(scenario, seed)
    while state.phase != "debrief":
        if state.asked and state.asked[0].seat != "lead":
            action = leaned(scenario, state, state.asked[0])
        else:
            action = _decide(bot, scenario, state)
        begun = time.perf_counter()
        after, _ = step(scenario, state, action)
        yield _kind(state, action), 1e6 * (time.perf_counter() - begun)
        state = after


def _kind(before: State, action: Action) -> str:
    """Return the kind of a deed; of an answer, with what was asked."""
    if action.kind != "answer":
        return action.kind
    return f"answer.{next(ask.kind for ask in before.asked if ask.seat == action.seat)}"


def _games(games: int = 20) -> dict[str, Figure]:
    """Return games a second by bot, for rounds of games as a worker's."""
    scenario = _scenario()
    found: dict[str, Figure] = {}
    collect_seldom()
    for name, lead in (("games_s", "random"), ("steady_games_s", "steady"), ("passive_games_s", "passive")):
        rates, bot = [], LEADS[lead](1)
        for r in range(ROUNDS):
            rates.append(games / timed(partial(_headless, scenario, range(r * games, (r + 1) * games), bot)))
        found[name] = figure(rates, "games/s")
    return found


def _headless(scenario: Scenario, seeds: range, bot: Bot) -> None:
    for seed in seeds:
        headless(scenario, seed, bot)


def whatifs() -> dict[str, Figure]:
    """Return `whatif_ms`: the first decision of a middle turn left out, and the game played on to its end."""
    scenario, took = _scenario(), []
    for seed in range(ROUNDS):
        moments = unrecorded(scenario, seed, LEADS["steady"](0)).moments
        change = Change(_decided(moments), without=0)
        took.append(1000 * timed(partial(branch, scenario, moments, change)))
    return {"whatif_ms": figure(took, "ms")}


def _decided(moments: Sequence[Moment]) -> int:
    """Return the first turn from a game's middle on in which the lead decided something."""
    script = script_of(moments)
    return next(turn for turn in range(moments[-1].state.turn // 2, 41) if decisions(script, turn))


def searches() -> dict[str, Figure]:
    """Return `search_sims_s`: how many rollouts a second the planner makes for one decision of a middle turn."""
    scenario = _scenario()
    state, rates = _middle(scenario), []
    for n in range(ROUNDS):
        planner = Planner(n, QUICK).on(scenario)
        spent = timed(partial(_decide, planner, scenario, state))
        rates.append(planner.rollouts / spent)
    return {"search_sims_s": figure(rates, "rollouts/s")}


def _decide(bot: Bot, scenario: Scenario, state: State) -> Action:
    """Return what a bot does as the lead in a state."""
    return bot(view(scenario, state, "lead"), options(scenario, state, "lead"))


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
            written += [1e6 * timed(partial(session.recording.append, line, None)) for _ in range(20)]
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
    root = str(Path(__file__).resolve().parents[2])
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {root!r}); {code}"]
    return figure(
        [1000 * timed(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(rounds)], "ms"
    )


def table(found: dict[str, Figure]) -> str:
    """Return the figures as lines of text."""
    return "\n".join(
        f"{name:<36} {f['median']:>10} {f['unit']:<8} ({f['min']} – {f['max']})" for name, f in found.items()
    )
