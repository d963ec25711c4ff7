"""A whole class at one screen: a row for every seat awaited, its posture by one key; the trainer stamps once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from game.desktop.column import Choice, Column
from game.desktop.intent import Back
from game.desktop.screen import Screen
from game.desktop.screens.errands import Enter, Meet, Order
from game.desktop.screens.frame import desk, masthead
from game.desktop.screens.journey import go
from game.desktop.screens.onward import Then, onward
from game.desktop.screens.play import MARKS, Play
from game.desktop.screens.wishes import Pick, Proceed
from game.desktop.sheet import Sheet
from game.rules import Action
from game.scenario.scenario import ACTS
from game.session.desk import order
from game.session.posture import LEAN, POSTURES, responded
from game.session.session import Session
from game.telling import name, offer
from game.telling.question import question

RESPOND = "respond"
MOST = 6    # values of a field that stand side by side


@dataclass(frozen=True, kw_only=True)
class Round(Play):
    """What each team shows, put down. `at` is the row the number keys are for; `odd` the seat whose exception is asked.

    No leaning and no secret is shown: the whole class may look on.
    """

    name: ClassVar[str] = "round"
    then: Then
    entered: tuple[tuple[str, str | int], ...] = ()
    exceptions: tuple[tuple[str, str, str], ...] = ()
    at: int = 0
    odd: str = ""
    work: str = ""

    @property
    def rows(self) -> tuple[str, ...]:
        """The seats awaited, in the order of the table."""
        return tuple(id for id in self.chair.session.scenario.seats if id in self.chair.awaited)

    def kind(self, id: str) -> str:
        """What kind of question a seat is asked."""
        return next(a.kind for a in self.chair.session.state.asked if a.seat == id)

    def values(self, id: str) -> tuple[Any, ...]:
        """What can be put down for a seat with one key; nothing where its answer takes a sheet of its own."""
        if self.kind(id) == RESPOND:
            return POSTURES
        fields = self.chair.session.options(id)[0].fields
        if len(fields) == 1 and fields[0].many is None and len(fields[0].choices) <= MOST:
            return fields[0].choices
        return ()

    def layout(self, sheet: Sheet) -> None:
        """The rows, and below them how many are still missing."""
        title = self.when(self.say("round.title"))
        rest = masthead(sheet, sheet.page(2), title, self.say("round.note"), *self.corner())
        missing = [self.seat(id) for id in self.rows if id not in dict(self.entered)]
        left = self.say("round.missing", who=self.words.listed(missing)) if missing else self.say("round.ready")
        doors = [Choice("stamp", self.say("round.stamp" if not missing else "round.stamp.rest"), Proceed(),
                        look="primary", key="e"),
                 Choice("up", self.say("round.up"), Order("up"), key="0")]  # fmt: skip
        with (
            desk(sheet, rest, *doors, note=left) as body,
            sheet.scroll("rows", body, "felt", name=self.say("round.title")) as column,
        ):
            for n, id in enumerate(self.rows):
                self._row(column, n, id)
        if self.odd:
            self._exception(sheet)

    def _row(self, column: Column, n: int, id: str) -> None:
        here = n == min(self.at, len(self.rows) - 1)
        with (
            column.card("paper" if here else "quiet", pad=1) as card,
            card.row(3, 11, least=5, gap=2) as (who, what),
        ):
            who.text(self.seat(id) + (" ◀" if here else ""), "plate")
            if self.kind(id) != RESPOND:
                what.text(self._question(id), "small")
            if here or id not in dict(self.entered):
                self._chips(what, id, here)
            else:
                self._kept(what, id)

    def _question(self, id: str) -> str:
        """What is asked; of what takes a sheet of its own, only that it is."""
        if not self.values(id):
            return self.say("round.private")
        ask = self.chair.session.view(id).asked[0]
        head, _, text = question(self.words, self.chair.scenario, ask.kind, ask.data).partition("\n")
        return text or head

    def _chips(self, column: Column, id: str, here: bool) -> None:
        """Every answer that can be put down, with its key in the row the keys are for."""
        values, chosen = self.values(id), dict(self.entered).get(id)
        if not values:
            column.buttons(Choice(f"{id}.sheet", self.say("round.sheet"), Meet(id), key="1" if here else ""))
            return
        column.tabs(*(Choice(f"{id}.{v}", self._label(id, v) if here else f"{k}  {self._label(id, v)}", Enter(id, v),
                             key=str(k) if here else "", selected=v == chosen) for k, v in enumerate(values, 1)),
                    *self._except(id))  # fmt: skip

    def _kept(self, column: Column, id: str) -> None:
        """What was put down, in a line, and the button to change it."""
        label = self._label(id, dict(self.entered)[id])
        column.tabs(Choice(f"{id}.change", f"■ {label}", Order("row", id), selected=True), *self._except(id))

    def _except(self, id: str) -> list[Choice]:
        """The button for a department's exception, which tells the one put down."""
        if self.kind(id) != RESPOND or id not in dict(self.entered):
            return []
        found = next(((w, a) for s, w, a in self.exceptions if s == id), None)
        label = self.say("round.exception")
        if found is not None:
            label = self.say("round.but", work=name.work(self.words, self.chair.scenario, found[0]),
                             act=self.words(f"act.{found[1]}"))  # fmt: skip
        return [Choice(f"{id}.odd", label, Order("odd", id), key="x" if self._last == id else "")]

    @property
    def _last(self) -> str:
        """The seat put down last: the key for exceptions is for it."""
        return self.entered[-1][0] if self.entered else ""

    def _label(self, id: str, value: Any) -> str:
        if self.kind(id) != RESPOND:
            ask = self.chair.session.view(id).asked[0]
            field = self.chair.session.options(id)[0].fields[0].name
            return offer.value(self.words, self.chair.scenario, ask.kind, field, value, ask.data)
        return self.say("round.lean") if value == LEAN else f"{MARKS[value]} {self.words(f'act.{value}.short')}"

    def _exception(self, sheet: Sheet) -> None:
        """The workstream, then the act there."""
        scenario, words = self.chair.scenario, self.words
        with sheet.dialog("exception", self.say("round.exception"), ems=24) as column:
            column.heading(self.seat(self.odd))
            column.text(self.say("seat.exception"), "small")
            if not self.work:
                fields = self.chair.session.options(self.odd)[0].fields
                for n, field in enumerate(fields, 1):
                    column.item(Choice(f"work.{field.name}", name.full_work(words, scenario, field.name),
                                       Pick(field.name), key=str(n)))  # fmt: skip
                column.buttons(Choice("none", self.say("seat.exception.none"), Order("none", self.odd), key="0"))
            else:
                for n, act in enumerate(ACTS, 1):
                    column.item(Choice(f"act.{act}", f"{MARKS[act]} {words(f'act.{act}')}", Pick(act), key=str(n),
                                       detail=words(f"act.{act}.about")))  # fmt: skip
            column.buttons(Choice("back", self.say("back"), Back()))

    def handle(self, intent: object) -> Screen | None:
        """Put an answer down, take an exception, or stamp them all."""
        match intent:
            case Enter(id, value):
                kept = tuple(pair for pair in self.entered if pair[0] != id)
                at = self.rows.index(id)
                return self.now(entered=(*kept, (id, value)), at=min(at + 1, len(self.rows) - 1), cue="tap")
            case Order("up"):
                return self.now(at=max(0, self.at - 1))
            case Order("row", id):
                return self.now(at=self.rows.index(id))
            case Order("odd", id):
                return self.now(odd=id, work="")
            case Order("none", id):
                return self.now(exceptions=tuple(x for x in self.exceptions if x[0] != id), odd="", work="")
            case Pick(value) if self.odd and not self.work:
                return self.now(work=str(value))
            case Pick(value) if self.odd:
                kept_ = tuple(x for x in self.exceptions if x[0] != self.odd)
                return self.now(exceptions=(*kept_, (self.odd, self.work, str(value))), odd="", work="")
            case Back() if self.odd:
                return self.now(odd="", work="")
            case Meet(id):
                return go(self, "unveil", chair=self.chair, seat_id=id, then=self.then)
            case Proceed():
                return onward(self, self.chair.directed(self._stamped), self.then)
        return super().handle(intent)

    def _stamped(self, session: Session) -> None:
        """Hand in what was put down, seat by seat; a seat for which nothing was answers as it leans, by the trainer."""
        entered = dict(self.entered)
        for id in self.rows:
            if id in entered:
                session.do(self._answer(session, id, entered[id]))
            elif self.values(id):
                order(session, "stand_in", seat=id)

    def _answer(self, session: Session, id: str, value: str | int) -> Action:
        option, ask = session.options(id)[0], session.view(id).asked[0]
        if ask.kind != RESPOND:
            return option.fill(**{option.fields[0].name: value})
        odd = next(((w, a) for s, w, a in self.exceptions if s == id), None)
        return responded(option, ask.leaning, str(value), odd)
