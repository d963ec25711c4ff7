"""What the window asks of a screen."""

from __future__ import annotations

from typing import Protocol

from game.desktop.callout import Callout
from game.desktop.explanation import Explanation
from game.desktop.sheet import Sheet


class Screen(Protocol):
    """One view of the program. Screens are best plain values: a changed screen is another screen."""

    @property
    def name(self) -> str:
        """Which screen this is. Focus and scrolling outlive a change between screens of one name."""
        ...

    @property
    def cue(self) -> str:
        """The sound (see `sound.CUES`) played when this very screen first appears; empty for none."""
        ...

    @property
    def pulse(self) -> float:
        """Seconds between two `Tick` intents; 0 for none."""
        ...

    @property
    def listening(self) -> bool:
        """Whether the next key is wanted as it is, as a `Press`, whatever it stands for."""
        ...

    def layout(self, sheet: Sheet) -> None:
        """Place widgets on the sheet; the same screen and sheet always give the same ones."""
        ...

    def callouts(self) -> tuple[Callout, ...]:
        """What may be pointed at now; the first that is in sight is."""
        ...

    def handle(self, intent: object) -> Screen | None:
        """Answer a widget's action or one of `intent`; `None` when nothing has changed."""
        ...

    def explain(self, why: object) -> Explanation:
        """The answer to a widget's `why`, asked only when somebody wants to read them."""
        ...
