"""Injects: what happens at a briefing when its day has come and its condition holds; some put a choice to the lead."""

from collections.abc import Mapping
from typing import Any

from game.rules.deed import Field, Leaning, Play, Question
from game.rules.effect import run
from game.rules.luck import luck
from game.rules.state import Ask, State
from game.scenario.plot import Choice, Inject
from game.scenario.scenario import Scenario

WAITING, FIRED, PASSED = 0, 1, 2


def fire_due(play: Play) -> None:
    """Fire every inject that is due at this briefing; those with choices are put to the lead, one after another."""
    state, scenario = play.state, play.scenario
    called = {i for i, day in state.fires if day <= state.day}
    state.fires = tuple((i, day) for i, day in state.fires if day > state.day)
    news: list[int] = []
    for i, inject in enumerate(scenario.injects):
        if state.fired[i] == WAITING and _due(state, inject, i in called):
            if luck(state, inject.id, "chance") >= inject.chance:
                state.put("fired", i, PASSED)
                continue
            news.append(i)
            happen(play, i)
    state.news = tuple(news)
    put(play, *news)


def happen(play: Play, i: int) -> None:
    """Let an inject happen: it is told, and its effects run."""
    inject = play.scenario.injects[i]
    play.state.put("fired", i, FIRED)
    play.tell("inject", inject=inject.id)
    run(play, inject.effects, f"inject.{inject.id}")


def put(play: Play, *news: int) -> None:
    """Put to the lead, one after another, those of the injects that have choices."""
    asking = [play.scenario.injects[i].id for i in news if play.scenario.injects[i].choices]
    play.ask(*(Ask("lead", "choose", (("inject", id),)) for id in asking))


def _due(state: State, inject: Inject, called: bool) -> bool:
    """Tell whether an inject may happen now."""
    if inject.only_fired and not called:
        return False
    if not called and inject.day >= 0 and state.day < inject.day:
        return False
    if inject.until >= 0 and state.day > inject.until:
        return False
    return inject.when is None or inject.when.test(state)


def open_choices(state: State, inject: Inject) -> tuple[Choice, ...]:
    """Return the choices that can be made now: condition holds and energy suffices; the first is always open."""
    return tuple(
        c
        for n, c in enumerate(inject.choices)
        if n == 0 or (c.cost <= state.energy and (c.when is None or c.when.test(state)))
    )


def _fields(scenario: Scenario, state: State, ask: Ask) -> tuple[Field, ...]:
    inject = scenario.injects[scenario.index["inject"][ask.get("inject")]]
    return (Field("choice", tuple(c.id for c in open_choices(state, inject))),)


def _leaning(scenario: Scenario, state: State, ask: Ask) -> Leaning:
    """The lead leans to nothing: its choices are its own."""
    return {"choice": dict.fromkeys(_fields(scenario, state, ask)[0].choices, 0)}


def _choose(play: Play, ask: Ask, args: Mapping[str, Any]) -> None:
    """Make the choice: pay, run its effects, remember it."""
    state = play.state
    i = play.scenario.index["inject"][ask.get("inject")]
    inject = play.scenario.injects[i]
    n = next(k for k, c in enumerate(inject.choices) if c.id == args["choice"])
    choice = inject.choices[n]
    state.energy = max(0, state.energy - choice.cost)
    state.put("chosen", i, n)
    play.tell("choice", inject=inject.id, choice=choice.id)
    run(play, choice.effects, f"choice.{inject.id}")


QUESTIONS = (Question("choose", _fields, _leaning, _choose),)
