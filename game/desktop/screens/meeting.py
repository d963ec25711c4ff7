"""A meeting seen from the chair: a small table with a plate for everybody asked, what draws them, and who came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from game.desktop.column import Choice, Column
from game.desktop.faces import plate
from game.desktop.geometry import Rect
from game.desktop.table import circle
from game.desktop.widget import Widget
from game.rules import Event
from game.telling.attendance import Came, Pull, attended, came, of_the_meeting, pulls

if TYPE_CHECKING:
    from game.desktop.screens.filling import Filling
    from game.desktop.screens.play import Play

KINDS = ("consult", "convene")
RANKS = {"head": "▲", "deputy": "◆", "chief": "▼"}
WIDE = 56       # ems of a card with a table on it
HEIGHTS = (34, 42, 50)      # tenths of a plate's height the table may be high: the first with room for all
NOTES = {"works": "attend.agenda", "wording": "attend.wording"}


@contextmanager
def called(page: Filling, column: Column) -> Iterator[Column]:
    """Beside the fields of a meeting the table it is called to; yields where the fields go."""
    seats = around(page)
    if page.kind not in KINDS or page.table is not None or not seats:
        yield column
    else:
        with column.row(1, 1, least=20, gap=3) as (left, right):
            chair = page.chair.seen.chair if page.kind == "consult" else ""
            table(page, left, [_asked(page, seat) for seat in seats], chair)
            left.text(page.words("attend.invited"), "strong", "accent")
            for seat in seats:
                told = drawn(page, seat, agenda(page), chair)
                left.text(page.words("said.of", who=page.seat(seat), text=told), "small")
            _for_all(page, left, agenda(page) if page.kind == "consult" else ())
            yield right


def note(page: Filling, column: Column) -> None:
    """What to know before the field of a consultation that comes next is filled."""
    key = NOTES.get(page.field.name) if page.field is not None and page.kind == "consult" else None
    if key:
        column.text(page.words(key), "small", "soft")


def around(page: Filling) -> tuple[str, ...]:
    """The seats a meeting is being called for, or may be while they are chosen; none for any other deed."""
    args = dict(page.args)
    if page.kind == "consult":
        picking = page.field is not None and page.field.name == "attendees"
        return tuple(page.values(page.field)) if picking and page.field else tuple(args.get("attendees", ()))
    tables = page.chair.scenario.tables
    found = next((t for t in tables if page.kind == "convene" and t.id == args.get("table")), None)
    return () if found is None else tuple(p.seat for p in found.parties if p.seat != "lead")


def agenda(page: Filling) -> tuple[str, ...]:
    """The workstreams a meeting being called is about."""
    args, scenario = dict(page.args), page.chair.scenario
    if "works" in args:
        return tuple(args["works"])
    found = next((t for t in scenario.tables if t.id == args.get("table")), None)
    return tuple(scenario.works[w].id for w in found.works) if found is not None else ()


def held(page: Play, column: Column, event: Event) -> None:
    """Who came to a meeting: the table with everybody's rank on the plate, then each with the reasons one can see."""
    words, scenario, data = page.words, page.chair.scenario, event.data
    found = came(words, event)
    works = data.get("works") or [scenario.works[w].id for t in scenario.tables if t.id == data.get("table")
                                  for w in t.works]  # fmt: skip
    chair = data.get("chair", "")
    with column.row(1, 1, least=20, gap=3) as (left, right):
        table(page, left, [_seated(page, one) for one in found], chair)
        right.text(words("attend.came"), "strong", "accent")
        for one in found:
            right.text(attended(words, scenario, one), "body")
            if told := _marked(pulls(words, scenario, page.chair.seen, one.seat, works, chair)):
                right.text(told, "small", "soft")
        _for_all(page, right, data.get("works", ()))


def drawn(page: Play, seat: str, works: Sequence[str], chair: str) -> str:
    """What is known to draw a seat to a meeting or keep it away, each reason after its mark."""
    found = pulls(page.words, page.chair.scenario, page.chair.seen, seat, works, chair)
    return _marked(found) or page.words("attend.none")


def _marked(found: Iterable[Pull]) -> str:
    return "  ".join(f"{'▲' if pull.up else '▼'} {pull.text}" for pull in found)


def _for_all(page: Play, column: Column, works: Sequence[str]) -> None:
    """What weighs with everybody alike, if anything does."""
    if told := _marked(of_the_meeting(page.words, page.chair.seen, works)):
        column.text(page.words("attend.all", text=told), "small")


def table(page: Play, column: Column, guests: list[Choice], chair: str) -> None:
    """A small table: the leader in the chair at its head, the guests down its sides, one's own place at the foot."""
    sheet = column.sheet
    ruler = sheet.ruler
    words = [max(ruler.width("plate", c.text), ruler.width("small", c.detail)) for c in guests]
    wide = min(column.rect.w, max([*words, ruler.width("plate", page.seat("lead"))]) + sheet.unit(4))
    sides = [plate(sheet, choice, wide) for choice in guests]
    own = plate(sheet, Choice("guest.lead", page.seat("lead"), None, detail=page.say("seat.own")), wide)
    head = Choice(f"guest.{chair}", page.seat(chair), None, detail=page.words("attend.presiding"))
    heads = [plate(sheet, head, wide)] if chair else []
    for tenths in HEIGHTS:
        space = Rect(0, 0, column.rect.w, own.rect.h * tenths // 10)
        found = circle(space, [w.rect.size for w in heads], [w.rect.size for w in sides], own.rect.size, sheet.unit(1))
        if found.table is not None:
            break
    placed = [w.moved(place.x, place.y) for w, place in
              zip([*heads, *sides, own], [*found.heads, *found.sides, found.own], strict=True)]  # fmt: skip
    if found.table is not None:
        placed.insert(0, Widget("", "table", found.table, data=found.cups()))
    column.space(1)
    column.adopt(placed, space.h if found.table is not None else found.bottom)
    column.space(2)


def _asked(page: Filling, seat: str) -> Choice:
    """The plate of somebody asked: who will come is not known yet; it lies ready for who may still be asked."""
    hint = drawn(page, seat, agenda(page), page.chair.seen.chair)
    asked = seat in page.picked or "attendees" in dict(page.args) or page.kind == "convene"
    told = page.words("attend.who" if asked else "attend.unasked")
    return Choice(f"guest.{seat}", page.seat(seat), None, detail=told, hint=hint)


def _seated(page: Play, one: Came) -> Choice:
    """The plate of somebody who came, with the rank sent."""
    words = page.words
    rank = words(f"attend.rank.{one.send}")
    return Choice(f"guest.{one.seat}", page.seat(one.seat), None, detail=f"{RANKS[one.send]} {rank}",
                  hint=words(f"attend.rank.{one.send}.about"))  # fmt: skip
