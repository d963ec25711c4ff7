"""The trainer's desk at the keyboard: the PIN, a board of who is awaited, and what the trainer may do."""

from collections.abc import Callable
from typing import Any

from game.rules import Blocked, IllegalAction
from game.rules.direct import CHOICE, CHOICES, NONE, TEXT, TITLE, touches
from game.session import desk
from game.session.marks import PAGES
from game.session.pin import fits
from game.session.seating import HUMAN, LEAD, MODEL
from game.session.session import Session
from game.telling import desk as told
from game.telling.name import full, seat
from game.telling.offer import blocked
from game.terminal.filling import filled
from game.terminal.page import heading, items
from game.terminal.prompt import Prompt, numbered

Work = Callable[[Prompt, Session], None]


def direct(prompt: Prompt, session: Session) -> None:
    """Ask for the PIN if there is one, then let the trainer do one thing after another until they go back."""
    kept = desk.pin_of(session)
    if kept and not fits(kept, prompt.secret(prompt.words("desk.pin.ask") + " ")):
        prompt.tell(prompt.words("desk.pin.wrong"))
        return
    while not session.over:
        words = prompt.words
        prompt.say("", *board(prompt, session))
        names = list(_WORKS)
        prompt.say(*numbered([words(f"desk.do.{name}") for name in names]))
        chosen = prompt.choose(len(names))
        if chosen is None:
            return
        try:
            _WORKS[names[chosen]](prompt, session)
        except IllegalAction as error:
            _refused(prompt, session, error.reason)


def board(prompt: Prompt, session: Session) -> list[str]:
    """Return where the game stands, and for each seat who plays it and what it is awaited for."""
    words, state, scenario = prompt.words, session.state, session.scenario
    stands = desk.stands(session)
    asked: dict[str, tuple[str, ...]] = {}
    for ask in state.asked:
        asked[ask.seat] = (*asked.get(ask.seat, ()), ask.kind)
    title = words("desk.stands", turn=state.turn, turns=scenario.length.turns, phase=words(f"phase.{state.phase}"))
    lines = [heading(words("desk.title"), title)]
    if stands.paused:
        lines += items([words.sentences(words("desk.mark.pause"), words("desk.because", why=stands.why)
                                        if stands.why else "")], "‖")  # fmt: skip
    for id in scenario.seats:
        if id != desk.TRAINER:
            who = told.player(words, _who(session, id))
            wait = told.awaited(words, scenario, asked, id)
            row = words("desk.row", seat=seat(words, scenario, id), who=who)
            lines += items([f"{row}  ← {wait}" if wait else row])
    return lines


def _who(session: Session, id: str) -> str:
    return HUMAN if id in session.people else desk.stands(session).seats.get(id, MODEL)


def _reason(prompt: Prompt) -> str:
    return prompt.text(prompt.words("desk.why") + " ")


def _refused(prompt: Prompt, session: Session, why: Blocked) -> None:
    prompt.tell(blocked(prompt.words, session.scenario, why))


def _skip(prompt: Prompt, session: Session) -> None:
    desk.order(session, "skip", _reason(prompt))
    desk.lead_on(session)


def _stand_in(prompt: Prompt, session: Session) -> None:
    id = _seat(prompt, session, tuple(dict.fromkeys(a.seat for a in session.state.asked)))
    if id:
        desk.order(session, "stand_in", _reason(prompt), seat=id)


def _hand(prompt: Prompt, session: Session) -> None:
    id = _seat(prompt, session, tuple(s for s in session.scenario.seats if s != desk.TRAINER))
    if not id:
        return
    ways = (HUMAN, "bot:steady" if id == LEAD else MODEL)
    prompt.say(*numbered([told.player(prompt.words, who) for who in ways]))
    n = prompt.choose(len(ways))
    if n is not None:
        desk.hand_over(session, id, ways[n], _reason(prompt))
        desk.lead_on(session)


def _seat(prompt: Prompt, session: Session, ids: tuple[str, ...]) -> str:
    """Return one of these seats; "" if there is none, or the trainer went back."""
    if not ids:
        prompt.tell(prompt.words("desk.nobody"))
        return ""
    prompt.say(*numbered([full(prompt.words, session.scenario, id) for id in ids]))
    n = prompt.choose(len(ids))
    return "" if n is None else ids[n]


def _pause(prompt: Prompt, session: Session) -> None:
    (desk.go_on if session.paused else desk.pause)(session, _reason(prompt))


def _take_back(prompt: Prompt, session: Session) -> None:
    done = desk.take_back(session, _reason(prompt))
    prompt.tell(prompt.words("desk.taken_back" if done else "desk.nothing_back"))


def _inject(prompt: Prompt, session: Session) -> None:
    option = next(o for o in session.options(desk.TRAINER) if o.kind == "inject")
    if option.blocked is not None:
        _refused(prompt, session, option.blocked)
        return
    action = filled(prompt, session, option)
    if action is not None:
        desk.order(session, "inject", _reason(prompt), **action.args)


def _improvise(prompt: Prompt, session: Session) -> None:
    words = prompt.words
    why = desk.blocked(session, "improvise")
    if why is not None:
        _refused(prompt, session, why)
        return
    title = prompt.text(words("desk.write.title") + " ")[:TITLE]
    if not title:
        return
    text, codes = prompt.text(words("desk.write.text") + " ")[:TEXT], touches(session.scenario)
    written = list[tuple[str, str]]()
    for n in CHOICES:
        choice = prompt.text(words("desk.write.choice", n=n) + " ")[:CHOICE]
        if not choice:
            break
        written.append((choice, _effect(prompt, session, codes)))
    desk.improvise(session, title, text, written, _reason(prompt))


def _effect(prompt: Prompt, session: Session, codes: tuple[str, ...]) -> str:
    """Return what a choice moves: first what and which way, then whose."""
    words, kinds = prompt.words, dict[str, list[str]]()
    for code in codes:
        stock, _, rest = code.partition(".")
        kinds.setdefault(f"{stock}.{rest.rpartition('.')[2]}" if rest else code, []).append(code)
    of = words("desk.touch.somebody")
    prompt.say(*numbered([words("desk.touch.none") if kind == NONE else words(f"desk.touch.{kind}", of=of)
                          for kind in kinds]))  # fmt: skip
    found = list(kinds.values())[prompt.choose(len(kinds), back=False) or 0]
    if len(found) == 1:
        return found[0]
    prompt.say(*numbered([told.effect(words, session.scenario, code) for code in found]))
    return found[prompt.choose(len(found), back=False) or 0]


def _note(prompt: Prompt, session: Session) -> None:
    notes = desk.stands(session).notes
    if notes:
        prompt.say(*items(prompt.words("desk.note", line=n.line, turn=n.turn, text=n.text) for n in notes))
        prompt.tell(prompt.words("desk.note.how"))
    text = prompt.text(prompt.words("desk.write.note") + " ")
    head, _, rest = text.partition(" ")
    of = int(head[1:]) if head[:1] == "#" and head[1:].isdecimal() and len(head) < 8 else 0
    found = of if any(n.line == of for n in notes) else 0
    if text:
        desk.note(session, rest.strip() if found else text, found)


def _fix(prompt: Prompt, session: Session) -> None:
    option = next(o for o in session.options(desk.TRAINER) if o.kind == "fix")
    action = filled(prompt, session, option)
    if action is not None:
        args: dict[str, Any] = dict(action.args)
        desk.order(session, "fix", _reason(prompt), **args)


def _page(prompt: Prompt, session: Session) -> None:
    prompt.say(*numbered([prompt.words(f"desk.page.{page}") for page in PAGES]))
    n = prompt.choose(len(PAGES))
    if n is not None:
        desk.show(session, PAGES[n])


def _end(prompt: Prompt, session: Session) -> None:
    prompt.tell(prompt.words("desk.end.ask"))
    if prompt.choose(1) is not None:
        desk.order(session, "end_now", _reason(prompt))


_WORKS: dict[str, Work] = {
    "skip": _skip, "stand_in": _stand_in, "hand": _hand, "pause": _pause, "back": _take_back, "inject": _inject,
    "improvise": _improvise, "note": _note, "fix": _fix, "page": _page, "end": _end,
}  # fmt: skip
"""What can be done at the desk, in the order of the keys."""
