"""Where games are kept: the user's folder of recordings, a name for a new one, and the list of those there are."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from game.scenario.place import data
from game.scenario.scenario import Scenario
from game.session.recording import Recording, RecordingError, create, header

RIVALS = 100
"""How often a name just taken by another game begun in the same second is passed over for the next."""


def folder() -> Path:
    """Return the folder recordings are kept in; it need not exist yet."""
    return data() / "runs"


def now() -> str:
    """Return the time now, with its zone, as a recording's first line has it."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def new_path(scenario: str, created: str, where: Path | None = None) -> Path:
    """Return a free path for a new recording, named by scenario and time."""
    stem = f"{scenario}-{created[:19].replace(':', '').replace('T', '-')}"
    base = where or folder()
    path, n = base / f"{stem}.jsonl", 1
    while path.exists():
        n += 1
        path = base / f"{stem}-{n}.jsonl"
    return path


def record(
    scenario: Scenario,
    text: str,
    seed: int,
    path: Path | None = None,
    clock: Callable[[], str] = now,
    **more: Any,
) -> tuple[Recording, RecordingError | None]:
    """Begin a recording in the user's folder (or at `path`); where that cannot be, in memory, with the reason.

    A path the user named must be writable: RecordingError.
    """
    first = header(scenario, text, seed, clock(), **more)
    if path is not None:
        return create(path, first), None
    refused: RecordingError | None = None
    for _ in range(RIVALS):
        try:
            return create(new_path(scenario.id, first["created"]), first), None
        except RecordingError as error:
            refused = error
            if error.code != "exists":
                break
    return create(None, first), refused


def runs() -> list[Path]:
    """Return the recordings in the user's folder, the latest first."""
    try:
        return latest_first(folder().glob("*.jsonl"))
    except OSError:
        return []


def latest_first(paths: Iterable[Path]) -> list[Path]:
    """Return those of the paths that are there, the latest first; a link that leads nowhere is left out."""
    dated = list[tuple[float, Path]]()
    for path in paths:
        with suppress(OSError):
            dated.append((path.stat().st_mtime, path))
    return [path for _, path in sorted(dated, reverse=True)]
