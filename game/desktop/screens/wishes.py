"""What a player can want of any screen: the actions of its widgets, as values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proceed:
    """Go on: the next page, the next screen, yes."""


@dataclass(frozen=True, slots=True)
class Foresee:
    """Look three turns ahead before doing it."""


@dataclass(frozen=True, slots=True)
class Show:
    """Open the tab, the fold or the page of this name."""

    what: str


@dataclass(frozen=True, slots=True)
class Pick:
    """Choose this value where something is asked."""

    value: str | int


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on with the last game."""


@dataclass(frozen=True, slots=True)
class Shelve:
    """Leave the game for the library; the recording keeps it."""


@dataclass(frozen=True, slots=True)
class Away:
    """Put an author's hint away for the rest of this game."""

    key: str


@dataclass(frozen=True, slots=True)
class Adjust:
    """Open the settings."""


@dataclass(frozen=True, slots=True)
class Speak:
    """Use this language."""

    lang: str


@dataclass(frozen=True, slots=True)
class Recall:
    """Open the shelf of recordings."""
