"""A leading group (领导小组): fast early, fading to a paper institution unless it meets (M25, M26, M54; F12, F23)."""

from dataclasses import replace

from game.rules.calendar import keep
from game.rules.life import GROUP_LIFE, move
from game.rules.once import once
from game.rules.state import Group, State
from game.scenario.scenario import Scenario

RANKS = ("deputy", "principal", "twin")


def group_heat(scenario: Scenario, state: State) -> int:
    """Return the heat a standing group still gives, ‰; none once it is paper, dissolved or turned into rules.

    It fades from one meeting to the next, and three quarters of it are novelty, which meeting does not renew.

    Every other group its chair heads thins it (F12).
    """
    group = state.group
    if group is None or group.stage != "standing":
        return 0
    size = _size(scenario, group.rank, max(0, state.day - group.met), max(0, state.day - group.born))
    return size * share_of_chair(scenario, state, group.chair) // 1000


@once
def _size(scenario: Scenario, rank: str, unmet: int, old: int) -> int:
    """Return the heat of a group of a rank so many days after its last meeting and its first, its chair undivided."""
    size: int = getattr(scenario.rules, f"group_{rank}")
    size = size * keep(scenario.rules.group_life, unmet) // 1000
    return size * (250 + 3 * keep(scenario.rules.group_novelty, old) // 4) // 1000


def share_of_chair(scenario: Scenario, state: State, leader: int) -> int:
    """Return what is left of a leader for one more group, ‰: `chairs_half` other groups halve it (M25; F12)."""
    half = scenario.rules.chairs_half
    return 1000 * half // (half + state.chairs[leader])


def age_group(scenario: Scenario, state: State) -> bool:
    """Turn a group that has not met for too long into paper; tell whether that happened now."""
    group = state.group
    if group is None or group.stage != "standing" or state.day - group.met < scenario.rules.group_paper:
        return False
    state.group = replace(group, stage=move(GROUP_LIFE, group.stage, "lapse"))
    return True


def found_group(state: State, rank: str, chair: int) -> None:
    """Set a group up today under `chair` (a leader's index)."""
    stage = move(GROUP_LIFE, "proposed", "approve")
    state.group = Group(stage, rank, chair, state.day, state.day)


def close_group(state: State, way: str) -> None:
    """Close the group: `way` is "dissolve" or "codify" (turned into rules)."""
    assert state.group is not None
    state.group = replace(state.group, stage=move(GROUP_LIFE, state.group.stage, way))


def hold_meeting(state: State) -> None:
    """Note that the group met today; a paper institution comes back to life."""
    assert state.group is not None
    stage = state.group.stage
    stage = move(GROUP_LIFE, stage, "revive") if stage == "paper" else stage
    state.group = replace(state.group, stage=stage, met=state.day)
