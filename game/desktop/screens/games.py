"""Starting a new game and taking an old one up again; the only screens' module that touches files of games."""

from pathlib import Path

from game.desktop.screens.chair import Chair, look
from game.desktop.screens.desk import Desk
from game.scenario.load import load
from game.scenario.source import decode
from game.session.recording import Recording, RecordingError, asked, create, header, read
from game.session.session import begin, resume


def new_game(desk: Desk, path: Path, length: str, variant: str, advisor: bool = True) -> Chair:
    """A game from its first briefing, every seat but the lead a bot; ScenarioError if the file no longer plays."""
    text = decode(path.read_bytes(), str(path))[0] or ""
    scenario = load(text, str(path), length, variant)
    seed = desk.seed()
    created = desk.now()
    first = header(scenario, text, seed, created, lang=desk.lang, people={"lead": ""}, options=asked(advisor))
    recording, lost = _recording(desk.home.recording(scenario.id, created), first)
    return look(begin(scenario, seed, recording), lost)


def old_game(path: Path) -> Chair:
    """A recorded game where it was left; RecordingError if it cannot be taken up, or not by the lead alone."""
    tape = read(path)
    if not _lead_alone((tape.header or {}).get("seats")):
        raise RecordingError("seats", path=str(path))
    return look(resume(tape))


def _lead_alone(seats: object) -> bool:
    """Whether, by a header's `seats`, a person leads and every other seat answers as the model does."""
    if not isinstance(seats, dict):
        return True
    return all((who == "human") == (seat == "lead") for seat, who in seats.items())


def _recording(path: Path | None, first: dict[str, object]) -> tuple[Recording, RecordingError | None]:
    """A recording at `path`, or in memory where that cannot be."""
    try:
        return create(path, first), None
    except RecordingError as error:
        return create(None, first), error
