"""One refusal taken apart: what moved a peer to hold back where it did most often, as a waterfall of its reasons."""

from collections.abc import Sequence

from game.charts.chart import Op
from game.charts.type import broken, wide
from game.charts.waterfall import Bar, Columns, waterfall
from game.rules import Reason, explain
from game.study.pack.played import Played
from game.study.pack.problem import HeldBack, held_back
from game.telling.steps import Step, folded, steps
from game.telling.words import Words

_MOST = 10
_VALUE = 7      # ems a value takes


def refusal(game: Played) -> tuple[HeldBack, Reason] | None:
    """Return who held back most often, and all terms of the first time; None where nobody did so often enough."""
    for one in held_back(game)[:1]:
        n = next(n for n, moment in enumerate(game.moments) if moment.line == one.line)
        return one, explain(game.scenario, game.moments[n - 1].state, "trainer", f"act.{one.peer}.{one.work}.{one.act}")
    return None


def weightiest(found: Sequence[Step]) -> Step:
    """Return the term that spoke most for holding back."""
    return max(found[:-1], key=lambda step: (step.depth == 0, step.end - step.start))


def told(game: Played, words: Words, reason: Reason) -> tuple[Step, ...]:
    """Return the steps of a reason, few enough for a picture."""
    return folded(words, steps(words, game.scenario, reason), _MOST)


def drawn(found: Sequence[Step], width: int, em: int) -> tuple[tuple[Op, ...], tuple[int, int]]:
    """Return the steps as a waterfall: operations and the size they take."""
    room = min(width // 2, max(wide(step.name, em) for step in found) + 2 * em)
    bars = [Bar(broken(s.name, room - s.depth * em, em), s.shown, s.kind, s.start, s.end, s.depth) for s in found]
    columns = Columns(room, width - room - (_VALUE + 2) * em, _VALUE * em)
    ops, height = waterfall(bars, columns, em)
    return ops, (width, height)
