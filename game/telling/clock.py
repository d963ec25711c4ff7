"""Time as it is said: how long, and when. In days; by the clock where a scenario has one and its "days" are minutes."""

from game.scenario import scenario, schema
from game.telling.words import Words

Clock = scenario.Clock | schema.Clock


def span(words: Words, clock: Clock | None, days: int) -> str:
    """Return how long so many days are: "3 days"; "1 hour 30 minutes" by a clock."""
    if clock is None:
        return _counted(words, "days", days)
    hours, minutes = divmod(days * clock.minutes, 60)
    if hours and minutes:
        return words("time.both", hours=_counted(words, "hours", hours), minutes=_counted(words, "minutes", minutes))
    return _counted(words, "hours", hours) if hours else _counted(words, "minutes", minutes)


def moment(words: Words, clock: Clock | None, day: int, form: str = "") -> str:
    """Return when a day is: "day 3"; "15:30" by a clock.

    `form` is how it is said: "" within a sentence, "on" with its preposition ("on day 3", "at 15:30"), "head" alone.
    """
    kind = f"{form}." if form else ""
    if clock is None:
        return words(f"time.{kind}day", n=day)
    hour, minute = divmod((clock.opening + day * clock.minutes) % 1440, 60)
    return words(f"time.{kind}clock", hour=f"{hour:02}", minute=f"{minute:02}")


def _counted(words: Words, unit: str, n: int) -> str:
    return words(f"time.{unit}.one" if n == 1 else f"time.{unit}", n=n)
