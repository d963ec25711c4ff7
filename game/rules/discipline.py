"""Discipline oversight: scarce, legitimate, with a mandate; asked for by the lead, decided by the body (M60–M68).

Within its mandate, on a matched problem, it works and briefly; off it, it costs credibility every later use would
have needed. Peers come to wait for it (dependence). The body is no seat of the table: its answer is worked out here.
"""

from game.rules.action import Blocked
from game.rules.calendar import keep
from game.rules.deed import Args, Deed, Field, Play
from game.rules.luck import luck
from game.rules.paper import strike
from game.rules.reason import Reason, total
from game.rules.state import State
from game.rules.stock import fade, shift
from game.scenario.scenario import Scenario

CLUE_EVIDENCE = 450
STEPS = ("clue", "interview", "sit_in")
_STEP = {"clue": (1000, 800), "interview": (900, 600), "sit_in": (700, 900)}
"""For each step: its weight on the target, and the share of that the other parties feel, ‰."""


def _fields(scenario: Scenario, state: State) -> tuple[Field, ...]:
    """A clue can only be handed over where there is evidence for one."""
    steps = {
        w.id: STEPS if e >= CLUE_EVIDENCE else STEPS[1:] for w, e in zip(scenario.works, state.evidence)
    }
    closed = {} if STEPS in steps.values() else {"clue": Blocked("no_clue", {"needed": CLUE_EVIDENCE // 10})}
    return (
        Field("work", tuple(w.id for w in scenario.works)),
        Field("target", tuple(p.id for p in scenario.peers), given="work", allowed=scenario.parties),
        Field("step", STEPS[1:] if closed else STEPS, given="work", allowed=steps, closed=closed),
    )


def _blocked(scenario: Scenario, state: State) -> Blocked | None:
    if "discipline" in state.done:
        return Blocked("oversight_asked_already")
    if state.uses >= scenario.discipline_capacity:
        return Blocked("oversight_full", {"capacity": scenario.discipline_capacity})
    return None


def fit(scenario: Scenario, state: State, step: str, work: int) -> int:
    """Return how far a step on a workstream lies within the mandate, ‰: a clue most, sitting in least (M65)."""
    base = scenario.works[work].fit
    if step == "clue":
        return min(1000, base + state.evidence[work] // 5)
    return base * (750 if step == "interview" else 400) // 1000


def willing(scenario: Scenario, state: State, step: str, work: int) -> Reason:
    """Return how willing the body is to come in, with its reasons; above 0 it accepts."""
    return total("oversight", [
        Reason("mandate", fit(scenario, state, step, work) - 250),
        Reason("evidence", state.evidence[work] // 4),
        Reason("credibility", (state.credibility[0] - 500) // 3),
        Reason("queue", -150 * state.uses),
        Reason("mood", luck(state, "discipline", step) // 5 - 100),
    ])  # fmt: skip


def _request(play: Play, args: Args) -> None:
    """Ask the body in: it may decline; if it comes, pressure, habit, dependence, and credibility by fit."""
    state, scenario, rules = play.state, play.scenario, play.scenario.rules
    target, w, step = scenario.peer(args["target"]), scenario.work(args["work"]), args["step"]
    answer = willing(scenario, state, step, w)
    if answer.value <= 0:
        shift(state, "credibility", 0, -5, "asked_in_vain")
        play.tell("discipline", step=step, target=args["target"], work=args["work"], granted=False,
                  because=min(answer.terms, key=lambda t: t.value).name)  # fmt: skip
        return
    suited = fit(scenario, state, step, w)
    matched, spread = _STEP[step]
    size = rules.oversight_size * state.credibility[0] // 1000 * (200 + 8 * suited // 10) // 1000 * matched // 1000
    strike(scenario, state, target, "oversight", size, rules.oversight_days)
    for p in scenario.works[w].parties:
        if p != target and spread:
            strike(scenario, state, p, "oversight", size * spread // 1000, rules.oversight_days)
        shift(state, "dependence", p, rules.dependence_use * (1000 if p == target else 500) // 1000, "oversight")
    shift(state, "trust", target, -rules.trust_oversight * (1100 - suited) // 1000, "oversight")
    shift(state, "credibility", 0, -rules.credibility_use, "used")
    shift(state, "credibility", 0, -rules.credibility_misuse * (1000 - suited) // 1000, "off_mandate")
    state.uses += 1
    play.tell("discipline", step=step, target=args["target"], work=args["work"], granted=True, because="",
              suited=suited // 10)  # fmt: skip


def settle_habits(scenario: Scenario, state: State) -> None:
    """Let habituation and dependence wear off, slowly, over the turn."""
    left = keep(scenario.rules.habit_life, scenario.length.days)
    for p in range(len(scenario.peers)):
        state.dulled_bulletin[p] = state.dulled_bulletin[p] * left // 1000
        state.dulled_oversight[p] = state.dulled_oversight[p] * left // 1000
        fade(state, "dependence", p, left, 0, "wore_off")


DEEDS = (Deed("discipline", 2, _request, _fields, _blocked),)
