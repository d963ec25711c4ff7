"""Borrowed authority: a stronger mandate, a place in the annual appraisal, and follow-up by the government office.

Each is a request that others decide (M1, M5, M23, M53, M61): backing raises the price of saying no, appraisal moves
what is counted, follow-up works only where duties are clear.
"""

from game.rules.action import Blocked
from game.rules.deed import Args, Deed, Field, Leaning, Play, Question, untried
from game.rules.leader import draw_attention
from game.rules.luck import luck
from game.rules.once import ids
from game.rules.signature import SIGNS
from game.rules.state import Ask, State
from game.rules.stock import close_gap, shift
from game.rules.upward import leader_ids, priority
from game.scenario.scenario import Scenario

FULL = 950


def _leader_fields(scenario: Scenario, state: State) -> tuple[Field, ...]:
    return (Field("leader", leader_ids(scenario, state, "authorize")),)


def _authorize_blocked(_scenario: Scenario, state: State) -> Blocked | None:
    return Blocked("mandate_full") if state.mandate[0] >= FULL else None


def _authorize(play: Play, args: Args) -> None:
    play.hold("authorize", args)
    play.ask(Ask(args["leader"], "authorize", ()))


def _authorize_leaning(scenario: Scenario, state: State, ask: Ask) -> Leaning:
    """Score lending one's name: how much it matters, against how far the mandate already goes (M23)."""
    i = scenario.leader(ask.seat)
    mood = luck(state, ask.seat, "authorize") // 8 - 62
    bar = scenario.rules.mandate_bar + state.mandate[0] * 3 // 10
    return {"sign": {"grant": priority(scenario, state, i) + mood, "decline": bar}}


def _authorized(play: Play, ask: Ask, args: Args) -> None:
    """Raise the mandate by a grade, at the cost of some of the leader's attention elsewhere; or hear a no."""
    state, scenario = play.state, play.scenario
    i, granted = scenario.leader(ask.seat), args["sign"] == "grant"
    state.held = ()
    if granted:
        size = scenario.rules.mandate_step * (1200 if scenario.leaders[i].principal else 1000) // 1000
        shift(state, "mandate", 0, size, "authorized")
        draw_attention(scenario, state, i, tuple(range(len(scenario.works))), 30, "authorized")
    else:
        shift(state, "favor", i, -30, "asked_too_much")
    play.tell("authorize", leader=ask.seat, granted=granted)


def _appraise_fields(scenario: Scenario, state: State) -> tuple[Field, ...]:
    return (Field("work", tuple([w.id for w, v in zip(scenario.works, state.appraisal) if v < 400])),)


def _appraise(play: Play, args: Args) -> None:
    play.hold("appraise", args)
    play.ask(Ask(play.scenario.leaders[play.scenario.principal].id, "appraise", (("work", args["work"]),)))


def _appraise_leaning(scenario: Scenario, state: State, ask: Ask) -> Leaning:
    """Score putting a workstream into the annual appraisal: everybody asks for that, so the more have it the less."""
    i = scenario.leader(ask.seat)
    crowded = sum(v > 200 for v in state.appraisal)
    mood = luck(state, ask.seat, "appraise") // 8 - 62
    return {"sign": {"grant": priority(scenario, state, i) + mood, "decline": 470 + 90 * crowded}}


def _appraised(play: Play, ask: Ask, args: Args) -> None:
    """Count the workstream: what is measured moves, what is not waits, and figures are worth dressing up (M61; F34)."""
    state, scenario = play.state, play.scenario
    w, granted = scenario.work(ask.get("work")), args["sign"] == "grant"
    state.held = ()
    if granted:
        shift(state, "appraisal", w, scenario.rules.appraisal_size, "appraised")
    else:
        shift(state, "favor", scenario.leader(ask.seat), -20, "asked_too_much")
    play.tell("appraise", leader=ask.seat, work=ask.get("work"), granted=granted)


def _follow_fields(scenario: Scenario, state: State) -> tuple[Field, ...]:
    return (Field("work", untried(state, "follow_up", ids(scenario, "workstream"))),)


def _follow(play: Play, args: Args) -> None:
    play.hold("follow_up", args)
    play.ask(Ask("office", "follow_up", (("work", args["work"]),)))


def _follow_leaning(scenario: Scenario, state: State, ask: Ask) -> Leaning:
    """Score taking a matter onto the follow-up list: it needs a paper to follow, and the list is long."""
    w = scenario.work(ask.get("work"))
    paper = 200 if any(p.work == w for p in state.papers) else 0
    mood = luck(state, "office", "follow_up") // 5 - 100
    return {"sign": {"grant": state.mandate[0] + paper + mood, "decline": 300 + sum(state.follow) // 8}}


def _followed(play: Play, ask: Ask, args: Args) -> None:
    """Follow up: each knows it will be asked again on a date; being asked takes time too (M53)."""
    state, scenario = play.state, play.scenario
    w, granted = scenario.work(ask.get("work")), args["sign"] == "grant"
    state.held = ()
    if granted:
        close_gap(state, "follow", w, scenario.rules.follow_share, "follow_up")
        for p in scenario.works[w].parties:
            shift(state, "load", p, 12, "follow_up")
    play.tell("follow_up", work=ask.get("work"), granted=granted)


DEEDS = (
    Deed("authorize", 2, _authorize, _leader_fields, _authorize_blocked),
    Deed("appraise", 2, _appraise, _appraise_fields),
    Deed("follow_up", 1, _follow, _follow_fields),
)
_SIGN = Field("sign", SIGNS)
QUESTIONS = (
    Question("authorize", lambda *_: (_SIGN,), _authorize_leaning, _authorized),
    Question("appraise", lambda *_: (_SIGN,), _appraise_leaning, _appraised),
    Question("follow_up", lambda *_: (_SIGN,), _follow_leaning, _followed),
)
