"""The order deeds are offered in: nine at a time, the everyday ones first, so that keys keep their meaning."""

from collections.abc import Sequence

from game.rules import Option

NINE = 9
ORDER = (
    "visit", "sound", "offer", "consult", "duties", "report", "inspect", "move", "data", "convene", "escalate", "help",
    "diagnose", "chair", "group", "bulletin", "follow_up", "authorize", "appraise", "discipline", "personnel",
    "support", "reserve", "dissolve",
)  # fmt: skip
_LAST = ("end_turn", "answer")


def ordered(options: Sequence[Option]) -> list[Option]:
    """Return the deeds in their fixed order, without the turn's end."""
    rank = {kind: n for n, kind in enumerate(ORDER)}
    return sorted((o for o in options if o.kind not in _LAST), key=lambda o: rank.get(o.kind, len(ORDER)))


def pages(options: Sequence[Option], end: bool = False) -> list[list[Option]]:
    """Return the deeds by pages of at most nine; with `end` the turn's end is the ninth of the first page."""
    deeds = ordered(options)
    last = [o for o in options if o.kind == "end_turn"] if end else []
    first = NINE - len(last)
    rest = deeds[first:]
    return [[*deeds[:first], *last], *(rest[n:n + NINE] for n in range(0, len(rest), NINE))]
