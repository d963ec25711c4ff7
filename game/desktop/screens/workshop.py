"""The author's corner of the library: a new scenario, and what can be done with the chosen one, by buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop.column import Choice
from game.desktop.screen import Screen
from game.desktop.screens.errands import Author
from game.scenario import library as shelf
from game.scenario.library import Entry, entries
from game.scenario.shipped import shipped

if TYPE_CHECKING:
    from game.desktop.screens.library import Library

Launch = Callable[[Path], bool]


def tools(library: Library, entry: Entry) -> list[Choice]:
    """What an author can do with a scenario: one's own is edited, one that ships is copied first."""
    first = "copy" if entry.path.parent == shipped("scenarios") else "edit"
    wanted = (first, "check", "preview", *(() if entry.finding else ("playtest",)))
    return [Choice(f"author.{what}", library.say(f"library.{what}"), Author(what), look="quiet",
                   hint=library.say(f"library.{what}.hint")) for what in wanted]  # fmt: skip


def done(library: Library, what: str) -> Screen | None:
    """The screen after an author's wish; a sentence on the library where it cannot be done."""
    entry = library.entry
    if what == "new":
        from game.desktop.screens.draft import Draft

        return Draft(desk=library.desk, behind=library)
    if entry is None:
        return None
    if what == "copy":
        return _copied(library, entry)
    if what == "edit":
        return library.now(trouble="" if launch(entry.path) else library.say("library.no_editor", path=entry.path))
    if what == "playtest":
        from game.desktop.screens.tryout import begin

        return begin(library, entry.path)
    return followed(library, entry.path, "findings" if what == "check" else "why")


def followed(library: Library, path: Path, tab: str) -> Screen:
    """The preview of a file, from which one comes back here."""
    from game.desktop.screens.preview import Preview
    from game.lint.preview import preview

    length = library.length or next(iter(library.entry.lengths), "class") if library.entry else "class"
    try:
        seen = preview(path, length, library.variant)
    except OSError as error:
        return library.now(trouble=library.say("library.unreadable", path=path.name, why=str(error.strerror)))
    return Preview(desk=library.desk, seen=seen, tab=tab, behind=library)


def reread(library: Library, path: Path | None = None) -> Library:
    """The library as its folders are now, with the scenario at `path` chosen, or the one that was."""
    wanted = path or (library.entry.path if library.entry else None)
    found = tuple(entries(library.desk.folders))
    chosen = next((n for n, entry in enumerate(found) if entry.path == wanted), 0)
    return library.now(entries=found, chosen=chosen, trouble="")


def free_id(folder: Path, stem: str) -> str:
    """An id for a new file of a folder: the stem, with a number where it is taken."""
    n, id = 1, stem
    while (folder / f"{id}.yaml").exists():
        n += 1
        id = f"{stem}_{n}"
    return id


def launch(path: Path) -> bool:
    """Open a file with whatever the system opens it with; tell whether it took it."""
    import click

    try:
        return click.launch(str(path)) == 0
    except OSError:
        return False


def _copied(library: Library, entry: Entry) -> Screen:
    """Copy a scenario into one's own folder under a free id, and choose the copy."""
    import re

    folder = shelf.own()
    id = free_id(folder, f"my_{entry.id}"[:36])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        text = entry.path.read_text(encoding="utf-8")
        (folder / f"{id}.yaml").write_text(re.sub(r"(?m)^id:.*$", f"id: {id}", text, count=1), encoding="utf-8")
    except OSError as error:
        return library.now(trouble=library.say("library.unwritable", path=folder, why=str(error.strerror)))
    copied = reread(library, folder / f"{id}.yaml")
    return replace(copied, trouble=library.say("library.copied", path=folder / f"{id}.yaml"))
