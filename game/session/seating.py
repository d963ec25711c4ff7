"""Who plays each seat: a person, a bot by name, or the model; written "human", "bot:NAME" and "bot"."""

from collections.abc import Mapping

from game.session.bots import LEADS, Bot, random

LEAD, HUMAN, MODEL = "lead", "human", "bot"
SEATS = ("model", "steady", "random")
"""Bots for the seats that do not lead: the first two answer as the model does."""


def known(seat: str, who: str) -> bool:
    """Tell whether a seat can be played so."""
    if who in (HUMAN, MODEL):
        return True
    return who.startswith("bot:") and who[4:] in (LEADS if seat == LEAD else SEATS)


def people(seats: Mapping[str, str]) -> frozenset[str]:
    """Return the seats persons play; the lead is a person's unless it is said otherwise."""
    return frozenset({seat for seat, who in {LEAD: HUMAN, **seats}.items() if who == HUMAN})


def players(seats: Mapping[str, str]) -> dict[str, Bot]:
    """Return the bots at seats; a seat that is neither here nor a person's answers as the model does."""
    found = {seat: player(seat, who) for seat, who in seats.items()}
    return {seat: bot for seat, bot in found.items() if bot is not None}


def player(seat: str, who: str) -> Bot | None:
    """Return the bot that plays a seat; None for a person and for the model."""
    name = who.removeprefix("bot:") if who != HUMAN and known(seat, who) else ""
    if seat == LEAD:
        return LEADS[name if name in LEADS else "steady"](0) if name else None
    return random(0) if name == "random" else None
