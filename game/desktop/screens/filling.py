"""A deed filled in, one field after another on a card; then what it costs, what it may change, and the stamp."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from game.desktop.column import Choice, Column
from game.desktop.intent import Back
from game.desktop.screen import Screen
from game.desktop.screens import composing, meeting
from game.desktop.screens.errands import Settle
from game.desktop.screens.frame import grid, pips
from game.desktop.screens.journey import go
from game.desktop.screens.onward import heard, onward
from game.desktop.screens.page import Page
from game.desktop.screens.play import Play
from game.desktop.screens.wishes import Foresee, Pick, Proceed
from game.desktop.sheet import Sheet
from game.desktop.slip import bars
from game.desktop.theme import MEASURE
from game.rules import Action, Option
from game.rules.deed import Field
from game.scenario.table import Table
from game.session.bots.advice import Advice
from game.telling import offer
from game.telling.outlook import ahead
from game.telling.package import composed, table_of

ROUTINE = ("end_turn", "reserve")
"""Deeds nobody asks to see ahead."""
Args = tuple[tuple[str, Any], ...]


@dataclass(frozen=True, kw_only=True)
class Filling(Play):
    """The fields filled so far in `args`; `picked` are the values ticked where several may be chosen.

    `settled` is the package being put together, an option id an issue ("" where none is chosen yet); `foreseen` how the
    deed looks three turns on, once that was asked.
    """

    name: ClassVar[str] = "filling"
    seal: ClassVar[str] = "filling.seal"
    kind: str
    args: Args = ()
    asked: tuple[str, ...] = ()
    picked: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    foreseen: Advice | None = None
    behind: Page = field(kw_only=True)

    @property
    def option(self) -> Option:
        """The template being filled."""
        option = self.chair.option(self.kind)
        assert option is not None
        return option

    @property
    def field(self) -> Field | None:
        """The next field to ask for; `None` when all are filled."""
        given = dict(self.args)
        return next((field for field in self.option.fields if field.name not in given), None)

    @property
    def action(self) -> Action:
        """What has been filled in."""
        return self.option.fill(**{key: list(v) if isinstance(v, tuple) else v for key, v in self.args})

    def opened(self) -> "Filling":
        """The card with every field filled that leaves no choice."""
        ahead = self
        while (field := ahead.field) is not None and len(values := ahead.values(field)) == 1:
            value = values[0] if field.many is None else (values[0],)
            ahead = ahead.now(args=(*ahead.args, (field.name, value)))
        return ahead.now(settled=ahead.begun())

    @property
    def caution(self) -> str:
        """What to know before the seal is put under it, if anything."""
        return self.say("filling.final") if self.option.final else ""

    @property
    def page(self) -> str:
        """The page of the notebook that was open when the deed was taken up."""
        return getattr(getattr(self.behind, "behind", self.behind), "tab", "deeds")

    @property
    def table(self) -> Table | None:
        """The table whose packages the next field is about, if they are put together option by option."""
        field = self.field
        if field is None:
            return None
        return composed(self.chair.scenario, self.values(field), dict(self.args))

    def begun(self) -> tuple[str, ...]:
        """The package the card starts from: the one put last at this table, else nothing chosen."""
        table, field = self.table, self.field
        if table is None or field is None:
            return ()
        last = self.chair.seen.tables[self.chair.scenario.index["table"][table.id]].offered
        if field.name != "second" and last >= 0 and table.names[last] in self.values(field):
            return tuple(table.names[last].split("+"))
        return ("",) * len(table.issues)

    def values(self, field: Field) -> tuple[Any, ...]:
        """What may be chosen in a field, given the earlier ones and what was settled before the card was opened."""
        given = dict(self.args)
        offered = field.offered(given)
        later = [f for f in self.option.fields if f.given == field.name and f.name in given]
        return tuple(value for value in offered if all(given[f.name] in f.allowed.get(value, ()) for f in later))

    def layout(self, sheet: Sheet) -> None:
        """The card over the table."""
        self.behind.layout(sheet)
        title = offer.label(self.words, self.chair.scenario, self.option)
        field, table = self.field, self.table
        wide = 54 if table is not None else meeting.WIDE if meeting.around(self) else 34
        with sheet.dialog("filling", title, ems=wide) as column:
            column.heading(title)
            cost = self._cost()
            left = self.chair.energy[0]
            column.text(self.say("filling.cost", pips=pips(cost, cost) or "○", left=left), "small")
            told = offer.about(self.words, self.chair.scenario, self.option)
            column.text(told if not self.args or field is None else self._so_far(), "small", "soft")
            column.rule("accent")
            meeting.note(self, column)
            with meeting.called(self, column) as body:
                if field is None:
                    self._seal(body)
                elif table is not None:
                    self._compose(body, field, table)
                else:
                    self._ask(body, field)

    def _compose(self, column: Column, field: Field, table: Table) -> None:
        """The package at the left, what the others are known to want at the right."""
        names = self.values(field)
        with column.row(9, 5, least=13, gap=4) as (left, right):
            asked = offer.field(self.words, self.chair.scenario, self.kind, field.name)
            left.text(self.words("table.own.note", field=asked), "strong", "accent")
            composing.issues(self, left, table, names, self.settled)
            composing.verdict(self, left, table, self.settled)
            doors = composing.doors(self, names, self.settled, self.picked, field.many is not None)
            if field.many is not None:
                composing.listed(self, left, table, self.picked)
                doors.append(self._enough(left, field.many))
            left.buttons(*doors, Choice("back", self.say("back"), Back()))
            composing.wanted(self, right, table)

    def _enough(self, column: Column, many: tuple[int, int]) -> Choice:
        """How many of those on offer may be chosen, and the button that closes the choice."""
        field = self.field
        assert field is not None
        least, most = many[0], min(many[1], len(self.values(field)))
        key = "filling.many" if least < most else "filling.exactly"
        told = self.say(key, least=least, most=most, count=len(self.picked))
        column.text(told, "small", "soft")
        return Choice(f"enough.{field.name}", self.say("filling.enough"), Proceed(), look="primary", key="0",
                      enabled=least <= len(self.picked) <= most, hint=told)  # fmt: skip

    def _so_far(self) -> str:
        return self.words("list.actions").join(self._value(name, value) for name, value in self.args)

    def _value(self, name: str, value: Any) -> str:
        """A value of a field in words, or several of them."""
        values = value if isinstance(value, tuple) else (value,)
        return self.words.listed([offer.value(self.words, self.chair.scenario, self.kind, name, one, dict(self.args))
                                  for one in values])  # fmt: skip

    def _cost(self) -> int:
        move = dict(self.args).get("move")
        if move is None:
            return self.option.cost
        return self.chair.scenario.moves[self.chair.scenario.index["move"][move]].cost

    def _ask(self, column: Column, field: Field) -> None:
        words, scenario = self.words, self.chair.scenario
        column.text(offer.field(words, scenario, self.kind, field.name), "strong", "accent")
        rows = [self._row(n, field, value) for n, value in enumerate(self.values(field), 1)]
        for value, why in field.closed.items():
            label = offer.value(words, scenario, self.kind, field.name, value)
            rows.append(Choice(f"pick.{value}", label, Pick(value), enabled=False,
                               detail=offer.blocked(words, scenario, why)))  # fmt: skip
        if any(row.detail for row in rows) or len(rows) < 4:
            for row in rows:
                column.item(row)
        else:
            grid(column, rows)
        buttons = [Choice("back", self.say("back"), Back())]
        if field.many is not None:
            buttons.insert(0, self._enough(column, field.many))
        column.buttons(*buttons)

    def _row(self, n: int, field: Field, value: Any) -> Choice:
        words, scenario = self.words, self.chair.scenario
        detail, side = "", ""
        if field.name == "move":
            move = scenario.moves[scenario.index["move"][value]]
            detail, side = words.text(move.text), pips(move.cost, move.cost)
        last = field.many is None and self._complete_with(field)
        args = {**dict(self.args), field.name: value}
        why = self.option.fill(**{k: list(v) if isinstance(v, tuple) else v for k, v in args.items()}) if last else None
        ticked = value in self.picked
        label = offer.value(words, scenario, self.kind, field.name, value, dict(self.args))
        if field.many is not None:
            label = ("■ " if ticked else "□ ") + label
        return Choice(f"pick.{value}", label, Pick(value), key=str(n) if n < 10 else "", detail=detail, side=side,
                      selected=ticked, why=why)  # fmt: skip

    def _complete_with(self, field: Field) -> bool:
        given = {name for name, _ in self.args} | {field.name}
        return all(f.name in given for f in self.option.fields)

    def _seal(self, column: Column) -> None:
        """The deed in one sentence, what it is likely to change, and the seal."""
        column.text(offer.action(self.words, self.chair.scenario, self.action), "strong")
        args = dict(self.args)
        table = table_of(self.chair.scenario, str(args.get("table", "")))
        for name in ("package", "first", "second"):
            if table is not None and args.get(name):
                composing.verdict(self, column, table, args[name].split("+"))
        blocked = self.chair.check(self.action)
        if blocked is None:
            self._foretell(column)
            self._look_ahead(column)
        else:
            column.text(offer.blocked(self.words, self.chair.scenario, blocked), "body", "accent")
        if self.caution:
            column.text(self.caution, "small", "soft")
        column.buttons(Choice("seal", self.say(self.seal), Proceed(), look="primary", enabled=blocked is None,
                              why=blocked), Choice("back", self.say("back"), Back()))  # fmt: skip

    def _foretell(self, column: Column) -> None:
        """What the deed is likely to change: as bars where there are ranges, else in words."""
        told = self.explain(self.action)
        if not self.chair.advisor:
            column.text(told.text, "small", "soft")
            return
        *said, asked = told.head.splitlines() if told.rows else [*told.text.splitlines(), self.say("filling.outlook")]
        column.text(asked, "small", "soft")
        for line in said:
            column.text(f"· {line}", "small")
        if told.rows:
            room = min(column.rect.w, MEASURE * column.sheet.ruler.size("small"))
            column.draw(bars(column.sheet, told, room, look=column.look))
            column.text(told.note, "small", "soft")

    def _look_ahead(self, column: Column) -> None:
        """How it looks three turns on, or the door to that."""
        if self.foreseen is not None:
            column.text(ahead(self.words, self.foreseen), "small")
        elif self.chair.advisor and self.kind not in ROUTINE:
            column.buttons(Choice("ahead", self.say("filling.ahead"), Foresee(), key="w"))

    def handle(self, intent: object) -> Screen | None:
        """Fill the next field, take the last one back, or do it."""
        match intent:
            case Pick(value) if self.field is not None and self.field.many is None:
                return self._filled(value)
            case Settle(issue, option):
                return self.now(settled=(*self.settled[:issue], option, *self.settled[issue + 1:]))
            case Pick(value):
                return self.now(picked=self._toggled(str(value)))
            case Proceed() if self.field is not None:
                return self._filled(self.picked)
            case Foresee():
                return self.now(foreseen=self.chair.session.advice(self.action))
            case Proceed():
                chair, _ = self.chair.do(self.action)
                return onward(self, chair, heard(self.chair, self.page))
            case Back() if self.asked:
                kept = tuple(pair for pair in self.args if pair[0] != self.asked[-1])
                back = self.now(args=kept, asked=self.asked[:-1], picked=(), foreseen=None)
                return back.now(settled=back.begun())
            case Back() if self.behind.name == "files":
                return self.behind.now()
            case Back():
                return go(self, "sit", chair=self.chair, tab=self.page)
        return super().handle(intent)

    def _filled(self, value: Any) -> "Filling":
        field = self.field
        assert field is not None
        after = self.now(args=(*self.args, (field.name, value)), asked=(*self.asked, field.name), picked=())
        return after.opened()

    def _toggled(self, value: str) -> tuple[str, ...]:
        field = self.field
        assert field is not None
        chosen = {*self.picked} ^ {value}
        return tuple(v for v in self.values(field) if v in chosen)
