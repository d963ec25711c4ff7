"""A bot plays the lead, and the story is printed turn by turn; the result and the recording come last."""

from collections.abc import Iterable

from game.rules import Event
from game.scenario.scenario import Scenario
from game.session.bots import Bot, briefed
from game.session.session import Session
from game.study.debrief import debrief
from game.telling.closing import closing
from game.telling.evening import evening
from game.telling.name import date
from game.telling.number import points
from game.telling.offer import action
from game.telling.story import story
from game.telling.words import Words
from game.terminal.opening import title_page
from game.terminal.page import heading, items, paragraph
from game.terminal.prompt import Out

_OF_THE_EVENING = frozenset({"act", "ledger", "public", "promise", "paper_group", "backlog", "end", "planned", "turn"})


def demo(session: Session, words: Words, bot: Bot, out: Out = print) -> None:
    """Play the session out with a bot, and print the story, the debrief, the result and where the recording is."""
    scenario = session.scenario
    bot = briefed(bot, scenario)
    lines = title_page(words, scenario)[:-1] + _turn_title(words, session)
    lines += _told(words, scenario, (e for m in session.moments for e in m.events))
    for line in lines:
        out(line)
    while not session.over:
        for line in _one_deed(session, words, bot):
            out(line)
    for line in _result(session, words):
        out(line)


def _one_deed(session: Session, words: Words, bot: Bot) -> list[str]:
    """Let the bot do one thing; return what it did and what came of it, and after a turn the evening report."""
    scenario, seen = session.scenario, session.view("lead")
    deed = bot(seen, session.options("lead"))
    data = seen.asked[0].data if seen.asked else None
    lines = paragraph(action(words, scenario, deed, data), " ▸ ", "   ")
    events = session.do(deed)
    if deed.kind != "end_turn":
        return [*lines, *_told(words, scenario, events)]
    so_far = [e for m in session.moments for e in m.events]
    report = evening(words, scenario, so_far, "lead", seen)
    lines += ["", heading(words("terminal.evening")), *items(report.changes, "●")]
    if session.over:
        return lines
    start = next(n for n, e in enumerate(events) if e.kind == "turn")
    return [*lines, *_turn_title(words, session), *_told(words, scenario, events[start:])]


def _turn_title(words: Words, session: Session) -> list[str]:
    state = session.state
    return ["", heading(date(words, session.scenario, state.day, state.turn))]


def _told(words: Words, scenario: Scenario, events: Iterable[Event]) -> list[str]:
    """Return the events the lead may know of, but for those that the evening report and the titles tell."""
    seen = (e for e in events if e.seen_by("lead") and e.kind not in _OF_THE_EVENING)
    return [line for e in seen for line in paragraph(story(words, scenario, e), "   ", "   ") if line.strip()]


def _result(session: Session, words: Words) -> list[str]:
    """Return the debrief, the result in one line, and where the recording is."""
    scenario, found = session.scenario, debrief(session.scenario, session.moments)
    lines: list[str] = []
    for title, texts in closing(words, scenario, found):
        lines += ["", heading(title), *items(texts)]
    ending = scenario.endings[scenario.index["ending"][found.ending]]
    told = words(
        "terminal.demo.result", ending=words.text(ending.title), grade=ending.grade, mark=points(found.mark.value)
    )
    lines += ["", *paragraph(told)]
    path = session.recording.path
    return [*lines, words("terminal.demo.path", path=path)] if path is not None else lines
