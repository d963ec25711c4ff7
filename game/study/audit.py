"""Every use of oversight in a game, by the lead's request or at a leader's wish: what it did, what it cost, what stood
open that was cheaper. Data only; nothing is hidden from a debrief.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.rules import Action, Event, State
from game.rules.discipline import STEPS, fit
from game.scenario.scenario import ACTS, Scenario
from game.session.replay import Moment

TALK = ("sound", "visit", "help", "offer")
"""What a lead can do about a peer before any pressure, from the lightest on."""
LATER = 3
"""For how many turns a target's acts are followed."""


@dataclass(frozen=True, slots=True)
class Use:
    """One use of oversight; levels in ‰.

    `before` is how often the lead had done each deed that names the target; `fit` how far the step lay within the
    mandate; `pressure` what it put on the target when fresh; `acts` the target's act in the workstream before and in
    up to `LATER` turns after; `trust` and `credibility` what it moved in their books; `cheaper` the lightest step not
    yet tried on the target ("" if all were). `how` is "asked" or "leader"; one not granted put no pressure on anybody.
    """

    turn: int
    how: str
    step: str
    target: str
    work: str
    granted: bool
    fit: int
    before: dict[str, int]
    pressure: int
    acts: tuple[str, ...]
    trust: int
    credibility: int
    cheaper: str


def audit(scenario: Scenario, moments: Sequence[Moment]) -> tuple[Use, ...]:
    """Return every use of oversight in a game, in order, those in vain among them."""
    return tuple(
        _use(scenario, moments[: n + 1], moments[n + 1 :], event)
        for n, moment in enumerate(moments)
        for event in moment.events
        if event.kind == "discipline" or _went_along(event)
    )


def _use(scenario: Scenario, until: Sequence[Moment], later: Sequence[Moment], event: Event) -> Use:
    was, now = until[-2].state, until[-1].state
    step, target, work = event.data.get("step", "interview"), event.data["target"], event.data["work"]
    granted = bool(event.data.get("granted", True))
    p, w = scenario.peer(target), scenario.work(work)
    tried = _tried(until[:-1], target)
    return Use(
        was.turn, "asked" if event.kind == "discipline" else "leader", step, target, work, granted,
        fit(scenario, was, step, w), tried,
        max((pulse.size for pulse in now.pulses[len(was.pulses) :] if pulse.peer == p), default=0),
        tuple(_acts(was, [until[-1], *later], p * len(scenario.works) + w)),
        _booked(was, now, "trust", p), _booked(was, now, "credibility", 0), _cheaper(tried, step),
    )  # fmt: skip


def _tried(moments: Sequence[Moment], target: str) -> dict[str, int]:
    """Count the lead's deeds that named a peer; a use of oversight counts under its step, gone along with or asked."""
    found: Counter[str] = Counter()
    for moment in moments:
        action = moment.action
        if action is not None and action.seat == "lead" and action.kind != "answer" and _names(action, target):
            found[action.args["step"] if action.kind == "discipline" else action.kind] += 1
        found["interview"] += sum(_went_along(e) and e.data["target"] == target for e in moment.events)
    return dict(+found)


def _went_along(event: Event) -> bool:
    return event.kind == "stick" and event.data["answer"] == "go_along"


def _names(action: Action, target: str) -> bool:
    return any(v == target or (isinstance(v, list | tuple) and target in v) for v in action.args.values())


def _acts(was: State, later: Sequence[Moment], place: int) -> Iterator[str]:
    """Yield the act before, and the acts as the next turns closed."""
    yield _act(was, place)
    left = LATER
    for before, after in pairwise(later):
        closes = after.state.turn != before.state.turn or after.state.phase == "debrief" != before.state.phase
        if closes and left:
            left -= 1
            yield _act(after.state, place)


def _act(state: State, place: int) -> str:
    return ACTS[state.act[place]] if state.act[place] >= 0 else "none"


def _booked(was: State, now: State, stock: str, i: int) -> int:
    """Return what one step booked on a stock, ‰."""
    return sum(v - was.because.get(key, 0) for key, v in now.because.items() if key[:2] == (stock, i))


def _cheaper(tried: dict[str, int], step: str) -> str:
    """Return the lightest step below this one that had not been tried."""
    return next((s for s in (*TALK, *STEPS[: STEPS.index(step)]) if s not in tried), "")
