"""The live preview at the keyboard: findings, how the game stands, and a line of commands while the file is watched."""

from collections.abc import Callable
from dataclasses import dataclass, field

from game.lint.account import counted, hurdles, news, skipped, standing, status, step, when
from game.lint.preview import Preview
from game.lint.report import text as report
from game.rules import Action, IllegalAction, Option
from game.scenario.expression import Name
from game.study.rehearsal import Played, asked
from game.study.value import shown, stored, typed
from game.study.why import KINDS, Why, whys
from game.telling.finding import worder
from game.telling.menu import ordered
from game.telling.offer import blocked
from game.telling.words import Words
from game.terminal.board import menu, table
from game.terminal.filling import explained, filled
from game.terminal.page import heading, item, items, paragraph
from game.terminal.prompt import Leave, Out, Prompt, number
from game.terminal.seats import considered

Wait = Callable[[float], str | None]
"""The next line typed, None when none was typed for so many seconds; EOFError at the end of input."""
POLL = 0.5
COMMANDS = {
    "turn": ("turn", "回合"), "bot": ("bot", "机器人", "機器人"), "do": ("do", "做"), "why": ("why", "为何", "為何"),
    "set": ("set", "设", "設"), "undo": ("undo", "撤", "撤回"), "steps": ("steps", "动作", "動作"),
    "table": ("table", "看"), "findings": ("findings", "发现", "發現"), "help": ("help", "帮助", "幫助", "h", "?"),
    "quit": ("quit", "退"),
}  # fmt: skip
"""What may be typed, in every language at once; a Chinese word needs no space behind it."""


def told(words: Words, seen: Preview) -> list[str]:
    """Return the findings, then how the game stands."""
    lines = report(seen.findings, worder(words.raw), {str(seen.path): seen.text}).split("\n") if seen.findings else []
    lines += paragraph(words.sentences(standing(words, seen), counted(words, seen)))
    if seen.game is not None:
        lines += _now(words, seen)
        if seen.skipped:
            lines += paragraph(words("preview.skipped", n=len(seen.skipped)))
            lines += [line for p in seen.skipped for line in item(_step(words, seen, p))]
    return lines


def _now(words: Words, seen: Preview) -> list[str]:
    """When it is, what has just happened, and whether the lead is asked something."""
    lines = paragraph(when(words, seen))
    lines += items(news(words, seen))
    return [*lines, *(paragraph(words("preview.text.asked")) if asked(seen.state) else ())]


def _step(words: Words, seen: Preview, played: Played) -> str:
    """What the author did and when, and why it does not apply if it does not."""
    what = words("preview.step", turn=played.step.turn, what=step(words, seen, played))
    if why := skipped(words, seen, played):
        return words("said.of", who=what, text=words("preview.step.skipped", why=why))
    return what if played.at >= 0 else what + words("preview.step.later")


def preview(seen: Preview, words: Words, wait: Wait, out: Out = print) -> Preview:
    """Watch a file and obey commands until its author leaves; return the preview as it was left."""
    desk = _Desk(seen, wait, out)
    desk.prompt = Prompt(words, desk.ask, out)
    desk.prompt.say(*told(words, seen))
    desk.prompt.tell(words("preview.text.help"))
    try:
        while True:
            desk.obey(desk.prompt.read(words("preview.text.prompt")))
    except Leave:
        return desk.seen


@dataclass
class _Desk:
    """The preview as it stands, and the keyboard; while an action is put together the file is not looked at."""

    seen: Preview
    wait: Wait
    out: Out
    busy: bool = False
    prompt: Prompt = field(init=False)

    @property
    def words(self) -> Words:
        return self.prompt.words

    def ask(self, prompt: str) -> str:
        """Return the next line typed; tell every save that comes before it."""
        self.out(prompt)
        while (line := self.wait(POLL)) is None:
            if not self.busy and (seen := self.seen.look()) is not self.seen:
                self.seen = seen
                self.prompt.say("", heading(self.words("preview.text.saved")), *told(self.words, seen), prompt)
        return line

    def obey(self, text: str) -> None:
        """Do what was typed."""
        if not text:
            return
        name, rest = _command(text)
        if name == "quit":
            raise Leave
        if name == "help":
            self.prompt.tell(self.words("preview.text.help"))
        elif name == "findings":
            self.prompt.say(*told(self.words, self.seen))
        elif not name:
            unknown = self.words("preview.text.unknown", text=text)
            self.prompt.tell(self.words.sentences(unknown, self.words("preview.text.help")))
        elif self.seen.game is None:
            self.prompt.tell(self.words("preview.text.no_game"))
        else:
            getattr(self, f"_{name}")(rest)

    def _moved(self, seen: Preview) -> None:
        self.seen = seen
        self.prompt.say(*_now(self.words, seen))

    def _turn(self, rest: str) -> None:
        self._go(rest, self.seen.turn_to)

    def _bot(self, rest: str) -> None:
        self._go(rest, self.seen.bot_to)

    def _go(self, rest: str, to: Callable[[int], Preview]) -> None:
        """Go to the turn that was typed, to the next one if none was; say so where it is no turn."""
        turn = number(rest) if rest else self.seen.state.turn + 1
        if turn is None:
            self.prompt.tell(self.words("preview.text.no_turn", text=rest))
        else:
            self._moved(to(turn))

    def _undo(self, _rest: str) -> None:
        before = self.seen
        self._moved(before.undo())
        if self.seen is before:
            self.prompt.tell(self.words("preview.text.no_undo"))

    def _steps(self, _rest: str) -> None:
        lines = [_step(self.words, self.seen, p) for p in self.seen.played.steps]
        self.prompt.say(heading(self.words("preview.steps")), *items(lines or [self.words("preview.no_steps")]))

    def _table(self, _rest: str) -> None:
        session = self.seen.session()
        self.prompt.say(*table(self.words, session.public(), session.view()))

    def _why(self, id: str) -> None:
        found = [w for w in whys(self.seen.scenario, self.seen.played.moments) if id in ("", w.id)]
        if not found:
            self.prompt.tell(self.words("preview.text.no_id", id=id))
        for kind in KINDS:
            some = [w for w in found if w.kind == kind]
            if some:
                self.prompt.say(heading(self.words(f"preview.kind.{kind}")))
                self.prompt.say(*(line for w in some for line in self._told_why(w, bool(id))))

    def _told_why(self, why: Why, whole: bool) -> list[str]:
        words = self.words
        title = words("preview.text.why", title=words.text(why.title), id=why.id, status=status(words, why))
        lines = item(title)
        for depth, line in hurdles(words, self.seen, why) if whole else ():
            margin = " " * (5 + 2 * depth)
            lines += paragraph(line, margin, margin + "  ")
        return lines

    def _set(self, rest: str) -> None:
        words, known = self.words, self.seen.good.names if self.seen.good else {}
        label, _, text = rest.partition("=" if "=" in rest else " ")
        label = label.strip()
        name = known.get(label)
        if name is None or name.place is None:
            self.prompt.tell(words("preview.text.no_value", name=label))
            return
        value = typed(name, text)
        if value is None or stored(name, value) is None:
            self.prompt.tell(words("preview.text.bad_value", name=label, value=text, have=_may(words, name)))
            return
        self.seen = self.seen.set_value(label, value)
        self.prompt.tell(words("preview.text.set", name=label, value=shown(name.read(self.seen.state))))

    def _do(self, rest: str) -> None:
        """Put an action together as the game's own terminal does, and do it."""
        if self.seen.over:
            self.prompt.tell(self.words("preview.text.over"))
            return
        self.busy = True
        try:
            action = self._composed(rest)
            if action is not None:
                self._moved(self.seen.do(action))
        except IllegalAction as error:
            self.prompt.tell(blocked(self.words, self.seen.scenario, error.reason))
        finally:
            self.busy = False

    def _composed(self, rest: str) -> Action | None:
        session = self.seen.session()
        if session.state.asked:
            return considered(self.prompt, session, "lead")
        offered: list[Option] = ordered(session.options())
        n = number(rest)
        if n is None or not 1 <= n <= len(offered):
            self.prompt.say(*menu(self.words, session.scenario, offered, 0, 1))
            chosen = self.prompt.choose(len(offered))
            if chosen is None:
                return None
            n = chosen + 1
        if offered[n - 1].blocked is not None:
            explained(self.prompt, session, offered[n - 1])
            return None
        return filled(self.prompt, session, offered[n - 1])


def _command(text: str) -> tuple[str, str]:
    """Return which command a line is ("" for none) and what stands behind its word."""
    for name, spelled in COMMANDS.items():
        for word in sorted(spelled, key=len, reverse=True):
            rest = text.removeprefix(word)
            if rest != text and (not rest or rest[0] == " " or not word.isascii()):
                return name, rest.strip()
    return "", text


def _may(words: Words, name: Name) -> str:
    """Return what a value may be."""
    if name.type == "number":
        return words("preview.text.range", low=f"{name.low or 0:g}", high=f"{name.high or 0:g}")
    return words("list.between").join(name.choices or ("true", "false"))
