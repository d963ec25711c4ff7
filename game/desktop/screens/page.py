"""What all screens share: the desk, words, and the answers to what may be wanted anywhere."""

from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Self

from game.desktop.callout import Callout
from game.desktop.explanation import Explanation
from game.desktop.intent import Apply
from game.desktop.screen import Screen
from game.desktop.screens.desk import Desk
from game.desktop.screens.wishes import Adjust, Away, Speak
from game.desktop.sheet import Sheet
from game.telling.words import Words, words


@dataclass(frozen=True, kw_only=True)
class Page:
    """A screen as an immutable value; subclasses lay out and answer what is theirs."""

    name: ClassVar[str] = ""
    desk: Desk = field(default_factory=Desk)
    cue: str = ""
    pulse: float = 0.0

    @property
    def listening(self) -> bool:
        """Keys mean what the settings say."""
        return False

    @property
    def words(self) -> Words:
        """The catalogue of the language in use."""
        return words(self.desk.lang)

    def say(self, key: str, **args: object) -> str:
        """One of the window's own sentences."""
        return self.words(f"window.{key}", **args)

    def now(self, **changes: Any) -> Self:
        """The same screen with something changed; it does not sound again."""
        return replace(self, **{"cue": "", **changes})

    def opened(self) -> "Page":
        """The screen as it is when it has just been reached."""
        return self

    def layout(self, sheet: Sheet) -> None:
        """Place nothing."""

    def callouts(self) -> tuple[Callout, ...]:
        """Nothing here is pointed at."""
        return ()

    def handle(self, intent: object) -> Screen | None:
        """Answer what may be wanted on every screen: other settings, another language."""
        match intent:
            case Apply(settings):
                return self.now(desk=self.desk.kept(settings, self.desk.lang))
            case Speak(lang):
                return self.now(desk=self.desk.kept(self.desk.settings, lang))
            case Away(key):
                return self.now(desk=replace(self.desk, away=self.desk.away | {key}))
            case Adjust():
                from game.desktop.screens.settings import Preferences

                return Preferences(desk=self.desk, behind=self)
        return None

    def explain(self, why: object) -> Explanation:
        """Nothing here needs explaining."""
        return Explanation()


def holds(told: str, query: str) -> bool:
    """Whether a text holds every word of what was typed to search for it, however written."""
    return all(word in told.casefold() for word in query.casefold().split())
