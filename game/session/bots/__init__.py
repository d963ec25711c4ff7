"""Bots: functions of a view and the options on offer that return an action. None reads hidden state."""

from collections.abc import Callable

from game.session.bots.bot import Bot
from game.session.bots.passive import passive
from game.session.bots.random import random
from game.session.bots.steady import steady

LEADS: dict[str, Callable[[int], Bot]] = {
    "passive": lambda _seed: passive,
    "random": random,
    "steady": lambda _seed: steady,
}
"""Bots that can lead, by name, each made from a seed of its own (never the game's)."""

__all__ = ["LEADS", "Bot", "passive", "random", "steady"]
