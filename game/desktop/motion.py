"""What moves while one picture becomes the next: levels rise and fall, seals come down, papers pass from a plate.

Only the picture moves: what can be used, and where, is the new screen from its first moment on.
"""

from collections.abc import Sequence
from typing import NamedTuple

from game.desktop.widget import Role, Widget

LASTS = 0.4         # seconds
FALL = 12           # grid steps a seal comes down
LEVELS = ("gauge", "meter")


class Motion(NamedTuple):
    """The way from one picture to another, begun at `began` (seconds of the window's clock)."""

    began: float
    levels: dict[tuple[Role, str], int]
    arriving: bool
    unit: int

    def share(self, now: float) -> float:
        """How much of the way is done, 0 to 1: quick at first, slow at the end."""
        left = 1 - min(1.0, max(0.0, (now - self.began) / LASTS))
        return 1 - left**3

    def over(self, now: float) -> bool:
        """Whether all has come to rest."""
        return now >= self.began + LASTS

    def picture(self, widgets: Sequence[Widget], now: float) -> Sequence[Widget]:
        """The new picture as it looks on its way."""
        done = self.share(now)
        return [self._on_its_way(widget, done) for widget in widgets]

    def _on_its_way(self, widget: Widget, done: float) -> Widget:
        start = self.levels.get((widget.role, widget.name))
        if start is not None and widget.level is not None:
            widget = widget._replace(level=round(start + (widget.level - start) * done))
        if not self.arriving:
            return widget
        dx, dy = widget.sent or (0, 0)
        if widget.role == "stamp":
            dy -= FALL * self.unit
        if not dx and not dy:
            return widget
        x, y = round(dx * (1 - done)), round(dy * (1 - done))
        clip = widget.clip.moved(x, y) if widget.clip is not None and widget.sent else widget.clip
        return widget.moved(x, y, clip=clip)


def motion(before: Sequence[Widget], after: Sequence[Widget], arriving: bool, unit: int, now: float) -> Motion | None:
    """The way from `before` to `after`; None where nothing moves. `arriving` when another screen has been reached.

    A level is known again by its role and name: below a dialog there are no ids.
    """
    were = {(widget.role, widget.name): widget.level for widget in before if widget.role in LEVELS}
    levels = {(widget.role, widget.name): were[widget.role, widget.name] or 0 for widget in after
              if widget.level not in (None, were.get((widget.role, widget.name), widget.level))}  # fmt: skip
    comes = arriving and any(widget.sent or widget.role == "stamp" for widget in after)
    return Motion(now, levels, arriving, unit) if levels or comes else None
