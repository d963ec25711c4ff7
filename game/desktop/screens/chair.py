"""The game from the lead's chair, at one moment: all that a screen may know of it, and the doors to change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from game.rules import Action, Blocked, Event, Forecast, Option, Reason, View, hints
from game.scenario.plot import Hint, Inject
from game.scenario.scenario import Scenario
from game.session.recording import RecordingError
from game.session.replay import Moment
from game.session.session import Session

SEAT = "lead"


@dataclass(frozen=True, eq=False)
class Chair:
    """What the lead sees, knows, may do and has heard; `lost` says why the recording could not be written."""

    session: Session
    seen: View
    scenario: Scenario
    options: tuple[Option, ...]
    heard: tuple[Event, ...]
    can_undo: bool
    lost: RecordingError | None = None

    def do(self, action: Action) -> tuple[Chair, tuple[Event, ...]]:
        """The chair after an action of the lead, and what the lead hears of it. A full disk does not end the game."""
        session, lost = self.session, self.lost
        before = len(session.moments)
        try:
            session.do(action)
        except RecordingError as error:
            lost = error
            session.recording.close()
            if len(session.moments) == before:
                session.do(action)
            else:
                session.settle()
        return look(session, lost), _heard(session.moments[before:])

    def directed(self, work: Callable[[Session], object]) -> Chair:
        """The chair after something was done at the trainer's desk. A full disk does not end the game."""
        session, lost = self.session, self.lost
        before = len(session.moments), len(session.recording.lines)
        try:
            work(session)
        except RecordingError as error:
            lost = error
            session.recording.close()
            if (len(session.moments), len(session.recording.lines)) == before:
                work(session)
        return look(session, lost)

    def undone(self) -> Chair:
        """The chair after the last deed was taken back."""
        lost = self.lost
        try:
            self.session.undo()
        except RecordingError as error:
            lost = error
            self.session.recording.close()
        return look(self.session, lost)

    def check(self, action: Action) -> Blocked | None:
        """Why an action may not be done now."""
        return self.session.check(action)

    def explain(self, what: str) -> Reason:
        """Why a number is what it is; KeyError where nothing answers to it."""
        return self.session.explain(what)

    def forecast(self, action: Action) -> Forecast:
        """What an action is likely to change."""
        return self.session.forecast(action)

    @cached_property
    def hints(self) -> tuple[Hint, ...]:
        """The author's hints that hold, by what the lead knows; none without an advisor."""
        return hints(self.scenario, self.seen) if self.advisor else ()

    @property
    def advisor(self) -> bool:
        """Whether forecasts, leanings and hints are given."""
        return self.session.advisor

    def option(self, kind: str) -> Option | None:
        """The template of this kind, if it is on offer."""
        return next((option for option in self.options if option.kind == kind), None)

    @property
    def inject(self) -> Inject | None:
        """The news that waits for the lead's choice."""
        asked = next((ask for ask in self.seen.asked if ask.kind == "choose"), None)
        return self.scenario.injects[self.scenario.index["inject"][asked.data["inject"]]] if asked else None

    @property
    def energy(self) -> tuple[int, int]:
        """Energy left, and what a turn gives beyond the standing reserve."""
        return self.seen.energy, max(self.seen.energy, self.scenario.rules.energy - self.seen.reserve)

    @property
    def evening(self) -> tuple[Event, ...]:
        """What was heard in the turn whose plan stood last, and since."""
        ends = [n for n, event in enumerate(self.heard) if event.kind == "planned"]
        starts = [n for n, event in enumerate(self.heard) if ends and event.kind == "turn" and n < ends[-1]]
        return self.heard[starts[-1]:] if starts else ()

    @property
    def before(self) -> View:
        """The view the last turn was ended with; this one where none was."""
        from game.rules import view

        ends = [n for n, moment in enumerate(self.session.moments) if moment.action is not None
                and moment.action.kind == "end_turn"]  # fmt: skip
        if not ends:
            return self.seen
        return view(self.session.scenario, self.session.moments[ends[-1] - 1].state, SEAT)

    @cached_property
    def turns(self) -> tuple[View, ...]:
        """The view at the end of every turn so far."""
        from game.rules import view
        from game.study.debrief import ends

        return tuple(view(self.session.scenario, m.state, SEAT) for m in ends(self.session.moments)[1:])

    @property
    def awaited(self) -> tuple[str, ...]:
        """The seats of other persons that the game waits for, each once."""
        session = self.session
        return tuple(dict.fromkeys(a.seat for a in session.state.asked if a.seat in session.people - {SEAT}))

    @property
    def screen_trigger(self) -> str:
        """The step of the journey that leads to where the game stands."""
        if self.seen.phase == "debrief":
            return "judge"
        return "brief" if self.seen.phase == "briefing" or self.seen.asked else "sit"


def look(session: Session, lost: RecordingError | None = None) -> Chair:
    """The game as it stands now. Of what happened, only what was said to the lead is taken along."""
    return Chair(session, session.view(SEAT), session.public(SEAT), session.options(SEAT), _heard(session.moments),
                 session.can_undo, lost)  # fmt: skip


def _heard(moments: Sequence[Moment]) -> tuple[Event, ...]:
    """What was said to the lead in a stretch of play."""
    return tuple(event for moment in moments for event in moment.events if event.seen_by(SEAT))
