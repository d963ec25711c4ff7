"""The yardstick: a small game many frameworks were timed on, as near as a scenario file can hold it.

docs/performance.md says what of it a scenario cannot hold. A turn has one decision, a move or none, then it is closed.
"""

from collections.abc import Sequence
from pathlib import Path
from random import Random

from game.rules import Action, Option, View
from game.scenario.load import load
from game.scenario.scenario import Scenario
from game.session.bots import Bot

PATH = Path(__file__).with_name("yardstick.yaml")


def yardstick() -> Scenario:
    """Return the yardstick as a scenario."""
    return load(PATH.read_text(encoding="utf-8"), str(PATH), "class")


def anyone(seed: int) -> Bot:
    """Return a lead that takes waiting and each move on offer with the same chance, and closes the turn after it."""
    dice = Random(seed)

    def play(_seen: View, options: Sequence[Option]) -> Action:
        on_offer = {o.kind: o for o in options if o.blocked is None}
        move = on_offer.get("move")
        moves = move.fields[0].choices if move is not None else ()
        n = dice.randrange(len(moves) + 1)
        return move.fill(move=moves[n - 1]) if move is not None and n else on_offer["end_turn"].fill()

    return play
