"""The life cycles as shared `transitions` machines: phases, leading groups, stances, workstreams and the ladder.

One machine per kind, built once; the state holds only the state's name. No text of a scenario ever reaches a machine:
transitions imports and calls strings it is given as callbacks.
"""

from functools import cache
from typing import Any

from transitions import Machine

PHASES = "phases"
GROUP_LIFE = "group"
STANCE = "stance"
COURSE = "course"
LADDER = "ladder"

_LIVES: dict[str, tuple[tuple[str, ...], tuple[tuple[str, str, str], ...]]] = {
    PHASES: (
        ("briefing", "planning", "response", "execution", "review", "debrief"),
        (
            ("open", "briefing", "planning"),
            ("commit", "planning", "response"),
            ("carry_out", "response", "execution"),
            ("take_stock", "execution", "review"),
            ("go_on", "review", "briefing"),
            ("close", "review", "debrief"),
            ("close", "briefing", "debrief"),
            ("close", "planning", "debrief"),
            ("close", "response", "debrief"),
        ),
    ),
    GROUP_LIFE: (
        ("proposed", "standing", "paper", "dissolved", "rules"),
        (
            ("approve", "proposed", "standing"),
            ("lapse", "standing", "paper"),
            ("revive", "paper", "standing"),
            ("dissolve", "standing", "dissolved"),
            ("dissolve", "paper", "dissolved"),
            ("codify", "standing", "rules"),
            ("codify", "paper", "rules"),
        ),
    ),
    STANCE: (
        ("watching", "engaged", "committed", "resisting"),
        (
            ("warm", "watching", "engaged"),
            ("bind", "watching", "committed"),
            ("bind", "engaged", "committed"),
            ("slacken", "committed", "engaged"),
            ("sour", "watching", "resisting"),
            ("sour", "engaged", "resisting"),
            ("sour", "committed", "resisting"),
            ("thaw", "resisting", "watching"),
        ),
    ),
    COURSE: (
        ("waiting", "moving", "stalled", "done"),
        (
            ("start", "waiting", "moving"),
            ("stick", "moving", "stalled"),
            ("start", "stalled", "moving"),
            ("finish", "waiting", "done"),
            ("finish", "moving", "done"),
            ("finish", "stalled", "done"),
            ("reopen", "done", "moving"),
        ),
    ),
    LADDER: (
        ("none", "remind", "interview", "circulate", "case", "change"),
        (
            *(("remind", s, "remind") for s in ("none", "change")),
            *(("interview", s, "interview") for s in ("none", "remind", "change")),
            *(("circulate", s, "circulate") for s in ("none", "remind", "interview", "change")),
            *(("case", s, "case") for s in ("none", "remind", "interview", "circulate", "change")),
            *(("change", s, "change") for s in ("none", "remind", "interview", "circulate", "case")),
        ),
    ),
}


class _Holder:
    """What a shared machine moves: a bare name of a state."""

    state = ""


def states(life: str) -> tuple[str, ...]:
    """Return the states of a life cycle, in the order they are usually passed."""
    return _LIVES[life][0]


def arrows(life: str) -> tuple[tuple[str, str, str], ...]:
    """Return the steps of a life cycle: (trigger, from, to)."""
    return _LIVES[life][1]


@cache
def machine(life: str) -> Any:
    """Return the shared machine of a life cycle, built on first use."""
    states, arrows = _LIVES[life]
    built = Machine(model=None, states=list(states), initial=None, auto_transitions=False, send_event=True)
    for trigger, source, dest in arrows:
        built.add_transition(trigger, source, dest)
    return built


@cache
def move(life: str, state: str, trigger: str) -> str:
    """Return the state that `trigger` leads to from `state`; transitions.MachineError if it leads nowhere.

    A life cycle is a fixed graph without conditions, so each step is worked out by the machine once and remembered.
    """
    holder = _Holder()
    holder.state = state
    machine(life).events[trigger].trigger(holder)
    return holder.state
