"""Pressure: fading pulses on a peer, felt less each time and less by an entrenched head (M57, M59, M60, M62, M70).

A pulse is about one workstream or about all of them; it moves only what is assessed (F22).
"""

from game.rules.calendar import pulse_mean
from game.rules.state import NOBODY, Pulse, State
from game.scenario.scenario import Scenario

UNASSESSED = 100
"""What is left of pressure on work that nobody counts, ‰ (F22)."""


def pressure(scenario: Scenario, state: State, peer: int, work: int = NOBODY, means: str = "") -> int:
    """Return the mean pressure on a peer over the coming turn, ‰; about one workstream, of one `means`, where given.

    The more papers carry a clause on accountability, the less each deters (M62).
    """
    days, found = scenario.length.days, 0
    for pulse in state.pulses:
        if pulse.peer == peer and (not means or pulse.means == means) and (
            NOBODY in (work, pulse.work) or pulse.work == work
        ):
            found += pulse_mean(pulse.size, pulse.since, pulse.days, state.day, days)
    if work != NOBODY and not scenario.works[work].assessed:
        found = found * UNASSESSED // 1000
    return min(1000, found * (1200 - state.inflation[0]) // 1000)


def strike(
    scenario: Scenario, state: State, peer: int, means: str, size: int, days: int, work: int = NOBODY, after: int = 0,
    share: int = 1000,
) -> None:
    """Put a peer under pressure by a means it may be dulled to; entrenchment takes its share (M69, M70; F23).

    `work` narrows it to one workstream; `after` days pass before it is felt; of a means aimed at another only a `share`
    (‰) is felt and got used to.
    """
    kept = "dulled_oversight" if means == "oversight" else "dulled_bulletin"
    dulled: int = getattr(state, kept)[peer]
    felt = size * share // 1000 * (1000 - dulled) // 1000 * (1000 - state.entrenchment[peer] * 7 // 10) // 1000
    state.pulses += (Pulse(peer, means, felt, state.day + after, days, work),)
    left = (1000 - dulled) * (1000 - (1000 - scenario.rules.repeat) * share // 1000) // 1000
    state.put(kept, peer, 1000 - left)
