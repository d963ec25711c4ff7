"""The table of all deeds of the lead and the trainer, and of all questions that may be put to a seat."""

from game.rules import (
    aid,
    approach,
    backing,
    contact,
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
from game.rules.action import Blocked
from game.rules.bargaining import ruling, talk
from game.rules.deed import Args, Deed, Field, Play, Question
from game.rules.review import close
from game.rules.state import State
from game.scenario.scenario import Scenario

_MODULES = (contact, talk, meeting, ruling, paper, upward, backing, aid, inspection, discipline, personnel, own)
LEAD: dict[str, Deed] = {d.kind: d for module in _MODULES for d in module.DEEDS}
LEAD["end_turn"] = Deed("end_turn", 0, turn.end_turn)

_ASKING = (
    contact, talk, ruling, meeting, signature, upward, backing, personnel, inject, approach, stick, turn,
)  # fmt: skip
QUESTIONS: dict[str, Question] = {
    q.kind: q for module in _ASKING for q in module.QUESTIONS
}


def _end_now(play: Play, _args: Args) -> None:
    """Close the game after this turn's planning so far: an ending and a full debrief are always there."""
    play.state.asked, play.state.held = (), ()
    close(play)


def _fix(play: Play, args: Args) -> None:
    """Fix a draw: a real die on the table instead of the game's luck."""
    play.state.fixed[f"{play.state.turn}/{args['who']}/{args['what']}/0"] = args["value"]
    play.tell("fixed", "trainer", who=args["who"], what=args["what"], value=args["value"])


def _skip_blocked(_scenario: Scenario, state: State) -> Blocked | None:
    return None if state.asked else Blocked("nobody_awaited")


def _skip(play: Play, _args: Args) -> None:
    """Answer for the first awaited seat as the model would, so that nobody can block the table."""
    ask = play.state.asked[0]
    leaning = QUESTIONS[ask.kind].leaning(play.scenario, play.state, ask)
    play.tell("skipped", seat=ask.seat)
    answer(play, ask.seat, {name: max(scores, key=lambda c: scores[c]) for name, scores in leaning.items()})


def answer(play: Play, seat: str, args: Args) -> None:
    """Take a seat's answer to the first question put to it."""
    ask = next(a for a in play.state.asked if a.seat == seat)
    rest = list(play.state.asked)
    rest.remove(ask)
    play.state.asked = tuple(rest)
    QUESTIONS[ask.kind].answer(play, ask, args)
    turn.open_planning(play)


_DRAWS = (
    "chance", "sign", "chair", "group", "attend", "data", "sound", "offer", "rule", "authorize", "appraise",
    "follow_up", "personnel", "calls", "asks", "stick", "remind", "interview", "circulate", "case", "sit_in",
)  # fmt: skip
"""What is drawn by luck under a name of its own: a trainer may fix any of these."""


def _draw_fields(scenario: Scenario, _state: State) -> tuple[Field, ...]:
    return (
        Field("who", (*(s for s in scenario.seats), *(j.id for j in scenario.injects), "discipline")),
        Field("what", _DRAWS),
        Field("value", tuple(range(1000))),
    )


TRAINER: dict[str, Deed] = {
    d.kind: d
    for d in (
        Deed("end_now", 0, _end_now),
        Deed("skip", 0, _skip, blocked=_skip_blocked),
        Deed("fix", 0, _fix, _draw_fields),
    )
}
