"""The lead that forwards the notice and waits: the baseline that shows what the task does by itself."""

from collections.abc import Sequence

from game.rules import Action, Option, View


def passive(_seen: View, options: Sequence[Option]) -> Action:
    """Take the first choice where one must be made, and end the turn."""
    first = options[0]
    if first.kind == "answer":
        return first.fill(**{f.name: f.choices[0] for f in first.fields})
    return next(o for o in options if o.kind == "end_turn").fill()
