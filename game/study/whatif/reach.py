"""What a strong player could still have made of a game from each turn on: where it was kept, and where given away.

The planner plays on from the start of every turn on the game's own luck, knowing what the lead knew then. What was
played is itself a way to play on, so what is in reach never rises: each turn keeps it, or gives some of it away.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from game.rules import Action, Option, State, View
from game.rules.ending import mark
from game.scenario.scenario import Scenario
from game.session.bots import Bot, Planner
from game.session.bots.planner import QUICK
from game.session.recording import Tape
from game.session.replay import Moment, replay
from game.study.crew import Workers
from game.study.spread import Spread
from game.study.whatif.course import Course, Game, played


class Deed(NamedTuple):
    """Something the lead did, and the data of the question it answered, if it did."""

    action: Action
    about: dict[str, Any] | None


class Way(NamedTuple):
    """A way a game could have gone on: its mark (‰), its ending, and the lead's deeds in its first turn."""

    mark: int
    ending: str
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """The best way known from the start of each turn on, and the game as it was played, last.

    A way without deeds is the one that was played: nothing better was found.
    """

    ways: tuple[Way, ...]

    @property
    def given(self) -> tuple[int, ...]:
        """What each turn gave away of what was in reach, ‰; never less than nought."""
        return tuple(before.mark - after.mark for before, after in pairwise(self.ways))

    @property
    def worst(self) -> int:
        """The place of the turn that gave away most, from 0; -1 where none gave away anything."""
        most = max(self.given, default=0)
        return self.given.index(most) if most else -1


class Listening:
    """A lead whose deeds in one turn are kept."""

    def __init__(self, lead: Bot, turn: int) -> None:
        self._lead, self._turn = lead, turn
        self.deeds: list[Deed] = []

    def __call__(self, seen: View, options: Sequence[Option]) -> Action:
        """Decide as the lead does."""
        action = self._lead(seen, options)
        if seen.turn == self._turn and action.kind != "end_turn":
            self.deeds.append(Deed(action, dict(seen.asked[0].data) if seen.asked else None))
        return action


class Bench:
    """Plays one recording on, replayed once in every process."""

    def __init__(self, tapes: Sequence[Tape]) -> None:
        game = replay(tapes[0])
        assert game.scenario is not None
        self._scenario, self._openings = game.scenario, openings(game.moments)

    def play(self, _recipe: int, turns: range) -> list[Way]:
        """Let the planner play on from the start of some turns."""
        return [way_on(self._scenario, self._openings[turn - 1], QUICK) for turn in turns]


def way_on(scenario: Scenario, state: State, budget: int) -> Way:
    """Return how the planner plays on from a turn's start, with so many rollouts a decision."""
    lead = Listening(Planner(state.turn, budget).on(scenario), state.turn)
    game = Game(scenario, state)
    game.lead(lead)
    return Way(mark(scenario, game.state).value, game.state.ending, tuple(lead.deeds))


def openings(moments: Sequence[Moment]) -> list[State]:
    """Return the state each turn of a game opened in."""
    found = {moment.state.turn: moment.state for moment in reversed(moments) if moment.state.phase != "debrief"}
    return [found[turn] for turn in sorted(found)]


def reach(tape: Tape, workers: Workers = 1, progress: Callable[[int], None] | None = None) -> Reach:
    """Return what was in reach turn by turn in a sound recording; `progress` is told of turns as they are done."""
    game = replay(tape)
    assert game.scenario is not None
    turns = len(openings(game.moments))
    rows = Spread[Tape, Way](Bench, [(tape, range(turn, turn + 1)) for turn in range(1, turns + 1)])
    found = [way for ways in rows.run(workers, progress) for way in ways]
    return best_of(found, played(game.scenario, game.moments))


def best_of(found: Sequence[Way], was: Course) -> Reach:
    """Return the best known from each turn on: the way found there, or what was played and the best known after it."""
    ways = accumulate(reversed(found), _better, initial=Way(was.mark, was.ending, ()))
    return Reach(tuple(ways)[::-1])


def _better(known: Way, found: Way) -> Way:
    return found if found.mark > known.mark else known._replace(deeds=())
