"""What a trainer has written into a recording beside the game: who sits where, pauses, the projector's page, notes.

These lines change no state and are never taken back: an undo goes back in the game, not in what happened in the room.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from game.session.line import MARKS

PAGES = ("game", "break")
"""What the projector can show: what all may know of the game, or that there is a break."""


@dataclass(frozen=True, slots=True)
class Note:
    """A trainer's private note: its line, the turn and what it says; `of` is the line it corrects (0 for none)."""

    line: int
    turn: int
    text: str
    of: int


@dataclass(frozen=True, slots=True)
class Marks:
    """How things stand by a recording's marks: seats, whether the game is paused and why, the page, all notes."""

    seats: Mapping[str, str]
    paused: bool
    why: str
    page: str
    notes: tuple[Note, ...]


def marks(header: Mapping[str, Any], lines: Iterable[Mapping[str, Any]]) -> Marks:
    """Return how things stand after these lines; what is not as it should be counts for nothing."""
    first = header.get("seats")
    seats = {str(k): str(v) for k, v in first.items()} if isinstance(first, dict) else {}
    paused, why, page, notes = False, "", PAGES[0], list[Note]()
    for line in lines:
        kind, args = line.get("kind"), line.get("args")
        if kind not in MARKS or not isinstance(args, dict):
            continue
        if kind == "seat":
            seats[str(args.get("seat"))] = str(args.get("who"))
        elif kind == "page":
            page = str(args.get("page")) if args.get("page") in PAGES else PAGES[0]
        elif kind == "note":
            of = args.get("of", 0)
            notes.append(Note(int(line["n"]) + 1, int(line["turn"]), str(args.get("text", "")),
                              of if isinstance(of, int) else 0))  # fmt: skip
        else:
            paused, why = kind == "pause", str(args.get("why", ""))
    return Marks(seats, paused, why, page, tuple(notes))
