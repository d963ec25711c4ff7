"""How each role looks: one small drawing function a role, on a box of the widget's size."""

from collections.abc import Callable

from game.desktop.board import desk, table
from game.desktop.brush import BLACK, Brush
from game.desktop.dials import gauge, meter, stack, stairs
from game.desktop.geometry import Rect
from game.desktop.theme import mixed
from game.desktop.widget import Extent


def panel(brush: Brush) -> None:
    """A card of paper lying on the table; chips and notes on coloured paper lie flat."""
    radius = brush.unit
    if brush.look.paper != brush.theme.looks["page"].paper and not brush.theme.flat:
        brush.art.shadow(brush.box, radius, brush.unit * 3 // 2, brush.unit // 2, 62)
    brush.art.box(brush.box, brush.look.edge, radius)
    brush.art.box(brush.box.inset(brush.thin), brush.look.paper, radius - brush.thin)


def document(brush: Brush) -> None:
    """A page of an official paper: a second sheet below it, and the red double line across its head."""
    radius = max(1, brush.unit // 3)
    if not brush.theme.flat:
        brush.art.shadow(brush.box, radius, brush.unit * 2, brush.unit, 70)
        under = brush.box.moved(brush.unit // 2, brush.unit // 2)
        brush.art.box(under, brush.look.edge, radius)
        brush.art.box(under.inset(1), mixed(brush.look.paper, brush.look.edge, 30), radius)
    brush.art.box(brush.box, brush.look.edge, radius)
    brush.art.box(brush.box.inset(brush.thin), brush.look.paper, radius)


def rule(brush: Brush) -> None:
    """A hairline, or the thick and thin red line of an official document."""
    if brush.widget.data == "accent":
        thick = max(2, brush.unit * 2 // 5)
        brush.art.box(Rect(0, 0, brush.box.w, thick), brush.look.accent)
        brush.art.box(Rect(0, brush.box.h - 1, brush.box.w, 1), brush.look.accent)
    else:
        brush.art.box(Rect(0, brush.box.h // 2, brush.box.w, brush.thin), brush.look.edge)


def button(brush: Brush) -> None:
    """A key of card; the `primary` one is a red seal; one that is blocked has only a dashed edge."""
    radius, thin = brush.unit, brush.thin
    if not brush.widget.enabled:
        brush.art.box(brush.box, mixed(brush.look.paper, brush.look.edge, 12), radius // 2)
        brush.art.dashes(brush.box, brush.look.soft, thin, brush.unit)
        return
    seal = brush.widget.look == "primary"
    face = brush.look.paper
    if brush.widget.selected:
        face = mixed(face, brush.theme.brass, 0 if brush.theme.flat else 30)
    if brush.state == "hover" and not brush.theme.flat:
        face = mixed(face, (255, 255, 255), 10 if seal else 45)
    box = brush.box.moved(0, thin) if brush.state == "pressed" else brush.box
    if not brush.theme.flat and brush.state != "pressed":
        brush.art.shadow(box, radius, brush.unit * 3 // 4, brush.unit // 3, 70)
    brush.art.box(box, brush.look.edge, radius)
    brush.art.box(box.inset(thin * (2 if brush.state == "hover" else 1)), face, radius - thin)
    if seal:
        frame = box.inset(brush.unit // 2)
        brush.art.box(frame, brush.look.soft, radius - brush.unit // 2, max(1, thin // 2))
    if brush.widget.selected:
        brush.art.box(box.inset(brush.unit // 2), brush.look.ink, radius // 2, thin)


def tab(brush: Brush) -> None:
    """A divider's tab: the open one is paper with a red foot."""
    radius = brush.unit
    brush.art.box(brush.box, brush.look.edge, radius)
    lit = brush.widget.selected or brush.state != "rest"
    face = brush.look.paper if lit else mixed(brush.look.paper, brush.theme.looks["page"].paper, 70)
    brush.art.box(brush.box.inset(brush.thin), face, radius - brush.thin)
    if brush.widget.selected:
        foot = brush.unit // 2
        brush.art.box(Rect(0, brush.box.h - foot, brush.box.w, foot), brush.look.accent)


def field(brush: Brush) -> None:
    """A white box, sunk in."""
    brush.art.box(brush.box, brush.look.edge, brush.unit // 2)
    brush.art.box(brush.box.inset(brush.thin * 2), brush.look.paper, brush.unit // 2)


def plate(brush: Brush) -> None:
    """A card folded like a roof: its back edge, its face with a red frame, its shadow on the wood."""
    fold, side, box = brush.unit * 5 // 4, brush.unit, brush.box
    face = brush.look.paper
    if brush.state != "rest" and not brush.theme.flat:
        face = mixed(face, brush.theme.brass, 18)
    if not brush.theme.flat:
        stand = Rect(0, fold, box.w, box.h - fold)
        brush.art.shadow(stand, brush.unit // 2, brush.unit * 3 // 2, brush.unit, 95)
    back = mixed(brush.look.paper, BLACK, 16)
    brush.art.path([(side, 0), (box.w - side, 0), (box.w, fold), (0, fold)], brush.look.edge)
    brush.art.path([(side + 1, 1), (box.w - side - 1, 1), (box.w - 2, fold), (2, fold)], back)
    front = Rect(0, fold - 1, box.w, box.h - fold + 1)
    brush.art.box(front, brush.look.edge, max(1, brush.unit // 3))
    brush.art.box(front.inset(brush.thin), face, max(1, brush.unit // 4))
    if brush.widget.selected:
        brush.art.box(front.inset(-brush.unit // 2), brush.theme.brass, brush.unit // 2, brush.unit // 2)
        peak = box.w // 2
        brush.art.path([(peak - brush.unit, -brush.unit), (peak + brush.unit, -brush.unit),
                        (peak, fold // 2)], brush.look.edge)
    else:
        brush.art.box(front.inset(brush.unit // 2), brush.look.edge, 0, max(1, brush.thin // 2))


def ledger(brush: Brush) -> None:
    """An open book in cloth: two ruled pages and the fold between them."""
    unit, box = brush.unit, brush.box
    if not brush.theme.flat:
        brush.art.shadow(box, unit // 2, unit * 3 // 2, unit // 2, 80)
    brush.art.box(box, brush.look.edge, unit // 2)
    pages = box.inset(unit * 3 // 4, unit // 2)
    left, right = pages.columns((1, 1))
    for half in (left, right):
        brush.art.box(half, brush.look.paper, unit // 4)
    if not brush.theme.flat:
        ruling = mixed(brush.look.paper, brush.look.edge, 16)
        for y in range(pages.y + unit * 2, pages.bottom - unit // 2, unit * 3 // 2):
            brush.art.line((pages.x + unit // 2, y), (pages.right - unit // 2, y), ruling)
        for i in range(unit * 3 // 2):
            shade = mixed(brush.look.paper, BLACK, 26 - 26 * i // (unit * 3 // 2))
            for x in (left.right - 1 - i, right.x + i):
                brush.art.box(Rect(x, pages.y, 1, pages.h), shade)
    brush.art.box(Rect(left.right - 1, pages.y, 2, pages.h), brush.look.edge)


def cell(brush: Brush) -> None:
    """A square of a ruled sheet: dashed inside where all is not well, framed in brass while it is looked at."""
    face = brush.look.paper
    if brush.state != "rest" and not brush.theme.flat:
        face = mixed(face, brush.theme.brass, 18)
    brush.art.box(brush.box, brush.look.edge)
    brush.art.box(brush.box.inset(brush.thin), face)
    if brush.widget.look in ("warn", "bad"):
        brush.art.dashes(brush.box.inset(brush.unit // 2), brush.look.accent, brush.thin, brush.unit)
    if brush.widget.selected:
        brush.art.box(brush.box, brush.look.ink, 0, max(2, brush.unit // 2))
        brush.art.box(brush.box.inset(brush.unit // 2), brush.theme.brass, 0, max(2, brush.unit // 3))


def stamp(brush: Brush) -> None:
    """A square seal: a thick and a thin red frame."""
    brush.art.box(brush.box, brush.look.accent, brush.unit // 2, max(2, brush.unit // 2))
    brush.art.box(brush.box.inset(brush.unit * 3 // 4), brush.look.accent, brush.unit // 4, 1)


def bar(brush: Brush) -> None:
    """The bar beside a region that is longer than its window."""
    extent, track, width = brush.widget.data, brush.box, brush.box.w
    if not isinstance(extent, Extent) or not extent.furthest:
        return
    length = max(width * 3, track.h * extent.seen // extent.content)
    top = (track.h - length) * extent.offset // extent.furthest
    brush.art.box(track, mixed(brush.look.paper, brush.look.soft, 18), width // 2)
    brush.art.box(Rect(track.x, top, width, length), brush.look.soft, width // 2)


def tooltip(brush: Brush) -> None:
    """A dark slip with a light word on it, and with bars where something is explained."""
    if not brush.theme.flat:
        brush.art.shadow(brush.box, brush.unit, brush.unit, brush.unit // 2, 80)
    brush.art.box(brush.box, brush.look.edge, brush.unit)
    brush.art.box(brush.box.inset(brush.thin), brush.look.paper, brush.unit - brush.thin)
    if brush.widget.data:
        from game.desktop.picture import picture

        picture(brush)


def callout(brush: Brush) -> None:
    """A note of coloured paper with a corner that points at what it is about."""
    side, at = brush.widget.data if isinstance(brush.widget.data, tuple) else ("", 0)
    box, reach, half = brush.box, brush.unit * 3 // 2, brush.unit
    if not brush.theme.flat:
        brush.art.shadow(box, brush.unit, brush.unit, brush.unit // 2, 80)
    tips = {"up": [(at - half, 1), (at, -reach), (at + half, 1)],
            "down": [(at - half, box.h - 1), (at, box.h + reach), (at + half, box.h - 1)],
            "left": [(1, at - half), (-reach, at), (1, at + half)],
            "right": [(box.w - 1, at - half), (box.w + reach, at), (box.w - 1, at + half)]}  # fmt: skip
    face = mixed(brush.look.paper, (255, 255, 255), 40 if brush.state == "hover" and not brush.theme.flat else 0)
    brush.art.box(box, brush.look.edge, brush.unit)
    brush.art.box(box.inset(brush.thin), face, brush.unit - brush.thin)
    if side in tips:
        brush.art.path(tips[side], brush.look.edge)


def icon(brush: Brush) -> None:
    """Nothing but the icon itself, which the painter adds."""


Prop = Callable[[Brush], None]
PROPS: dict[str, Prop] = {
    "panel": panel, "document": document, "rule": rule, "button": button, "item": button, "tab": tab,
    "field": field, "plate": plate, "gauge": gauge, "meter": meter, "stack": stack, "stairs": stairs,
    "ledger": ledger, "cell": cell, "stamp": stamp, "bar": bar, "table": table, "desk": desk, "tooltip": tooltip,
    "callout": callout, "icon": icon,
}
