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
from game.desktop.screens.wishes import Consult, Fill, Meet, Order, Proceed
from game.desktop.settings import Settings
from game.desktop.window import Window

if TYPE_CHECKING:
    from game.lint.preview import Preview
    from game.session.follow import Follow
    from game.session.session import Session

SCREENS = ("title", "library", "briefing", "table", "dossier", "filling", "evening", "debrief", "settings", "preview",
           "shelf", "replay", "project", "files.bargains", "setup", "curtain", "seat", "round", "direct")


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
    from platformdirs import user_config_path, user_data_path

    return user_config_path("qiantou", appauthor=False), user_data_path("qiantou", appauthor=False) / "runs"


def _seed() -> int:
    from secrets import randbelow

    return randbelow(1 << 31)


def _now() -> str:
    from game.session.runs import now

    return now()


def screen_for(name: str, session: Session | None = None, *, lang: str = "zh", settings: Settings | None = None,
               folders: Sequence[Path] = ()) -> Screen:  # fmt: skip
    """One of `SCREENS` as a value; those of a game show `session`. ValueError for another name or without a session."""
    desk = Desk(lang, settings or Settings(), tuple(folders))
    if name not in SCREENS:
        raise ValueError(f"no such screen: {name}")
    title = Title(desk=desk)
    if name in ("title", "library", "setup"):
        shown = title if name == "title" else title.handle(Proceed())
        shown = shown.handle(Order("class")) if shown is not None and name == "setup" else shown
        assert shown is not None
        return shown
    if name == "settings":
        from game.desktop.screens.settings import Preferences

        return Preferences(desk=desk, behind=title)
    if name == "preview":
        return _previewed(desk)
    if session is None:
        raise ValueError(f"{name} shows a game: give one")
    return _in_game(name, session, desk)


def _previewed(desk: Desk) -> Page:
    """The first scenario of the library in the live preview, a few turns on."""
    from game.desktop.screens.preview import Preview as Follow
    from game.lint.preview import preview
    from game.scenario.library import entries

    entry = next(entry for entry in entries(desk.folders) if entry.finding is None)
    return Follow(desk=desk, seen=preview(entry.path).bot_to(3), tab="why")


def _in_game(name: str, session: Session, desk: Desk) -> Page:
    """A screen of a game at the moment the session has come to."""
    from game.desktop.screens.briefing import Briefing
    from game.desktop.screens.chair import look
    from game.desktop.screens.debrief import Debrief
    from game.desktop.screens.evening import Evening
    from game.desktop.screens.table import Table

    chair = look(session)
    if name in ("shelf", "replay", "project"):
        from game.desktop.screens.record import recorded

        return recorded(name, session, desk)
    if name in ("curtain", "seat", "round", "direct"):
        from game.desktop.screens.seated import seated

        return seated(name, session, desk)
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
    elif name.startswith("files."):
        wish = Consult(name.removeprefix("files."))
    elif name == "filling" and (free := [o.kind for o in chair.options if o.blocked is None and o.fields]):
        wish = Fill(free[0])
    return (table.handle(wish) if wish is not None else None) or table  # type: ignore[return-value]


def picture(name: str, out: Path, size: tuple[int, int], *, run: Path | None = None, turn: int | None = None,
            lang: str = "zh", scale: int = 100, theme: str = "light") -> None:  # fmt: skip
    """Write one of `SCREENS` to `out`: of the game recorded at `run`, or one a bot plays, at the start of `turn`.

    RecordingError for a recording that cannot be played, OSError where the picture cannot be written.
    """
    from game.desktop.shot import shot

    settings = Settings(theme, scale)
    session = None
    if name not in ("title", "library", "setup", "settings", "preview"):
        session = _recorded(run) if run is not None else _played()
        _back_to(session, name, turn)
    shot(screen_for(name, session, lang=lang, settings=settings), out, size, settings=settings)


def _recorded(path: Path) -> Session:
    """The game of a recording, read only."""
    from game.session.recording import RecordingError, create, read
    from game.session.replay import replay
    from game.session.session import Session

    tape = read(path)
    found = replay(tape)
    if found.scenario is None or not found.moments:
        verdict = found.verdict
        raise RecordingError("not_resumable", path=str(path), line=str(verdict.line), why=verdict.why)
    return Session(found.scenario, found.moments, create(None, tape.header or {}))


def _played() -> Session:
    """The first scenario of the library, played by a steady bot."""
    from game.scenario.library import entries
    from game.scenario.load import load
    from game.session.bots import LEADS
    from game.session.recording import create, header
    from game.session.session import begin, play_out

    entry = next(entry for entry in entries() if entry.finding is None)
    text = entry.path.read_text(encoding="utf-8")
    scenario = load(text, str(entry.path), next(iter(entry.lengths)))
    session = begin(scenario, 1, create(None, header(scenario, text, 1, "")))
    play_out(session, LEADS["steady"](1))
    return session


def _back_to(session: Session, name: str, turn: int | None) -> None:
    """Cut the game off where a screen of that name is up: at the turn's start, after its injects, or at its end."""
    if name == "debrief":       # there is one only at the end
        return
    phase = "briefing" if name == "briefing" else "planning"
    wanted = (turn or 3) + (1 if name == "evening" else 0)
    for n, moment in enumerate(session.moments):
        if moment.state.turn >= wanted and moment.state.phase in (phase, "planning"):
            del session.moments[n + 1:]
            return
