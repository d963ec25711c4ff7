"""What a bot is: a function of a view and the options on offer."""

from collections.abc import Callable, Sequence

from game.rules import Action, Option, View

Bot = Callable[[View, Sequence[Option]], Action]


def offered(options: Sequence[Option]) -> dict[str, Option]:
    """Return the options that are not blocked, by kind."""
    return {o.kind: o for o in options if o.blocked is None}
