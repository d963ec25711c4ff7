"""What an action is likely to change, worked out on what the seat knows: paired rollouts from beliefs, other seeds.

`believe` fills the view's unknowns with priors and makes a state of it; the forecast steps it to the end of the turn
with and without the action, on the same luck. Nothing hidden can leak: hidden things are not among the inputs.
"""

from dataclasses import dataclass

from game.rules.action import Action, IllegalAction
from game.rules.deeds import QUESTIONS
from game.rules.inject import PASSED
from game.rules.ledger import heats, overall
from game.rules.opening import opening
from game.rules.state import NOBODY, Ask, Consent, State
from game.rules.step import step
from game.rules.view import View
from game.scenario.scenario import ACTS, Scenario

ROLLOUTS = 5
"""How many rollouts a forecast makes, on seeds below nought: no game is played on those."""
_BAND_MIDDLE = (150, 330, 480, 620, 800)


@dataclass(frozen=True, slots=True)
class Forecast:
    """Changes by the end of the turn: each measure's (least, most) difference over the rollouts, in ‰ or acts.

    `warmer` and `colder` count the acts (peer × workstream) that got better or worse; `refused` in how many rollouts of
    `ROLLOUTS` a request was turned down.
    """

    changes: dict[str, tuple[int, int]]
    refused: int


def believe(scenario: Scenario, seen: View, seed: int) -> State:
    """Return a state that agrees with the view, unknowns at their priors; `scenario` must be `public(...)`."""
    state = opening(scenario, seed)
    state.phase, state.turn, state.day = "planning", seen.turn, seen.day
    state.energy, state.reserve, state.backlog[0] = seen.energy, seen.reserve, seen.backlog
    state.uses, state.credibility[0], state.group = seen.uses, seen.credibility, seen.group
    state.owed, state.papers, state.known, state.done = seen.owed, seen.papers, tuple(sorted(seen.known)), seen.done
    for name in ("mandate", "momentum", "inflation", "parochial", "queue", "exit"):
        getattr(state, name)[0] = getattr(seen, name)
    _believe_tables(scenario, state, seen)
    for name in ("public", "flags", "promised", "moved", "chosen"):
        setattr(state, name, list(getattr(seen, name)))
    state.counts = dict(seen.counts)
    if seen.chair:
        state.chair = scenario.leader(seen.chair)
    width = len(scenario.works)
    for i, p in enumerate(seen.peers):
        state.trust[i] = _BAND_MIDDLE[p.trust]
        state.load[i] = p.load if p.load is not None else state.load[i]
        state.act[i * width : (i + 1) * width] = p.acts
        state.commit[i * width : (i + 1) * width] = p.commit
        state.stance[i], state.rung[i], state.rank[i], state.replaced[i] = p.stance, p.rung, p.rank, p.replaced
        state.reciprocity[i] = 150 if p.owes else 0
    for i, x in enumerate(seen.leaders):
        state.attention[i * width : (i + 1) * width] = x.attention
        state.favor[i] = _BAND_MIDDLE[x.favor]
        state.aligned[i], state.chairs[i] = x.aligned, x.chairs
    _believe_work(scenario, state, seen)
    state.fired = [fired or PASSED for fired in seen.fired]
    return state


def _believe_tables(scenario: Scenario, state: State, seen: View) -> None:
    """Fill the tables: what is in force, what was offered, who has given their word for what."""
    for t, table in enumerate(seen.tables):
        state.deal[t], state.deal_how[t], state.offered[t] = table.deal, table.how, table.offered
        state.convened[t] = table.convened
        for lever, pulled in zip(scenario.tables[t].levers, table.levers, strict=True):
            state.pulled[lever.index] = pulled
        for at, (k, option) in enumerate(scenario.locks):
            state.unlocked[at] = int(k == t and option in table.unlocked) or state.unlocked[at]
        given = tuple(Consent(t, n, p.seat, seen.day) for p in table.parties for n in p.word)
        state.consents = (*state.consents, *given)
        if table.offered >= 0:
            lead = scenario.tables[t].parties[scenario.tables[t].lead]
            state.claimed[t] = lead.worth[table.offered]


def _believe_work(scenario: Scenario, state: State, seen: View) -> None:
    """Fill the workstreams: real progress as last verified, else six tenths of what is reported."""
    for i, w in enumerate(seen.works):
        state.reported[i], state.clarity[i], state.liability[i] = w.reported, w.clarity, w.liability
        state.evidence[i], state.verify[i], state.follow[i] = w.evidence, w.verify, w.follow
        state.appraisal[i], state.immunity[i], state.narrowed[i] = w.appraisal, w.immunity, int(w.core_group)
        state.owner[i] = scenario.peer(w.owner) if w.owner else NOBODY
        state.real[i] = w.seen if w.seen is not None else w.reported * 6 // 10
        state.seen[i] = NOBODY if w.seen is None else w.seen
        state.seen_day[i] = NOBODY if w.seen_day is None else w.seen_day
    state.heat = list(heats(scenario, state))


def forecast(scenario: Scenario, seen: View, action: Action) -> Forecast:
    """Return what the action is likely to change by the end of the turn; `scenario` must be `public(...)`.

    Raises `IllegalAction` if the action may not be done now.
    """
    lows: dict[str, int] = {}
    highs: dict[str, int] = {}
    refused = 0
    for seed in range(-ROLLOUTS, 0):
        changes, denied = changed(scenario, believe(scenario, seen, seed), action)
        refused += denied
        for name, change in changes.items():
            lows[name] = min(lows.get(name, change), change)
            highs[name] = max(highs.get(name, change), change)
    return Forecast({n: (lows[n], highs[n]) for n in lows if lows[n] or highs[n]}, refused)


def changed(scenario: Scenario, state: State, action: Action) -> tuple[dict[str, int], int]:
    """Return by how much an action changes each measure by the end of the turn, and whether it is turned down (0, 1).

    The difference between the turn with the action and without it, on the state's own luck. Raises `IllegalAction`.
    """
    after, denied = _settled(scenario, state, action)
    plain = _measures(scenario, _turned(scenario, state, state.turn))
    return {n: v - plain[n] for n, v in _measures(scenario, _turned(scenario, after, state.turn)).items()}, denied


def _settled(scenario: Scenario, state: State, action: Action) -> tuple[State, int]:
    """Do the action and let the model answer what it asks; tell whether a request was turned down."""
    state, events = step(scenario, state, action)
    denied = 0
    while state.asked:
        state, more = step(scenario, state, leaned(scenario, state, state.asked[0]))
        events += more
    denied = int(any(e.data.get("granted") is False or e.data.get("give") == "refuse" for e in events))
    return state, denied


def leaned(scenario: Scenario, state: State, ask: Ask) -> Action:
    """Return the answer the model gives to a question: in each field the choice that scores highest."""
    return Action(ask.seat, "answer", QUESTIONS[ask.kind].model(scenario, state, ask))


def _turned(scenario: Scenario, state: State, turn: int) -> State:
    """Return the state after the peers' responses, carried out; the next briefing's questions are left open."""
    if state.phase != "planning" or state.turn != turn:
        return state
    state, _ = step(scenario, state, Action("lead", "end_turn"))
    while state.phase == "response":
        state, _ = step(scenario, state, leaned(scenario, state, state.asked[0]))
    return state


def _measures(scenario: Scenario, state: State) -> dict[str, int]:
    """Return what a forecast speaks of, ‰ (acts: a count)."""
    good = sum(1 for a in state.act if a == ACTS.index("cooperate"))
    bad = sum(1 for a in state.act if a in (ACTS.index("stall"), ACTS.index("pass")))
    found = {f"trust.{p.id}": state.trust[i] for i, p in enumerate(scenario.peers)}
    found |= {f"real.{w.id}": state.real[i] for i, w in enumerate(scenario.works)}
    found |= {f"clarity.{w.id}": state.clarity[i] for i, w in enumerate(scenario.works)}
    found |= {f"evidence.{w.id}": state.evidence[i] for i, w in enumerate(scenario.works)}
    found |= {f"favor.{x.id}": state.favor[i] for i, x in enumerate(scenario.leaders)}
    return found | {
        "heat.upper": state.heat[0],
        "cooperating": good,
        "holding_back": bad,
        "credibility": state.credibility[0],
        "burden": state.grassroots[2],
        "progress": overall(scenario, state.real),
    }


__all__ = ["ROLLOUTS", "Forecast", "IllegalAction", "believe", "changed", "forecast", "leaned"]
