"""The game at the keyboard: one loop that asks whoever's turn it is, and tells what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from game.rules import Action, Event, Option, View, hints
from game.scenario.scenario import Scenario
from game.session.bots import LEADS
from game.session.desk import directed
from game.session.recording import RecordingError
from game.session.session import Session
from game.study.debrief import debrief
from game.telling.closing import closing
from game.telling.evening import evening
from game.telling.glossary import glossary
from game.telling.menu import pages
from game.telling.paper import document as roles_of
from game.telling.story import story
from game.telling.trouble import trouble
from game.telling.words import Words
from game.terminal.board import menu, table
from game.terminal.desk import direct
from game.terminal.filling import confirmed, explained, filled
from game.terminal.opening import document, title_page
from game.terminal.page import heading, items
from game.terminal.prompt import Ask, Leave, Out, Prompt, number
from game.terminal.seats import answered, curtain, heard
from game.terminal.why import explain_one

_LOG = 60
_PAPERS = 4


def play(session: Session, words: Words, ask: Ask = input, out: Out = print) -> None:
    """Play a session at the keyboard to its debrief, or until the player leaves; the recording is closed at the end."""
    game = _Game(session, Prompt(words, ask, out))
    try:
        game.run()
    except Leave:
        game.left()
    finally:
        session.recording.close()


class _TrainerCalled(Exception):
    """Somebody typed the trainer's key."""


def _call_trainer() -> list[str]:
    raise _TrainerCalled


@dataclass(slots=True)
class _Game:
    """One sitting: what has been told already, who holds the keyboard, and the page of actions shown."""

    session: Session
    prompt: Prompt
    told: int = 0
    holder: str = "lead"
    page: int = 0
    before: View | None = None
    looked: dict[str, int] = field(default_factory=dict)
    hinted: set[str] = field(default_factory=set)

    @property
    def scenario(self) -> Scenario:
        """The scenario being played."""
        return self.session.scenario

    def run(self) -> None:
        """Show the title, then ask seat after seat until the game is over."""
        self.prompt.commands.update({"h": self._help, "g": self._glossary, "l": self._log, "p": self._papers})
        if directed(self.session):
            self.prompt.commands["t"] = _call_trainer
        self.prompt.say(*title_page(self.prompt.words, self.scenario))
        self.prompt.enter()
        self.told = self._last_plan()
        while not self.session.over:
            try:
                self._turn()
            except _TrainerCalled:
                self._direct()
        self._news()
        self._debrief()

    def _turn(self) -> None:
        """Let the seat whose turn it is do one thing; nobody while the game is paused."""
        people = self.session.people
        if self.session.paused:
            self.prompt.tell(self.prompt.words("desk.paused"))
            self.prompt.enter()
            return
        awaited = next((a.seat for a in self.session.state.asked if a.seat in people), None)
        if awaited is not None:
            self._hand_to(awaited)
            if awaited == "lead":
                self._news()
            since = self.looked.get(awaited, 0)
            self.looked[awaited] = len(self.session.moments)
            if awaited == "lead":
                self._hint("briefing.choice")
            self._do(answered(self.prompt, self.session, awaited, since))
        elif "lead" in people:
            self._hand_to("lead")
            self._news()
            self._plan()
        else:
            bot = self.session.players.get("lead") or LEADS["steady"](0)
            self._do(bot(self.session.view("lead"), self.session.options("lead")))

    def _hand_to(self, seat: str) -> None:
        if seat != self.holder:
            self.holder = seat
            curtain(self.prompt, self.scenario, seat)

    def _do(self, action: Action) -> None:
        """Do an action; a recording that cannot be written is told, and the action asked for again."""
        try:
            self.session.do(action)
        except RecordingError as error:
            self.prompt.tell(trouble(self.prompt.words, error, self.scenario))
            self.prompt.enter()

    def _plan(self) -> None:
        """Show the table and take one line: an action by number, or a command."""
        words, seen = self.prompt.words, self.session.view("lead")
        self.prompt.say(*table(words, self.session.public("lead"), seen))
        shown = pages(self.session.options("lead"), end=True)
        self.page %= len(shown)
        offered = shown[self.page]
        self.prompt.say(*menu(words, self.scenario, offered, self.page, len(shown)))
        self._hint("table")
        keys = words("terminal.keys.plan", n=len(offered))
        text = self.prompt.read(words("terminal.prompt", keys=keys))
        if text == "m":
            self.page += 1
        elif text == "b" and self.page:
            self.page -= 1
        elif text == "u":
            self._undo()
        elif text == "?":
            explain_one(self.prompt, self.session, "lead")
            self.prompt.enter()
        elif text:
            self._chosen(text, offered, keys)

    def _hint(self, place: str) -> None:
        """Tell the first of the author's hints for a place that was not told before, in one line."""
        words = self.prompt.words
        for hint in () if not self.session.advisor else hints(self.session.public("lead"), self.session.view("lead")):
            if f"{hint.screen}.{hint.widget}".startswith(place) and hint.id not in self.hinted:
                self.hinted.add(hint.id)
                self.prompt.tell(words("guide.line", text=words.text(hint.text)))
                return

    def _direct(self) -> None:
        """Draw the curtain, let the trainer to the desk, and draw it again for whoever comes next."""
        self.holder = "trainer"
        curtain(self.prompt, self.scenario, "trainer")
        direct(self.prompt, self.session)
        self.told = min(self.told, len(self.session.moments))

    def _chosen(self, text: str, offered: list[Option], keys: str) -> None:
        """Carry out what was typed: "3" does action 3, "? 3" explains it."""
        asks = text.startswith("?")
        n = number(text.removeprefix("?").strip())
        if n is None or not 1 <= n <= len(offered):
            self.prompt.bad(keys)
            return
        option = offered[n - 1]
        if asks or option.blocked is not None:
            explained(self.prompt, self.session, option)
            self.prompt.enter()
            return
        action = filled(self.prompt, self.session, option)
        if action is not None and confirmed(self.prompt, self.session, option, action):
            self.before = self.session.view("lead") if action.kind == "end_turn" else self.before
            self.page = 0
            self._do(action)

    def _undo(self) -> None:
        words = self.prompt.words
        done = self.session.undo()
        self.told = min(self.told, len(self.session.moments))
        self.prompt.tell(words("terminal.undone" if done else "terminal.not_undone"))

    def _last_plan(self) -> int:
        """Return the moment that closed the last plan: a game taken up again opens on the report of that turn."""
        moments = self.session.moments
        return max((n for n, m in enumerate(moments) if any(e.kind == "planned" for e in m.events)), default=0)

    def _news(self) -> None:
        """Tell the lead what happened since it last looked: the evening report, then the next briefing."""
        events = [e for m in self.session.moments[self.told :] for e in m.events]
        self.told = len(self.session.moments)
        cut = next((n for n, e in enumerate(events) if e.kind in ("turn", "end")), None)
        if cut is None or not any(e.kind == "planned" for e in events[:cut]):
            self._tell(events)
            return
        cut += events[cut].kind == "end"
        self._evening(events[cut:])
        self._tell(events[cut:])

    def _evening(self, later: list[Event]) -> None:
        """Show the report on everything that has happened but for what came `later`."""
        words = self.prompt.words
        events = [e for m in self.session.moments for e in m.events]
        events = events[: len(events) - len(later)]
        report = evening(words, self.scenario, events, "lead", self.before)
        self.prompt.say("", heading(words("terminal.evening")))
        self.prompt.say(*items(report.changes or [words("terminal.quiet")], "●"))
        if report.rest and self.prompt.read(words("terminal.rest", n=len(report.rest))) == "r":
            self.prompt.say(*items(report.rest))
            self.prompt.enter()

    def _tell(self, events: Iterable[Event]) -> None:
        """Tell events one by one; an inject that puts a choice is told when it is asked."""
        told = [
            text
            for e in events
            if e.seen_by("lead") and e.kind != "turn" and not (e.kind == "inject" and self._is_choice(e))
            for text in (story(self.prompt.words, self.scenario, e),)
            if text
        ]
        self.prompt.say(*(["", *items(told)] if told else []))

    def _is_choice(self, event: Event) -> bool:
        return bool(self.scenario.injects[self.scenario.index["inject"][event.data["inject"]]].choices)

    def _help(self) -> list[str]:
        words = self.prompt.words
        return [heading(words("terminal.help")), *items(words(f"terminal.help.{n}") for n in (1, 2, 3, 4))]

    def _glossary(self) -> list[str]:
        words = self.prompt.words
        return [heading(words("terminal.glossary")), *items(glossary(words))]

    def _papers(self) -> list[str]:
        """Return the latest documents, in full."""
        words, papers = self.prompt.words, self.session.state.papers[-_PAPERS:]
        lines = [heading(words("terminal.papers")), *([] if papers else [words("terminal.papers.none")])]
        for paper in papers:
            lines += ["", *document(words, roles_of(words, self.scenario, paper))]
        return lines

    def _log(self) -> list[str]:
        """Return the latest of what the seat at the keyboard may know happened."""
        words = self.prompt.words
        events = [e for m in self.session.moments for e in m.events]
        if self.holder != "lead":
            return [heading(words("terminal.log")), *heard(words, self.scenario, events, self.holder)]
        told = [text for e in events if e.seen_by("lead") and (text := story(words, self.scenario, e))][-_LOG:]
        return [heading(words("terminal.log")), *items(told or [words("terminal.log.empty")])]

    def _debrief(self) -> None:
        """Show the ending and the questions, wait, then show the answers."""
        words = self.prompt.words
        for n, (title, lines) in enumerate(closing(words, self.scenario, debrief(self.scenario, self.session.moments))):
            if n == _QUESTIONS_FIRST:
                self.prompt.enter()
            self.prompt.say("", heading(title), *items(lines))
        if self.session.recording.path is not None:
            self.prompt.say("", words("terminal.demo.path", path=self.session.recording.path))
            self.prompt.tell(words("terminal.finished"))

    def left(self) -> None:
        """Say where the game is kept and how to go on with it."""
        words, path = self.prompt.words, self.session.recording.path
        self.prompt.say("", *([words("terminal.demo.path", path=path)] if path else []))
        self.prompt.tell(words("terminal.saved" if path else "terminal.not_saved"))


_QUESTIONS_FIRST = 2
"""Sections of the debrief shown before Enter: the ending, and the questions."""
