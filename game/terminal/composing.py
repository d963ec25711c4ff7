"""Putting a package together at the keyboard: option by option, issue by issue, beside what is known of the others."""

from collections.abc import Sequence

from game.scenario.table import Table
from game.session.session import Session
from game.telling.bargain import judged, mine, own_worth, theirs
from game.telling.offer import field, value
from game.telling.package import offered, option, shut
from game.terminal.page import heading, item, items, paragraph
from game.terminal.prompt import Prompt, numbered


def compose(
    prompt: Prompt, session: Session, viewer: str, kind: str, name: str, names: Sequence[str], table: Table, back: bool
) -> str | None:
    """Return the package (or "" where none may be named) a person puts together; None if they went back."""
    words, scenario = prompt.words, session.public(viewer)
    title = field(words, scenario, kind, name)
    settled: list[str] = []
    while len(settled) < len(table.issues):
        at = len(settled)
        able = offered(table, names, at, settled)
        rows = [words.text(option(table, at, id).name) + f" · {own_worth(words, table, at, id, viewer)}" for id in able]
        none = [value(words, scenario, kind, name, "")] if "" in names and not at else []
        prompt.say(heading(f"{title} · {words.text(table.issues[at].name)}"), *numbered([*rows, *none]))
        for _, label, why in shut(words, scenario, table, names, at):
            prompt.say(*paragraph(words("terminal.closed", label=label, why=why), "     ", "       "))
        n = prompt.choose(len(rows) + len(none), back or at > 0)
        if n is None and not settled:
            return None
        if n is None:
            settled.pop()
        elif n == len(rows):
            return ""
        else:
            settled.append(able[n])
    _weigh(prompt, session, viewer, table, settled)
    return "+".join(settled)


def several(
    prompt: Prompt, session: Session, kind: str, name: str, names: Sequence[str], table: Table, most: int
) -> list[str] | None:
    """Return one package or a few, put together one after another; None if the person went back from the first."""
    words = prompt.words
    found: list[str] = []
    while len(found) < most:
        rest = [n for n in names if n not in found]
        made = compose(prompt, session, "lead", kind, name, rest, table, back=True) if rest else None
        if made is None:
            return found or None
        found.append(made)
        if len(found) < most and len(rest) > 1:
            prompt.say(heading(words("terminal.another")))
            prompt.say(*numbered([words("terminal.another.no"), words("terminal.another.yes")]))
            if prompt.choose(2, back=False) == 0:
                break
    return found


def known(prompt: Prompt, session: Session, table: Table) -> None:
    """Say what the lead knows of every other party's wishes at the table."""
    words, scenario = prompt.words, session.public("lead")
    prompt.say(heading(words("table.known")))
    for who, lines in theirs(words, scenario, session.view("lead"), table):
        prompt.say(*item(who), *(part for line in lines for part in paragraph(line, "     ", "     ")))


def _weigh(prompt: Prompt, session: Session, viewer: str, table: Table, settled: Sequence[str]) -> None:
    """Say what the finished package is worth to oneself and, to the lead, what is known of the others' minds."""
    words, scenario = prompt.words, session.public(viewer)
    lines = [mine(words, table, settled, viewer)]
    if viewer == "lead":
        told = judged(words, scenario, session.view("lead"), table, settled)
        lines += [words("said.of", who=who, text=words.listed(texts)) for who, texts in told]
    prompt.say(*items(lines, "▸"))
