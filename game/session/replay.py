"""Playing a recording again: folding its undos, stepping every action, holding every check against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from game.rules import ENGINE, Action, Event, IllegalAction, State, start, step
from game.scenario.finding import ScenarioError
from game.scenario.load import load
from game.scenario.scenario import Scenario
from game.session.line import FORMAT, MARKS, canonical, digest, sealed
from game.session.recording import RecordingError, Tape

KEPT = 4
"""How many scenarios are kept ready: a class's recordings mostly carry the same one."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The game after one line: the state, the events the line led to, and the action (None for notes and the like)."""

    n: int
    state: State
    events: Sequence[Event]
    action: Action | None

    @property
    def line(self) -> int:
        """The line of the recording's file it stands on; the header, from which the game opens, is line 1."""
        return self.n + 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` says of a recording: `ok`, `differs` at a line, `other_rules` or `unreadable`; `why` is a code."""

    verdict: str
    line: int
    why: str


@dataclass(slots=True)
class Replay:
    """A recording played through: the scenario, every moment from the first briefing on, and the verdict.

    `moments` are those that stand (undone ones folded away); where the recording differs they end before the line.
    """

    scenario: Scenario | None
    moments: list[Moment]
    verdict: Verdict


def scenario_of(tape: Tape) -> Scenario:
    """Return the scenario a recording carries; RecordingError if it carries none that loads."""
    first = tape.header or {}
    try:
        carried = first["scenario"]
        return _loaded(carried["text"], carried["id"], first["length"], first["variant"])
    except (KeyError, TypeError, AttributeError) as error:
        raise RecordingError("foreign", path=str(tape.path)) from error
    except ScenarioError as error:
        raise RecordingError("scenario", path=str(tape.path), line=str(error.findings[0].span.line)) from error


@lru_cache(KEPT)
def _loaded(text: str, id: str, length: str, variant: str) -> Scenario:
    return load(text, id, length, variant)


def replay(tape: Tape) -> Replay:
    """Play a recording through from its first line, as far as it holds."""
    trouble = header_trouble(tape)
    if trouble is not None:
        return Replay(None, [], trouble)
    first = tape.header
    assert first is not None
    other = Verdict("other_rules", 1, "other_rules") if first.get("rules") != ENGINE else None
    try:
        scenario = scenario_of(tape)
    except RecordingError as error:
        return Replay(None, [], other or Verdict("differs", 1, error.code))
    if other is not None:
        return Replay(scenario, [], other)
    state, events = start(scenario, first["seed"])
    played = [Moment(0, state, events, None)]
    before = str(first["check"])
    for number, line in enumerate(tape.lines, 2):
        held = list(played)
        why = _play_line(scenario, played, line, number - 1)
        if why or not _holds(line, before, played[-1].state):
            return Replay(scenario, held, Verdict("differs", number, why or "check"))
        before = line["check"]
    if tape.bad is not None:
        return Replay(scenario, played, Verdict("differs", *tape.bad))
    return Replay(scenario, played, Verdict("ok", 0, "torn" if tape.torn else ""))


def header_trouble(tape: Tape) -> Verdict | None:
    """Say what is wrong with the first line; None if nothing is."""
    if tape.header is None:
        line, why = tape.bad or (1, "empty")
        return Verdict("differs", line, why)
    bare = {k: v for k, v in tape.header.items() if k != "check"}
    if digest("", canonical(bare)) != tape.header["check"]:
        return Verdict("differs", 1, "check")
    if bare.get("format") != FORMAT or not isinstance(bare.get("seed"), int):
        return Verdict("differs", 1, "foreign")
    return None


def _play_line(scenario: Scenario, played: list[Moment], line: dict[str, Any], n: int) -> str:
    """Play one line onto the moments so far; return a code if it cannot be played, else ""."""
    kind, state = line.get("kind"), played[-1].state
    if line.get("n") != n:
        return "number"
    if kind == "undo":
        to = line.get("to")
        keep = [m for m in played if m.n <= to] if isinstance(to, int) else []
        if not keep:
            return "undo"
        played[:] = keep
        return ""
    if kind in MARKS or kind == "snapshot":
        played.append(Moment(n, state, (), None))
        return ""
    try:
        action = Action(line["seat"], line["kind"], line["args"])
        state, events = step(scenario, state, action)
    except (IllegalAction, KeyError, TypeError, ValueError, AttributeError):
        return "illegal"
    played.append(Moment(n, state, events, action))
    return ""


def _holds(line: dict[str, Any], before: str, state: State) -> bool:
    """Tell whether a line's check is right for the line, the check before it, and the state after it."""
    bare = {k: v for k, v in line.items() if k != "check"}
    return bool(sealed(bare, before, state)["check"] == line["check"])
