"""What lies on the desk whatever screen is up: language, settings, folders, and the home where things are kept."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from game.desktop.settings import Settings

if TYPE_CHECKING:
    from game.desktop.screen import Screen
    from game.desktop.screens.page import Page


class Home(Protocol):
    """Where settings and recordings are kept; nothing in it ever fails aloud."""

    def keep(self, settings: Settings, lang: str) -> bool:
        """Remember the settings; tell whether that worked."""
        ...

    def latest(self) -> Path | None:
        """The recording written last, if there is one."""
        ...

    def recording(self, scenario_id: str, created: str) -> Path | None:
        """Where a new recording of this scenario may go; `None` to keep it in memory only."""
        ...

    def runs(self) -> Path | None:
        """The folder of recordings, if there is one."""
        ...

    def bookmarks(self, digest: str) -> tuple[int, ...]:
        """The lines of the recording with this digest that were marked."""
        ...

    def bookmark(self, digest: str, lines: tuple[int, ...]) -> bool:
        """Remember the lines marked in a recording; tell whether that worked."""
        ...


class Nowhere:
    """A home that keeps nothing: for pictures and tests."""

    def keep(self, settings: Settings, lang: str) -> bool:
        """Forget them."""
        return True

    def latest(self) -> Path | None:
        """There is none."""
        return None

    def recording(self, scenario_id: str, created: str) -> Path | None:
        """In memory."""
        return None

    def runs(self) -> Path | None:
        """There is none."""
        return None

    def bookmarks(self, digest: str) -> tuple[int, ...]:
        """None are kept."""
        return ()

    def bookmark(self, digest: str, lines: tuple[int, ...]) -> bool:
        """Forget them."""
        return True


@dataclass(frozen=True)
class Desk:
    """What every screen has at hand. `seed` draws the seed of a new game, `now` names its moment.

    `leave` gives the screen a game that is put away goes back to; None: the library. `away` are the hints put away.
    """

    lang: str = "zh"
    settings: Settings = field(default_factory=Settings)
    folders: tuple[Path, ...] = ()
    home: Home = field(default_factory=Nowhere)
    seed: Callable[[], int] = lambda: 1
    now: Callable[[], str] = lambda: ""
    trouble: str = ""
    leave: "Callable[[Page], Screen] | None" = None
    away: frozenset[str] = frozenset()

    def kept(self, settings: Settings, lang: str) -> "Desk":
        """The desk with these settings, remembered; where that fails, `trouble` is the key of the sentence."""
        held = self.home.keep(settings, lang)
        return replace(self, settings=settings, lang=lang, trouble="" if held else "trouble.home")
