"""The bot behind every seat nobody plays: it answers as the model's scores say, which its own view shows it."""

from collections.abc import Sequence

from game.rules import Action, Option, View


def model(seen: View, options: Sequence[Option]) -> Action:
    """Answer the first question put to this seat with the choice that scores highest in each field."""
    leaning = seen.asked[0].leaning
    return options[0].fill(**{name: max(scores, key=lambda c: scores[c]) for name, scores in leaning.items()})
