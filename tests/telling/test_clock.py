"""Time as it is said: in days, or by the clock where a scenario's "days" are minutes."""

import pytest

from game.rules import start, view
from game.scenario.scenario import Clock
from game.telling.clock import moment, span
from game.telling.name import date
from game.telling.words import words
from tests.table import scenario_of

HALF_HOURS = Clock(30, 14 * 60)


@pytest.mark.parametrize(
    ("clock", "days", "zh", "en"),
    [
        (None, 1, "1天", "1 day"),
        (None, 55, "55天", "55 days"),
        (HALF_HOURS, 0, "0分钟", "0 minutes"),
        (HALF_HOURS, 1, "30分钟", "30 minutes"),
        (HALF_HOURS, 2, "1小时", "1 hour"),
        (HALF_HOURS, 5, "2小时30分钟", "2 hours 30 minutes"),
    ],
)
def test_a_span_is_told_in_the_scenarios_own_unit(clock: Clock | None, days: int, zh: str, en: str) -> None:
    assert (span(words("zh", strict=True), clock, days), span(words("en", strict=True), clock, days)) == (zh, en)


@pytest.mark.parametrize(
    ("clock", "form", "zh", "en"),
    [
        (None, "", "第3天", "day 3"),
        (None, "on", "第3天", "on day 3"),
        (None, "head", "第3天", "Day 3"),
        (HALF_HOURS, "", "15:30", "15:30"),
        (HALF_HOURS, "on", "15:30", "at 15:30"),
        (Clock(60, 22 * 60), "head", "01:00", "01:00"),
    ],
)
def test_a_moment_is_a_day_or_what_the_clock_says(clock: Clock | None, form: str, zh: str, en: str) -> None:
    assert moment(words("zh", strict=True), clock, 3, form) == zh
    assert moment(words("en", strict=True), clock, 3, form) == en


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_flood_opens_at_two_in_the_afternoon_and_never_speaks_of_days(lang: str) -> None:
    scenario = scenario_of("flood_emergency-class")
    seen = view(scenario, start(scenario, 1)[0], "lead")
    assert "14:00" in date(words(lang), scenario, seen.day, seen.turn)
