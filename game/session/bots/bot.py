"""What a bot is: a function of a view and the options on offer; and how one is made of a list of habits."""

from collections.abc import Callable, Container, Iterator, Sequence

from game.rules import Action, Option, View
from game.session.bots.packages import on_offer

Bot = Callable[[View, Sequence[Option]], Action]


class Offered(Container[str]):
    """The options that are not blocked, by kind; whether one is blocked is only asked of those looked for."""

    def __init__(self, options: Sequence[Option]) -> None:
        self._options = {o.kind: o for o in options}

    def __contains__(self, kind: object) -> bool:
        return kind in self._options and self._options[str(kind)].blocked is None

    def __getitem__(self, kind: str) -> Option:
        return self._options[kind]


Habit = Callable[[View, Offered], Iterator[Action]]
"""What a lead would do now if the moment is right, best first; nothing if it is not."""
Names = dict[str, tuple[str, ...]]
Answers = Callable[[View, Option, Names], Action]
"""What a lead says when asked; the names of each table's packages are those it last saw on offer."""


def made_of(habits: Sequence[Habit], answers: Answers) -> Bot:
    """Return the bot that does the first thing the first fitting habit proposes, and ends the turn when none does."""
    names: Names = {}

    def play(seen: View, options: Sequence[Option]) -> Action:
        if options[0].kind == "answer":
            return answers(seen, options[0], names)
        names.update(on_offer(options))
        can = Offered(options)
        for habit in habits:
            action = next(habit(seen, can), None)
            if action is not None:
                return action
        return can["end_turn"].fill()

    return play


def when(condition: Callable[[View], bool], *habits: Habit) -> Habit:
    """Return these habits as one, followed only while a condition holds."""

    def habit(seen: View, can: Offered) -> Iterator[Action]:
        if condition(seen):
            for each in habits:
                yield from each(seen, can)

    return habit


def every(turns: int, at: int, *habits: Habit) -> Habit:
    """Return these habits as one, followed in every so many turns: where turn modulo `turns` is `at`."""
    return when(lambda seen: seen.turn % turns == at, *habits)


def at_most(times: int, *habits: Habit) -> Habit:
    """Return these habits as one, each of its deeds done at most so many times a turn."""

    def habit(seen: View, can: Offered) -> Iterator[Action]:
        for each in habits:
            yield from (a for a in each(seen, can) if seen.done.count(a.kind) < times)

    return habit


def in_all(times: int, *habits: Habit) -> Habit:
    """Return these habits as one, each of its deeds done at most so many times in a game."""

    def habit(seen: View, can: Offered) -> Iterator[Action]:
        for each in habits:
            yield from (a for a in each(seen, can) if seen.counts.get(a.kind, 0) < times)

    return habit
