"""A recording as a strip of moments: each is the table as it stood, as the lead saw it or with nothing hidden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from game.desktop.screens.chair import Chair, look
from game.rules import Reason, State, View
from game.rules.ledger import heats
from game.scenario.scenario import Scenario
from game.session.pin import OPTION as PIN
from game.session.pin import pin_in
from game.session.recording import Recording, RecordingError, create, header, read
from game.session.replay import Moment, Verdict, replay
from game.session.session import Session, again


@dataclass(frozen=True, eq=False)
class Open(Chair):
    """A chair from which nothing is hidden."""

    def explain(self, what: str) -> Reason:
        """Why a number is what it is, every term told."""
        return self.session.explain(what, "trainer")

    @property
    def advisor(self) -> bool:
        """Whoever looks back is told everything."""
        return True


@dataclass(frozen=True, eq=False)
class Film:
    """`frames` are the moments with an action and the first briefing; `verdict` says how far the recording holds."""

    path: Path
    first: dict[str, object]
    scenario: Scenario
    frames: tuple[Moment, ...]
    verdict: Verdict

    @property
    def digest(self) -> str:
        """What tells this recording from any other."""
        return str(self.first["check"])

    def chair(self, at: int, whole: bool) -> Chair:
        """The lead's chair at a frame; `whole` with everything in sight."""
        session = Session(self.scenario, list(self.frames[:at + 1]), create(None, self.first))
        chair = look(session)
        if not whole:
            return chair
        heard = tuple(event for moment in session.moments for event in moment.events)
        return Open(session, _whole(self.scenario, session), self.scenario, chair.options, heard, False)

    @property
    def over(self) -> bool:
        """Whether the game was played to its end."""
        return self.frames[-1].state.phase == "debrief"

    @property
    def pin(self) -> str:
        """What is kept of the PIN before what is hidden; "" where nothing keeps it: no PIN, or the game is over."""
        return "" if self.over else pin_in(self.first)

    def turn(self, turn: int) -> int:
        """The first frame of a turn; the last frame where there is none."""
        return next((n for n, frame in enumerate(self.frames) if frame.state.turn >= turn), len(self.frames) - 1)

    def again(self, at: int, path: Path | None, created: str, lang: str) -> Chair:
        """A new game from a frame on, in a recording of its own that says where it comes from."""
        carried = self.first["scenario"]
        assert isinstance(carried, dict)
        seed = self.first["seed"]
        assert isinstance(seed, int)
        origin: dict[str, object] = {"from": {"check": self.digest, "line": self.frames[at].n}}
        if not Session(self.scenario, [], create(None, self.first)).advisor:
            origin["advisor"] = False
        if self.pin:        # what that game hides, this one hides too
            origin[PIN] = self.pin
        first = header(self.scenario, carried["text"], seed, created, lang=lang, people={"lead": ""}, options=origin)
        lost: RecordingError | None = None
        recording: Recording
        try:
            recording = create(path, first)
        except RecordingError as error:
            recording, lost = create(None, first), error
        return look(again(self.scenario, self.frames[:at + 1], recording), lost)


def film(path: Path) -> Film:
    """Read a recording as far as it holds; RecordingError if not even its first briefing can be played."""
    tape = read(path)
    found = replay(tape)
    if found.scenario is None or not found.moments or tape.header is None:
        raise RecordingError("not_resumable", path=str(path), line=str(found.verdict.line), why=found.verdict.why)
    return Film(path, tape.header, found.scenario, _frames(found.moments), found.verdict)


def of(session: Session) -> Film:
    """The game at a table as a film, without reading its recording again."""
    kept = session.recording
    return Film(kept.path or Path(), kept.header, session.scenario, _frames(session.moments), Verdict("ok", 0, ""))


def _frames(moments: Sequence[Moment]) -> tuple[Moment, ...]:
    return tuple(m for m in moments if m.action is not None or m.n == 0)


def _whole(scenario: Scenario, session: Session) -> View:
    """The trainer's view, with the real ledgers and the thermometers as they are."""
    state: State = session.state
    seen = session.view("trainer")
    works = tuple(work._replace(seen=real, seen_day=state.day)
                  for work, real in zip(seen.works, state.real, strict=True))  # fmt: skip
    return replace(seen, works=works, heat=heats(scenario, state))
