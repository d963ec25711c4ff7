"""A preview: one scenario file being written, what is wrong with it, and the author's game on its last good version.

A value: every method returns another preview. Knows no screen; whoever shows it calls `look` now and then.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.lint.check import lint_bytes
from game.rules import Action, Blocked, IllegalAction, State, check
from game.scenario.condition import Name
from game.scenario.expression import Value
from game.scenario.finding import Finding, ScenarioError, Span, unreadable
from game.scenario.load import read
from game.scenario.lower import lower
from game.scenario.names import names
from game.scenario.scenario import Scenario
from game.session.bots import LEADS, briefed
from game.session.recording import create, header
from game.session.replay import Moment
from game.session.session import Session
from game.study.rehearsal import Played, Rehearsal, Step, asked, rehearse
from game.study.value import Put, stored

BOT = "steady"


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the file that can be played: its text, the scenario, and the names its conditions may read."""

    text: str
    scenario: Scenario
    names: Mapping[str, Name]


@dataclass(frozen=True, slots=True)
class Preview:
    """A file and a game on it. `data` is what was read last (None: nothing could be), `saved` when, in epoch seconds.

    `good` is the last version that could be played, `game` the author's game on it up to `turn`; both are None as
    long as there was none. The game is `current` while what was read last is what is played.
    """

    path: Path
    length: str = "class"
    variant: str = ""
    seed: int = 1
    data: bytes | None = None
    saved: float = 0
    text: str = ""
    findings: tuple[Finding, ...] = ()
    good: Version | None = None
    current: bool = False
    turn: int = 1
    steps: tuple[Step, ...] = ()
    game: Rehearsal | None = field(default=None, repr=False)

    def look(self) -> "Preview":
        """Return the preview of the file as it is on disk now: this very one if no byte has changed. Never raises."""
        try:
            data, saved = self.path.read_bytes(), self.path.stat().st_mtime
        except OSError as error:
            return self if self.data is None and self.findings else self._gone(error)
        if data == self.data:
            return self
        text, findings = lint_bytes(data, str(self.path))
        good, further = self._version(text) if text is not None else (None, ())
        seen = replace(
            self, data=data, saved=saved, text=text or "", findings=tuple(sorted({*findings, *further})),
            current=good is not None,
        )  # fmt: skip
        return replace(seen, good=good).replayed() if good is not None else seen

    def _gone(self, error: OSError) -> "Preview":
        """Return the preview of a file that cannot be read; it keeps its game."""
        return replace(self, data=None, text="", findings=(unreadable(self.path, error),), current=False)

    def _version(self, text: str) -> tuple[Version | None, Sequence[Finding]]:
        """Return what can be played of a text at this length and variant, or what keeps it from being played."""
        reading = read(text, str(self.path), self.variant)
        if reading.file is None or not reading.playable:
            return None, reading.findings
        if self.length not in reading.file.lengths:
            args = {"value": self.length, "have": ", ".join(reading.file.lengths)}
            return None, [Finding(str(self.path), Span(1, 1, 1, 2), "no-such-length", "error", args)]
        return Version(text, lower(reading.file, self.length, self.variant), names(reading.file)), ()

    @property
    def scenario(self) -> Scenario:
        """The scenario being played; ScenarioError as long as there was no good version."""
        if self.good is None:
            raise ScenarioError(self.findings)
        return self.good.scenario

    @property
    def played(self) -> Rehearsal:
        """The author's game; ScenarioError as long as there was no good version."""
        if self.game is None:
            raise ScenarioError(self.findings)
        return self.game

    @property
    def state(self) -> State:
        """The game now; ScenarioError as long as there was no good version."""
        return self.played.state

    @property
    def over(self) -> bool:
        """Whether the game has come to its debrief."""
        return self.state.phase == "debrief"

    @property
    def skipped(self) -> tuple[Played, ...]:
        """The steps that no longer apply, each with its reason."""
        return tuple(p for p in self.game.steps if p.blocked is not None) if self.game else ()

    def replayed(self, bot: str = "", since: int = 1) -> "Preview":
        """Return the preview with its steps played anew on its good version; `bot` leads from turn `since` on."""
        assert self.good is not None
        lead = briefed(LEADS[bot](self.seed), self.good.scenario) if bot else None
        game = rehearse(self.good.scenario, self.good.names, self.seed, self.steps, self.turn, lead, since)
        return replace(self, game=game, steps=tuple(p.step for p in game.steps))

    def check(self, action: Action) -> Blocked | None:
        """Say why an action may not be done now; None if it may."""
        return check(self.scenario, self.state, action)

    def do(self, action: Action) -> "Preview":
        """Return the preview after an action of the lead; IllegalAction if it may not be done."""
        blocked = self.check(action)
        if blocked is not None:
            raise IllegalAction(action, blocked)
        if action.kind == "end_turn":
            return self.turn_to(self.state.turn + 1)
        return self._with(Step(self.state.turn, action, asked(self.state) if action.kind == "answer" else ""))

    def set_value(self, name: str, value: Value) -> "Preview":
        """Return the preview with a value set now, as conditions read it; KeyError, or ValueError for no such value."""
        assert self.good is not None
        if stored(self.good.names[name], value) is None:
            raise ValueError(value)
        what, turn = Put(name, value), self.state.turn
        last = self._last()
        if last is not None and isinstance(last.what, Put) and (last.what.name, last.turn) == (name, turn):
            return self._without(last)._with(Step(turn, what))
        return self._with(Step(turn, what))

    def undo(self) -> "Preview":
        """Return the preview without the last step up to now, back in its turn; itself if there is none."""
        last = self._last()
        return replace(self._without(last), turn=last.turn).replayed() if last is not None else self

    def drop(self, n: int) -> "Preview":
        """Return the preview without step `n`: for one that will not come back."""
        return replace(self, steps=(*self.steps[:n], *self.steps[n + 1 :])).replayed()

    def turn_to(self, turn: int) -> "Preview":
        """Return the preview where `turn` is being planned and its steps are done; beyond the last: at the debrief.

        Steps of later turns are kept; going forward, they are done again, and nothing else.
        """
        return replace(self, turn=max(1, min(turn, self.scenario.length.turns + 1))).replayed()

    def bot_to(self, turn: int) -> "Preview":
        """Return the preview at `turn`, the steady bot leading on from here; what it does becomes steps."""
        there = replace(self, turn=max(self.turn, min(turn, self.scenario.length.turns + 1)))
        return there.replayed(BOT, self.state.turn)

    def session(self) -> Session:
        """Return the game as a session to be played on; nothing is recorded on disk."""
        assert self.good is not None
        first = header(self.good.scenario, self.good.text, self.seed, "")
        return Session(self.good.scenario, list(self.played.moments), create(None, first))

    def taken(self, moments: Sequence[Moment]) -> "Preview":
        """Return the preview after its session was played on, or partly undone: the lead's deeds become steps."""
        own = self.played.moments
        kept = next((i for i, (a, b) in enumerate(zip(own, moments)) if a is not b), min(len(own), len(moments)))
        new = [
            Step(moments[i - 1].state.turn, m.action, asked(moments[i - 1].state) if m.action.kind == "answer" else "")
            for i, m in enumerate(moments[kept:], kept)
            if m.action is not None and m.action.seat == "lead" and m.action.kind != "end_turn"
        ]
        state = moments[-1].state
        turn = self.scenario.length.turns + 1 if state.phase == "debrief" else state.turn
        old = [p.step for p in self.played.steps if p.at < kept]
        return replace(self, turn=turn, steps=tuple(sorted([*old, *new], key=lambda s: s.turn))).replayed()

    def _last(self) -> Step | None:
        """The last step up to the present turn."""
        return next((s for s in reversed(self.steps) if s.turn <= self.state.turn), None)

    def _with(self, step: Step) -> "Preview":
        """The preview with a step done now, before those of later turns."""
        return replace(self, steps=tuple(sorted([*self.steps, step], key=lambda s: s.turn))).replayed()

    def _without(self, step: Step) -> "Preview":
        """The preview without a step, not yet played anew."""
        return replace(self, steps=tuple(s for s in self.steps if s is not step))


def preview(path: Path, length: str = "class", variant: str = "", seed: int = 1) -> Preview:
    """Return the preview of a file as it is; OSError if it cannot be read. A broken file has findings and no game."""
    path.read_bytes()
    return Preview(path, length, variant, seed).look()
