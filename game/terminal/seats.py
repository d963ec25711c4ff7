"""Seats other than the lead that a person plays: the curtain, their own sheet, one posture and one exception."""

import os
import sys
from collections.abc import Iterable, Mapping
from shutil import get_terminal_size
from typing import Any

from game.rules import Action, Event, Option
from game.rules.view import AskView
from game.scenario.scenario import ACTS, Scenario
from game.session.posture import POSTURES, own, responded
from game.session.session import Session
from game.telling.heard import heard as told
from game.telling.name import full, level, seat, work
from game.telling.number import points
from game.telling.question import question
from game.telling.words import Words
from game.terminal.filling import pick
from game.terminal.page import heading, items, paragraph
from game.terminal.prompt import Prompt, numbered

_CURTAIN = 60
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


def curtain(prompt: Prompt, scenario: Scenario, who: str) -> None:
    """Clear what was shown, on a terminal what was scrolled away too, and wait until the keyboard has changed hands."""
    words = prompt.words
    prompt.say(*[""] * max(_CURTAIN, get_terminal_size().lines))
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        prompt.say(_CLEAR)
    ask = words("terminal.curtain", who=full(words, scenario, who), head=_person(words, scenario, who))
    *above, last = paragraph(ask)
    prompt.say(*above)
    prompt.read(last + " ")


def _person(words: Words, scenario: Scenario, who: str) -> str:
    """Return the name of the person behind a seat."""
    if who in scenario.index["peer"]:
        return words.text(scenario.peers[scenario.peer(who)].head)
    if who in scenario.index["leader"]:
        return words.text(scenario.leaders[scenario.leader(who)].title)
    return words.text(scenario.lead.role) if who == "lead" else full(words, scenario, who)


def heard(words: Words, scenario: Scenario, events: Iterable[Event], who: str) -> list[str]:
    """Return what a seat other than the lead has heard, as lines."""
    return items(told(words, scenario, events, who))


def answered(prompt: Prompt, session: Session, who: str, since: int = 0) -> Action:
    """Return a person's answer to the first question put to their seat; shows nothing another seat may not see.

    `since` is the moment from which on what was heard is told.
    """
    given = considered(prompt, session, who, since, back=False)
    assert given is not None
    return given


def considered(prompt: Prompt, session: Session, who: str, since: int = 0, back: bool = True) -> Action | None:
    """Return a person's answer as `answered` does; None where one may go `back` and did."""
    seen = session.view(who)
    ask, option = seen.asked[0], session.options(who)[0]
    words, scenario = prompt.words, session.scenario
    if who in scenario.index["peer"]:
        prompt.say(*_sheet(words, session, who))
    if who != "lead":
        prompt.say(*heard(words, scenario, (e for m in session.moments[since:] for e in m.events), who))
    title, _, text = question(words, scenario, ask.kind, ask.data).partition("\n")
    prompt.say("", heading(title) if text else "", *paragraph(text or title))
    if ask.kind == "respond":
        return _responded(prompt, scenario, option, ask.leaning)
    return _filled(prompt, session, option, ask, back)


def _filled(prompt: Prompt, session: Session, option: Option, ask: AskView, back: bool) -> Action | None:
    args: dict[str, Any] = {}
    for one in option.fields:
        lean = ask.leaning.get(one.name) if option.seat != "lead" else None
        args[one.name] = pick(prompt, session, ask.kind, one, args, back, lean, ask.data, option.seat)
        if args[one.name] is None:
            return None
    return option.fill(**args)


def _sheet(words: Words, session: Session, who: str) -> list[str]:
    """Return a peer's own sheet: what it cares about, where its red line runs, how busy it is."""
    scenario = session.scenario
    peer, mine = scenario.peers[scenario.peer(who)], session.view(who).peers[scenario.peer(who)]
    return [
        heading(words("terminal.your_seat", who=words.text(peer.name))),
        *items([
            words("terminal.own.interest", interest=words.text(peer.interest)),
            words("terminal.own.redline", redline=words.text(peer.redline)),
            words("terminal.own.load", load=points(mine.load or 0), trust=level(words, mine.trust),
                  lead=seat(words, scenario, "lead")),
        ]),
    ]  # fmt: skip


def _responded(
    prompt: Prompt, scenario: Scenario, option: Option, leaning: Mapping[str, Mapping[Any, int]]
) -> Action:
    """Ask for one posture for all workstreams, then for at most one exception."""
    words, mine = prompt.words, own(leaning)
    acts = [words("action.respond.one", work=work(words, scenario, w), act=words(f"act.{a}")) for w, a in mine.items()]
    lean = words("terminal.posture.lean", acts=words("list.between").join(acts))
    all_one = [words("terminal.posture.all", act=words(f"act.{a}"), about=words(f"act.{a}.about")) for a in ACTS]
    prompt.say(heading(words("terminal.posture")), *numbered([lean, *all_one]))
    posture, names = POSTURES[prompt.choose(len(POSTURES), back=False) or 0], list(mine)
    prompt.say(heading(words("terminal.exception")))
    prompt.say(*numbered([words("terminal.exception.none"), *(work(words, scenario, w) for w in names)]))
    at = prompt.choose(1 + len(names), back=False) or 0
    if not at:
        return responded(option, leaning, posture)
    prompt.say(*numbered([f"{words(f'act.{a}')}：{words(f'act.{a}.about')}" if words.lang != "en"
                          else f"{words(f'act.{a}')}: {words(f'act.{a}.about')}" for a in ACTS]))  # fmt: skip
    act = ACTS[prompt.choose(len(ACTS), back=False) or 0]
    return responded(option, leaning, posture, (names[at - 1], act))
