"""The window opened: the desk laid, the first screen up; and any screen made by name, for pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop.home import Folders
from game.desktop.screen import Screen
from game.desktop.screens.desk import Desk
from game.desktop.screens.page import Page
from game.desktop.screens.title import Title, resumed
from game.desktop.screens.wishes import Fill, Meet, Proceed
from game.desktop.settings import Settings
from game.desktop.window import Window

if TYPE_CHECKING:
    from game.session.session import Session

SCREENS = ("title", "library", "briefing", "table", "dossier", "filling", "evening", "debrief", "settings")


def run(folders: Sequence[Path] = (), lang: str = "zh", open_: Path | None = None) -> int:
    """Serve the window until it is closed, from the title on or with the recording `open_` taken up at once.

    Raises `NoDisplay` where there is no screen.
    """
    home = Folders(*_places())
    settings, lang = home.remembered(lang)
    desk = Desk(lang, settings, tuple(folders), home, _seed, _now)
    title = Title(desk=desk)
    first: Screen = (resumed(title, open_) or title) if open_ is not None else title
    Window(first, title=title.say("caption"), settings=settings).run()
    return 0


def _places() -> tuple[Path, Path]:
    from platformdirs import user_config_path, user_data_path

    return user_config_path("qiantou", appauthor=False), user_data_path("qiantou", appauthor=False) / "runs"


def _seed() -> int:
    from secrets import randbelow

    return randbelow(1 << 31)


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="seconds")


def screen_for(name: str, session: Session | None = None, *, lang: str = "zh", settings: Settings | None = None,
               folders: Sequence[Path] = ()) -> Screen:  # fmt: skip
    """One of `SCREENS` as a value; those of a game show `session`. ValueError for another name or without a session."""
    desk = Desk(lang, settings or Settings(), tuple(folders))
    if name not in SCREENS:
        raise ValueError(f"no such screen: {name}")
    title = Title(desk=desk)
    if name in ("title", "library"):
        library = title.handle(Proceed()) if name == "library" else title
        assert library is not None
        return library
    if name == "settings":
        from game.desktop.screens.settings import Preferences

        return Preferences(desk=desk, behind=title)
    if session is None:
        raise ValueError(f"{name} shows a game: give one")
    return _in_game(name, session, desk)


def _in_game(name: str, session: Session, desk: Desk) -> Page:
    """A screen of a game at the moment the session has come to."""
    from game.desktop.screens.briefing import Briefing
    from game.desktop.screens.chair import look
    from game.desktop.screens.debrief import Debrief
    from game.desktop.screens.evening import Evening
    from game.desktop.screens.table import Table

    chair = look(session)
    if name == "briefing":
        return Briefing(desk=desk, chair=chair)
    if name == "debrief":
        return Debrief(desk=desk, chair=chair, tab="ending")
    if name == "evening":
        return Evening(desk=desk, chair=chair, before=chair.before, events=chair.evening)
    table = Table(desk=desk, chair=chair)
    wish: object = None
    if name == "dossier":
        wish = Meet(chair.scenario.peers[0].id)
    elif name == "filling" and (free := [o.kind for o in chair.options if o.blocked is None and o.fields]):
        wish = Fill(free[0])
    return (table.handle(wish) if wish is not None else None) or table  # type: ignore[return-value]
