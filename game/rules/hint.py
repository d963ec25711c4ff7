"""Which of an author's hints hold now, by what the seat knows: nothing hidden is among the inputs."""

from game.rules.forecast import believe
from game.rules.view import View
from game.scenario.plot import Hint
from game.scenario.scenario import Scenario


def hints(scenario: Scenario, seen: View) -> tuple[Hint, ...]:
    """Return the hints that hold, in the author's order; `scenario` must be `public(...)`."""
    if not scenario.hints:
        return ()
    state = believe(scenario, seen, -1)
    return tuple(
        hint
        for hint in scenario.hints
        if (hint.when is None or hint.when.test(state)) and not (hint.until is not None and hint.until.test(state))
    )
