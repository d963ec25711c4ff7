"""Numbers as faces show them: levels as 0–100 with at most one decimal, changes with their sign."""

from game.scenario.scenario import Measure
from game.telling.words import Words

MINUS = "−"


def points(value: int) -> str:
    """Return a level in ‰ as 0–100, a whole number."""
    return str(rounded(value))


def rounded(value: int) -> int:
    """Return a level in ‰ as it is told: 0–100, rounded."""
    return (value + 5) // 10


def signed(value: int) -> str:
    """Return a change in ‰ with its sign, in points with at most one decimal: "+4.5", "−12", "0"."""
    whole, tenth = divmod(abs(value), 10)
    shown = f"{whole}.{tenth}" if tenth and whole < 10 else str(whole + (tenth >= 5))
    return shown if not value else (MINUS if value < 0 else "+") + shown


def plain(value: int) -> str:
    """Return a value in ‰ in points with at most one decimal, with a sign only if it is negative."""
    return signed(value).removeprefix("+")


def scaled(value: int, decimals: int, sign: bool = False) -> str:
    """Return thousandths of a unit with so many decimals, with its sign if wanted."""
    shown = f"{abs(value) / 1000:.{decimals}f}"
    if value < 0:
        return MINUS + shown
    return ("+" if sign else "") + shown


def amount(words: Words, measure: Measure, value: int) -> str:
    """Return a public outcome with its unit."""
    unit = words.text(measure.unit)
    gap = " " if words.lang == "en" and unit[:1].isalpha() else ""
    return scaled(value, measure.decimals) + gap + unit
