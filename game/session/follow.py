"""Following a recording that another process is writing: read again when it has grown, never locked."""

from dataclasses import dataclass, replace
from pathlib import Path

from game.scenario.scenario import Scenario
from game.session.marks import PAGES, marks
from game.session.recording import RecordingError, read
from game.session.replay import Moment, replay


@dataclass(frozen=True, eq=False)
class Follow:
    """A recording as read last: its moments so far, the scenario, and the file's size and time when it was read.

    `gone` while the file cannot be read: what was read last stays. A line half written waits for the next look. `page`
    is what the trainer wants shown (`marks.PAGES`); `paused` while the game is.
    """

    path: Path
    scenario: Scenario
    moments: tuple[Moment, ...]
    stamp: tuple[int, float]
    gone: bool = False
    page: str = PAGES[0]
    paused: bool = False

    def look(self) -> "Follow":
        """Return the recording as it is now; this very value while nothing has changed."""
        try:
            stamp = _stamp(self.path)
        except OSError:
            return self if self.gone else replace(self, gone=True)
        if stamp == self.stamp and not self.gone:
            return self
        try:
            return follow(self.path)
        except RecordingError:
            return replace(self, stamp=stamp, gone=True)


def follow(path: Path) -> Follow:
    """Return a recording to be followed; RecordingError if it cannot be read or played from its beginning."""
    try:
        stamp = _stamp(path)
    except OSError as error:
        raise RecordingError("cannot_read", path=str(path), why=str(error.strerror)) from error
    tape = read(path)
    played = replay(tape)
    if played.scenario is None or not played.moments:
        verdict = played.verdict
        raise RecordingError("not_resumable", path=str(path), line=str(verdict.line), why=verdict.why)
    now = marks(tape.header or {}, tape.lines)
    return Follow(path, played.scenario, tuple(played.moments), stamp, False, now.page, now.paused)


def _stamp(path: Path) -> tuple[int, float]:
    found = path.stat()
    return found.st_size, found.st_mtime
