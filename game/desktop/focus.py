"""Where the keyboard stands and what the pointer means: pure questions to a list of widgets."""

from collections.abc import Sequence

from game.desktop.widget import Widget

ARROWS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def usable(widgets: Sequence[Widget]) -> list[Widget]:
    """The widgets of the page, or of the dialog that lies over it; never tooltips."""
    top = max((widget.layer for widget in widgets if widget.layer < 2), default=0)
    return [widget for widget in widgets if widget.layer == top]


def find(widgets: Sequence[Widget], id: str) -> Widget | None:
    """The widget of that id."""
    return next((widget for widget in widgets if id and widget.id == id), None)


def stops(widgets: Sequence[Widget]) -> list[Widget]:
    """Where Tab stops, in reading order: the order of the list."""
    return [widget for widget in usable(widgets) if widget.id and widget.focusable]


def first(widgets: Sequence[Widget]) -> str:
    """Where the keyboard starts: a field to fill in, a red button without a key, choice 1, else the first stop.

    A search can be left alone: it comes last.
    """
    reached = stops(widgets)
    fields = [w.id for w in reached if w.role == "field" and w.id != "search"]
    seals = [w.id for w in reached if w.look == "primary" and w.enabled and not w.key]
    ones = [w.id for w in reached if w.key == "1"]
    return next(iter((*fields, *seals, *ones)), following(widgets, ""))


def following(widgets: Sequence[Widget], current: str, step: int = 1) -> str:
    """The id Tab (`step` 1) or Shift+Tab (-1) leads to from `current`, round and round; empty if none."""
    ids = [widget.id for widget in stops(widgets)]
    if not ids:
        return ""
    if current not in ids:
        return ids[0 if step > 0 else -1]
    return ids[(ids.index(current) + step) % len(ids)]


def towards(widgets: Sequence[Widget], current: str, arrow: str) -> str:
    """The nearest stop in the direction of an arrow key, or `current` when there is none."""
    here = find(widgets, current)
    if here is None:
        return following(widgets, current)
    dx, dy = ARROWS[arrow]
    best, least = current, 0
    for widget in stops(widgets):
        ahead = (widget.rect.centre[0] - here.rect.centre[0]) * dx \
            + (widget.rect.centre[1] - here.rect.centre[1]) * dy
        aside = abs(widget.rect.centre[0] - here.rect.centre[0]) * abs(dy) \
            + abs(widget.rect.centre[1] - here.rect.centre[1]) * abs(dx)
        if ahead <= 0 or widget.id == current or widget.extent is not None:
            continue
        distance = ahead + 2 * aside
        if best == current or distance < least:
            best, least = widget.id, distance
    return best


def by_key(widgets: Sequence[Widget], key: str) -> Widget | None:
    """The widget a key activates directly."""
    return next((widget for widget in usable(widgets) if widget.key and widget.key == key), None)


def under(widgets: Sequence[Widget], point: tuple[int, int]) -> Widget | None:
    """The topmost widget at a point that can be used or that explains itself."""
    hits = (widget for widget in reversed(usable(widgets)) if widget.id and widget.seen.contains(point))
    return next((widget for widget in hits if widget.focusable and widget.extent is None), None)


def region(widgets: Sequence[Widget], id: str) -> Widget | None:
    """The scroll region with that id."""
    found = find(widgets, id)
    return found if found is not None and found.extent is not None else None


def region_at(widgets: Sequence[Widget], point: tuple[int, int]) -> Widget | None:
    """The scroll region under the pointer."""
    regions = (widget for widget in reversed(usable(widgets)) if widget.extent is not None)
    return next((widget for widget in regions if widget.rect.contains(point)), None)


def region_of(widgets: Sequence[Widget], current: str) -> Widget | None:
    """The scroll region the focus is in; else the first that can be scrolled."""
    here = find(widgets, current)
    if here is not None and here.region:
        return region(widgets, here.region)
    return next((widget for widget in usable(widgets)
                 if widget.extent is not None and widget.extent.furthest), None)


def revealing(widgets: Sequence[Widget], id: str) -> tuple[str, int] | None:
    """The region to scroll, and the offset, that bring a widget wholly into view; `None` if it is already."""
    widget = find(widgets, id)
    area = region(widgets, widget.region) if widget is not None else None
    if widget is None or area is None or area.id == id or area.extent is None:
        return None
    margin = widget.rect.h // 4
    if widget.rect.y < area.rect.y:
        return area.id, max(0, area.extent.offset + widget.rect.y - margin - area.rect.y)
    if widget.rect.bottom > area.rect.bottom:
        down = min(widget.rect.bottom + margin - area.rect.bottom, widget.rect.y - area.rect.y)
        return (area.id, min(area.extent.furthest, area.extent.offset + down)) if down > 0 else None
    return None
