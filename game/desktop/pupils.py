"""A class of bots, for pictures: what a trainer sees who compares it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop.screens.classroom import TABS, Classroom
from game.desktop.screens.comparison import View
from game.desktop.screens.labour import Labour
from game.desktop.screens.page import Page
from game.scenario.load import load
from game.session.bots import LEADS
from game.session.recording import create, header
from game.session.session import begin, play_out
from game.study.compare.reading import Class, read_class

if TYPE_CHECKING:
    from game.desktop.screens.desk import Desk
    from game.scenario.scenario import Scenario

TEAMS = ("steady", "negotiator", "pressure", "adaptive", "random", "passive")
SEED, SEEDS = 1, 4      # that of all games, and on how many others luck is tried


def classroom(source: Path, desk: Desk, tab: str = "") -> Classroom:
    """The comparison of a class of bots, their names hidden, one of them singled out."""
    work = compared(source)
    assert work.found is not None
    me = work.found.groups[0].rows[0].path
    return Classroom(desk=desk, behind=Page(desk=desk), work=work, tab=tab or TABS[0], view=View(0, True, me))


@cache
def compared(source: Path) -> Labour[Class]:
    """A class that has been read: one bot a team, a game that is not over, and a recording that was altered."""
    from tempfile import TemporaryDirectory

    text = source.read_text(encoding="utf-8")
    scenario = load(text, str(source), "class")
    with TemporaryDirectory() as folder:
        paths = [_recorded(scenario, text, bot, Path(folder) / f"{bot}.jsonl") for bot in TEAMS]
        data = paths[0].read_bytes()
        paths += [Path(folder) / "altered.jsonl", Path(folder) / "going.jsonl"]
        paths[-2].write_bytes(data.replace(b'"turn":2', b'"turn":1', 1))
        paths[-1].write_bytes(b"".join(data.splitlines(True)[:9]))
        found = read_class(paths, seeds=SEEDS, over=True)
    work = Labour[Class](len(paths), lambda told: found)
    work.found = found
    return work


def _recorded(scenario: Scenario, text: str, bot: str, path: Path) -> Path:
    """A whole game of a bot."""
    session = begin(scenario, SEED, create(path, header(scenario, text, SEED, "")))
    play_out(session, LEADS[bot](SEED))
    session.recording.close()
    return path
