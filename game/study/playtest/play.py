"""One playtest game: a bot leads, every other seat answers as the model does; what an author asks about is kept."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from game.rules import Action, Blocked, Event, IllegalAction, Option, State, View, options, settle, start, step, view
from game.rules.ending import mark
from game.rules.event import Events
from game.rules.inject import FIRED
from game.rules.ledger import overall
from game.scenario.arm import Setting
from game.scenario.effect import Effect
from game.scenario.scenario import Scenario
from game.session.bots import LEADS, Bot, briefed
from game.study.playtest.clause import Count, Watched
from game.telling.story import story
from game.telling.words import words

MISTAKES = (ArithmeticError, LookupError, TypeError, ValueError, AttributeError, StopIteration, IllegalAction)
"""What the rules raise when a scenario or a bot leads them where they cannot go."""
_HAN = re.compile(r"[\u3400-\u9fff]")


Tried = tuple[str, tuple[tuple[str, float], ...]]
"""An inject, and the mark after each reply to it."""
WITHHELD = Blocked("withheld")
_ALWAYS = ("end_turn", "answer", "move")
"""Actions that no game is played without; moves are withheld one by one."""
_TESTING = ("move", "personnel")
"""Options whose choices hang on conditions of the author's: these are tested in every decision, whoever looks at it."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a bot's games need, as plain data that can go to another process.

    On seeds below `tried` every reply to an inject that was not given is given too, in a game of its own, and the text
    shown is measured; on seeds below `spared` the game is played again without each action that was used.
    """

    setting: Setting
    bot: str
    tried: int
    spared: int


@dataclass(frozen=True, slots=True)
class Row:
    """What is kept of one game; `broke` says why it has nothing else.

    `curve` are the measures as each turn closed, `replies` the mark after each reply to an inject, `without` the mark
    without each action or `move:ID` that was used, `reading` the Chinese characters shown each turn (nothing where
    they were not measured).
    """

    seed: int
    broke: str = ""
    ending: str = ""
    score: float = 0.0
    turns: int = 0
    curve: tuple[tuple[float, ...], ...] = ()
    offered: frozenset[str] = frozenset()
    done: frozenset[tuple[str, str]] = frozenset()
    replies: tuple[Tried, ...] = ()
    without: tuple[tuple[str, float], ...] = ()
    reading: tuple[int, ...] = ()


Slice = tuple[tuple[Row, ...], tuple[Count, ...]]
"""The rows of some games and how the clauses fared in them."""


def gauges(scenario: Scenario) -> Mapping[str, Callable[[State], float]]:
    """Return what is measured as each turn closes, by name, on the author's scale."""

    def public(i: int) -> Callable[[State], float]:
        return lambda state: state.public[i] / 1000

    return {
        "real": lambda s: overall(scenario, s.real) / 10,
        "reported": lambda s: overall(scenario, s.reported) / 10,
        "mark": lambda s: mark(scenario, s).value / 10,
        "trust": lambda s: sum(s.trust) / len(s.trust) / 10,
        "attention": lambda s: sum(s.attention) / len(s.attention) / 10,
        "credibility": lambda s: s.credibility[0] / 10,
        "burden": lambda s: s.grassroots[2] / 10,
    } | {f"public.{m.id}": public(i) for i, m in enumerate(scenario.measures)}


class Bench:
    """Plays tasks of some recipes of one setting, lowered once and watched."""

    def __init__(self, recipes: Sequence[Recipe]) -> None:
        self._recipes = recipes
        plain = recipes[0].setting.scenario()
        self._watched = Watched(plain)
        self._plain = plain
        self._gauges = tuple(gauges(plain).values())

    def play(self, recipe: int, seeds: range) -> list[Slice]:
        """Play one bot on some seeds; one slice holds them all."""
        rows = tuple(self._row(self._recipes[recipe], seed) for seed in seeds)
        return [(rows, self._watched.taken())]

    def _row(self, recipe: Recipe, seed: int) -> Row:
        try:
            game = Game(self._watched.scenario, self._lead(recipe.bot, seed), seed, self._gauges, seed < recipe.tried)
            row = game.play()
            replies = tuple(self._replies(recipe.bot, seed, game, row.score)) if seed < recipe.tried else ()
            without = tuple(self._without(recipe.bot, seed, game, row)) if seed < recipe.spared else ()
        except MISTAKES as error:
            return Row(seed, f"{type(error).__name__}: {error}")
        finally:
            self._watched.over()
        return replace(row, replies=replies, without=without)

    def _replies(self, bot: str, seed: int, game: "Game", score: float) -> list[Tried]:
        """Return the mark after every reply that was open, each on the same luck."""
        found = []
        for inject, (given, open_now) in game.asked.items():
            marks = {given: score}
            for other in open_now:
                if other != given:
                    marks[other] = self._other(bot, seed, {inject: other}).parted_from(game)
            if len(marks) > 1:
                found.append((inject, tuple(sorted(marks.items()))))
        return found

    def _without(self, bot: str, seed: int, game: "Game", row: Row) -> Iterator[tuple[str, float]]:
        """Yield the mark of the same game without each action and move that was used in it."""
        for kind, id in sorted(row.done):
            if (kind == "actions" and id not in _ALWAYS) or kind == "moves":
                name = f"move:{id}" if kind == "moves" else id
                yield name, self._other(bot, seed, without=name).parted_from(game)

    def _other(self, bot: str, seed: int, instead: Mapping[str, str] | None = None, without: str = "") -> "Game":
        """Return a game that is to part from the one played."""
        return Game(self._plain, self._lead(bot, seed), seed, (), False, instead, without)

    def _lead(self, bot: str, seed: int) -> Bot:
        """Return a lead; what it thinks of is not watched."""
        return briefed(LEADS[bot](seed), self._plain)


class Decision(NamedTuple):
    """One thing a lead decided, and what it saw."""

    state: State
    seen: View
    can: tuple[Option, ...]
    action: Action


class Game:
    """One game being played; `asked` holds, by inject, the reply given and those that were open.

    `course` is what the lead decided, `end` the last state. A game without gauges is played for its mark: no course and
    nothing of what was on offer is kept.
    `instead` are replies given in place of the bot's own; `without` an action or `move:ID` the bot may not use.
    """

    def __init__(
        self, scenario: Scenario, bot: Bot, seed: int, gauges: Sequence[Callable[[State], float]], read: bool,
        instead: Mapping[str, str] | None = None, without: str = "",
    ) -> None:  # fmt: skip
        self._scenario, self._seed, self._gauges, self._read = scenario, seed, gauges, read
        self._bot, self._kept = bot, bool(gauges)
        self._instead, self._denied = instead or {}, without
        self.asked: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._offered: set[str] = set()
        self._reading: list[int] = []
        self.course: list[Decision] = []
        self.end: State

    def play(self) -> Row:
        """Play to the end, and return what is kept."""
        scenario = self._scenario
        state, events = start(scenario, self._seed)
        curve = [self._measured(state)]
        self._shown(state, events)
        for before, after, events in self._strides(state):
            self._shown(before, events)
            if after.turn != before.turn or after.phase == "debrief":
                curve.append(self._measured(after))
        state = self.end
        return Row(
            self._seed, "", state.ending, mark(scenario, state).value / 10, state.turn, tuple(curve),
            frozenset(self._offered), frozenset(_done(scenario, state)), reading=tuple(self._reading),
        )  # fmt: skip

    def parted_from(self, game: "Game") -> float:
        """Return the mark of a game that goes as a finished one on the same luck until something else is decided."""
        self.end = game.end
        for state, seen, can, done in game.course:
            action = self._decide(state, seen, self._allowed(can))
            if action != done:
                after, _ = step(self._scenario, state, action)
                for _ in self._strides(after):
                    pass
                break
        return mark(self._scenario, self.end).value / 10

    def _strides(self, state: State) -> Iterator[tuple[State, State, Events]]:
        """Yield every step to the end, all answers of others as one: the states before and after, and the events."""
        scenario = self._scenario
        while state.phase != "debrief":
            before = state
            if state.asked and state.asked[0].seat != "lead":
                state, events = settle(scenario, before)
            else:
                seen, can = view(scenario, state, "lead"), self._allowed(options(scenario, state, "lead"))
                action = self._decide(state, seen, can)
                if self._kept:
                    self.course.append(Decision(before, seen, can, action))
                state, events = step(scenario, before, action)
            self.end = state
            yield before, state, events

    def _decide(self, state: State, seen: View, can: tuple[Option, ...]) -> Action:
        """Let the bot decide the next thing."""
        action = self._bot(seen, can)
        if can[0].kind != "answer":
            if self._kept:
                self._offer(can)
        elif can[0].ask == "choose":
            inject = state.asked[0].get("inject")
            if inject in self._instead:
                action = can[0].fill(choice=self._instead[inject])
            self.asked[inject] = action.args["choice"], can[0].fields[0].choices
        return action

    def _allowed(self, can: tuple[Option, ...]) -> tuple[Option, ...]:
        """Return the options without what this game is to do without: it is there, but blocked."""
        if not self._denied:
            return can
        if self._denied.startswith("move:"):
            return tuple(_spared(o, self._denied.removeprefix("move:")) if o.kind == "move" else o for o in can)
        return tuple(o.but(o.fields, WITHHELD) if o.kind == self._denied else o for o in can)

    def _offer(self, can: Sequence[Option]) -> None:
        """Keep what was on offer."""
        for option in can:
            if option.kind in _TESTING:
                choices = option.fields[0].choices
                if option.kind == "move" and option.blocked is None:
                    self._offered.update([f"move:{m}" for m in choices])
            if option.kind not in self._offered and option.blocked is None:
                self._offered.add(option.kind)

    def _measured(self, state: State) -> tuple[float, ...]:
        return tuple(gauge(state) for gauge in self._gauges)

    def _shown(self, state: State, events: Sequence[Event]) -> None:
        """Count the Chinese characters the lead is shown of some events."""
        if self._read:
            told = "".join(story(words("zh"), self._scenario, e) for e in events if e.seen_by("lead"))
            self._reading += [0] * (state.turn - len(self._reading))
            self._reading[state.turn - 1] += len(_HAN.findall(told))


def _spared(option: Option, move: str) -> Option:
    """Return the option of moves without one of them."""
    left = tuple(m for m in option.fields[0].choices if m != move)
    first = option.fields[0]._replace(choices=left)
    return option.but((first, *option.fields[1:]), option.blocked if left else WITHHELD)


def _done(scenario: Scenario, state: State) -> list[tuple[str, str]]:
    """Return all of a scenario that was used in a finished game, as (kind, id)."""
    found = [("actions", kind) for kind, n in state.counts.items() if n]
    used: list[Effect] = []
    for i, inject in enumerate(scenario.injects):
        if state.fired[i] == FIRED:
            found.append(("injects", inject.id))
            used += inject.effects
            if inject.choices and state.chosen[i] >= 0:
                choice = inject.choices[state.chosen[i]]
                found.append(("choices", f"{inject.id}.{choice.id}"))
                used += choice.effects
    for i, move in enumerate(scenario.moves):
        if state.moved[i]:
            found.append(("moves", move.id))
            used += move.effects
    found += [("effects", verb) for verb in {e.verb for e in used}]
    return [*found, ("endings", state.ending)]
