"""Where games are kept: the user's folder of recordings, a name for a new one, and the list of those there are."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from game.scenario.scenario import Scenario
from game.session.recording import Recording, RecordingError, create, header


def folder() -> Path:
    """Return the folder recordings are kept in; it need not exist yet."""
    return Path(user_data_path("qiantou", appauthor=False)) / "runs"


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
    try:
        return create(new_path(scenario.id, first["created"]), first), None
    except RecordingError as error:
        return create(None, first), error


def runs() -> list[Path]:
    """Return the recordings in the user's folder, the latest first."""
    try:
        found = [(p.stat().st_mtime, p) for p in folder().glob("*.jsonl")]
    except OSError:
        return []
    return [p for _, p in sorted(found, reverse=True)]
