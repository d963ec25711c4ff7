"""What the window itself tells a screen or is told by one; all other intents are a screen's own values."""

from dataclasses import dataclass
from typing import NamedTuple

from game.desktop.settings import Settings


@dataclass(frozen=True, slots=True)
class Back:
    """The player wants to leave: close the dialog, or go to where this screen was opened from."""


class Edit(NamedTuple):
    """The text of the field `id` is now `text`."""

    id: str
    text: str


class Tick(NamedTuple):
    """Time has passed, for a screen with a `pulse`; `now` is the window's clock in seconds."""

    now: float


class Press(NamedTuple):
    """A key went down while the screen was listening, by SDL's name with `ctrl ` or `shift ` before it."""

    key: str


@dataclass(frozen=True, slots=True)
class Quit:
    """As a widget's action: close the window."""


class Learn(NamedTuple):
    """As a widget's action: what the hint `key` says is known from now on."""

    key: str


class Apply(NamedTuple):
    """As a widget's action: use these settings from now on. The screen is told too, so it can keep them."""

    settings: Settings
