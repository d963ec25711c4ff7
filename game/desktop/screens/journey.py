"""Which screen may follow which: one shared machine; screens are made, and imported, when they are reached."""

from functools import cache
from importlib import import_module
from typing import Any, cast

from game.desktop.screens.page import Page

_TABLED = ("curtain", "seat", "round", "direct")
"""The screens of a table where several persons sit."""
_ASKING = ("title", "library", "shelf", "setup", "table", "filling", "briefing", *_TABLED)
"""The screens after which somebody else may be awaited."""

_ARROWS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("browse", ("title", "briefing", "table", "evening", "debrief", "setup", *_TABLED), "library"),
    ("brief", ("title", "library", "evening", "preview", "shelf", "replay", "setup", *_TABLED), "briefing"),
    ("sit", ("title", "library", "briefing", "dossier", "filling", "answer", "files", "preview", "shelf",
             "replay", *_TABLED), "table"),
    ("meet", ("table", "files"), "dossier"),
    ("open", ("table", "dossier"), "files"),
    ("fill", ("table", "dossier", "files"), "filling"),
    ("hear", ("table", "filling", "dossier", *_TABLED), "answer"),
    ("close", ("table", *_TABLED), "evening"),
    ("judge", ("title", "library", "evening", "preview", "shelf", *_TABLED), "debrief"),
    ("recall", ("title", "library"), "shelf"),
    ("rewind", ("shelf", "debrief"), "replay"),
    ("compare", ("shelf", "debrief"), "classroom"),
    ("wonder", ("debrief", "replay"), "whatif"),
    ("recast", ("whatif",), "another"),
    ("compose", ("another",), "instead"),
    ("set_up", ("library",), "setup"),
    ("pass_on", _ASKING, "curtain"),
    ("gather", _ASKING, "round"),
    ("unveil", ("curtain", "round"), "seat"),
    ("direct", ("table", "briefing", "evening", "curtain", "round", "seat"), "direct"),
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
