"""What a seat other than the lead has heard: what was said in the open, and what was said to it."""

from collections.abc import Iterable

from game.rules import Event
from game.scenario.scenario import Scenario
from game.telling.story import story
from game.telling.words import Words

HEARD = frozenset({
    "bulletin", "duties", "consult", "group", "dissolve", "discipline", "paper_group", "personnel", "deal", "ruling",
    "unlocked", "talks", "appraise",
})  # fmt: skip
"""The kinds of event that every seat at the table hears of in the open."""


def heard(words: Words, scenario: Scenario, events: Iterable[Event], who: str) -> list[str]:
    """Return what a seat other than the lead has heard, one sentence or a few an event, oldest first."""
    own = (e for e in events if e.seen_by(who) and (e.kind in HEARD or who in e.seats))
    return [text for e in own if (text := story(words, scenario, e, who))]
