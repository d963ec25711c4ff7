"""The window opened: the desk laid, the first screen up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop.home import Folders
from game.desktop.screen import Screen
from game.desktop.screens.desk import Desk
from game.desktop.screens.title import Title, resumed
from game.desktop.window import Window

if TYPE_CHECKING:
    from game.lint.preview import Preview
    from game.session.follow import Follow


def run(
    folders: Sequence[Path] = (), lang: str | None = None, opened: Path | None = None, default: str = "zh"
) -> int:
    """Serve the window until it is closed, from the title on or with the recording `opened` taken up at once.

    Without `lang` the language is the one chosen last, else `default`. Raises `NoDisplay` where there is no screen.
    """
    home = Folders(*_places())
    settings, last = home.remembered(default)
    title = Title(desk=Desk(lang or last, settings, tuple(folders), home, _seed, _now))
    first: Screen = (resumed(title, opened) or title) if opened is not None else title
    Window(first, title=title.say("caption"), settings=settings).run()
    return 0


def run_preview(seen: Preview, lang: str | None = None, default: str = "zh") -> int:
    """Serve the window with a file followed in it until it is closed. Raises `NoDisplay` where there is no screen."""
    from game.desktop.screens.preview import Preview as Follow

    home = Folders(*_places())
    settings, last = home.remembered(default)
    first = Follow(desk=Desk(lang or last, settings, (), home), seen=seen)
    Window(first, title=seen.path.name, settings=settings).run()
    return 0


def run_project(seen: Follow, lang: str | None = None, default: str = "zh") -> int:
    """Serve a window for the projector that follows a game until it is closed. Raises `NoDisplay` without a screen."""
    from game.desktop.screens.project import Project

    home = Folders(*_places())
    settings, last = home.remembered(default)
    Window(Project(desk=Desk(lang or last, settings, (), home), seen=seen), title=seen.path.name,
           settings=settings).run()  # fmt: skip
    return 0


def _places() -> tuple[Path, Path]:
    from game.scenario.place import config, data

    return config(), data() / "runs"


def _seed() -> int:
    from secrets import randbelow

    return randbelow(1 << 31)


def _now() -> str:
    from game.session.runs import now

    return now()

