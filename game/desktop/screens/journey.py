"""Which screen may follow which: one shared machine; screens are made, and imported, when they are reached."""

from functools import cache
from importlib import import_module
from typing import Any, cast

from game.desktop.screens.page import Page

_ARROWS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("browse", ("title", "briefing", "table", "evening", "debrief"), "library"),
    ("brief", ("title", "library", "evening", "preview", "shelf", "replay"), "briefing"),
    ("sit", ("title", "library", "briefing", "dossier", "filling", "answer", "files", "preview", "shelf",
             "replay"), "table"),
    ("meet", ("table", "files"), "dossier"),
    ("open", ("table", "dossier"), "files"),
    ("fill", ("table", "dossier", "files"), "filling"),
    ("hear", ("table", "filling", "dossier"), "answer"),
    ("close", ("table",), "evening"),
    ("judge", ("title", "library", "evening", "preview", "shelf"), "debrief"),
    ("recall", ("title", "library"), "shelf"),
    ("rewind", ("shelf",), "replay"),
)


class _Holder:
    """What the shared machine moves: the bare name of a screen."""

    state = ""


@cache
def _machine() -> Any:
    from transitions import Machine

    names = {name for _, sources, dest in _ARROWS for name in (*sources, dest)}
    built = Machine(model=None, states=sorted(names), initial=None, auto_transitions=False, send_event=True)
    for trigger, sources, dest in _ARROWS:
        built.add_transition(trigger, list(sources), dest)
    return built


@cache
def follow(screen: str, trigger: str) -> str:
    """The name of the screen `trigger` leads to; transitions.MachineError where it leads nowhere."""
    holder = _Holder()
    holder.state = screen
    _machine().events[trigger].trigger(holder)
    return holder.state


def go(page: Page, trigger: str, **given: Any) -> Page:
    """The screen `trigger` leads to from `page`, on the same desk."""
    name = follow(page.name, trigger)
    made = getattr(import_module(f"game.desktop.screens.{name}"), name.capitalize())
    return cast(Page, made(desk=page.desk, **given)).opened()
