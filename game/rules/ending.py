"""Endings and the mark: a game is judged on real progress, the public, relations, credibility and the grassroots."""

from game.rules.ledger import overall
from game.rules.reason import Reason, total
from game.rules.state import State
from game.scenario.scenario import Scenario


def parts(scenario: Scenario, state: State) -> dict[str, int]:
    """Return how well each of the five is done, ‰: several aims at once, each with its own weight (M40).

    Peace, credibility and unburdened grassroots count in full only once half the task is really done: keeping them by
    doing nothing is no achievement.
    """
    gains = []
    for m, value in zip(scenario.measures, state.public):
        span = m.goal - m.start
        gains.append(max(0, min(1000, (value - m.start) * 1000 // span)) if span else 0)
    done = overall(scenario, state.real)
    earned = min(1000, 300 + 7 * done // 5)
    trust = sum(state.trust) // len(state.trust)
    waiting = sum(state.dependence) // len(state.dependence)
    burden, morale = state.grassroots[2], state.grassroots[1]
    return {
        "real": done,
        "public": sum(gains) // len(gains),
        "relations": max(0, min(1000, (trust - 400) * 5 // 2)) * earned // 1000,
        "credibility": max(0, min(1000, (state.credibility[0] - 250) * 20 // 9) - waiting) * earned // 1000,
        "grassroots": max(0, min(1000, (700 - burden + morale) * 4 // 5)) * earned // 1000,
    }


def mark(scenario: Scenario, state: State) -> Reason:
    """Return the final mark with its five weighted terms, ‰."""
    found = parts(scenario, state)
    terms = [Reason(name, found[name] * weight // 100) for name, weight in scenario.weights.items()]
    return total("mark", terms, 0, 1000)


def ending(scenario: Scenario, state: State) -> str:
    """Return the id of the ending that holds now: the forced one, else the first that holds, else the last."""
    if state.forced:
        return state.forced
    for e in scenario.endings:
        if e.when is None or e.when.test(state):
            return e.id
    return scenario.endings[-1].id
