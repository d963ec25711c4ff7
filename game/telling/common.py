"""What everybody at the table may know of a game: what was said to all, and the figures that are published."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from game.rules import Event, State, public, view
from game.scenario.scenario import Scenario
from game.telling.attendance import attended, came
from game.telling.story import story
from game.telling.words import Words, onlooker

ONLOOKER = "office"     # a seat that finds nothing out by itself: its scenario has every secret at its prior
NOBODY = ""


class Moment(Protocol):
    """A state and the events that led to it."""

    @property
    def state(self) -> State: ...  # noqa: D102
    @property
    def events(self) -> Sequence[Event]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Common:
    """Turn and date, published measures, reported ledgers (‰), and the news all have heard, oldest first.

    `attending` are those who came to the meeting held last, or have answered so far to one being called; `ending` is
    the title of how the game ended, "" before.
    """

    turn: int
    turns: int
    day: int
    measures: tuple[int, ...]
    reported: tuple[int, ...]
    attending: tuple[str, ...]
    news: tuple[str, ...]
    ending: str


def common(words: Words, scenario: Scenario, moments: Sequence[Moment]) -> Common:
    """Return what all may know of a game; two games that differ only in what some may know give the same."""
    state, words = moments[-1].state, onlooker(words.lang, words.strict)
    told = public(scenario, view(scenario, state, ONLOOKER))
    attending, coming, news = list[str](), list[str](), list[str]()
    for event in (event for moment in moments for event in moment.events if event.seen_by(NOBODY)):
        line = story(words, told, event, NOBODY)
        if event.kind == "attend":
            coming.append(line)
        elif line and event.kind != "turn":
            news.append(line)
        if met := came(words, event):
            attending, coming = [attended(words, told, one) for one in met], []
    ending = words.text(told.endings[told.index["ending"][state.ending]].title) if state.ending else ""
    return Common(state.turn, scenario.length.turns, state.day, tuple(state.public), tuple(state.reported),
                  tuple(coming or attending), tuple(news), ending)  # fmt: skip
