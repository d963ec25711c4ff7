"""The lowered story: promises, moves, injects with their choices, endings, hints, what is expected and asked."""

from dataclasses import dataclass
from typing import Any

from game.scenario.condition import Condition
from game.scenario.effect import Effect
from game.scenario.text import Text


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise the lead can make to the peer `to`, due `due` days after it is made, before leaders `witness`.

    `worth` are (table, points) pairs: what it adds to any package for that peer.
    """

    id: str
    to: int
    text: Text
    due: int
    broken: Condition | None
    kept: Condition | None
    witness: tuple[int, ...]
    worth: tuple[tuple[int, int], ...]
    effects_kept: tuple[Effect, ...]
    effects_broken: tuple[Effect, ...]

    def proved(self, state: Any) -> bool:
        """Tell whether what proves it kept has happened."""
        return self.kept is not None and self.kept.test(state)

    def failed(self, state: Any) -> bool:
        """Tell whether what breaks it has happened."""
        return self.broken is not None and self.broken.test(state)


@dataclass(frozen=True, slots=True)
class Move:
    """An option the author defined; `to` is a peer's index or -1."""

    id: str
    name: Text
    text: Text
    reply: Text
    cost: int
    to: int
    when: Condition | None
    blocked: Text
    limit: int
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to an inject; `trap`: its author means it to look better than it is."""

    id: str
    text: Text
    reply: Text
    cost: int
    when: Condition | None
    trap: bool
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Inject:
    """A happening; `day` and `until` are -1 where not given, `chance` ‰, `speaker` a peer's index or -1."""

    id: str
    title: Text
    text: Text
    source: str
    speaker: int
    day: int
    until: int
    when: Condition | None
    chance: int
    only_fired: bool
    effects: tuple[Effect, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Hint:
    """A slip pointing at the first widget of `screen` whose id is `widget` or begins with it."""

    id: str
    screen: str
    widget: str
    text: Text
    when: Condition | None
    until: Condition | None


@dataclass(frozen=True, slots=True)
class Ending:
    """How a game can close, with its grade from A to E."""

    id: str
    title: Text
    text: Text
    grade: str
    when: Condition | None


@dataclass(frozen=True, slots=True)
class Expectation:
    """What is expected by a day; `objective` counts from 0, `on` and `otherwise` are injects' indices or -1."""

    id: str
    text: Text
    objective: int
    who: str
    by: int
    when: Condition
    on: int
    critical: bool
    otherwise: int


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the debrief, asked where its condition holds as the game ends."""

    text: Text
    when: Condition | None
