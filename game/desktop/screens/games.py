"""Starting a new game and taking an old one up again; the only screens' module that touches files of games."""

from collections.abc import Mapping
from pathlib import Path

from game.desktop.screens.chair import Chair, look
from game.desktop.screens.desk import Desk
from game.scenario.load import load
from game.scenario.source import decode
from game.session.marks import marks
from game.session.recording import Recording, RecordingError, create, header, read
from game.session.seating import HUMAN, people, players
from game.session.session import begin, resume


def new_game(desk: Desk, path: Path, length: str, variant: str, seats: Mapping[str, str] | None = None,
             options: Mapping[str, object] | None = None, seed: int | None = None) -> Chair:  # fmt: skip
    """A game from its first briefing; every seat but the lead and those in `seats` a bot.

    `options` go into the recording's header. ScenarioError if the file no longer plays.
    """
    text = decode(path.read_bytes(), str(path))[0] or ""
    scenario = load(text, str(path), length, variant)
    seed = desk.seed() if seed is None else seed
    created = desk.now()
    first = header(scenario, text, seed, created, lang=desk.lang, people={"lead": ""}, seats=dict(seats or {}),
                   options=dict(options or {}))  # fmt: skip
    recording, lost = _recording(desk.home.recording(scenario.id, created), first)
    return look(begin(scenario, seed, recording, people(seats or {}), players(seats or {})), lost)


def old_game(path: Path) -> Chair:
    """A recorded game where it was left; RecordingError if it cannot be taken up, or a bot was to lead it."""
    tape = read(path)
    if marks(tape.header or {}, ()).seats.get("lead", HUMAN) != HUMAN:
        raise RecordingError("seats", path=str(path))
    return look(resume(tape))


def _recording(path: Path | None, first: dict[str, object]) -> tuple[Recording, RecordingError | None]:
    """A recording at `path`, or in memory where that cannot be."""
    try:
        return create(path, first), None
    except RecordingError as error:
        return create(None, first), error
