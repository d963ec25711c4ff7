"""The oval table: a plate for everybody who sits round it, with the mark and the word of what each means to do."""

from dataclasses import replace

from game.desktop.column import Choice, Column
from game.desktop.faces import gauge, meter, plate
from game.desktop.geometry import Rect
from game.desktop.screens.play import Play
from game.desktop.screens.wishes import Meet
from game.desktop.sheet import Sheet
from game.desktop.table import Seating, seating
from game.desktop.widget import Widget
from game.rules.view import PeerView
from game.telling import name

ASIDE = ("office", "discipline")


def mood(page: Play, view: PeerView) -> str:
    """What a department means to do this turn, in a mark and a word; else what it did last, as far as it looked."""
    known = [act for act in view.intents if act is not None and act >= 0]
    if known:
        return page.act(max(sorted(known, reverse=True), key=known.count))
    past = [act for act in view.acts if act >= 0]
    if past:
        return page.say("seat.before", act=page.act(max(sorted(past, reverse=True), key=past.count)))
    return page.act(None)


def moods(page: Play, view: PeerView) -> str:
    """The same for each workstream, one a line."""
    scenario = page.chair.scenario
    rows = []
    for work, intent, act in zip(scenario.works, view.intents, view.acts, strict=True):
        if scenario.peer(view.id) in work.parties:
            past = page.say("seat.before", act=page.act(act)) if act >= 0 else ""
            now = page.act(intent) if intent is not None and intent >= 0 else past or page.act(None)
            rows.append(page.say("seat.on", work=page.words.text(work.short), act=now))
    return "\n".join(rows)


def seats(page: Play, sheet: Sheet, space: Rect) -> None:
    """The table with everybody round it in `space`; rows of plates that scroll where there is no room for it."""
    heads, sides, own, aside = _plates(page, sheet)
    high = max(widget.rect.h for widget in aside)
    for cut in (0, high // 2, high + sheet.unit()):
        room = Rect(0, cut, space.w, space.h - cut)
        found = _seated(sheet, room, heads, sides, own)
        corners = _corners(aside, space.w)
        plates = [*found.heads, *found.sides, found.own]
        if found.table is not None and not any(c.rect.inset(-4).overlaps(p) for c in corners for p in plates):
            break
    placed = [widget.moved(seat.x, seat.y) for widget, seat
              in zip([*heads, *sides, own], [*found.heads, *found.sides, found.own], strict=True)]  # fmt: skip
    if found.table is not None:
        oval = Widget("", "table", found.table, data=found.cups())
        sheet.put(*(widget.moved(space.x, space.y) for widget in (oval, corners[0], *placed, corners[1])))
        return
    with sheet.scroll("seats", space) as column:
        column.adopt([widget.moved(0, -high // 2) for widget in placed] if found.sides[0].y >= high else placed,
                     found.bottom)  # fmt: skip
        column.space(1)
        for widget in aside:
            column.draw(widget)


def _seated(sheet: Sheet, room: Rect, heads: list[Widget], sides: list[Widget], own: Widget) -> Seating:
    sizes = [widget.rect.size for widget in heads], [widget.rect.size for widget in sides]
    return seating(room, sizes[0], sizes[1], own.rect.size, sheet.unit(2))


def _corners(aside: list[Widget], width: int) -> list[Widget]:
    left, right = aside
    return [left, right.moved(width - right.rect.w, 0)]


def _plates(page: Play, sheet: Sheet) -> tuple[list[Widget], list[Widget], Widget, list[Widget]]:
    chair = page.chair
    scenario, seen = chair.scenario, chair.seen
    peers = [(view.id, mood(page, view), moods(page, view)) for view in seen.peers]
    leaders = [(view.id, name.level(page.words, view.favor, "favor"), "") for view in seen.leaders]
    others = [("office", "", ""), ("discipline", page.say("seat.uses", left=_left(page)), "")]
    mine = ("lead", page.say("seat.own"), "")

    def width(rows: list[tuple[str, str, str]]) -> int:
        ruler = sheet.ruler
        words = [ruler.width("plate", page.seat(id)) for id, _, _ in rows]
        words += [ruler.width("small", below) for _, below, _ in rows]
        return max(words) + sheet.unit(4)

    def made(rows: list[tuple[str, str, str]]) -> list[Widget]:
        wide = width(rows)
        return [plate(sheet, Choice(f"seat.{id}", page.seat(id), Meet(id), detail=below, hint=hint), wide)
                for id, below, hint in rows]  # fmt: skip

    own = made([mine])[0]
    assert scenario.peers
    return made(leaders), made(peers), own, made(others)


def _left(page: Play) -> int:
    return max(0, page.chair.scenario.discipline_capacity - page.chair.seen.uses)


def instruments(page: Play, column: Column) -> None:
    """Three thermometers and one bar a workstream: how things stand, at a glance."""
    chair, sheet = page.chair, column.sheet
    with column.row(5, 7, least=12, gap=3) as (left, right):
        with left.row(1, 1, 1, least=4, gap=1) as cells:
            for cell, place, level in zip(cells, ("upper", "middle", "low"), chair.seen.heat, strict=True):
                title = page.say(f"heat.{place}")
                word = name.heat(page.words, level)
                cell.draw(_why(gauge(sheet, f"heat.{place}", title, level, word, cell.rect.w), f"heat.{place}"))
        works = chair.seen.works
        for n in range(0, len(works), 2):
            with right.row(1, 1, least=6, gap=2) as cells:
                for cell, work in zip(cells, works[n:n + 2], strict=False):
                    seen = page.say("book.seen", value=page.percent(work.seen)) if work.seen is not None else ""
                    value = page.say("book.reported", value=page.percent(work.reported), seen=seen)
                    cell.draw(_why(meter(sheet, f"work.{work.id}", name.work(page.words, chair.scenario, work.id),
                                         work.reported, value, cell.rect.w, mark=work.seen, look="page"),
                                   f"rate.{work.id}"))  # fmt: skip


def _why(widget: Widget, what: str) -> Widget:
    return replace(widget, why=what)
