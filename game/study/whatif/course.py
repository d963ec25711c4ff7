"""A game being played again from some state on, after what was recorded of it: the course it takes.

As long as nothing differs every seat does what was recorded; from then on the lead does what still applies of what it
did, and other seats answer as the model does. Luck is keyed, so all that is not touched stays as it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.rules import Action, Blocked, State, check, leaned, options, settle, start, step, view
from game.rules.ending import mark
from game.scenario.scenario import Scenario
from game.session.bots import Bot, briefed
from game.session.replay import Moment
from game.study.playtest.play import gauges

END_TURN = Action("lead", "end_turn")
_KEPT = {"lead": (), "trainer": ("skip",)}
"""Whose recorded actions are repeated in a game that differs, and which kinds of theirs are not."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One recorded action: the turn and the state it was done in."""

    turn: int
    action: Action
    before: State


@dataclass(frozen=True, slots=True)
class Missed:
    """An action of the lead that no longer applied in its turn, and what was in the way."""

    turn: int
    action: Action
    why: Blocked


@dataclass(frozen=True, slots=True)
class Course:
    """A finished game: its measures (0–100, outcomes in their unit) at the start and as each turn closed, its end.

    `mark` is in ‰.
    """

    curve: dict[str, tuple[float, ...]]
    ending: str
    mark: int
    last: State
    missed: tuple[Missed, ...]


def script_of(moments: Sequence[Moment]) -> tuple[Entry, ...]:
    """Return every action of a game, of all seats, in order."""
    return tuple(
        Entry(before.state.turn, after.action, before.state)
        for before, after in pairwise(moments)
        if after.action is not None
    )


class Game:
    """A game being played on from a state; `closed` are the states at the start and as each turn closed so far."""

    def __init__(self, scenario: Scenario, state: State, closed: Sequence[State] = ()) -> None:
        self.scenario, self.state = scenario, state
        self.closed = list(closed)
        self.missed: list[Missed] = []

    @property
    def over(self) -> bool:
        """Whether the game has come to its debrief."""
        return self.state.phase == "debrief"

    def do(self, action: Action) -> None:
        """Do an action; IllegalAction if it may not be done."""
        self._go_on(step(self.scenario, self.state, action)[0])

    def _settle(self) -> None:
        """Let the model answer until the lead is asked or may act."""
        self._go_on(settle(self.scenario, self.state)[0])

    def _go_on(self, after: State) -> None:
        """Come to a state, and keep it if a turn has closed with it."""
        turn, self.state = self.state.turn, after
        if after.turn != turn or self.over:
            self.closed.append(after)

    def follow(self, script: Sequence[Entry]) -> None:
        """Do what a script has, as far as it applies, and close the game by ending its turns."""
        for entry in script:
            if self.over or self.state != entry.before:
                self._try(entry)
            else:
                self.do(entry.action)
        while not self.over:
            self.do(leaned(self.scenario, self.state, self.state.asked[0]) if self.state.asked else END_TURN)

    def lead(self, bot: Bot) -> None:
        """Let a bot play the lead to the end."""
        bot = briefed(bot, self.scenario)
        while not self.over:
            if self.state.asked and self.state.asked[0].seat != "lead":
                self._settle()
            else:
                self.do(bot(view(self.scenario, self.state, "lead"), options(self.scenario, self.state, "lead")))

    def _try(self, entry: Entry) -> None:
        """Do one action in a game that differs; one of the lead's that no longer applies is kept with the reason."""
        action = entry.action
        if action.kind in _KEPT.get(action.seat, (action.kind,)):
            return
        self._ready(entry)
        why = check(self.scenario, self.state, action)
        if why is None and (self.state.turn == entry.turn):
            self.do(action)
        elif action.seat == "lead" and action.kind != "end_turn":
            self.missed.append(Missed(entry.turn, action, why or Blocked("game_over")))

    def _ready(self, entry: Entry) -> None:
        """Answer as the model does whatever the script has no answer to, and end turns it has left behind."""
        while not self.over:
            if self.state.asked:
                mine = entry.action.kind in ("answer", "fix", "end_now") and self.state.turn == entry.turn
                if mine and check(self.scenario, self.state, entry.action) is None:
                    return
                self.do(leaned(self.scenario, self.state, self.state.asked[0]))
            elif self.state.turn < entry.turn:
                self.do(END_TURN)
            else:
                return

    def course(self) -> Course:
        """Return the course of a game that is over."""
        curve = {
            name: tuple(gauge(state) for state in self.closed) for name, gauge in gauges(self.scenario).items()
        }
        worth = mark(self.scenario, self.state).value
        return Course(curve, self.state.ending, worth, self.state, tuple(self.missed))


def played(scenario: Scenario, moments: Sequence[Moment]) -> Course:
    """Return the course of a recorded game; one that is not over is closed by ending its turns."""
    game = Game(scenario, moments[-1].state, closed_before(moments))
    game.follow(())
    return game.course()


def closed_before(moments: Sequence[Moment]) -> list[State]:
    """Return the first state of a game and those in which its turns closed."""
    ends = [moments[0].state]
    for before, after in pairwise(moments):
        if after.state.turn != before.state.turn or (after.state.phase == "debrief" != before.state.phase):
            ends.append(after.state)
    return ends


def anew(scenario: Scenario, seed: int, script: Sequence[Entry]) -> Course:
    """Return the course of the same decisions on the luck of a seed, from the first briefing on."""
    state, _ = start(scenario, seed)
    game = Game(scenario, state, [state])
    game.follow(script)
    return game.course()
