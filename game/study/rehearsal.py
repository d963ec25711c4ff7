"""A game an author goes through again and again: what was done, played anew on the scenario as it now stands.

Every step knows its turn. One that no longer applies is skipped with its reason and kept, so that it comes back when
the file is mended. Whatever else the lead is asked is answered as the model leans.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from game.rules import Action, Blocked, Event, State, check, leaned, options, start, step, view
from game.rules.author import put
from game.rules.state import Ask
from game.scenario.expression import Name
from game.scenario.scenario import Scenario
from game.session.bots import Bot
from game.session.replay import Moment
from game.study.value import Put, stored


@dataclass(frozen=True, slots=True)
class Step:
    """Something the author did in a turn; `about` is what an answer answers ("choose:letter"), "" for all else."""

    turn: int
    what: Action | Put
    about: str = ""


@dataclass(frozen=True, slots=True)
class Played:
    """What became of a step: the moment it made (-1: none), or why it does not apply; neither if not yet reached."""

    step: Step
    at: int = -1
    blocked: Blocked | None = None


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A game played as far as asked: its moments, and every step, those of later turns too, with its fate."""

    moments: tuple[Moment, ...]
    steps: tuple[Played, ...]

    @property
    def state(self) -> State:
        """The game now."""
        return self.moments[-1].state


def rehearse(
    scenario: Scenario,
    known: Mapping[str, Name],
    seed: int,
    steps: Sequence[Step],
    turn: int,
    bot: Bot | None = None,
    since: int = 1,
) -> Rehearsal:
    """Play the steps until `turn` is being planned and its own are done, or the game is over.

    What no step says is left undone, or with `bot` done by it from turn `since` on; its deeds become steps.
    """
    run = _Run(scenario, known, seed, steps, bot, since)
    while run.state.phase != "debrief" and run.forward(turn):
        pass
    return Rehearsal(tuple(run.moments), tuple(sorted(run.steps, key=lambda p: p.step.turn)))


def asked(state: State) -> str:
    """Return what the lead is asked, as `Step.about` has it; "" if nothing."""
    ask = next((a for a in state.asked if a.seat == "lead"), None)
    return _about(ask) if ask is not None else ""


def _about(ask: Ask) -> str:
    return f"{ask.kind}:{ask.get('inject') or ask.get('peer') or ''}"


class _Run:
    """A game being played by steps."""

    def __init__(
        self, scenario: Scenario, known: Mapping[str, Name], seed: int, steps: Sequence[Step], bot: Bot | None,
        since: int,
    ) -> None:  # fmt: skip
        state, events = start(scenario, seed)
        self.scenario, self.known, self.bot, self.since = scenario, known, bot, since
        self.moments = [Moment(0, state, events, None)]
        self.steps = [Played(s) for s in steps]

    @property
    def state(self) -> State:
        """The game now."""
        return self.moments[-1].state

    def forward(self, turn: int) -> bool:
        """Let whoever is awaited do the next thing; False, and nothing done, when that is up to the author."""
        state = self.state
        due = [n for n, p in enumerate(self.steps) if p.step.turn == state.turn and p.at < 0 and p.blocked is None]
        other = next((a for a in state.asked if a.seat != "lead"), None)
        if other is not None:
            self._act(leaned(self.scenario, state, other))
        elif state.asked:
            return self._answer(state, turn, due)
        elif due:
            self._do(due[0])
        elif state.turn >= turn:
            return False
        else:
            self._act(self._led(state) or Action("lead", "end_turn"))
        return True

    def _answer(self, state: State, turn: int, due: list[int]) -> bool:
        """Answer what the lead is asked: as the author did, or the bot does, or the model leans."""
        about = asked(state)
        if due and isinstance(self.steps[due[0]].step.what, Put):
            self._do(due[0])
            return True
        n = next((n for n in due if self.steps[n].step.about == about), None)
        if n is not None:
            self._do(n)
        elif due or state.turn < turn:
            self._act(self._led(state) or leaned(self.scenario, state, state.asked[0]))
        else:
            return False
        return True

    def _led(self, state: State) -> Action | None:
        """Return what the bot does now and keep it as a step; None where no bot leads."""
        if self.bot is None or state.turn < self.since:
            return None
        action = self.bot(view(self.scenario, state, "lead"), options(self.scenario, state, "lead"))
        if action.kind != "end_turn":
            self.steps.append(Played(Step(state.turn, action, asked(state)), len(self.moments)))
        return action

    def _do(self, n: int) -> None:
        """Do a step, or note why it cannot be done."""
        step_ = self.steps[n].step
        what = step_.what
        blocked = self._set(what) if isinstance(what, Put) else check(self.scenario, self.state, what)
        if blocked is not None:
            self.steps[n] = replace(self.steps[n], blocked=blocked)
            return
        if isinstance(what, Action):
            self._act(what)
        self.steps[n] = replace(self.steps[n], at=len(self.moments) - 1)

    def _set(self, what: Put) -> Blocked | None:
        """Set a value as the author wants it; say why if it cannot be set."""
        name = self.known.get(what.name)
        if name is None:
            return Blocked("no_such_name", {"name": what.name})
        value = stored(name, what.value)
        if name.place is None or value is None:
            return Blocked("not_settable", {"name": what.name, "value": str(what.value)})
        self._moment(put(self.state, name.place, value), (), None)
        return None

    def _act(self, action: Action) -> None:
        state, events = step(self.scenario, self.state, action)
        self._moment(state, events, action)

    def _moment(self, state: State, events: Sequence[Event], action: Action | None) -> None:
        self.moments.append(Moment(len(self.moments), state, events, action))
