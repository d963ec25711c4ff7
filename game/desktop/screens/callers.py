"""Somebody who comes to the lead at a briefing with a condition, a favour to ask, or a wish for the big stick."""

from collections.abc import Sequence

from game.desktop.column import Choice, Column
from game.desktop.screens.play import Play
from game.desktop.screens.wishes import Pick, Proceed
from game.rules import Event
from game.rules.view import AskView
from game.telling import offer
from game.telling.bargain import judged, mine
from game.telling.package import table_of
from game.telling.question import question
from game.telling.story import story


def open_calls(page: Play) -> tuple[AskView, ...]:
    """The callers still waiting for the lead's answer."""
    return tuple(ask for ask in page.chair.seen.asked if ask.kind != "choose")


def call(page: Play, column: Column, ask: AskView) -> None:
    """What a caller wants; a condition beside what it is worth to the lead."""
    words, chair = page.words, page.chair
    title, _, text = question(words, chair.scenario, ask.kind, ask.data).partition("\n")
    with column.card("quiet", pad=3) as card:
        card.heading(title)
        card.rule("soft")
        card.text(text, "lead")
    table = table_of(chair.scenario, str(ask.data.get("table", "")))
    if table is not None:
        options = str(ask.data["package"]).split("+")
        column.text(mine(words, table, options), "small")
        for who, lines in judged(words, chair.scenario, chair.seen, table, options):
            column.text(words("said.of", who=who, text=words.listed(lines)), "small")


def answers(page: Play, column: Column, ask: AskView, picked: str) -> None:
    """The answers the lead can give; touching one marks it, touching it again stamps it."""
    field = page.chair.options[0].fields[0]
    column.space(1)
    for n, value in enumerate(field.choices):
        label = offer.value(page.words, page.chair.scenario, ask.kind, field.name, value, ask.data)
        wish = Proceed() if value == picked else Pick(value)
        column.item(Choice(f"answer{n}", label, wish, key=str(n + 1), selected=value == picked))


def told(page: Play, events: Sequence[Event]) -> tuple[str, ...]:
    """What came of an answer, line by line."""
    return tuple(line for e in events if (line := story(page.words, page.chair.scenario, e)))
