"""The scenarios there are: those that ship, those in the user's folder, those in folders named on the command line.

A broken scenario is listed with its first finding; the others play. Knows no rules.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from os.path import isfile
from pathlib import Path

from game.scenario.finding import Finding, unreadable
from game.scenario.load import Reading, read_bytes
from game.scenario.lower import text
from game.scenario.place import data
from game.scenario.shipped import shipped
from game.scenario.text import Text


@dataclass(frozen=True, slots=True)
class Entry:
    """One scenario of the library; `finding` is its first error, None if it plays."""

    id: str
    path: Path
    title: Text
    summary: Text
    teaches: tuple[Text, ...]
    place: Text
    lead: Text
    lengths: dict[str, int]
    variants: dict[str, Text]
    difficulty: int
    finding: Finding | None


def own() -> Path:
    """Return where one's own scenarios lie: the platform's data folder. It may not be there yet."""
    return data() / "scenarios"


def entries(folders: Sequence[Path] = ()) -> list[Entry]:
    """Return every scenario that ships, is one's own or lies in `folders`, by difficulty and id; broken ones last."""
    files: dict[Path, None] = {}
    for folder in (shipped("scenarios"), own(), *folders):
        if folder.is_dir():
            files.update(dict.fromkeys(sorted(folder.glob("*.yaml"))))
    found = [entry(path) for path in files]
    return sorted(found, key=lambda e: (e.finding is not None, e.difficulty, e.id))


def entry(path: Path) -> Entry:
    """Return one file's entry; a file that cannot be read or checked is an entry with a finding."""
    try:
        return _entry(path, path.read_bytes())
    except OSError as error:
        return _told(path, Reading(str(path), None, None, (unreadable(path, error),)))


@lru_cache(maxsize=64)
def _entry(path: Path, raw: bytes) -> Entry:
    """Return the entry of a file with this content: a library looked at again is read anew only where it changed."""
    return _told(path, read_bytes(raw, str(path)))


def _told(path: Path, reading: Reading) -> Entry:
    file = reading.file
    first = next((f for f in reading.findings if f.severity == "error"), None)
    if file is None:
        return Entry(path.stem, path, Text(path.stem), Text(), (), Text(), Text(), {}, {}, 9, first)
    return Entry(
        file.id, path, text(file.title), text(file.summary), tuple(map(text, file.teaches)), text(file.place),
        text(file.lead.name), {str(k): v.turns for k, v in file.lengths.items()},
        {k: text(v.title) for k, v in file.variants.items()}, file.difficulty, first,
    )  # fmt: skip


def find(id: str, folders: Sequence[Path] = ()) -> Path | None:
    """Return the file of the scenario with this id, or the file `id` itself names; None if there is neither."""
    if id.endswith((".yaml", ".yml")) and isfile(id):
        return Path(id)
    return next((e.path for e in entries(folders) if e.id == id), None)
