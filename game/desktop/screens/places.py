"""Places where recordings may have been brought: the usual folders, sticks and drives, and what they hold."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

DEEP = 3        # folders below a place that are looked into
MOST = 2000     # folders looked into in one place


@dataclass(frozen=True, slots=True)
class Place:
    """A folder, and the recordings in it and below it."""

    folder: Path
    paths: tuple[Path, ...]


def places() -> list[Path]:
    """Where recordings are exchanged: the user's usual folders and the working folder, as far as they are there."""
    from platformdirs import user_desktop_path, user_documents_path, user_downloads_path

    found = dict[Path, None]()
    for usual in (user_desktop_path, user_documents_path, user_downloads_path, Path.cwd):
        with suppress(OSError, RuntimeError):  # no home, or the working folder is gone
            found |= {place: None for place in (usual(),) if place.is_dir()}
    return list(found)


def drives() -> list[Path]:
    """Return sticks, cards and further disks, as far as this system names them in the usual way."""
    if os.name == "nt":
        found = [Path(f"{letter}:/") for letter in "DEFGHIJKLMNOPQRSTUVWXYZ"]
    else:
        roots = (("/Volumes", "*"), ("/media", "*"), ("/media", "*/*"), ("/run/media", "*/*"))
        found = [path for root, pattern in roots for path in _matching(Path(root), pattern)]
    return [path for path in found if _is_folder(path)]


def holding(tops: list[Path], told: Callable[[int], None]) -> tuple[Place, ...]:
    """Return the folders that hold recordings; `told` is called before each folder, with 1 after each of `tops`."""
    found: dict[Path, Place] = {}
    for top in tops:
        for place in _within(top, told):
            found.setdefault(place.folder, place)
        told(1)
    return tuple(found.values())


def _within(top: Path, told: Callable[[int], None]) -> Iterator[Place]:
    """Yield `top` for what lies in it, the folders just below it, and deeper ones that hold several but not all."""
    held: dict[Path, list[Path]] = {}
    ahead = deque([(top, 0)])
    for _ in range(MOST):
        if not ahead:
            break
        told(0)
        folder, depth = ahead.popleft()
        files, inside = _listing(folder)
        for above in [folder, *folder.parents][: max(1, depth)] if files else ():
            held.setdefault(above, []).extend(files)
        if depth < DEEP:
            ahead.extend((path, depth + 1) for path in inside)
    for folder, paths in sorted(held.items()):
        if folder == top or folder.parent == top or 1 < len(paths) < len(held[folder.parent]):
            yield Place(folder, tuple(sorted(paths)))


def _listing(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the recordings and the folders in a folder, hidden ones left out; none where it cannot be read."""
    files, inside = list[Path](), list[Path]()
    with suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            if entry.name.startswith((".", "$")):
                continue
            if entry.is_dir(follow_symlinks=False):
                inside.append(Path(entry.path))
            elif entry.name.endswith(".jsonl") and entry.is_file():
                files.append(Path(entry.path))
    return files, sorted(inside)


def _matching(root: Path, pattern: str) -> list[Path]:
    try:
        return sorted(root.glob(pattern))
    except OSError:
        return []


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:     # a reader without a card in it
        return False
