"""The recording of a game: an append-only file of lines, fsynced as played; save, replay and debrief source in one.

A pulled plug loses at most the line being written. Writers lock, readers do not. Knows no screen and no bot.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from errno import EFBIG
from pathlib import Path
from stat import S_ISCHR, S_ISFIFO
from typing import Any

from game.rules import ENGINE, Action, State, to_json
from game.scenario.scenario import Scenario
from game.session.line import FORMAT, BadLine, canonical, complete, digest, parse, sealed
from game.session.lock import lock, unlock

LARGEST = 256 << 20
"""Bytes of the largest recording that is read: a hundred times what a long game takes."""


class RecordingError(Exception):
    """A recording that cannot be read, written or resumed; `code` and `data` are worded by `telling`."""

    def __init__(self, code: str, **data: str) -> None:
        super().__init__(code + (f" {data}" if data else ""))
        self.code = code
        self.data = data


@dataclass(slots=True)
class Recording:
    """An open recording; `path` is None for one kept in memory only."""

    header: dict[str, Any]
    lines: list[dict[str, Any]] = field(default_factory=list)
    path: Path | None = None
    _file: int = -1

    @property
    def check(self) -> str:
        """The check of the last line."""
        last = self.lines[-1] if self.lines else self.header
        return str(last["check"])

    def append(self, data: Mapping[str, Any], state: State | None) -> None:
        """Write one line; RecordingError if the disk refuses (the game goes on in memory up to this line)."""
        line = sealed({"n": len(self.lines) + 1, **data}, self.check, state)
        self._write(line)
        self.lines.append(line)

    def act(self, action: Action, turn: int, state: State) -> None:
        """Write an action and the check of the state after it."""
        self.append({"turn": turn, "seat": action.seat, "kind": action.kind, "args": dict(action.args)}, state)

    def undo(self, to: int, state: State, seat: str = "lead", why: str = "") -> None:
        """Write that everything after line `to` is taken back, by which seat and why."""
        reason = {"args": {"why": why}} if why else {}
        self.append({"turn": state.turn, "seat": seat, "kind": "undo", "to": to, **reason}, state)

    def mark(self, kind: str, args: Mapping[str, Any], state: State) -> None:
        """Write a line of the trainer's that changes no state: one of `line.MARKS`."""
        self.append({"turn": state.turn, "seat": "trainer", "kind": kind, "args": dict(args)}, state)

    def note(self, text: str, state: State) -> None:
        """Write a trainer's note, bound to this turn and line; it is never edited, only corrected by a new one."""
        self.mark("note", {"text": text}, state)

    def snapshot(self, state: State) -> None:
        """Write the whole state, so that a recording of other rules stays readable for ever."""
        self.append({"turn": state.turn, "seat": "", "kind": "snapshot", "state": to_json(state)}, state)

    def _write(self, line: Mapping[str, Any]) -> None:
        if self._file < 0:
            return
        size = -1
        try:
            size = os.fstat(self._file).st_size
            _write_all(self._file, (canonical(line) + "\n").encode("utf-8", "surrogatepass"))
            os.fsync(self._file)
        except OSError as error:
            _cut(self._file, size)
            raise RecordingError("disk", path=str(self.path), why=str(error.strerror)) from error

    def close(self) -> None:
        """Let go of the file; a closed recording can still be read."""
        if self._file >= 0:
            unlock(self._file)
            os.close(self._file)
            self._file = -1


def _why(error: OSError | ValueError) -> str:
    """Return the system's word for what went wrong; a path with signs no path can have is a ValueError."""
    return str(error.strerror if isinstance(error, OSError) else error)


def _write_all(file: int, data: bytes) -> None:
    """Write every byte: `os.write` may take fewer."""
    while data:
        data = data[os.write(file, data) :]


def _cut(file: int, size: int) -> None:
    """Take half a line back, so that the next one does not run on from it; on a broken disk even that may fail."""
    with suppress(OSError):
        os.ftruncate(file, size)
        os.lseek(file, 0, os.SEEK_END)


def asked(advisor: bool) -> dict[str, Any]:
    """Return the options of a game as its first line has them: only what is not as usual."""
    return {} if advisor else {"advisor": False}


def header(scenario: Scenario, text: str, seed: int, created: str, **more: Any) -> dict[str, Any]:
    """Return the first line of a recording; `more` may give seats, people, lang, options."""
    data = {
        "format": FORMAT,
        "rules": ENGINE,
        "engine": f"qiantou {_version()}",
        "created": created,
        "scenario": {"id": scenario.id, "sha256": _sha256(text), "text": text},
        "length": scenario.length.id,
        "variant": scenario.variant,
        "options": more.get("options", {}),
        "seed": seed,
        "seats": more.get("seats", {}),
        "people": more.get("people", {}),
        "lang": more.get("lang", "zh"),
    }
    return {**data, "check": digest("", canonical(data))}


def _version() -> str:
    from game import __version__

    return __version__


def _sha256(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def create(path: Path | None, first: dict[str, Any]) -> Recording:
    """Begin a recording at `path` (None: in memory); RecordingError if it cannot be made or exists already."""
    if path is None:
        return Recording(first)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o644)
    except FileExistsError as error:
        raise RecordingError("exists", path=str(path)) from error
    except (OSError, ValueError) as error:
        raise RecordingError("cannot_write", path=str(path), why=_why(error)) from error
    lock(file)
    made = Recording(first, [], path, file)
    try:
        made._write(first)
    except RecordingError:
        made.close()
        with suppress(OSError):
            path.unlink()
        raise
    return made


@dataclass(frozen=True, slots=True)
class Tape:
    """A recording as read from its file: header, lines, and whether a torn last line was dropped.

    `bad` is the first line that is not what a recording holds (its number and a code), None if all are.
    """

    path: Path
    header: dict[str, Any] | None
    lines: tuple[dict[str, Any], ...]
    torn: bool
    bad: tuple[int, str] | None
    size: int


def read(path: Path) -> Tape:
    """Read a recording; RecordingError if the file cannot be opened. What is wrong inside is told in the tape."""
    try:
        found = path.stat()
        if S_ISFIFO(found.st_mode) or S_ISCHR(found.st_mode) or found.st_size > LARGEST:
            raise OSError(EFBIG, os.strerror(EFBIG))
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        raise RecordingError("cannot_read", path=str(path), why=_why(error)) from error
    parts = raw.split(b"\n")
    torn = bool(parts[-1]) and not complete(parts[-1].decode("utf-8", "replace"))
    kept = parts[:-1] if torn or not parts[-1] else parts
    lines: list[dict[str, Any]] = []
    bad: tuple[int, str] | None = None
    for number, part in enumerate(kept, 1):
        try:
            lines.append(parse(part.decode("utf-8", "surrogatepass")))
        except BadLine as error:
            bad = (number, error.why)
            break
        except UnicodeDecodeError:
            bad = (number, "not_text")
            break
    if not lines:
        return Tape(path, None, (), torn, bad or (1, "torn_first" if torn else "empty"), 0)
    size = sum(len(p) + 1 for p in kept)
    return Tape(path, lines[0], tuple(lines[1:]), torn, bad, size)


def reopen(tape: Tape) -> Recording:
    """Open a sound recording for writing again, its torn last line cut off.

    RecordingError if another game holds it, or has gone on with it since the tape was read.
    """
    if tape.header is None or tape.bad is not None:
        raise RecordingError("damaged", path=str(tape.path), line=str((tape.bad or (1, ""))[0]))
    try:
        file = os.open(tape.path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise RecordingError("cannot_write", path=str(tape.path), why=str(error.strerror)) from error
    if not lock(file) or read(tape.path).lines != tape.lines:
        os.close(file)
        raise RecordingError("locked", path=str(tape.path))
    os.ftruncate(file, min(tape.size, os.fstat(file).st_size))
    os.lseek(file, 0, os.SEEK_END)
    if os.fstat(file).st_size < tape.size:
        _write_all(file, b"\n")
    return Recording(tape.header, list(tape.lines), tape.path, file)
