"""The folder of duties: who answers for which workstream, where nobody does, and which deeds would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.column import Choice, Column
from game.desktop.faces import meter
from game.desktop.geometry import Rect
from game.desktop.matrix import Bar, Row, fits, matrix
from game.desktop.screens.errands import Fill
from game.desktop.screens.frame import grid, pips
from game.desktop.screens.wishes import Pick
from game.desktop.theme import LookName
from game.rules.view import WorkView
from game.telling import duties as told
from game.telling import name, offer

if TYPE_CHECKING:
    from game.desktop.screens.files import Files
    from game.desktop.sheet import Sheet

SIGNS = {"lead": "◎", "owner": "●", "support": "○", "outside": "—"}
WRONG = {"orphan": "×", "passed": "▼", "unclear": "?"}
_OF_A_WORK = ("duties", "consult", "follow_up")
_OF_A_SEAT = ("duties", "consult", "visit", "data")
"""The deeds that change who answers for a workstream, and what one department does in it."""
_AT = "/"


def duties(page: Files, sheet: Sheet, area: Rect) -> None:
    """The matrix, and what lies behind the square looked at beside it or below its row; a list where it is narrow."""
    picked = _looked_at(page)
    work = page.chair.seen.works[page.chair.scenario.work(picked[0])]
    seats = ("lead", *(peer.id for peer in page.chair.scenario.peers))
    heads = [page.seat(seat) for seat in seats]
    rows = [_row(page, view, seats, picked) for view in page.chair.seen.works]
    bar = sheet.unit(2.5)
    left, right = area.columns((2, 1), sheet.unit(2))
    if fits(sheet, heads, rows, left.w - bar):
        with sheet.scroll("duties", left, "felt") as column:
            matrix(column, heads, rows)
            _legend(page, column)
        with sheet.scroll("behind", right, "felt") as column:
            _behind(page, column, work, picked[1])
        return
    with sheet.scroll("duties", area, "felt") as column:
        if fits(sheet, heads, rows, area.w - bar):
            at = page.chair.scenario.work(picked[0]) + 1
            matrix(column, heads, rows[:at])
            _behind(page, column, work, picked[1])
            if rows[at:]:
                column.space(2)
                matrix(column, heads, rows[at:])
        else:
            for view in page.chair.seen.works:
                _list(page, column, view, seats, picked)
        _legend(page, column)


def _looked_at(page: Files) -> tuple[str, str]:
    """The workstream and the seat ("": none) picked, or else those worth looking at first."""
    work, _, who = page.picked.partition(_AT)
    return (work, who) if work else told.worst(page.chair.scenario, page.chair.seen)


def _row(page: Files, view: WorkView, seats: tuple[str, ...], picked: tuple[str, str]) -> Row:
    cells = tuple(_cell(page, view, seat, picked == (view.id, seat)) for seat in seats)
    return Row(_head(page, view, picked == (view.id, "")), _bar(page, view), cells)


def _bar(page: Files, view: WorkView) -> Bar:
    return Bar(f"clarity.{view.id}", page.say("duties.clarity"), view.clarity, page.percent(view.clarity),
               f"clarity.{view.id}")  # fmt: skip


def _head(page: Files, view: WorkView, selected: bool) -> Choice:
    """A workstream: its name, what is wrong with its duties, the rules it has."""
    words, scenario, seen = page.words, page.chair.scenario, page.chair.seen
    wrong = told.troubles(view)
    notes = [f"{WRONG[one]} {page.say(f'duties.{one}')}" for one in wrong]
    notes += [f"■ {rule}" for rule in told.granted(words, scenario, seen, view)]
    look: LookName = "bad" if "orphan" in wrong else "warn" if wrong else "paper"
    return Choice(f"duty.{view.id}", name.work(words, scenario, view.id), Pick(view.id), detail="\n".join(notes),
                  look=look, selected=selected)  # fmt: skip


def _cell(page: Files, view: WorkView, seat: str, selected: bool) -> Choice:
    """One seat's part in a workstream, how it was last seen to act, and whether its part is in dispute."""
    scenario, seen = page.chair.scenario, page.chair.seen
    part, wrong = told.part(view, seat), told.dispute(scenario, seen, view, seat)
    act = told.last_act(scenario, seen, view.id, seat)
    notes = [page.act(act, "now")] if act >= 0 else []
    if wrong == "unclear":
        notes.append(f"{WRONG[wrong]} {page.say('duties.disputed')}")
    look: LookName = "bad" if wrong == "passed" else "warn" if wrong else "quiet" if part == "outside" else "paper"
    sign = SIGNS[part] if part == "outside" else f"{SIGNS[part]} {page.say(f'duties.{part}')}"
    where = page.say("duties.at", who=page.seat(seat), work=name.work(page.words, scenario, view.id))
    return Choice(f"duty.{view.id}.{seat}", sign, Pick(f"{view.id}{_AT}{seat}"), detail="\n".join(notes), look=look,
                  selected=selected, hint=where)  # fmt: skip


def _legend(page: Files, column: Column) -> None:
    column.space(1)
    for line in ("parts", "marks"):
        column.text(page.say(f"duties.{line}"), "small", "soft")


def _behind(page: Files, column: Column, view: WorkView, who: str) -> None:
    """The sentences behind a square or a row, the figures with their reasons, and the deeds that would change them."""
    words, scenario, seen = page.words, page.chair.scenario, page.chair.seen
    short = name.work(words, scenario, view.id)
    with column.card(look="document", id="behind.card", name=short) as card:
        card.heading(page.say("duties.at", who=page.seat(who), work=short) if who
                     else name.full_work(words, scenario, view.id))  # fmt: skip
        card.rule("accent")
        for line in told.about_cell(words, scenario, seen, view, who) if who else ():
            card.text(line)
        for line in told.about_work(words, scenario, seen, view) if not who else ():
            card.text(line)
        card.space(1)
        for what, level in (("clarity", view.clarity), ("liability", view.liability), ("immunity", view.immunity)):
            if what == "clarity" or not who:
                card.text(page.say(f"duties.{what}.is", value=page.percent(level)), "small",
                          id=f"behind.{what}", why=f"{what}.{view.id}")  # fmt: skip
    able = deeds(page, view, who)
    column.space(1)
    column.text(page.say("duties.deeds" if able else "duties.no_deeds"), "strong", "accent")
    grid(column, able, 12)


def deeds(page: Files, view: WorkView, who: str) -> list[Choice]:
    """The deeds that would change a square or a row, as far filled in as the square says."""
    words, scenario, found = page.words, page.chair.scenario, []
    known = {"work": view.id, "target": who, "owner": who}
    for kind in _OF_A_SEAT if who in view.parties else _OF_A_WORK:
        option = page.chair.option(kind)
        fields = {f.name: f.choices for f in option.fields if f.name in known} if option is not None else {}
        args = tuple((f, known[f]) for f, choices in fields.items() if known[f] in choices)
        if option is None or {f for f, _ in args} | {"owner"} != {*fields, "owner"}:
            continue
        blocked = option.blocked
        found.append(Choice(f"do.{kind}", offer.label(words, scenario, option), Fill(kind, args),
                            detail=offer.blocked(words, scenario, blocked) if blocked else "",
                            side=pips(option.cost, option.cost), enabled=blocked is None,
                            hint=offer.about(words, scenario, option), why=blocked))  # fmt: skip
    return found + _moves(page, view)


def _moves(page: Files, view: WorkView) -> list[Choice]:
    """The lead's own moves, on offer now, that would make the duties clearer or the risk smaller."""
    option, scenario = page.chair.option("move"), page.chair.scenario
    able = next((f.choices for f in option.fields if f.name == "move"), ()) if option is not None else ()
    ids = [id for id in told.moves_on(scenario, view.id) if id in able]
    moves = [scenario.moves[scenario.index["move"][id]] for id in ids]
    return [Choice(f"do.move.{m.id}", page.words.text(m.name), Fill("move", (("move", m.id),)),
                   side=pips(m.cost, m.cost), hint=page.words.text(m.text)) for m in moves]  # fmt: skip


def _list(page: Files, column: Column, view: WorkView, seats: tuple[str, ...], picked: tuple[str, str]) -> None:
    """One workstream as a list: its head, who has a part in it, and below them what lies behind the one picked."""
    bar = _bar(page, view)
    column.item(_head(page, view, picked == (view.id, "")))
    shown = meter(column.sheet, bar.id, bar.name, bar.level, bar.value, column.rect.w, look=column.look,
                  calm=True)
    column.draw(shown._replace(why=bar.why))
    inside = [seat for seat in seats if told.part(view, seat) != "outside"]
    items = []
    for seat in inside:
        cell = _cell(page, view, seat, picked == (view.id, seat))
        items.append(Choice(cell.id, page.seat(seat), cell.action, detail=f"{cell.text}  {cell.detail}".strip(),
                            look=cell.look, selected=cell.selected))  # fmt: skip
    grid(column, items)
    if picked[0] == view.id:
        _behind(page, column, view, picked[1])
    column.space(2)
