"""What a player can want done with a game, a recording, a class or a scenario: actions of widgets, as values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settle:
    """Settle this issue of a package with this option."""

    issue: int
    option: str


@dataclass(frozen=True, slots=True)
class Compose:
    """Take up a whole package to look at, an option id an issue."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fill:
    """Take up a deed, with the fields that are settled already."""

    kind: str
    args: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Meet:
    """Look closer at a seat of the table."""

    seat: str


@dataclass(frozen=True, slots=True)
class Consult:
    """Open the files on the desk, at this folder; empty for the first."""

    folder: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last deed back."""


@dataclass(frozen=True, slots=True)
class Nudge:
    """Set a value of a previewed game a step higher (`by` 1) or lower (-1)."""

    name: str
    by: int


@dataclass(frozen=True, slots=True)
class Drop:
    """Forget this step of a previewed game."""

    step: int


@dataclass(frozen=True, slots=True)
class Author:
    """Do this with the chosen scenario: new, copy, edit, check, preview, playtest; fix what the preview found."""

    what: str


@dataclass(frozen=True, slots=True)
class Take:
    """Do this with the chosen recording: continue, debrief, replay, export, import; in a replay: play, mark."""

    what: str


@dataclass(frozen=True, slots=True)
class Direct:
    """Open the trainer's desk."""


@dataclass(frozen=True, slots=True)
class Order:
    """Do this at the trainer's desk, or in setting a class up; `about` is the seat, inject or line it concerns."""

    what: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Enter:
    """Put down for a seat what it answers: a posture, or a value of its only field."""

    seat: str
    value: str | int
