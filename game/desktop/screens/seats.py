"""The oval table: a plate for everybody who sits round it, with the mark and the word of what each means to do."""


from game.desktop.column import Choice, Column
from game.desktop.faces import gauge, meter, plate
from game.desktop.geometry import Rect
from game.desktop.screens.bodies import uses
from game.desktop.screens.errands import Meet
from game.desktop.screens.play import Form, Play
from game.desktop.sheet import Sheet
from game.desktop.table import seating
from game.desktop.widget import Widget
from game.rules.view import PeerView
from game.telling import name

PLACES = ("upper", "middle", "low")
BARS = 16       # ems the bars need beside the thermometers


def mood(page: Play, view: PeerView, form: Form) -> str:
    """What a department means to do this turn, in a mark and a word; else what it did last, as far as it looked."""
    known = [act for act in view.intents if act is not None and act >= 0]
    past = [act for act in view.acts if act >= 0]
    if known:
        return page.act(most(known), form)
    return page.say("seat.before", act=page.act(most(past), form)) if past else page.act(None, form)


def most(acts: list[int]) -> int:
    """The act chosen most often, the worse one of two."""
    return max(sorted(acts, reverse=True), key=acts.count)


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
    """The table with everybody round it in `space`, what they do in brief where it must be; rows that scroll else."""
    if not any(_seated(sheet, space, *_plates(page, sheet, form)) for form in ("now", "brief")):
        heads, sides, own, aside = _plates(page, sheet, "now")
        _rows(sheet, space, [aside[0], *heads, aside[1], *sides, own])


def _seated(sheet: Sheet, space: Rect, heads: list[Widget], sides: list[Widget], own: Widget, aside: list[Widget]
            ) -> bool:  # fmt: skip
    """Set everybody round a table; tell whether there was room for one."""
    high = max(widget.rect.h for widget in aside) + sheet.unit(2)
    for cut in (0, high // 2, high):
        room = Rect(space.x, space.y + cut, space.w, space.h - cut)
        found = seating(room, [w.rect.size for w in heads], [w.rect.size for w in sides], own.rect.size, sheet.unit(2))
        places = [*found.heads, *found.sides, found.own]
        corners = aside[0].moved(space.x, space.y), aside[1].moved(space.right - aside[1].rect.w, space.y)
        clear = [corner.rect.inset(-sheet.unit(2)) for corner in corners]
        if found.table is not None and not any(c.overlaps(place) for c in clear for place in places):
            placed = [w.moved(seat.x, seat.y) for w, seat in zip([*heads, *sides, own], places, strict=True)]
            sheet.put(Widget("", "table", found.table, data=found.cups()), corners[0], *placed, corners[1])
            return True
    return False


def _rows(sheet: Sheet, space: Rect, plates: list[Widget]) -> None:
    """All plates in reading order, line by line, as many on each as there is room for."""
    gap = sheet.unit(2)
    with sheet.scroll("seats", space) as column:
        line: list[Widget] = []
        x = 0
        for plate in plates:
            if line and x + plate.rect.w > column.rect.w:
                _set(column, line)
                line, x = [], 0
            line.append(plate.moved(x, 0))
            x += plate.rect.w + gap
        _set(column, line)


def _set(column: Column, line: list[Widget]) -> None:
    column.adopt(line, max(widget.rect.h for widget in line))
    column.space(2)


def _plates(page: Play, sheet: Sheet, form: Form) -> tuple[list[Widget], list[Widget], Widget, list[Widget]]:
    chair = page.chair
    seen = chair.seen
    peers = [(view.id, mood(page, view, form), moods(page, view)) for view in seen.peers]
    leaders = [(view.id, name.level(page.words, view.favor, "favor"), "") for view in seen.leaders]
    others = [("office", "", ""), ("discipline", *uses(page))]
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
    return made(leaders), made(peers), own, made(others)


def instruments(page: Play, column: Column) -> None:
    """Three thermometers and one bar a workstream: how things stand, at a glance."""
    chair, sheet = page.chair, column.sheet
    need, room = 3 * _least(page, sheet) + 1, sheet.ems(column.rect)
    least = 1 if room - need >= BARS else room      # one below the other where the bars would have too little
    with column.row(need, max(1, room - need), least=least, gap=3) as (left, right):
        heats(page, left)
        works = chair.seen.works
        for n in range(0, len(works), 2):
            with right.row(1, 1, least=6, gap=2) as cells:
                for cell, work in zip(cells, works[n:n + 2], strict=False):
                    seen = page.say("book.seen", value=page.percent(work.seen)) if work.seen is not None else ""
                    value = page.say("book.reported", value=page.percent(work.reported), seen=seen)
                    cell.draw(_why(meter(sheet, f"work.{work.id}", name.work(page.words, chair.scenario, work.id),
                                         work.reported, value, cell.rect.w, mark=work.seen, look="page"),
                                   f"rate.{work.id}"))  # fmt: skip


def heats(page: Play, column: Column) -> None:
    """The thermometers: above, in the middle, below."""
    sheet, levels = column.sheet, page.chair.seen.heat
    with column.row(1, 1, 1, least=_least(page, sheet), gap=1) as cells:
        for cell, place, level, word in zip(cells, PLACES, levels, _readings(page), strict=True):
            title = page.say(f"heat.{place}")
            cell.draw(_why(gauge(sheet, f"heat.{place}", title, level, word, cell.rect.w), f"heat.{place}"))


def _readings(page: Play) -> list[str]:
    return [name.heat(page.words, level) if level is not None else page.say("gauge.unknown")
            for level in page.chair.seen.heat]  # fmt: skip


def _least(page: Play, sheet: Sheet) -> int:
    """How many ems a thermometer with its name and its reading needs."""
    wide = max(*(sheet.ruler.width("strong", word) for word in _readings(page)),
               *(sheet.ruler.width("small", page.say(f"heat.{place}")) for place in PLACES))  # fmt: skip
    return 1 + (sheet.unit(5) + wide) // sheet.ruler.size("body")


def _why(widget: Widget, what: str) -> Widget:
    return widget._replace(why=what)
