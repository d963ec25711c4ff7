"""Bots: functions of a view and the options on offer that return an action. None reads hidden state."""

from collections.abc import Callable

from game.scenario.scenario import Scenario
from game.session.bots import routes
from game.session.bots.bot import Bot
from game.session.bots.passive import passive
from game.session.bots.planner import Planner
from game.session.bots.random import random

LEADS: dict[str, Callable[[int], Bot]] = {
    "passive": lambda _seed: passive,
    "random": random,
    "steady": lambda _seed: routes.steady(),
    "group_first": lambda _seed: routes.group_first(),
    "procedure": lambda _seed: routes.procedure(),
    "pressure": lambda _seed: routes.pressure(),
    "lobbyist": lambda _seed: routes.lobbyist(),
    "negotiator": lambda _seed: routes.negotiator(),
    "negotiator_easy": lambda _seed: routes.negotiator(hard_first=False),
    "negotiator_hard": lambda _seed: routes.negotiator(hard_first=True),
    "negotiator_grim": lambda _seed: routes.negotiator(grim=True),
    "adaptive": lambda _seed: routes.adaptive(),
    "planner": Planner,
}
"""Bots that can lead, by name, each made from a seed of its own (never the game's); `briefed` before they play."""


def briefed(bot: Bot, scenario: Scenario) -> Bot:
    """Return a bot ready for a scenario's games: one that plans is given it, and reads what its view makes public."""
    return bot.on(scenario) if isinstance(bot, Planner) else bot


__all__ = ["LEADS", "Bot", "Planner", "briefed", "passive", "random"]
