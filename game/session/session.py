"""A running game: the state, its recording, its observers, and who plays each seat. The only object with identity."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from game.rules import (
    Action,
    Blocked,
    Event,
    Forecast,
    IllegalAction,
    Option,
    Reason,
    State,
    View,
    check,
    explain,
    forecast,
    leaned,
    options,
    public,
    start,
    step,
    view,
)
from game.rules.event import Events
from game.scenario.scenario import Scenario
from game.session.bots import Bot, briefed
from game.session.bots.advice import Advice, advice
from game.session.marks import marks
from game.session.recording import Recording, RecordingError, Tape, reopen
from game.session.replay import Moment, replay
from game.session.seating import people as persons
from game.session.seating import players as bots

Observer = Callable[[Moment], None]


@dataclass(slots=True)
class Session:
    """One game being played.

    `people` are the seats persons play, `players` maps seats to bots; every other seat answers as the model does.
    `moments` is every state that stands, with the action and events that led to it. `do` lets all but people answer at
    once whatever they are asked. While it is `paused` only the trainer may act.
    """

    scenario: Scenario
    moments: list[Moment]
    recording: Recording
    people: frozenset[str] = frozenset({"lead"})
    players: Mapping[str, Bot] = field(default_factory=dict)
    observers: list[Observer] = field(default_factory=list)
    paused: bool = False

    @property
    def state(self) -> State:
        """The game now."""
        return self.moments[-1].state

    @property
    def over(self) -> bool:
        """Whether the game has come to its debrief."""
        return self.state.phase == "debrief"

    @property
    def advisor(self) -> bool:
        """Whether the lead is advised: forecasts, leanings and hints; settled before the game, in its first line."""
        options = self.recording.header.get("options")
        return not (isinstance(options, dict) and options.get("advisor") is False)

    def view(self, seat: str = "lead") -> View:
        """Return the game as a seat may know it."""
        return view(self.scenario, self.state, seat)

    def public(self, seat: str = "lead") -> Scenario:
        """Return the scenario as a seat may know it."""
        return public(self.scenario, self.view(seat))

    def options(self, seat: str = "lead") -> tuple[Option, ...]:
        """Return what is on offer to a seat."""
        return options(self.scenario, self.state, seat)

    def check(self, action: Action) -> Blocked | None:
        """Say why an action may not be done now; None if it may."""
        if self.paused and action.seat != "trainer":
            return Blocked("paused")
        return check(self.scenario, self.state, action)

    def explain(self, what: str, seat: str = "lead") -> Reason:
        """Return why a number is what it is, as far as a seat may know; KeyError if nothing answers to it."""
        return explain(self.scenario, self.state, seat, what)

    def forecast(self, action: Action) -> Forecast:
        """Return what an action is likely to change, on what its seat knows; IllegalAction if it may not be done."""
        seen = self.view(action.seat)
        return forecast(public(self.scenario, seen), seen, action)

    def advice(self, action: Action) -> Advice:
        """Return how a deed of the lead looks three turns on, on what the lead knows, against an experienced lead's."""
        seen = self.view("lead")
        return advice(public(self.scenario, seen), seen, self.options("lead"), action)

    def do(self, action: Action) -> tuple[Event, ...]:
        """Do an action, record it, and let bots answer; return the events of all. IllegalAction changes nothing."""
        return tuple(self.go(action))

    def go(self, action: Action) -> Events:
        """Do as `do` does, for who may not want to hear: what takes work to tell is told when it is read."""
        if self.paused and action.seat != "trainer":
            raise IllegalAction(action, Blocked("paused"))
        return self._do(action) + self._answered()

    def settle(self) -> tuple[Event, ...]:
        """Let bots answer until a person is awaited, nobody is, or the game is paused; return the events."""
        return tuple(self._answered())

    def _answered(self) -> Events:
        events = Events()
        while not self.paused:
            ask = next((a for a in self.state.asked if a.seat not in self.people), None)
            if ask is None:
                return events
            bot = self.players.get(ask.seat)
            events += self._do(
                bot(self.view(ask.seat), self.options(ask.seat)) if bot else leaned(self.scenario, self.state, ask)
            )
        return events

    def _do(self, action: Action) -> Events:
        before = self.state
        after, events = step(self.scenario, before, action)
        self.recording.act(action, before.turn, after)
        moment = Moment(len(self.recording.lines), after, events, action)
        self.moments.append(moment)
        for observer in self.observers:
            observer(moment)
        if after.turn != before.turn or after.phase == "debrief":
            self.recording.snapshot(after)
        return events

    @property
    def can_undo(self) -> bool:
        """Whether the last deed can be taken back: it drew no luck and showed nothing hidden."""
        at = self._last_deed
        last = self.moments[at].action
        if last is None or last.seat != "lead":
            return False
        before = self.moments[at - 1].state
        return any(o.kind == last.kind and not o.final for o in options(self.scenario, before, "lead"))

    @property
    def _last_deed(self) -> int:
        """The place of the last action among the moments; notes and snapshots, there after a resume, are none."""
        return next((i for i in range(len(self.moments) - 1, 0, -1) if self.moments[i].action is not None), 0)

    def undo(self) -> bool:
        """Take the last deed back if it can be; tell whether it was."""
        if not self.can_undo:
            return False
        self.back_to(self._last_deed)
        return True

    def back_to(self, at: int, seat: str = "lead", why: str = "") -> None:
        """Go back to before the moment at place `at`, as a seat wants it and why."""
        self.recording.undo(self.moments[at - 1].n, self.moments[at - 1].state, seat, why)
        del self.moments[at:]

    def note(self, text: str) -> None:
        """Write a trainer's note, bound to this turn and line."""
        self.recording.note(text, self.state)


def begin(
    scenario: Scenario,
    seed: int,
    recording: Recording,
    people: Collection[str] = ("lead",),
    players: Mapping[str, Bot] | None = None,
) -> Session:
    """Start a game: the first briefing, and whatever the seats that are no person's have to answer at it."""
    state, events = start(scenario, seed)
    seated = {seat: briefed(bot, scenario) for seat, bot in (players or {}).items()}
    session = Session(scenario, [Moment(0, state, events, None)], recording, frozenset(people), seated)
    session.settle()
    return session


def resume(tape: Tape) -> Session:
    """Go on with a recorded game where it stopped, every seat in the hands it was in.

    RecordingError if it cannot be played again or is held elsewhere.
    """
    played = replay(tape)
    if played.scenario is None or played.verdict.verdict != "ok":
        verdict = played.verdict
        raise RecordingError("not_resumable", path=str(tape.path), line=str(verdict.line), why=verdict.why)
    recording = reopen(tape)
    found = marks(recording.header, recording.lines)
    seated = {seat: briefed(bot, played.scenario) for seat, bot in bots(found.seats).items()}
    session = Session(played.scenario, played.moments, recording, persons(found.seats), seated,
                      paused=found.paused)  # fmt: skip
    session.settle()
    return session


def again(scenario: Scenario, moments: Sequence[Moment], recording: Recording) -> Session:
    """Go on from a moment of another game in a recording of its own: what led to it is written there anew."""
    session = Session(scenario, [Moment(0, moments[0].state, moments[0].events, None)], recording)
    for moment in moments[1:]:
        if moment.action is not None:
            session._do(moment.action)
    session.settle()
    return session


def play_out(session: Session, lead: Bot) -> None:
    """Let a bot play the lead to the end of the game."""
    lead = briefed(lead, session.scenario)
    while not session.over:
        session.go(lead(session.view("lead"), session.options("lead")))


def play_until(session: Session, lead: Bot, turn: int) -> None:
    """Let a bot play the lead until `turn` is being planned, or the game is over."""
    lead = briefed(lead, session.scenario)
    while not session.over and (session.state.turn < turn or session.state.phase != "planning"):
        session.go(lead(session.view("lead"), session.options("lead")))
