"""The screens of a table where several persons sit, shown of a game at hand, for pictures."""

from __future__ import annotations

from game.desktop.screens.chair import look
from game.desktop.screens.curtain import Curtain
from game.desktop.screens.desk import Desk
from game.desktop.screens.direct import Direct
from game.desktop.screens.onward import settled
from game.desktop.screens.page import Page
from game.desktop.screens.round import Round
from game.desktop.screens.seat import Seat
from game.desktop.screens.table import Table
from game.rules import Action
from game.session.pin import OPTION
from game.session.recording import create
from game.session.session import Session


def seated(name: str, session: Session, desk: Desk) -> Page:
    """One of `curtain`, `seat`, `round` and `direct`: every department a person's, the lead's turn just ended."""
    header = {**session.recording.header, "options": {OPTION: "x$x"}}
    people = frozenset({"lead", *(peer.id for peer in session.scenario.peers)})
    game = Session(session.scenario, list(session.moments), create(None, header), people)
    before = look(game)
    if game.state.phase == "planning" and not game.state.asked:
        game.do(Action("lead", "end_turn"))
    chair, then = look(game), settled(before)
    if name == "direct" or not chair.awaited:
        return Direct(desk=desk, chair=chair, behind=Table(desk=desk, chair=before), open=True)
    if name == "round":
        return Round(desk=desk, chair=chair, then=then)
    if name == "seat":
        return Seat(desk=desk, chair=chair, then=then, seat_id=chair.awaited[0], posture="lean")
    return Curtain(desk=desk, chair=chair, then=then)
