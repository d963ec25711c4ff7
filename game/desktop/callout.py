"""A slip that points at one thing on the screen: which to show, and where it lies without covering what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from game.desktop.column import Column
from game.desktop.focus import usable
from game.desktop.geometry import Rect
from game.desktop.theme import TARGET
from game.desktop.widget import Widget

if TYPE_CHECKING:
    from game.desktop.screen import Screen
    from game.desktop.sheet import Sheet

ID = "callout"
WORDS = (16, 11, 8)     # ems of text on a line: the widest that covers least
PRESSED = 8     # how much worse it is to cover what can be pressed than what can be read


class Callout(NamedTuple):
    """`widget` is the id, or its beginning, of what it points at; `action` is wanted when it is put away.

    One that is `lasting` is learnt for good once the moment for it has passed.
    """

    key: str
    widget: str
    text: str
    action: object
    lasting: bool = False


def point(screen: Screen, sheet: Sheet) -> Callout | None:
    """Lay the first of the screen's callouts that has something to point at on the sheet, and return it."""
    shown = usable(sheet.widgets)
    for callout in screen.callouts():
        target = _target(shown, callout.widget)
        slip = _placed(sheet, callout, target, shown) if target is not None else None
        if slip is not None:
            sheet.put(slip)
            return callout
    return None


def _target(shown: Sequence[Widget], id: str) -> Widget | None:
    """The widget of that id, else the first whose id begins with it; it must be wholly in sight."""
    found = [w for w in shown if w.id == id] or [w for w in shown if w.id.startswith(id)]
    return next((w for w in found if w.seen.h >= w.rect.h * 3 // 4 and w.seen.w), None)


def _placed(sheet: Sheet, callout: Callout, target: Widget, shown: Sequence[Widget]) -> Widget | None:
    """The slip beside its target where it covers least; None where there is no room beside it."""
    bounds, gap = sheet.page(0.5), sheet.unit(2)
    found = []
    for slip in (_slip(sheet, callout, ems) for ems in WORDS):
        for at, side in _places(target.seen, slip.rect, gap):
            rect = Rect(*at, *slip.rect.size).within(bounds)
            if bounds.encloses(rect) and not rect.overlaps(target.seen):
                covered = sum(_cost(widget, rect) for widget in shown if widget.id != target.id)
                found.append((covered, slip, rect, side))
    if not found:
        return None
    _, slip, rect, side = min(found, key=lambda one: one[0])
    across = target.seen.centre
    along = across[0] - rect.x if side in ("up", "down") else across[1] - rect.y
    most = rect.w if side in ("up", "down") else rect.h
    tip = max(gap, min(most - gap, along))
    return slip.moved(rect.x, rect.y)._replace(data=(side, tip), layer=max(w.layer for w in shown))


def _places(target: Rect, size: Rect, gap: int) -> Iterator[tuple[tuple[int, int], str]]:
    """Where the slip may lie, and to which side it then points."""
    xs = (target.x, target.centre[0] - size.w // 2, target.right - size.w)
    ys = (target.y, target.centre[1] - size.h // 2, target.bottom - size.h)
    yield from (((x, target.bottom + gap), "up") for x in xs)
    yield from (((x, target.y - size.h - gap), "down") for x in xs)
    yield from (((target.right + gap, y), "left") for y in ys)
    yield from (((target.x - size.w - gap, y), "right") for y in ys)


def _cost(widget: Widget, rect: Rect) -> int:
    """How much it costs to cover a widget: that of it which can be read, and more if it can be pressed."""
    if not (widget.lines or widget.interactive):
        return 0
    covered = widget.seen.common(rect)
    return covered.w * covered.h * (PRESSED if widget.interactive else 1)


def _slip(sheet: Sheet, callout: Callout, ems: int) -> Widget:
    """The slip at (0, 0): its words, so many ems a line, and a cross to put it away."""
    pad, ruler = sheet.unit(1.5), sheet.ruler
    cross = max(TARGET, ruler.width("strong", "×") + 2 * pad)
    room = min(ems * ruler.size("body"), sheet.page().w - cross - pad)
    column = Column(sheet, Rect(pad, pad, room, 0), [], "warn")
    lines = column.lines(callout.text, "body", "ink", column.rect)
    width = max(ruler.width("body", line.text) for line in lines) + pad + cross
    height = max(TARGET, len(lines) * ruler.height("body") + 2 * pad)
    lift = (height - len(lines) * ruler.height("body")) // 2 - pad
    lines = tuple(line._replace(y=line.y + lift) for line in lines)
    mark = column.lines("×", "strong", "soft", Rect(width - cross, pad + lift, cross, 0), "centre")
    return Widget(ID, "callout", Rect(0, 0, width, height), name=callout.text, lines=(*lines, *mark), look="warn",
                  action=callout.action)  # fmt: skip
