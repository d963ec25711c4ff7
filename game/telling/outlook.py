"""What an action is likely to change, in at most four short lines, words before numbers."""

from game.rules import Forecast
from game.rules.forecast import ROLLOUTS
from game.scenario.scenario import Scenario
from game.telling.name import seat, work
from game.telling.number import signed
from game.telling.words import Words

MOST = 4
_LEAST = 5
_ACTS = ("cooperating", "holding_back")
_ALONE = ("heat.upper", "credibility", "burden", "progress")


def outlook(words: Words, scenario: Scenario, forecast: Forecast) -> list[str]:
    """Return at most four lines: a likely refusal, how the departments would act, then the largest changes."""
    found = _refusal(words, forecast)
    for name in _ACTS:
        low, high = forecast.changes.get(name, (0, 0))
        if low + high:
            found.append(words(f"outlook.{name}.{'up' if low + high > 0 else 'down'}"))
    ranked = sorted(forecast.changes.items(), key=lambda c: -abs(c[1][0] + c[1][1]))
    for name, (low, high) in ranked:
        if name not in _ACTS and abs(low + high) >= 2 * _LEAST and len(found) < MOST:
            found.append(_line(words, scenario, name, low, high))
    return found[:MOST] or [words("outlook.none")]


def _refusal(words: Words, forecast: Forecast) -> list[str]:
    if not forecast.refused:
        return []
    return [words("outlook.refused.likely" if 2 * forecast.refused > ROLLOUTS else "outlook.refused.maybe")]


def _line(words: Words, scenario: Scenario, name: str, low: int, high: int) -> str:
    """Return one change; where it might go either way, say so."""
    kind, _, id = name.partition(".")
    change = signed(_whole(low + high) // 2)
    if name in _ALONE:
        line = words(f"outlook.{name}", change=change)
    else:
        who, what = seat(words, scenario, id), work(words, scenario, id)
        line = words(f"outlook.{kind}", who=who, work=what, change=change)
    return words("outlook.unsure", line=line) if low < 0 < high else line


def _whole(twice: int) -> int:
    """Round twice a change to whole points; a change that is shown is never nothing."""
    points = max(1, (abs(twice) + 10) // 20)
    return points * 20 * (1 if twice > 0 else -1)
