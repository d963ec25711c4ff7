"""What was expected beside what was done, and when: each expectation with the step that met it, in time or late."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.rules import Action
from game.scenario.plot import Expectation
from game.session.replay import Moment
from game.study.pack.played import Played

Status = Literal["met", "late", "unmet", "open"]


@dataclass(frozen=True, slots=True)
class Response:
    """An expectation and what came of it; "open" where it was never judged: the game ended, or nothing called for it.

    `judged` is the line that closed its turn (0: none). `line`, `turn`, `day` and `action` tell the step that met it
    (0 and None: none; line 0 with "met": it held from the start), `delay` how many turns late. `brought` is the line
    at which its inject happened for want of it (0: it did not).
    """

    expected: Expectation
    status: Status
    judged: int
    line: int
    turn: int
    day: int
    action: Action | None
    delay: int
    brought: int


def responses(game: Played) -> tuple[Response, ...]:
    """Return every expectation of a game's scenario, by its day."""
    verdicts = {
        event.data["expect"]: (n, event.data["met"])
        for n, moment in enumerate(game.moments)
        for event in moment.events
        if event.kind == "expected"
    }
    found = (_response(game, e, verdicts.get(e.id)) for e in game.scenario.expectations)
    return tuple(sorted(found, key=lambda r: r.expected.by))


def _response(game: Played, expected: Expectation, verdict: tuple[int, bool] | None) -> Response:
    if verdict is None:
        return Response(expected, "open", 0, 0, 0, 0, None, 0, 0)
    moments, (at, met) = game.moments, verdict
    judged = moments[at].line
    done = _since(moments, expected, at) if met else _later(moments, expected, at)
    if done < 0:
        return Response(expected, "unmet", judged, 0, 0, 0, None, 0, _brought(game, expected, judged))
    if done == 0:
        return Response(expected, "met", judged, 0, 0, 0, None, 0, 0)
    before, moment = moments[done - 1].state, moments[done]
    late = 0 if met else before.turn - moments[at - 1].state.turn
    brought = 0 if met else _brought(game, expected, judged)
    status: Status = "met" if met else "late"
    return Response(expected, status, judged, moment.line, before.turn, before.day, moment.action, late, brought)


def _since(moments: Sequence[Moment], expected: Expectation, at: int) -> int:
    """Return the step from which it held until it was judged; 0 if from the start."""
    while at > 0 and expected.when.test(moments[at - 1].state):
        at -= 1
    return at


def _later(moments: Sequence[Moment], expected: Expectation, at: int) -> int:
    """Return the first step after it was judged at which it held; -1 if none."""
    return next((n for n in range(at + 1, len(moments)) if expected.when.test(moments[n].state)), -1)


def _brought(game: Played, expected: Expectation, judged: int) -> int:
    """Return the line at which its inject happened once it had been judged; 0 if it has none, or had happened."""
    if expected.otherwise < 0:
        return 0
    id = game.scenario.injects[expected.otherwise].id
    return next((m.line for m, e in game.events("inject") if e.data["inject"] == id and m.line >= judged), 0)
