"""Discipline oversight: scarce, legitimate, with a mandate; asked for by the lead, decided by the body (M60–M68).

Within its mandate, on a matched problem, it works and briefly; off it, it costs credibility every later use would
have needed. Peers come to wait for it (dependence). The body is no seat of the table: its answer is worked out here.
"""

from game.rules.action import Blocked
from game.rules.calendar import keep
from game.rules.deed import Args, Deed, Field, Play
from game.rules.ladder import climb, pull_levers
from game.rules.luck import luck
from game.rules.once import once
from game.rules.pressure import strike
from game.rules.reason import Reason, total
from game.rules.state import NOBODY, State
from game.rules.stock import fade, shift
from game.scenario.names import RUNGS
from game.scenario.scenario import ACTS, Scenario

CASE_EVIDENCE = 450
STEPS = ("remind", "interview", "circulate", "case", "sit_in")
_STEP = {
    "remind": (350, 200),
    "interview": (900, 300),
    "circulate": (750, 450),
    "case": (1000, 700),
    "sit_in": (700, 900),
}
"""For each step: its weight on the target, and the share of that the other parties feel, ‰."""
UNMATCHED = 100
"""What an interview is worth about a matter in which the target does not fail, ‰ (F22)."""
_STEPS_FOR = {
    (proven, spoken): tuple(s for s in STEPS if (proven or s != "case") and (spoken or s != "circulate"))
    for proven in (False, True)
    for spoken in (False, True)
}
"""The steps open against a target: by whether there is evidence for a case, and whether it has been interviewed."""
_BROAD = ("case", "sit_in")
_COOPERATE = ACTS.index("cooperate")


def _fields(scenario: Scenario, state: State) -> tuple[Field, ...]:
    """A case needs evidence for one; circulating somebody's name needs an interview before it."""
    return _to_ask_for(scenario, tuple([e >= CASE_EVIDENCE for e in state.evidence]), tuple(state.rung))


@once
def _to_ask_for(scenario: Scenario, proof: tuple[bool, ...], rungs: tuple[int, ...]) -> tuple[Field, ...]:
    ready = any(proof)
    spoken = {p.id for p, rung in zip(scenario.peers, rungs) if RUNGS[rung] not in ("none", "remind")}
    closed = {} if ready else {"case": Blocked("no_case", {"needed": CASE_EVIDENCE // 10})}
    if not spoken:
        closed["circulate"] = Blocked("not_interviewed")
    proven = {p for w, there in zip(scenario.works, proof) if there for p in scenario.parties[w.id]}
    allowed = {p.id: _STEPS_FOR[p.id in proven, p.id in spoken] for p in scenario.peers}
    return (
        Field("work", tuple(w.id for w in scenario.works)),
        Field("target", tuple(p.id for p in scenario.peers), given="work", allowed=scenario.parties),
        Field("step", tuple(s for s in STEPS if s not in closed), given="target", allowed=allowed, closed=closed),
    )


def _blocked(scenario: Scenario, state: State) -> Blocked | None:
    if "discipline" in state.done:
        return Blocked("oversight_asked_already")
    if not scenario.discipline_capacity:
        return Blocked("oversight_none")
    if state.uses >= scenario.discipline_capacity:
        return Blocked("oversight_full", {"capacity": scenario.discipline_capacity})
    return None


def fit(scenario: Scenario, state: State, step: str, work: int) -> int:
    """Return how far a step on a workstream lies within the mandate, ‰: a case most, sitting in least (M65)."""
    base = scenario.works[work].fit
    if step == "case":
        return min(1000, base + state.evidence[work] // 5)
    return base * (400 if step == "sit_in" else 800) // 1000


def willing(scenario: Scenario, state: State, step: str, work: int) -> Reason:
    """Return how willing the body is to come in, with its reasons; above 0 it accepts."""
    return total("oversight", [
        Reason("remit", fit(scenario, state, step, work) - 250),
        Reason("evidence", state.evidence[work] // 4),
        Reason("credibility", (state.credibility[0] - 500) // 3),
        Reason("queue", -state.queue[0] // 2),
        Reason("mood", luck(state, "discipline", step) // 5 - 100),
    ])  # fmt: skip


def _request(play: Play, args: Args) -> None:
    """Ask the body in: it may decline; if it comes, it comes with all that follows."""
    state, scenario = play.state, play.scenario
    target, w, step = scenario.peer(args["target"]), scenario.work(args["work"]), args["step"]
    answer = willing(scenario, state, step, w)
    if answer.value <= 0:
        shift(state, "credibility", 0, -5, "asked_in_vain")
        play.tell("discipline", step=step, target=args["target"], work=args["work"], granted=False,
                  because=min(answer.terms, key=lambda t: t.value).name)  # fmt: skip
        return
    suited = come_in(scenario, state, step, target, w)
    play.tell("discipline", step=step, target=args["target"], work=args["work"], granted=True, because="",
              suited=suited // 10)  # fmt: skip


def come_in(scenario: Scenario, state: State, step: str, target: int, work: int) -> int:
    """Let the body act: pressure by fit and credibility, then habit, dependence, credibility; return the fit, ‰.

    A long queue delays it (M63, M67); a case may concern anything its target does, the softer steps the one matter.
    """
    rules = scenario.rules
    suited = fit(scenario, state, step, work)
    weight, spread = _STEP[step]
    act = state.act[target * len(scenario.works) + work]
    matched = 1000 if step in _BROAD or act not in (NOBODY, _COOPERATE) else UNMATCHED
    size = rules.oversight_size * state.credibility[0] // 1000 * (200 + 8 * suited // 10) // 1000 * weight // 1000
    late, about = state.queue[0] * 30 // 1000, NOBODY if step in _BROAD else work
    strike(scenario, state, target, "oversight", size * matched // 1000, rules.oversight_days, about, late)
    for p in scenario.works[work].parties:
        if p != target:
            strike(scenario, state, p, "oversight", size, rules.oversight_days, about, late, spread)
        shift(state, "dependence", p, rules.dependence_use * (1000 if p == target else 500) // 1000, "oversight")
    shift(state, "trust", target, -rules.trust_oversight * (1100 - suited) // 1000, "oversight")
    shift(state, "credibility", 0, -rules.credibility_use, "used")
    shift(state, "credibility", 0, -rules.credibility_misuse * (1000 - suited) // 1000, "off_mandate")
    shift(state, "queue", 0, 800 // max(1, scenario.discipline_capacity), "used")
    climb(state, target, step)
    pull_levers(scenario, state, target, step)
    state.uses += 1
    return suited


def settle_habits(scenario: Scenario, state: State) -> None:
    """Let habituation, dependence, the body's queue and the inflation of clauses wear off, slowly, over the turn."""
    left = keep(scenario.rules.habit_life, scenario.length.days)
    state.dulled_bulletin = [dulled * left // 1000 for dulled in state.dulled_bulletin]
    state.dulled_oversight = [dulled * left // 1000 for dulled in state.dulled_oversight]
    for p in range(len(scenario.peers)):
        fade(state, "dependence", p, left, 0, "wore_off")
    fade(state, "queue", 0, keep(scenario.rules.queue_life, scenario.length.days), 0, "cleared")
    fade(state, "inflation", 0, left, 200, "wore_off")


DEEDS = (Deed("discipline", 2, _request, _fields, _blocked),)
