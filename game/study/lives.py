"""The life cycles of the rules as graphs: the steps of a turn, groups, stances, workstreams, the ladder."""

from dataclasses import dataclass

from game.rules.life import COURSE, GROUP_LIFE, LADDER, PHASES, STANCE, arrows, states


@dataclass(frozen=True, slots=True)
class Life:
    """One life cycle: its name, its states in order, and its steps as (trigger, from, to)."""

    name: str
    states: tuple[str, ...]
    steps: tuple[tuple[str, str, str], ...]


def lives() -> tuple[Life, ...]:
    """Return every life cycle there is."""
    return tuple(Life(name, states(name), arrows(name)) for name in (PHASES, GROUP_LIFE, STANCE, COURSE, LADDER))
