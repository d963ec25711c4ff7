"""What stands on a screen: a flat list of values that painters draw, keys walk through and tests read."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from game.desktop.geometry import Rect
from game.desktop.theme import LookName, StyleName, Tone

Role = Literal["panel", "document", "label", "heading", "rule", "button", "item", "tab", "field", "plate",
               "gauge", "meter", "stack", "stairs", "ledger", "cell", "stamp", "scroll", "log", "bar", "table",
               "desk", "picture", "veil", "tooltip", "callout", "icon"]


class Line(NamedTuple):
    """One line of type, already broken, with the top left corner of its line box in window pixels."""

    text: str
    x: int
    y: int
    style: StyleName = "body"
    tone: Tone = "ink"


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a scroll region has been moved: offset, height of its content, height seen (pixels)."""

    offset: int
    content: int
    seen: int

    @property
    def furthest(self) -> int:
        """The largest offset that makes sense."""
        return max(0, self.content - self.seen)


class Widget(NamedTuple):
    """One thing on the screen. Later ones lie over earlier ones; Tab follows the order of the list.

    `name` and `value` are what a screen reader says. `action` is any value: whoever handles the screen gets
    it back when the widget is activated; `None` is not interactive. `why` is any value that the screen can
    turn into a sentence (see `Screen.explain`), `hint` is that sentence ready made. `key` is a key that
    activates it. `level` is in thousandths. `data` is a hashable value for the painter of the role, `icon`
    one of `icons.ICONS` drawn at its left edge. `region`
    names the scroll region it moves with. `layer` is 0 for the page, 1 for a dialog, 2 for a tooltip: only
    the highest of the first two can be used. `sent` is how far away, in pixels, that comes from which is passed over
    when its screen is reached.
    """

    id: str
    role: Role
    rect: Rect
    name: str = ""
    value: str = ""
    lines: tuple[Line, ...] = ()
    look: LookName = "page"
    action: object = None
    enabled: bool = True
    selected: bool = False
    why: object = None
    hint: str = ""
    key: str = ""
    level: int | None = None
    data: Hashable = None
    icon: str = ""
    region: str = ""
    clip: Rect | None = None
    layer: int = 0
    sent: tuple[int, int] | None = None

    @property
    def text(self) -> str:
        """All its lines as one text."""
        return "\n".join(line.text for line in self.lines)

    @property
    def interactive(self) -> bool:
        """Whether it can be activated, be it only to hear why it is blocked."""
        return self.action is not None or self.role == "field"

    @property
    def extent(self) -> Extent | None:
        """How far it is scrolled, if it is a scroll region."""
        return self.data if self.role in ("scroll", "log") and isinstance(self.data, Extent) else None

    @property
    def focusable(self) -> bool:
        """Whether Tab stops here: what is interactive, what explains itself, and what can be scrolled."""
        if self.extent is not None:
            return self.extent.furthest > 0
        return self.interactive or bool(self.hint) or self.why is not None

    @property
    def seen(self) -> Rect:
        """The part of the rectangle that is not clipped away."""
        return self.rect if self.clip is None else self.rect.common(self.clip)

    def moved(self, dx: int, dy: int, **changes: Any) -> "Widget":
        """The same elsewhere, with its lines, and with other fields changed; the clip stays where it is."""
        if dx or dy:
            lines = tuple([Line(line.text, line.x + dx, line.y + dy, line.style, line.tone) for line in self.lines])
            changes |= {"rect": self.rect.moved(dx, dy), "lines": lines}
        return self._replace(**changes) if changes else self
