"""How much there is to read at one briefing."""

from collections import defaultdict
from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario.finding import Finding
from game.scenario.schema import Length
from game.scenario.story import Inject

LIMIT = 350
"""Chinese characters a turn."""


def reading(case: Case) -> Iterator[Finding]:
    """Yield, for each length, the injects that are sure to come at one briefing and together are too long to read."""
    sure = {id: inject for id, inject in case.file.injects.items() if _sure(inject)}
    for name, length in case.file.lengths.items():
        due: dict[int, list[str]] = defaultdict(list)
        for id, inject in sure.items():
            due[_turn(inject, length)].append(id)
        for turn, found in due.items():
            load = sum(_characters(sure[id]) for id in found)
            if turn <= length.turns and load > LIMIT:
                args = {"length": name, "turn": str(turn), "count": str(load), "limit": str(LIMIT)}
                yield case.warn_key(("injects", found[-1]), "text-load", **args)


def _sure(inject: Inject) -> bool:
    """Tell whether an inject comes in every game, at a known briefing."""
    return inject.when is None and inject.chance == 100 and not inject.only_fired


def _turn(inject: Inject, length: Length) -> int:
    """Return the turn whose briefing is the first on or after an inject's day."""
    return 1 + -(-(inject.day or 0) // length.days)


def _characters(inject: Inject) -> int:
    """Return how many Chinese characters an inject puts before the player."""
    return sum(len(words.zh) for words in (inject.title, inject.text, *(c.text for c in inject.choices.values())))
