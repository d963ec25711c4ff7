"""The history of dealings with a seat, turn by turn, newest first."""

from game.desktop.column import Column
from game.desktop.screens.play import Play
from game.scenario.scenario import ACTS
from game.telling import name
from game.telling.dealings import dealings
from game.telling.story import story


def history(page: Play, column: Column, seat: str) -> None:
    """Each turn with what passed between the two, and how the seat was seen to act."""
    words, scenario = page.words, page.chair.scenario
    found = dealings(scenario, page.chair.heard, seat)
    if not found:
        column.text(page.say("people.nodealings"))
    for one in found:
        with column.row(2, 13, least=3, gap=2) as (left, right):
            left.heading(page.say("notes.turn", turn=one.turn), "strong", "accent")
            for n, event in enumerate(one.events):
                if line := story(words, scenario, event):
                    counted = any(char.isdigit() for char in line)
                    right.text(line, "small", id=f"dealt{one.turn}.{n}" if counted else "",
                               hint=page.say("people.then") if counted else "")  # fmt: skip
            for act, works in one.acts.items():
                named = words.listed([name.work(words, scenario, work) for work in works])
                right.text(page.say("people.acts", act=page.act(ACTS.index(act)), works=named), "small", "soft")
        column.rule()
