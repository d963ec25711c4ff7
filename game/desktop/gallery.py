"""Every screen by name, of a recorded game or of one a bot plays: for pictures, documents and tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from game.desktop.intent import Tick
from game.desktop.screen import Screen
from game.desktop.screens.desk import Desk
from game.desktop.screens.errands import Consult, Fill, Meet, Order, Take
from game.desktop.screens.page import Page
from game.desktop.screens.title import Title
from game.desktop.screens.wishes import Pick, Proceed
from game.desktop.settings import Settings

if TYPE_CHECKING:
    from game.desktop.screens.debrief import Debrief
    from game.desktop.screens.table import Table
    from game.desktop.screens.whatif import Whatif
    from game.scenario.library import Entry
    from game.scenario.scenario import Scenario
    from game.session.replay import Moment
    from game.session.session import Session

FREE = (
    "title", "library", "setup", "settings", "help.play", "help.words", "help.keys", "preview", "classroom",
    "classroom.curves", "classroom.answers", "classroom.objectives", "classroom.endings", "classroom.left",
)  # fmt: skip
"""Screens outside a game."""
IN_GAME = (
    "briefing", "table", "table.books", "table.notes", "dossier", "filling", "answer", "files.bargains", "files.duties",
    "files.leaders", "files.pressure", "files.map", "files.handoffs", "evening", "debrief", "debrief.ending",
    "debrief.curves", "debrief.forks", "debrief.sides", "debrief.report", "debrief.talk", "whatif", "another",
    "whatif.result", "whatif.reach", "replay", "shelf", "project", "curtain", "seat", "round", "direct",
)  # fmt: skip
SCREENS = (*FREE, *IN_GAME)
"""Names of all screens; what follows a dot is the page of it that is open."""
_OWN: dict[str, Callable[[Scenario], bool]] = {
    "files.map": lambda scenario: scenario.county is not None, "files.handoffs": lambda scenario: scenario.handoffs,
}  # fmt: skip
"""Screens only some scenarios have, and which."""
TURN = 3        # at which turn a game is shown unless told
GLANCE = 6      # rollouts a decision of the strong player in a picture


def screen_for(name: str, session: Session | None = None, *, lang: str = "zh", settings: Settings | None = None,
               folders: Sequence[Path] = ()) -> Screen:  # fmt: skip
    """One of `SCREENS` as a value; those of a game show `session`. ValueError for another name or without a session."""
    if name not in SCREENS:
        raise ValueError(f"no such screen: {name}")
    desk = Desk(lang, settings or Settings(), tuple(folders))
    if name in FREE:
        return _free(name, desk)
    if session is None:
        raise ValueError(f"{name} shows a game: give one")
    return _in_game(name, session, desk)


def _free(name: str, desk: Desk) -> Screen:
    title = Title(desk=desk)
    kind, _, tab = name.partition(".")
    if kind in ("title", "library"):
        return cast(Screen, title.handle(Proceed() if kind == "library" else Tick(0.0)))
    if kind == "setup":
        return cast(Screen, _free("library", desk).handle(Order("class")))
    if kind == "settings":
        from game.desktop.screens.settings import Preferences

        return Preferences(desk=desk, behind=title)
    if kind == "help":
        from game.desktop.screens.help import Help

        return Help(desk=desk, behind=title, tab=tab)
    if kind == "classroom":
        from game.desktop.pupils import classroom

        return classroom(_entry().path, desk, tab)
    return _previewed(desk)


def _previewed(desk: Desk) -> Page:
    """The first scenario of the library in the live preview, a few turns on."""
    from game.desktop.screens.preview import Preview
    from game.lint.preview import preview

    return Preview(desk=desk, seen=preview(_entry().path).bot_to(TURN), tab="why")


def _in_game(name: str, session: Session, desk: Desk) -> Page:
    """A screen of a game at the moment the session has come to."""
    from game.desktop.screens.briefing import Briefing
    from game.desktop.screens.chair import look
    from game.desktop.screens.debrief import Debrief
    from game.desktop.screens.evening import Evening
    from game.desktop.screens.table import Table

    kind, _, tab = name.partition(".")
    if kind in ("shelf", "replay", "project"):
        from game.desktop.screens.record import recorded

        return recorded(kind, session, desk)
    if kind in ("curtain", "seat", "round", "direct"):
        from game.desktop.screens.seated import seated

        return seated(kind, session, desk)
    chair = look(session)
    if kind == "briefing":
        return Briefing(desk=desk, chair=chair)
    if kind == "debrief":
        return Debrief(desk=desk, chair=chair, tab=tab)
    if kind in ("whatif", "another"):
        return _wondered(Debrief(desk=desk, chair=chair, tab="ending"), name)
    if kind == "evening":
        return Evening(desk=desk, chair=chair, before=chair.before, events=chair.evening)
    table = Table(desk=desk, chair=chair, tab=tab if kind == "table" and tab else "deeds")
    return table if kind == "table" else _from_table(kind, tab, table)


def _wondered(debrief: Debrief, name: str) -> Page:
    """What if, asked of a game that is over: its decisions, other deeds for one, or its second half handed over."""
    from game.study.whatif.course import script_of

    asked = cast(Page, debrief.handle(Take("whatif")))
    if name == "whatif":
        return asked
    if name == "whatif.reach":
        return _reached(cast("Whatif", asked))
    script = script_of(debrief.chair.session.moments)
    deeds = [n for n, e in enumerate(script) if e.action.seat == "lead" and e.action.kind not in ("answer", "end_turn")]
    chosen = asked.handle(Pick(deeds[len(deeds) // 2] if deeds else 0))
    assert chosen is not None
    return cast(Page, chosen.handle(Take("another" if name == "another" else "bot.adaptive")))


def _reached(asked: Whatif) -> Page:
    """What was in reach, by a strong player who thinks but shortly."""
    from game.desktop.screens.labour import Labour
    from game.study.whatif.course import played
    from game.study.whatif.reach import best_of, openings, way_on

    found = [way_on(asked.scenario, state, GLANCE) for state in openings(asked.moments)]
    labour = Labour[object](1, lambda _told: None)
    labour.found = best_of(found, played(asked.scenario, asked.moments))
    return asked.now(tab="reach", labours={"reach": labour})


def _from_table(kind: str, tab: str, table: Table) -> Page:
    """What is reached from the table: a file, a folder, a card to fill in, and what came of the first visit."""
    chair = table.chair
    if kind == "files":
        return cast(Page, table.handle(Consult(tab)))
    first = chair.scenario.peers[0].id
    if kind == "dossier":
        return cast(Page, table.handle(Meet(first)))
    free = [o.kind for o in chair.options if o.blocked is None and o.fields]
    if not free:
        return table
    card = cast(Page, table.handle(Fill("visit" if "visit" in free else free[0])))
    if kind == "filling" or "visit" not in free:
        return card
    sealed = card.handle(Pick(first))
    assert sealed is not None
    return cast(Page, sealed.handle(Proceed()))


def picture(name: str, out: Path, size: tuple[int, int], *, run: Path | None = None, turn: int | None = None,
            lang: str = "zh", scale: int = 100, theme: str = "light") -> None:  # fmt: skip
    """Write one of `SCREENS` to `out`: of the game recorded at `run`, or one a bot plays, at the start of `turn`.

    RecordingError for a recording that cannot be played, OSError where the picture cannot be written, ValueError for
    a screen the game does not have (a map, handoffs).
    """
    from game.desktop.screens.guide import USUAL
    from game.desktop.shot import shot

    settings = Settings(theme, scale, learnt=frozenset(USUAL))
    session = None
    if name in IN_GAME:
        session = _recorded(run) if run is not None else _played(name)
        if not _OWN.get(name, bool)(session.scenario):
            raise ValueError(f"the game has no {name}")
        _back_to(session, name, turn)
    shot(screen_for(name, session, lang=lang, settings=settings), out, size, settings=settings)


def all_pictures(folder: Path, size: tuple[int, int], *, run: Path | None = None, turn: int | None = None,
                 lang: str = "zh", scale: int = 100, theme: str = "light") -> Iterator[Path]:  # fmt: skip
    """Write every screen into `folder`, then all of them on one sheet; yields each file once it is written.

    Screens the game does not have are left out. Raises as `picture` does.
    """
    from game.desktop.shot import contact_sheet

    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in SCREENS:
        out = folder / f"{name}.png"
        try:
            picture(name, out, size, run=run, turn=turn, lang=lang, scale=scale, theme=theme)
        except ValueError:
            continue
        written.append(out)
        yield out
    sheet = folder / "all.png"
    contact_sheet(written, sheet)
    yield sheet


def _recorded(path: Path) -> Session:
    """The game of a recording, read only; RecordingError if it does not hold to its end."""
    from game.session.recording import RecordingError, create, read
    from game.session.replay import replay
    from game.session.session import Session

    tape = read(path)
    found = replay(tape)
    if found.scenario is None or found.verdict.verdict != "ok":
        verdict = found.verdict
        raise RecordingError("not_resumable", path=str(path), line=str(verdict.line), why=verdict.why)
    return Session(found.scenario, found.moments, create(None, tape.header or {}))


@cache
def _entry(name: str = "") -> Entry:
    """The first sound scenario of the library that has a screen."""
    from game.scenario.library import entries
    from game.scenario.load import load

    for entry in entries():
        if entry.finding is None:
            text = entry.path.read_text(encoding="utf-8")
            if name not in _OWN or _OWN[name](load(text, str(entry.path), next(iter(entry.lengths)))):
                return entry
    raise ValueError("no scenario")


def _played(name: str) -> Session:
    """The first scenario of the library that has what the screen shows, played by a steady bot."""
    from game.session.recording import create
    from game.session.session import Session

    scenario, moments, first = _game(name if name in _OWN else "")
    return Session(scenario, list(moments), create(None, first))


@cache
def _game(name: str) -> tuple[Scenario, tuple[Moment, ...], dict[str, Any]]:
    from game.scenario.load import load
    from game.session.bots import LEADS
    from game.session.recording import create, header
    from game.session.session import begin, play_out

    entry = _entry(name)
    text = entry.path.read_text(encoding="utf-8")
    scenario = load(text, str(entry.path), next(iter(entry.lengths)))
    first = header(scenario, text, 1, "")
    session = begin(scenario, 1, create(None, first))
    play_out(session, LEADS["steady"](1))
    return scenario, tuple(session.moments), first


def _back_to(session: Session, name: str, turn: int | None) -> None:
    """Cut the game off where a screen of that name is up: at the turn's start, after its injects, or at its end."""
    if name.startswith(("debrief", "whatif", "another")):       # there is one only at the end
        return
    phase = "briefing" if name == "briefing" else "planning"
    wanted = (turn or TURN) + (1 if name == "evening" else 0)
    for n, moment in enumerate(session.moments):
        if moment.state.turn >= wanted and moment.state.phase in (phase, "planning"):
            del session.moments[n + 1:]
            return
