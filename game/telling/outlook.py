"""What an action is likely to change, in at most four short lines, words before numbers."""

from typing import NamedTuple

from game.rules import Forecast
from game.rules.forecast import ROLLOUTS
from game.scenario.scenario import Scenario
from game.session.bots.advice import Advice
from game.telling.name import seat, work
from game.telling.number import signed
from game.telling.words import Words

MOST = 4
_LEAST = 5
_ACTS = ("cooperating", "holding_back")
_ALONE = ("heat.upper", "credibility", "burden", "progress")


class Range(NamedTuple):
    """What may become of one measure: which, its name and the change in words, the least and the most in ‰."""

    what: str
    name: str
    shown: str
    low: int
    high: int


def outlook(words: Words, scenario: Scenario, forecast: Forecast) -> list[str]:
    """Return at most four lines: a likely refusal, how the departments would act, then the largest changes."""
    found = [*_refusal(words, forecast), *_acting(words, forecast)]
    found += [_line(words, scenario, name, *forecast.changes[name]) for name in _largest(forecast, MOST - len(found))]
    return found[:MOST] or [words("outlook.none")]


def ranges(words: Words, scenario: Scenario, forecast: Forecast) -> tuple[list[str], list[Range]]:
    """Return the same as `outlook`: what can only be said, and what has a range."""
    said = [*_refusal(words, forecast), *_acting(words, forecast)]
    found = []
    for name in _largest(forecast, MOST - len(said)):
        low, high = forecast.changes[name]
        found.append(Range(name, _named(words, scenario, name, ""), _reach(words, low, high), low, high))
    return said or ([] if found else [words("outlook.none")]), found


def ahead(words: Words, advice: Advice) -> str:
    """Return how a deed looks three turns on in a sentence."""
    if advice.usual:
        return words("outlook.ahead.usual")
    better, worse, worlds = advice.better, advice.worse, advice.worlds
    if not worlds:
        return words("outlook.ahead.none")
    verdict = "better" if 2 * better > worlds else "worse" if 2 * worse > worlds else "open"
    counts = words("outlook.ahead.counts", worlds=worlds, better=better, worse=worse, level=worlds - better - worse,
                   mean=signed(advice.mean))  # fmt: skip
    return words.sentences(counts, words(f"outlook.ahead.{verdict}"))


def shown(forecast: Forecast) -> list[str]:
    """Return the measures a forecast is worth showing a range for, the largest first."""
    return _largest(forecast, MOST)


def reach(low: int, high: int) -> tuple[int, int]:
    """Return a range as it is shown, in whole points outwards; no range is narrower."""
    return low // 10, -(-high // 10)


def _acting(words: Words, forecast: Forecast) -> list[str]:
    """Return how the departments would act, in words only."""
    sums = {name: sum(forecast.changes.get(name, (0, 0))) for name in _ACTS}
    return [words(f"outlook.{name}.{'up' if by > 0 else 'down'}") for name, by in sums.items() if by]


def _largest(forecast: Forecast, most: int) -> list[str]:
    ranked = sorted(forecast.changes.items(), key=lambda c: -abs(c[1][0] + c[1][1]))
    found = [n for n, (low, high) in ranked if n not in _ACTS and abs(low + high) >= 2 * _LEAST]
    return found[: max(0, most)]


def _refusal(words: Words, forecast: Forecast) -> list[str]:
    if not forecast.refused:
        return []
    return [words("outlook.refused.likely" if 2 * forecast.refused > ROLLOUTS else "outlook.refused.maybe")]


def _line(words: Words, scenario: Scenario, name: str, low: int, high: int) -> str:
    """Return one change; where it might go either way, say so; where it has a range, give that too."""
    line = _named(words, scenario, name, signed(_whole(low + high) // 2))
    if reach(low, high)[1] - reach(low, high)[0] > 1:
        line = words("outlook.between", line=line, range=_reach(words, low, high))
    return words("outlook.unsure", line=line) if low < 0 < high else line


def _named(words: Words, scenario: Scenario, name: str, change: str) -> str:
    kind, _, id = name.partition(".")
    if name in _ALONE:
        return words(f"outlook.{name}", change=change).strip()
    who, what = seat(words, scenario, id), work(words, scenario, id)
    return words(f"outlook.{kind}", who=who, work=what, change=change).strip()


def _reach(words: Words, low: int, high: int) -> str:
    """Return a range in whole points; one number where it is one."""
    least, most = (signed(10 * n) for n in reach(low, high))
    return least if least == most else words("outlook.range", low=least, high=most)


def _whole(twice: int) -> int:
    """Round twice a change to whole points; a change that is shown is never nothing."""
    points = max(1, (abs(twice) + 10) // 20)
    return points * 20 * (1 if twice > 0 else -1)
