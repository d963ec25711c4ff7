"""The trainer's desk: everything a trainer may do with a running game, each a line of its recording.

A reason, where one is given, stands in the line as `why`.
"""

from collections.abc import Sequence
from typing import Any

from game.rules import Action, Event
from game.rules.action import Blocked
from game.rules.direct import CHOICES, NONE
from game.session.bots import briefed
from game.session.marks import PAGES, Marks, marks
from game.session.pin import pin_in
from game.session.seating import HUMAN, LEAD, known, player
from game.session.session import Session

TRAINER = "trainer"


def stands(session: Session) -> Marks:
    """Return who sits where, whether the game is paused, the projector's page and the notes."""
    return marks(session.recording.header, session.recording.lines)


def pin_of(session: Session) -> str:
    """Return what is kept of the PIN the desk was locked with; "" where no desk was set up."""
    return pin_in(session.recording.header)


def directed(session: Session) -> bool:
    """Tell whether there is a trainer: a desk with a PIN, a trainer's seat, or a pause that somebody has to end."""
    return bool(pin_of(session)) or TRAINER in session.people or session.paused


def awaited(session: Session) -> tuple[str, ...]:
    """Return the seats the game waits for: those asked, else the lead, who plans."""
    asked = tuple(dict.fromkeys(a.seat for a in session.state.asked))
    return () if session.over else asked or (LEAD,)


def order(session: Session, kind: str, why: str = "", **args: Any) -> tuple[Event, ...]:
    """Do one of the trainer's deeds (`rules.deeds.TRAINER`); IllegalAction changes nothing."""
    return session.do(Action(TRAINER, kind, {**args, **_reason(why)}))


def improvise(session: Session, title: str, text: str, choices: Sequence[tuple[str, str]] = (), why: str = "") -> None:
    """Bring in an inject written on the spot, with up to three choices and what each moves; IllegalAction."""
    rows = [*choices, *[("", NONE)] * len(CHOICES)][: len(CHOICES)]
    filled = {f"{name}{n}": row[i] for n, row in enumerate(rows, 1) for i, name in enumerate(("choice", "effect"))}
    order(session, "improvise", why, title=title, text=text, **filled)


def hand_over(session: Session, seat: str, who: str, why: str = "") -> tuple[Event, ...]:
    """Give a seat to a person, a bot or the model from now on; what it is asked it answers at once, if it is no person.

    ValueError for a seat or a player there is none of.
    """
    if seat not in session.scenario.seats or seat == TRAINER or not known(seat, who):
        raise ValueError(f"{seat}={who}")
    _mark(session, "seat", why, seat=seat, who=who)
    session.people = session.people | {seat} if who == HUMAN else session.people - {seat}
    bot, others = player(seat, who), {s: b for s, b in session.players.items() if s != seat}
    session.players = others if bot is None else {**others, seat: briefed(bot, session.scenario)}
    return session.settle()


def lead_on(session: Session) -> tuple[Event, ...]:
    """Where no person leads, let the lead's bot plan until a person is awaited or the turn is over."""
    events, turn = session.settle(), session.state.turn
    while LEAD not in session.people and not session.state.asked and not session.over and session.state.turn == turn:
        bot = session.players.get(LEAD) or player(LEAD, "bot")
        assert bot is not None
        events += session.do(bot(session.view(LEAD), session.options(LEAD)))
    return events


def pause(session: Session, why: str = "") -> None:
    """Stop the game: till it goes on only the trainer may act. Time in the game is turns only, so none is lost."""
    _mark(session, "pause", why)
    session.paused = True


def go_on(session: Session, why: str = "") -> tuple[Event, ...]:
    """Let a paused game go on."""
    _mark(session, "go_on", why)
    session.paused = False
    return session.settle()


def show(session: Session, page: str) -> None:
    """Turn the projector to one of `PAGES`; ValueError for another."""
    if page not in PAGES:
        raise ValueError(page)
    _mark(session, "page", "", page=page)


def note(session: Session, text: str, of: int = 0) -> None:
    """Write a private note, bound to this turn and line; `of` is the line of an earlier one that it corrects."""
    _mark(session, "note", "", text=text, **({"of": of} if of else {}))


def take_back(session: Session, why: str = "") -> bool:
    """Go back to before the last thing a person or the trainer did; tell whether there was any."""
    people = {*session.people, TRAINER}
    at = next((i for i in range(len(session.moments) - 1, 0, -1) if (done := session.moments[i].action) is not None
               and done.seat in people), 0)  # fmt: skip
    if at:
        session.back_to(at, TRAINER, why)
        session.settle()
    return bool(at)


def blocked(session: Session, kind: str) -> Blocked | None:
    """Say why the trainer cannot do a deed of this kind now, whatever its fields; None if it can."""
    return next((o.blocked for o in session.options(TRAINER) if o.kind == kind), Blocked("game_over"))


def _mark(session: Session, kind: str, why: str, **args: Any) -> None:
    session.recording.mark(kind, {**args, **_reason(why)}, session.state)


def _reason(why: str) -> dict[str, str]:
    return {"why": why.strip()} if why.strip() else {}
