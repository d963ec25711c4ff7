"""The notebook: the tables, promises owed, the leading group, papers issued, and what has happened, newest first."""

from game.desktop.column import Column
from game.desktop.faces import meter
from game.desktop.screens.play import Play
from game.rules import Event
from game.telling.bargain import deadline, standing
from game.telling.package import table_name
from game.telling.story import story

LEFT_OUT = ("planned", "inject", "attend", "fixed", "skipped")
TURNS = 3


def notes(page: Play, column: Column) -> None:
    """What is pending first, then the story."""
    seen, scenario, words = page.chair.seen, page.chair.scenario, page.words
    _tables(page, column)
    for owed in seen.owed:
        promise = scenario.promises[owed.promise]
        with column.card("warn", pad=1.5) as card:
            card.text(page.say("notes.promise", who=page.seat(scenario.peers[promise.to].id)), "strong")
            card.text(words.text(promise.text), "small")
            card.text(page.say("notes.due", when=page.moment(owed.due)), "small", "soft")
    if seen.group is not None:
        column.text(page.say(f"group.{seen.group.stage}"), "strong")
    if seen.papers:
        column.text(page.say("notes.papers", count=len(seen.papers)), "small", "soft")
    for turn, lines in reversed(chronicle(page)[-TURNS:]):
        column.space(2)
        column.text(page.say("notes.turn", turn=turn), "strong", "accent")
        for line in lines or [page.say("notes.nothing")]:
            column.text(line, "small")


def _tables(page: Play, column: Column) -> None:
    """What each bargaining table stands at, and how far the lead's mandate goes."""
    seen, scenario, words = page.chair.seen, page.chair.scenario, page.words
    for table in seen.tables:
        with column.card("paper", id=f"table.{table.id}", pad=1.5) as card:
            card.text(table_name(words, scenario, table.id), "strong")
            card.text(standing(words, scenario, table), "small")
            if until := deadline(words, scenario, seen, table.id):
                card.text(until, "small", "soft")
    about = page.say("mandate.about")
    column.draw(meter(column.sheet, "mandate", page.say("mandate"), seen.mandate, page.percent(seen.mandate),
                      column.rect.w, look="page", hint=about))  # fmt: skip


def chronicle(page: Play) -> list[tuple[int, list[str]]]:
    """What happened, by turn."""
    found: list[tuple[int, list[str]]] = []
    for event in page.chair.heard:
        if event.kind == "turn":
            found.append((event.data["turn"], []))
        elif found and event.kind not in LEFT_OUT and (line := _line(page, event)):
            found[-1][1].append(line)
    return found


def _line(page: Play, event: Event) -> str:
    return story(page.words, page.chair.scenario, event)
