"""The widgets told to screen readers, through AccessKit where that is installed (extra `a11y`).

AccessKit asks from threads of its own, and an exception there would end the process: whatever it asks is answered from
a snapshot that is never changed, and nothing it calls lets an exception out.
"""

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from game.desktop.focus import find, usable
from game.desktop.geometry import Rect
from game.desktop.widget import Role, Widget

ROOT = 0
NOTES = ("tooltip", "callout")
TOLD: dict[Role, str] = {
    "label": "LABEL", "heading": "HEADING", "button": "BUTTON", "item": "BUTTON", "plate": "BUTTON", "tab": "TAB",
    "field": "TEXT_INPUT", "gauge": "METER", "meter": "METER", "ledger": "GROUP", "stamp": "LABEL",
    "picture": "IMAGE", "document": "GROUP", "panel": "GROUP", "scroll": "SCROLL_VIEW", "log": "LOG",
    "tooltip": "TOOLTIP", "cell": "BUTTON", "stack": "IMAGE", "stairs": "IMAGE", "callout": "NOTE",
}  # fmt: skip
"""What each role is called there; a role that is not here is only to be looked at."""


class Node(NamedTuple):
    """One thing to be told: `key` names it from picture to picture, `level` is 0–100 where it has one."""

    key: str
    role: str
    name: str
    value: str
    hint: str
    rect: Rect
    level: int | None
    shortcut: str
    selected: bool
    enabled: bool
    pressable: bool


def told(widgets: Sequence[Widget]) -> tuple[Node, ...]:
    """What can be told of a picture, in reading order: of the page, or of the dialog over it, and any note."""
    notes = [widget for widget in widgets if widget.role in NOTES and widget.layer == 2]
    shown = [widget for widget in (*usable(widgets), *notes) if widget.role in TOLD and (widget.name or widget.lines)]
    return tuple(_node(widget, f"#{n}") for n, widget in enumerate(shown))


def _node(widget: Widget, number: str) -> Node:
    level = None if widget.level is None or widget.role not in ("gauge", "meter") else (widget.level + 5) // 10
    return Node(widget.id or number, TOLD[widget.role], widget.name or widget.text, widget.value, widget.hint,
                widget.rect, level, widget.key, widget.selected, widget.enabled, widget.interactive)  # fmt: skip


class Reader:
    """A listener for screen readers on the open window; `ask` is given "focus" or "click" and the id of a widget."""

    def __init__(self, kit: Any, window: int, title: str, ask: Callable[[str, str], object]) -> None:
        self._kit, self._title, self._ask = kit, title, ask
        self._numbers: dict[str, int] = {}
        self._shown: tuple[tuple[Node, ...], str] = ((), "")
        self._adapter = self._made(window)

    def show(self, widgets: Sequence[Widget], focus: str) -> None:
        """The picture has changed."""
        shown = told(widgets), focus if find(widgets, focus) is not None else ""
        if shown == self._shown:
            return
        self._shown = shown
        events = self._adapter.update_if_active(self._tree)
        if events is not None:      # where the system hears of changes by events
            events.raise_events()

    def awake(self, has_focus: bool) -> None:
        """The window has gained or lost the keyboard."""
        if sys.platform == "darwin":
            events = self._adapter.update_view_focus_state(has_focus)
            if events is not None:
                events.raise_events()
        elif os.name == "posix":
            self._adapter.update_window_focus_state(has_focus)

    def _made(self, window: int) -> Any:
        if sys.platform == "darwin":
            self._kit.macos.add_focus_forwarder_to_window_class("SDLWindow")
            return self._kit.macos.SubclassingAdapter.for_window(window, self._tree, self._asked)
        if os.name == "nt":
            return self._kit.windows.SubclassingAdapter(window, self._tree, self._asked)
        return self._kit.unix.Adapter(self._tree, self._asked, lambda: None)

    def _number(self, key: str) -> int:
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def _tree(self) -> Any:
        """The snapshot as AccessKit wants it; an empty window rather than an exception."""
        try:
            return self._whole()
        except Exception:       # nothing may leave a callback of AccessKit: it would end the game
            return self._update([], ROOT)

    def _whole(self) -> Any:
        nodes, focus = self._shown
        listed = [(self._number(node.key), self._as_kit(node)) for node in nodes]
        known = {node.key for node in nodes}
        return self._update(listed, self._number(focus) if focus in known else ROOT)

    def _update(self, listed: list[tuple[int, Any]], focus: int) -> Any:
        root = self._kit.Node(self._kit.Role.WINDOW)
        root.set_label(self._title)
        root.set_children([number for number, _ in listed])
        update = self._kit.TreeUpdate(focus)
        tree = self._kit.Tree(ROOT)
        tree.toolkit_name = "qiantou"
        update.tree = tree
        update.nodes = [(ROOT, root), *listed]
        return update

    def _as_kit(self, node: Node) -> Any:
        kit, rect = self._kit, node.rect
        made = kit.Node(getattr(kit.Role, node.role))
        made.set_bounds(kit.Rect(rect.x, rect.y, rect.right, rect.bottom))
        if node.role in ("LABEL", "TOOLTIP"):
            made.set_value(node.name)
        else:
            made.set_label(node.name)
            if node.value:
                made.set_value(node.value)
        if node.role in ("TOOLTIP", "NOTE"):
            made.set_live(kit.Live.POLITE)
        if node.hint:
            made.set_description(node.hint)
        if node.level is not None:
            made.set_numeric_value(node.level)
            made.set_min_numeric_value(0)
            made.set_max_numeric_value(100)
        if node.shortcut:
            made.set_keyboard_shortcut(node.shortcut)
        if node.role == "TAB":
            made.set_selected(node.selected)
        if node.pressable:
            made.add_action(kit.Action.FOCUS)
            made.add_action(kit.Action.CLICK)
            if not node.enabled:
                made.set_disabled()
        return made

    def _asked(self, request: Any) -> None:
        """A screen reader wants something focused or pressed; what it names may be gone by now."""
        try:
            wishes = {self._kit.Action.FOCUS: "focus", self._kit.Action.CLICK: "click"}
            keys = [key for key, number in self._numbers.items() if number == request.target]
            if request.action in wishes and keys:
                self._ask(wishes[request.action], keys[0])
        except Exception:       # as above
            return


def reader(window: int, title: str, ask: Callable[[str, str], object]) -> Reader | None:
    """A listener on the system's window of this number; None where AccessKit is not installed or cannot listen."""
    try:
        import accesskit
    except ImportError:
        return None
    try:
        return Reader(accesskit, window, title, ask)
    except Exception:           # no accessibility bus: the game is played without one
        return None
