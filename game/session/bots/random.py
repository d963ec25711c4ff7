"""The lead that does anything at all: for properties over random play, and as the lowest reference line."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from game.rules import Action, Option, View
from game.rules.deed import Field
from game.session.bots.bot import Bot


def random(seed: int) -> Bot:
    """Return a bot that picks an option, then its fields, evenly; it ends the turn about one time in six."""
    dice = Random(seed)

    def play(_seen: View, options: Sequence[Option]) -> Action:
        open_now = {o.kind: o for o in options if o.blocked is None}
        kinds = [k for k in open_now if k not in ("end_turn", "reserve")]
        if not kinds or ("end_turn" in open_now and dice.random() < 0.17):
            return open_now["end_turn"].fill()
        option = open_now[dice.choice(kinds)]
        filled: dict[str, Any] = {}
        for field in option.fields:
            filled[field.name] = _value(dice, field, filled)
        return option.fill(**filled)

    return play


def _value(dice: Random, field: Field, filled: Mapping[str, Any]) -> Any:
    """Pick a value for one field that goes with those filled before it."""
    choices = field.offered(filled)
    if field.many is None:
        return dice.choice(choices)
    least, most = field.many
    return dice.sample(choices, dice.randint(least, min(most, len(choices))))
