"""The table of all deeds of the lead and the trainer, and of all questions that may be put to a seat."""

from game.rules import (
    aid,
    approach,
    backing,
    contact,
    direct,
    discipline,
    inject,
    inspection,
    meeting,
    own,
    paper,
    personnel,
    signature,
    stick,
    turn,
    upward,
)
from game.rules.bargaining import ruling, talk
from game.rules.deed import Args, Deed, Field, Play, Question
from game.rules.state import State
from game.scenario.scenario import Scenario

_MODULES = (contact, talk, meeting, ruling, paper, upward, backing, aid, inspection, discipline, personnel, own)
LEAD: dict[str, Deed] = {d.kind: d for module in _MODULES for d in module.DEEDS}
LEAD["end_turn"] = Deed("end_turn", 0, turn.end_turn)

_ASKING = (
    contact, talk, ruling, meeting, signature, upward, backing, personnel, inject, approach, stick, turn, direct,
)  # fmt: skip
QUESTIONS: dict[str, Question] = {
    q.kind: q for module in _ASKING for q in module.QUESTIONS
}


def _skip(play: Play, _args: Args) -> None:
    """Answer for the first awaited seat as the model would, so that nobody can block the table.

    Where nobody is awaited the lead is who holds things up: its planning is closed.
    """
    if play.state.asked:
        _stand_in(play, {"seat": play.state.asked[0].seat})
    else:
        direct.close_planning(play)


def _awaited(_scenario: Scenario, state: State) -> tuple[Field, ...]:
    return (Field("seat", tuple(dict.fromkeys(a.seat for a in state.asked))),)


def _stand_in(play: Play, args: Args) -> None:
    """Answer for one awaited seat as the model would."""
    ask = next(a for a in play.state.asked if a.seat == args["seat"])
    given = QUESTIONS[ask.kind].model(play.scenario, play.state, ask)
    play.tell("skipped", seat=ask.seat)
    answer(play, ask.seat, given)


def answer(play: Play, seat: str, args: Args) -> None:
    """Take a seat's answer to the first question put to it."""
    ask = next(a for a in play.state.asked if a.seat == seat)
    rest = list(play.state.asked)
    rest.remove(ask)
    play.state.asked = tuple(rest)
    QUESTIONS[ask.kind].answer(play, ask, args)
    turn.open_planning(play)


TRAINER: dict[str, Deed] = {
    d.kind: d for d in (*direct.DEEDS, Deed("skip", 0, _skip), Deed("stand_in", 0, _stand_in, _awaited))
}
