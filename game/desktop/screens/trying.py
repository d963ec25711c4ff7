"""A package tried before it is put: what it is worth, each party's likely word on a row of name plates, the doors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.column import Choice, Column
from game.desktop.faces import plate, stamp
from game.desktop.geometry import Rect
from game.desktop.screens.errands import Fill
from game.desktop.screens.matrix import locked
from game.scenario.names import DEAL_STATES
from game.telling import offer
from game.telling.bargain import mine
from game.telling.likely import Likely, likely
from game.telling.package import chosen, option
from game.telling.past import given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.desktop.screens.files import Files
    from game.rules.tableview import TableView
    from game.scenario.table import Table

MARKS = {"yes": "▲", "above": "▲", "near": "◆", "below": "▼", "never": "▼", "no": "▼", "unknown": "？", "open": "○"}
PLATE = 8       # ems a plate needs


def trial(page: Files, column: Column, table: Table, view: TableView, settled: Sequence[str]) -> None:
    """The package as a paper: what it says, what it is worth to oneself, who would say what, and where to take it."""
    words, chair = page.words, page.chair
    found = likely(words, chair.scenario, chair.seen, table, settled, given(chair.heard, table.id))
    with column.card("document", pad=2) as card:
        card.text(words("bargain.trial"), "strong", "accent")
        card.rule("accent")
        card.text(_written(page, table, settled), "strong")
        card.text(mine(words, table, settled), "small", id="mine", hint=words("bargain.mine.hint"))
        _plates(page, card, table, settled, found)
        _reasons(page, card, found)
        if view.deal < 0:
            _doors(page, card, table, view, settled)
        elif "+".join(settled) == table.names[view.deal]:
            card.draw(stamp(card.sheet, "", words(f"bargain.stamp.{DEAL_STATES[view.how]}")))
        else:
            card.text(words("bargain.closed"), "small", "soft")


def _written(page: Files, table: Table, settled: Sequence[str]) -> str:
    """The package in words, with a blank for every issue still open."""
    words = page.words
    if all(settled):
        return chosen(words, table, settled)
    names = [words.text(option(table, n, id).name) if id else words("bargain.blank", issue=words.text(issue.name))
             for n, (issue, id) in enumerate(zip(table.issues, settled, strict=True))]  # fmt: skip
    return words("list.package").join(names)


def _plates(page: Files, column: Column, table: Table, settled: Sequence[str], found: list[Likely]) -> None:
    """A name plate for every party, its likely word below the name; touching one offers the package to it."""
    sheet, gap = column.sheet, column.sheet.unit(1.5)
    across = max(1, min(len(found), (sheet.ems(column.rect) + 1) // PLATE))
    if len(found) > across:
        across = -(-len(found) // -(-len(found) // across))
    for n in range(0, len(found), across):
        cells = Rect(0, 0, column.rect.w, 0).columns([1] * across, gap)
        placed = [plate(sheet, _plate(page, table, settled, one), cell.w).moved(cell.x, 0)
                  for cell, one in zip(cells, found[n:n + across], strict=False)]  # fmt: skip
        column.space(1.5)
        column.adopt(placed, max(widget.rect.h for widget in placed))
    column.space(1.5)


def _plate(page: Files, table: Table, settled: Sequence[str], one: Likely) -> Choice:
    words = page.words
    own = one.seat == "lead" or _barred(page, "offer", "package", table, settled) or table.party(one.seat) < 0
    wish = None if own else Fill("offer", (("table", table.id), ("target", one.seat), ("package", "+".join(settled))))
    hint = "\n".join(filter(None, (one.why, one.numbers, "" if wish is None else words("bargain.plate.hint"))))
    whose = "own." if one.seat == "lead" and one.mark != "open" else ""
    word = words(f"bargain.likely.{whose}{one.mark}")
    return Choice(f"party.{one.seat}", page.seat(one.seat), wish, detail=f"{MARKS[one.mark]} {word}", hint=hint)


def _reasons(page: Files, column: Column, found: list[Likely]) -> None:
    """Why each would say so; those with the same reason in one line."""
    alike: dict[str, list[Likely]] = {}
    for one in found:
        if one.seat != "lead" or one.mark == "below":
            alike.setdefault(one.why, []).append(one)
    for why, some in alike.items():
        who = page.words.listed([page.seat(one.seat) for one in some])
        text = why if some[0].mark == "open" else page.words("said.of", who=who, text=why)
        column.text(text, "small", hint="\n".join(one.numbers for one in some if one.numbers))


def _doors(page: Files, column: Column, table: Table, view: TableView, settled: Sequence[str]) -> None:
    """Put it to one party, or take it to the talks; where that cannot be, why not."""
    words, doors, whys = page.words, [], list[str]()
    for n, (kind, field) in enumerate((("offer", "package"), ("convene", "first"))):
        why = _shut(page, table, view, settled) or _barred(page, kind, field, table, settled)
        wish = Fill(kind, (("table", table.id), (field, "+".join(settled))))
        doors.append(Choice(kind, words(f"bargain.{kind}"), wish,
                            look="button" if n else "primary", enabled=not why, hint=why))  # fmt: skip
        whys.append(why)
    column.buttons(*doors)
    for why in dict.fromkeys(filter(None, whys)):
        column.text(why, "small", "soft")


def _shut(page: Files, table: Table, view: TableView, settled: Sequence[str]) -> str:
    """Why the package itself cannot be put: an issue is open, an option is locked."""
    if not all(settled):
        return page.words("table.incomplete")
    whys = [locked(page, view, option(table, n, id)) for n, id in enumerate(settled)]
    return next(filter(None, whys), "")


def _barred(page: Files, kind: str, field: str, table: Table, settled: Sequence[str]) -> str:
    """Why a deed is not on offer for this package now; "" where it is."""
    words, deed = page.words, page.chair.option(kind)
    if deed is None:
        return words("bargain.not_now")
    if deed.blocked is not None:
        return offer.blocked(words, page.chair.scenario, deed.blocked)
    names = next(f for f in deed.fields if f.name == field).offered({"table": table.id})
    tables = deed.fields[0].offered({})
    if table.id not in tables:
        return words("bargain.not_now")
    return "" if "+".join(settled) in names else words("table.no_such")
