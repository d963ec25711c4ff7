"""Reasons and forecasts as explanations: in words, and as bars."""

from game.desktop.explanation import Explanation, Row
from game.rules import Forecast, Reason
from game.scenario.scenario import Scenario
from game.telling import calibration, reason
from game.telling.outlook import outlook, ranges
from game.telling.steps import folded, steps
from game.telling.words import Words

MOST = 9        # bars on a slip; the smallest terms beyond that become one


def explained(words: Words, scenario: Scenario, what: str, found: Reason) -> Explanation:
    """Why a number is what it is."""
    head = reason.title(words, scenario, what)
    told = reason.lines(words, scenario, found)
    text = "\n".join([head, *(f"{term}  {value}" for term, value in told)])
    if not found.terms:
        return Explanation(text)
    rows = tuple(Row(step.name, step.shown, step.kind, step.start, step.end, step.depth)
                 for step in folded(words, steps(words, scenario, found), MOST))  # fmt: skip
    return Explanation(text, rows, f"{head}  {told[0][1]}")


def foretold(words: Words, scenario: Scenario, forecast: Forecast) -> Explanation:
    """What an action is likely to change, within which range, and how often such ranges held."""
    told = outlook(words, scenario, forecast)
    said, found = ranges(words, scenario, forecast)
    if not found:
        return Explanation("\n".join(told))
    note = words("explain.calibration", **calibration.spoken(one.what for one in found))
    rows = tuple(Row(one.name, one.shown, "range", one.low, one.high) for one in found)
    return Explanation("\n".join([*told, note]), rows, "\n".join([*said, words("explain.forecast")]), note)
