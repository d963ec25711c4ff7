"""What a screen of a game points at: the author's hints for this moment, then what one meets for the first time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.desktop.callout import Callout
from game.desktop.intent import Learn
from game.desktop.screens.wishes import Away

if TYPE_CHECKING:
    from game.desktop.screens.play import Play

USUAL = ("caller", "spent", "table", "blocked", "why")
"""What is told once to whoever meets it for the first time."""


def guide(page: Play) -> tuple[Callout, ...]:
    """The callouts for a screen, the most particular first; none where hints are not wanted."""
    settings = page.desk.settings
    if not settings.hints:
        return ()
    usual = (one for one in _first_times(page) if one.key not in settings.learnt)
    return (*_authored(page), *usual)


def _authored(page: Play) -> Iterator[Callout]:
    """The author's hints that hold and have not been put away."""
    scenario = page.chair.scenario
    for hint in page.chair.hints:
        key = f"{scenario.id}.{hint.id}"
        if hint.screen == page.name and key not in page.desk.away:
            yield Callout(key, hint.widget, page.words.text(hint.text), Away(key))


def _first_times(page: Play) -> Iterator[Callout]:
    """What is met for the first time on this screen: its name in the catalogue, and what it points at."""
    seen, options = page.chair.seen, page.chair.options
    if page.name == "briefing" and seen.asked and seen.asked[0].kind != "choose":
        yield _usual(page, "caller", "choice")
    if page.name != "table":
        return
    if not page.chair.energy[0]:
        yield _usual(page, "spent", "end")
    blocked = next((option for option in options if option.blocked is not None), None)
    if seen.turn == 1:
        yield _usual(page, "table", "seat")
    elif blocked is not None and seen.turn > 1:
        yield _usual(page, "blocked", f"deed.{blocked.kind}")
    if seen.turn > 1:
        yield _usual(page, "why", "heat")


def _usual(page: Play, key: str, widget: str) -> Callout:
    return Callout(key, widget, page.words(f"guide.{key}"), Learn(key), lasting=True)
