"""The curtain between two seats: who is to come to the keyboard, and nothing else; or that the game is paused."""

from dataclasses import dataclass
from typing import ClassVar

from game.desktop.column import Choice
from game.desktop.faces import plate
from game.desktop.screen import Screen
from game.desktop.screens.frame import masthead
from game.desktop.screens.journey import go
from game.desktop.screens.onward import Then
from game.desktop.screens.play import Play
from game.desktop.screens.wishes import Proceed
from game.desktop.sheet import Sheet
from game.telling import name


@dataclass(frozen=True, kw_only=True)
class Curtain(Play):
    """Drawn before the first of the seats awaited; `then` is what follows when none is left."""

    name: ClassVar[str] = "curtain"
    then: Then

    @property
    def seat_id(self) -> str:
        """The seat that is to come; "" while the game is paused."""
        return "" if self.chair.session.paused else self.chair.awaited[0]

    def layout(self, sheet: Sheet) -> None:
        """A name plate on an empty page."""
        from game.session.desk import stands

        rest = masthead(sheet, sheet.page(), self.when(self.words.text(self.chair.scenario.title)), "", *self.corner())
        id = self.seat_id
        width = min(rest.w, 30 * sheet.ruler.size("body"))
        middle = rest.inset((rest.w - width) // 2, 0)
        top = max(0, rest.h // 2 - sheet.unit(30))
        area = middle.cut_top(top)[1]
        with sheet.scroll("curtain", area) as column, column.card("paper", pad=5) as card:
            if not id:
                why = stands(self.chair.session).why
                card.heading(self.say("curtain.paused"), "title", align="centre")
                card.text(why or self.say("curtain.paused.note"), "lead", "soft", align="centre")
                return
            full = name.full(self.words, self.chair.scenario, id)
            card.text(self.say("curtain.hand"), "lead", align="centre")
            card.space(2)
            wide = min(card.rect.w, sheet.ruler.width("plate", full) + sheet.unit(8))
            face = plate(sheet, Choice("", full, None), wide)
            card.draw(face.moved((card.rect.w - wide) // 2, 0))
            card.space(2)
            card.text(self.say("curtain.away"), "body", "soft", align="centre")
            card.space(2)
            card.buttons(Choice("ready", self.say("curtain.ready"), Proceed(), look="primary"), align="centre")

    def handle(self, intent: object) -> Screen | None:
        """Show the seat its own sheet."""
        if isinstance(intent, Proceed) and self.seat_id:
            return go(self, "unveil", chair=self.chair, seat_id=self.seat_id, then=self.then, cue="page")
        return super().handle(intent)
