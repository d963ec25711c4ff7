"""What the screens of a running game share: the chair, why a number is what it is, and leaving for the library."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from game.desktop.callout import Callout
from game.desktop.column import Choice
from game.desktop.explanation import Explanation
from game.desktop.screen import Screen
from game.desktop.screens.chair import Chair
from game.desktop.screens.errands import Direct
from game.desktop.screens.guide import guide
from game.desktop.screens.journey import go
from game.desktop.screens.page import Page
from game.desktop.screens.whys import explained, foretold
from game.desktop.screens.wishes import Adjust, Shelve
from game.rules import Action, Blocked, IllegalAction
from game.scenario.scenario import ACTS
from game.telling import name, offer
from game.telling.clock import moment
from game.telling.number import points

MARKS = {"cooperate": "▲", "minimal": "◆", "stall": "▼", "pass": "▼", "fake": "◇"}
UNKNOWN = "？"
Form = Literal["plain", "now", "brief"]
"""How an act is said."""
LEANINGS = ("act.", "lean.")      # the whys that tell how a department is minded


@dataclass(frozen=True, kw_only=True)
class Play(Page):
    """A screen of a game from the lead's chair."""

    name: ClassVar[str] = ""
    chair: Chair

    def seat(self, id: str) -> str:
        """The short name of a seat."""
        return name.seat(self.words, self.chair.scenario, id)

    def act(self, act: int | None, form: Form = "plain") -> str:
        """An act after its mark, as what to do, as what is done `now` or as `brief` as can be; "?" if not known."""
        if act is None or act < 0:
            return UNKNOWN if form == "brief" else f"{UNKNOWN} {self.words('act.unknown')}"
        key = f"act.{ACTS[act]}"
        said = {"plain": self.words(key), "now": self.say(key), "brief": self.words(f"{key}.short")}
        return f"{MARKS[ACTS[act]]} {said[form]}"

    def percent(self, level: int | None) -> str:
        """A level in percent, or that it is not known."""
        return self.words("unknown") if level is None else f"{points(level)}%"

    def when(self, title: str = "") -> str:
        """Which turn of how many this is."""
        seen, length = self.chair.seen, self.chair.scenario.length
        return self.say("turn", turn=seen.turn, turns=length.turns, title=title)

    def moment(self, day: int, form: str = "") -> str:
        """When a day of the game is, as `clock.moment` says it."""
        return moment(self.words, self.chair.scenario.clock, day, form)

    @property
    def date(self) -> str:
        """The day of the game."""
        return self.moment(self.chair.seen.day, "head")

    def gear(self) -> Choice:
        """The button to the settings."""
        return Choice("settings", self.say("settings"), Adjust())

    def corner(self) -> tuple[Choice, ...]:
        """The buttons in the corner: the trainer's desk where there is one, and the settings."""
        from game.session.desk import directed

        desk = Choice("direct", self.say("direct"), Direct(), key="d")
        return (desk, self.gear()) if directed(self.chair.session) else (self.gear(),)

    def explain(self, why: object) -> Explanation:
        """Why a number is what it is, why something is blocked, or what an action is likely to change."""
        chair, words = self.chair, self.words
        if isinstance(why, Blocked):
            return Explanation(offer.blocked(words, chair.scenario, why))
        if not chair.advisor and (isinstance(why, Action) or str(why).startswith(LEANINGS)):
            return Explanation(words("advisor.off"))
        if isinstance(why, Action):
            try:
                return foretold(words, chair.scenario, chair.forecast(why))
            except IllegalAction:       # by what the lead knows it could not be done: nothing to foretell
                return Explanation()
        try:
            return explained(words, chair.scenario, str(why), chair.explain(str(why)))
        except KeyError:
            return Explanation()

    def callouts(self) -> tuple[Callout, ...]:
        """What is pointed at now, the most particular first."""
        return guide(self)

    def handle(self, intent: object) -> Screen | None:
        """Put the game away (in the library, or where it was opened from), or answer as every screen does."""
        if isinstance(intent, Shelve):
            from game.scenario.library import entries

            self.chair.session.recording.close()
            if self.desk.leave is not None:
                return self.desk.leave(self)
            return go(self, "browse", entries=tuple(entries(self.desk.folders)))
        if isinstance(intent, Direct):
            return go(self, "direct", chair=self.chair, behind=self.now())
        return super().handle(intent)
