"""One seat's own sheet, behind the curtain: what it cares about, what it is asked, and its answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from game.desktop.column import Choice, Column
from game.desktop.explanation import Explanation
from game.desktop.intent import Back
from game.desktop.screen import Screen
from game.desktop.screens import creed
from game.desktop.screens.frame import desk, grid, masthead
from game.desktop.screens.journey import go
from game.desktop.screens.onward import Then, onward
from game.desktop.screens.play import MARKS, Play
from game.desktop.screens.whys import explained
from game.desktop.screens.wishes import Pick, Proceed, Show
from game.desktop.sheet import Sheet
from game.rules import Action, Option, View
from game.rules.deed import Field
from game.rules.view import AskView
from game.scenario.scenario import ACTS, Scenario
from game.session.posture import LEAN, POSTURES, own, postured, responded
from game.telling import name, offer, reason
from game.telling.number import points
from game.telling.question import question

RESPOND = "respond"


@dataclass(frozen=True, kw_only=True)
class Seat(Play):
    """A seat's question. Of a response: the posture and, of the workstream `odd`, the act that is the exception.

    Of any other question: the fields `given` so far. Nothing of another seat is shown.
    """

    name: ClassVar[str] = "seat"
    seat_id: str
    then: Then
    posture: str = ""
    odd: str = ""
    act_there: str = ""
    given: tuple[tuple[str, Any], ...] = ()

    @property
    def seen(self) -> View:
        """The game as this seat may know it."""
        return self.chair.session.view(self.seat_id)

    @property
    def told(self) -> Scenario:
        """The scenario as this seat may know it."""
        return self.chair.session.public(self.seat_id)

    @property
    def option(self) -> Option:
        """What is to be answered."""
        return self.chair.session.options(self.seat_id)[0]

    @property
    def field(self) -> Field | None:
        """The next field to be filled, of a question that is no response."""
        return next((f for f in self.option.fields if f.name not in dict(self.given)), None)

    def layout(self, sheet: Sheet) -> None:
        """The question at the left, the seat's own sheet at the right."""
        seen, told = self.seen, self.told
        ask = seen.asked[0]
        title = name.full(self.words, told, self.seat_id)
        rest = masthead(sheet, sheet.page(2), title, self.when(self.say("seat.private")), *self.corner())
        with (
            desk(sheet, rest, *self._doors(ask)) as body,
            sheet.scroll("seat", body, "felt", name=title) as column,
            column.row(8, 5, least=15, gap=4) as (left, right),
        ):
            if ask.kind == RESPOND:
                self._postures(left, ask.leaning)
            else:
                self._question(left, ask)
                self._field(left, ask)
            creed.creed(self, right, self.seat_id, seen, told)

    def _doors(self, ask: AskView) -> list[Choice]:
        ready = bool(self.posture) if ask.kind == RESPOND else self.field is None
        return [Choice("hand_in", self.say("seat.hand_in"), Proceed(), look="primary", enabled=ready, key="e",
                       hint="" if ready else self.say("seat.not_ready")),
                Choice("back", self.say("back"), Back())]  # fmt: skip

    def _question(self, column: Column, ask: AskView) -> None:
        head, _, text = question(self.words, self.told, ask.kind, ask.data).partition("\n")
        with column.card("paper", pad=2.5) as card:
            card.heading(head if text else self.say("seat.asked"))
            card.text(text or head, "lead")

    def _postures(self, column: Column, leaning: Mapping[str, Mapping[Any, int]]) -> None:
        words, told = self.words, self.told
        column.text(self.say("seat.posture"), "strong", "accent")
        rows = []
        for n, posture in enumerate(POSTURES, 1):
            if posture == LEAN:
                acts = [words("action.respond.one", work=name.work(words, told, w), act=words(f"act.{a}"))
                        for w, a in own(leaning).items()]  # fmt: skip
                label, detail = self.say("seat.lean"), words("list.between").join(acts)
            else:
                label, detail = f"{MARKS[posture]} {words(f'act.{posture}')}", words(f"act.{posture}.about")
            rows.append(Choice(f"posture.{posture}", label, Pick(posture), detail=detail, key=str(n),
                               selected=posture == self.posture, hint=self._speaks_for(posture, leaning)))  # fmt: skip
        grid(column, rows)
        column.space(1)
        column.text(self.say("seat.exception"), "strong", "accent")
        column.tabs(Choice("odd.none", self.say("seat.exception.none"), Show(""), selected=not self.odd),
                    *(Choice(f"odd.{w}", name.work(words, told, w), Show(w), selected=w == self.odd) for w in leaning))
        if self.odd:
            column.tabs(*(Choice(f"act.{act}", f"{MARKS[act]} {words(f'act.{act}')}", Pick(f"odd.{act}"),
                                 selected=act == self.act_there) for act in ACTS))  # fmt: skip

    def _field(self, column: Column, ask: AskView) -> None:
        field, words, told = self.field, self.words, self.told
        for key, value in self.given:
            label = offer.field(words, told, ask.kind, key)
            column.text(words("said.of", who=label, text=offer.value(words, told, ask.kind, key, value, ask.data)),
                        "small", "soft")  # fmt: skip
        if field is None:
            return
        column.text(offer.field(words, told, ask.kind, field.name), "strong", "accent")
        values, leaning = field.offered(dict(self.given)), ask.leaning.get(field.name, {})
        best = max(leaning, key=lambda value: leaning[value]) if leaning else None
        for n, value in enumerate(values, 1):
            label = offer.value(words, told, ask.kind, field.name, value, ask.data)
            column.item(Choice(f"pick.{value}", label, Pick(value), key=str(n) if n < 10 else "",
                               side=self.say("seat.leaning") if value == best else "",
                               hint=self._score(field.name, value)))  # fmt: skip

    def _score(self, field: str, value: object) -> str:
        """What speaks for a choice, as far as the seat itself knows."""
        try:
            found = self.chair.session.explain(f"lean.{self.seat_id}.{field}.{value}", self.seat_id)
        except KeyError:
            return ""
        return "\n".join(f"{term}  {level}" for term, level in reason.lines(self.words, self.told, found))

    def _speaks_for(self, posture: str, leaning: Mapping[str, Mapping[Any, int]]) -> str:
        """How much speaks for a posture, by workstream."""
        return "\n".join(f"{name.work(self.words, self.told, w)}  {points(scores[act])}"
                         for w, act in postured(leaning, posture).items() for scores in (leaning[w],))  # fmt: skip

    def scores(self, leaning: Mapping[Any, int]) -> str:
        """How much speaks for each act, one a line."""
        return "\n".join(f"{self.words(f'act.{act}')}  {points(score)}" for act, score in leaning.items())

    def explain(self, why: object) -> Explanation:
        """Why one of the seat's own numbers is what it is, to the seat itself."""
        try:
            return explained(self.words, self.told, str(why), self.chair.session.explain(str(why), self.seat_id))
        except KeyError:
            return Explanation()

    def handle(self, intent: object) -> Screen | None:
        """Choose, hand in, or draw the curtain again."""
        ask = self.seen.asked[0]
        match intent:
            case Show(work) if ask.kind == RESPOND:
                return self.now(odd=work, act_there="")
            case Pick(value) if ask.kind == RESPOND and str(value) in POSTURES:
                return self.now(posture=str(value))
            case Pick(value) if ask.kind == RESPOND:
                return self.now(act_there=str(value).removeprefix("odd."))
            case Pick(value) if self.field is not None:
                return self.now(given=(*self.given, (self.field.name, value)))._filled()
            case Proceed() if ask.kind == RESPOND and self.posture:
                exception = (self.odd, self.act_there) if self.odd and self.act_there else None
                return self._done(responded(self.option, ask.leaning, self.posture, exception))
            case Proceed() if ask.kind != RESPOND and self.field is None:
                return self._done(self.option.fill(**dict(self.given)))
            case Back() if self.given:
                return self.now(given=self.given[:-1])
            case Back():
                return go(self, "pass_on", chair=self.chair, then=self.then)
        return super().handle(intent)

    def _filled(self) -> "Seat":
        """With every field filled that leaves no choice."""
        field = self.field
        if field is None or len(values := field.offered(dict(self.given))) != 1:
            return self
        return self.now(given=(*self.given, (field.name, values[0])))._filled()

    def _done(self, action: Action) -> Screen:
        chair, _ = self.chair.do(action)
        return onward(self, chair, self.then)
