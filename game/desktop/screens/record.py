"""The screens of recordings shown of a game at hand, for pictures."""

from __future__ import annotations

from pathlib import Path

from game.desktop.screens.desk import Desk
from game.desktop.screens.film import Film
from game.desktop.screens.page import Page
from game.desktop.screens.project import Project
from game.desktop.screens.replay import Replay
from game.desktop.screens.shelf import Shelf
from game.rules import to_json
from game.session.follow import Follow
from game.session.replay import Verdict
from game.session.session import Session
from game.session.shelf import Spine, at_table


def recorded(name: str, session: Session, desk: Desk) -> Page:
    """One of `shelf`, `replay` and `project` as if the session had been recorded to a file."""
    scenario, moments = session.scenario, tuple(session.moments)
    path = session.recording.path or Path(f"{scenario.id}.jsonl")
    if name == "project":
        return Project(desk=desk, seen=Follow(path, scenario, moments, (0, 0.0)))
    first = session.recording.header
    spine = Spine(path, "", True, scenario.title, str(first["created"]), scenario.length.id, scenario.variant,
                  session.state.turn, **at_table(to_json(session.state)))  # fmt: skip
    shelf = Shelf(desk=desk, behind=Page(desk=desk), paths=(path,), spines=(spine,), pulse=0.0)
    if name == "shelf":
        return shelf
    frames = tuple(moment for moment in moments if moment.action is not None or moment.n == 0)
    film = Film(path, first, scenario, frames, Verdict("ok", 0, ""))
    return Replay(desk=desk, behind=shelf, film=film, at=len(frames) - 1)
