"""Running an author's tests and solutions: one line of play a seed, and findings where something else came of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from game.rules import Action, Blocked, State, check, leaned, start, step
from game.rules.state import Ask
from game.scenario.check_trial import trials_in
from game.scenario.condition import Condition, compile_condition
from game.scenario.finding import Finding
from game.scenario.load import Reading, read_file
from game.scenario.lower import lower
from game.scenario.names import names
from game.scenario.reference import Loc
from game.scenario.scenario import Scenario
from game.scenario.source import Source
from game.scenario.trial import Trial
from game.study.script import Deed, attempt
from game.telling.offer import blocked
from game.telling.words import Words


@dataclass(frozen=True, slots=True)
class Stage:
    """A trial made ready: the scenario, its lines (with their places in the list) and its conditions, compiled."""

    trial: Trial
    loc: Loc
    scenario: Scenario
    source: Source
    lines: tuple[tuple[int, Deed], ...]
    wanted: tuple[Condition, ...]
    words: Words

    def finding(self, seed: int, code: str, loc: Loc, **args: str) -> Finding:
        """Return a finding of this trial on a seed; `loc` is within the trial."""
        span = self.source.span_of((*self.loc, *loc))
        return Finding(self.source.path, span, code, "error", {"trial": str(self.loc[-1]), "seed": str(seed), **args})


@dataclass(slots=True)
class Played:
    """A game played by a trial: its states at the start and as each turn closed, and what blocked which line."""

    states: list[State] = field(default_factory=list)
    blocked: dict[int, Blocked] = field(default_factory=dict)
    unfixed: dict[int, Blocked] = field(default_factory=dict)
    left: set[int] = field(default_factory=set)


def run_trials(path: Path, words: Words) -> tuple[list[Finding], int]:
    """Run every test and solution of a file that has no error; return what failed and how many games were played."""
    reading = read_file(path)
    if reading.file is None or not reading.playable:
        return [], 0
    findings: list[Finding] = []
    games = 0
    for loc, trial in trials_in(reading.file):
        stage = _stage(path, reading, loc, trial, words)
        if stage is not None:
            games += len(trial.luck)
            findings += [f for seed in trial.luck for f in _judged(stage, seed, _play(stage, seed))]
    return sorted(findings), games


def _stage(path: Path, plain: Reading, loc: Loc, trial: Trial, words: Words) -> Stage | None:
    """Make a trial ready at its length and variant; None if the variant itself is broken, which checking tells."""
    reading = read_file(path, trial.variant) if trial.variant else plain
    if reading.file is None or reading.source is None or not reading.playable:
        return None
    known, days = names(reading.file), reading.file.lengths[trial.length].days
    lines = tuple((i, Deed(t, x.do, x.with_, x.free)) for i, x in enumerate(trial.lead) for t in x.within(days))
    wanted = tuple(compile_condition(x.when, known, {}) for x in trial.expect)
    scenario = lower(reading.file, trial.length, trial.variant)
    return Stage(trial, loc, scenario, reading.source, lines, wanted, words)


def _play(stage: Stage, seed: int) -> Played:
    """Play one game to its end: each turn its lines in order, then the turn is ended."""
    played, scenario = Played(), stage.scenario
    state, _ = start(scenario, seed)
    played.states.append(state)
    due, turn = list(stage.lines), 0
    while state.phase != "debrief":
        if state.turn != turn:
            turn = state.turn
            state = _fixed(stage, state, played)
        after = _next(stage, state, due, played)
        if after.turn != state.turn or after.phase == "debrief":
            played.states.append(after)
        state = after
    played.left = {i for i, _ in due}
    return played


def _fixed(stage: Stage, state: State, played: Played) -> State:
    """Set the draws of this turn as the trainer would."""
    for i, x in enumerate(stage.trial.fix):
        if x.turn == state.turn:
            action = Action("trainer", "fix", {"who": x.who, "what": x.what, "value": x.value})
            why = check(stage.scenario, state, action)
            if why is None:
                state, _ = step(stage.scenario, state, action)
            else:
                played.unfixed[i] = why
    return state


def _next(stage: Stage, state: State, due: list[tuple[int, Deed]], played: Played) -> State:
    """Let whoever is awaited do the next thing; a line that is tried is no longer due."""
    scenario = stage.scenario
    if state.asked and state.asked[0].seat != "lead":
        return step(scenario, state, leaned(scenario, state, state.asked[0]))[0]
    for i, deed in [d for d in due if d[1].turn == state.turn and (d[1].kind == "answer") == bool(state.asked)]:
        done = attempt(scenario, state, deed)
        if not isinstance(done, Blocked):
            due.remove((i, deed))
            played.blocked.pop(i, None)
            return done
        played.blocked[i] = done
        if not state.asked:
            due.remove((i, deed))
    if state.asked:
        return step(scenario, state, _answer(stage, state, state.asked[0]))[0]
    return step(scenario, state, Action("lead", "end_turn"))[0]


def _answer(stage: Stage, state: State, ask: Ask) -> Action:
    """Return the lead's answer: to an inject the one the author chose, if it is open; else as the model leans."""
    chosen = stage.trial.answers.get(str(ask.get("inject", "")))
    action = Action("lead", "answer", {"choice": chosen})
    if chosen is not None and check(stage.scenario, state, action) is None:
        return action
    return leaned(stage.scenario, state, ask)


def _judged(stage: Stage, seed: int, played: Played) -> Iterator[Finding]:
    """Tell what could not be done, and what came out otherwise than the author expects."""
    for i, why in sorted(played.blocked.items()):
        told = blocked(stage.words, stage.scenario, why)
        yield stage.finding(seed, "trial-blocked", ("lead", i, "do"), deed=stage.trial.lead[i].do, why=told)
    for i, why in sorted(played.unfixed.items()):
        told = blocked(stage.words, stage.scenario, why)
        yield stage.finding(seed, "trial-blocked", ("fix", i, "what"), deed=stage.trial.fix[i].what, why=told)
    for i in sorted(played.left - set(played.blocked)):
        yield stage.finding(seed, "trial-unreached", ("lead", i, "do"), deed=stage.trial.lead[i].do)
    for i, condition in enumerate(stage.wanted):
        yield from _assertion(stage, seed, played, i, condition)
    yield from _ending(stage, seed, played.states[-1])


def _assertion(stage: Stage, seed: int, played: Played, i: int, condition: Condition) -> Iterator[Finding]:
    """Tell each clause of an assertion that does not hold, with the values it had."""
    at = stage.trial.expect[i].at
    last = len(played.states) - 1
    place = {"start": 0, "end": last}.get(at)
    state = played.states[min(last, int(at.partition(" ")[2])) if place is None else place]
    for clause, values in condition.failing(state):
        had = ", ".join(f"{k} = {_plain(v)}" for k, v in values)
        yield stage.finding(seed, "trial-failed", ("expect", i, "when"), at=at, clause=clause, values=had)


def _plain(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value).lower() if isinstance(value, bool) else str(value)


def _ending(stage: Stage, seed: int, state: State) -> Iterator[Finding]:
    """Tell an ending that is not the one expected, or whose grade is too low."""
    trial, found = stage.trial, str(state.ending)
    if trial.ending is not None and found != trial.ending:
        yield stage.finding(seed, "trial-ending", ("ending",), wanted=trial.ending, found=found)
    grade = next((e.grade for e in stage.scenario.endings if e.id == found), "E")
    if trial.grade is not None and grade > trial.grade:
        yield stage.finding(seed, "trial-grade", ("grade",), wanted=trial.grade, found=found, grade=grade)
