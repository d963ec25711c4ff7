"""Where a game goes on once something was done: to whoever is awaited, then to what came of it."""

from collections.abc import Callable

from game.desktop.screens.chair import Chair
from game.desktop.screens.journey import go
from game.desktop.screens.page import Page

MODE, CLASS, HOT = "mode", "class", "hot"
"""A recording's option: whether a class answers on one screen, or one seat after another behind a curtain."""

Then = Callable[[Page, Chair], Page]
"""What is shown once nobody else is awaited."""


def onward(page: Page, chair: Chair, then: Then) -> Page:
    """The screen for the seats of other persons that are awaited, or the curtain of a pause; else what comes `then`."""
    if chair.session.over or not (chair.awaited or chair.session.paused):
        return then(page, chair)
    if whole_class(chair) and not chair.session.paused:
        return go(page, "gather", chair=chair, then=then, cue="page")
    return go(page, "pass_on", chair=chair, then=then, cue="page")


def whole_class(chair: Chair) -> bool:
    """Whether the teams answer on one screen."""
    options = chair.session.recording.header.get("options")
    return isinstance(options, dict) and options.get(MODE) == CLASS


def settled(since: Chair) -> Then:
    """The evening of the turn if it has been carried out since, else wherever the game stands."""
    before, turn = since.seen, since.seen.turn

    def then(page: Page, chair: Chair) -> Page:
        carried = chair.seen.turn > turn or (chair.session.over and before.phase != "debrief")
        if carried and any(event.kind == "planned" for event in chair.evening):
            return go(page, "close", chair=chair, before=chair.before, events=chair.evening, cue="bell")
        return go(page, chair.screen_trigger, chair=chair, cue="page")

    return then


def heard(since: Chair, tab: str) -> Then:
    """What came of a deed, on its stamped page."""
    count = len(since.heard)
    return lambda page, chair: go(page, "hear", chair=chair, events=chair.heard[count:], tab=tab)
