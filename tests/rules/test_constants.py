"""Whatever constants a scenario sets within their ranges, every game ends and no number leaves its bounds."""

from dataclasses import replace
from random import Random

import pytest

from game.scenario.constants import constants
from tests.table import scenario_of, stays_within_bounds, strides


def tuned(scenario, seed):
    """Return the scenario with every constant at an end of its range, or somewhere between."""
    dice = Random(seed)
    chosen = {
        name: dice.choice((c["low"], c["high"], dice.randint(c["low"], c["high"]))) for name, c in constants().items()
    }
    return replace(scenario, rules=replace(scenario.rules, **chosen))


@pytest.mark.parametrize("name", ["small-full", "tendering_reform-class", "clinic_relocation-class"])
@pytest.mark.parametrize("seed", range(8))
def test_any_constants_within_their_ranges_make_games_that_end_within_bounds(name, seed):
    scenario = tuned(scenario_of(name), seed)
    walked = list(strides(scenario, seed, lively=True))
    assert walked[-1].after.phase == "debrief"
    for stride in walked:
        stays_within_bounds(scenario, stride.after)


@pytest.mark.parametrize("end", ["low", "high"])
def test_constants_all_at_one_end_of_their_ranges_do_no_harm(end):
    scenario = scenario_of("tendering_reform-class")
    scenario = replace(scenario, rules=replace(scenario.rules, **{n: c[end] for n, c in constants().items()}))
    for stride in strides(scenario, 5, lively=True):
        stays_within_bounds(scenario, stride.after)
