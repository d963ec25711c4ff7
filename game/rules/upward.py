"""Managing upwards: reporting, asking a leader to chair, proposing or closing a leading group (M5, M14, M47–M51, M55).

Upward honesty with a plan earns attention and goodwill; a complaint without one costs; good news buys calm and a
reckoning. Leaders answer for themselves: these are requests.
"""

from game.rules.action import Blocked
from game.rules.deed import Args, Deed, Field, Leaning, Play, Question, standing, untried
from game.rules.group import RANKS, close_group, found_group, share_of_chair
from game.rules.leader import draw_attention, sees
from game.rules.ledger import overall
from game.rules.luck import luck
from game.rules.once import ids
from game.rules.state import NOBODY, Ask, State
from game.rules.stock import shift
from game.scenario.scenario import Scenario

TONES = ("plan", "good_news", "complaint", "agenda")
_TONE = Field("tone", TONES)
SIGNS = ("grant", "decline")
CODIFY_CLARITY = 700
_AGAIN = (1000, 650, 400)


def leader_ids(scenario: Scenario, state: State, deed: str) -> tuple[str, ...]:
    """Return the leaders this deed has not been tried on this turn."""
    return untried(state, deed, ids(scenario, "leader"))


def _report_fields(scenario: Scenario, state: State) -> tuple[Field, ...]:
    return (
        Field("leader", leader_ids(scenario, state, "report")),
        Field("work", ids(scenario, "workstream")),
        _TONE,
    )


def known_progress(scenario: Scenario, state: State) -> int:
    """Return overall progress as the lead honestly knows it: as last verified where verified, else as reported, ‰."""
    return overall(scenario, [s if s >= 0 else r for s, r in zip(state.seen, state.reported)])


def _report(play: Play, args: Args) -> None:
    """Report in one of four tones; the price of attention falls with how far the task serves the leader's agenda.

    Dressing it up as the leader's own agenda (戴帽) wins attention as if it served it fully, and bends the work (M24).
    """
    state, scenario, rules = play.state, play.scenario, play.scenario.rules
    i, w, tone = scenario.leader(args["leader"]), scenario.work(args["work"]), args["tone"]
    leader = scenario.leaders[i]
    again = _AGAIN[min(2, sum(1 for d in state.done if d == "report"))]
    ear = (400 + 2 * (state.aligned[i] + leader.served[w]) // 10 + 3 * state.favor[i] // 10) * again // 1000
    honest = known_progress(scenario, state)
    if tone == "plan":
        won = draw_attention(scenario, state, i, (w,), rules.attention_report * ear // 1000, "report")
        shift(state, "favor", i, rules.favor_plan, "honest_plan")
        sees(scenario, state, i, honest)
    elif tone == "good_news":
        won = draw_attention(scenario, state, i, (w,), rules.attention_report * ear // 4000, "report")
        shift(state, "favor", i, rules.favor_plan, "good_news")
        state.put("belief", i, max(state.belief[i], min(1000, overall(scenario, state.reported) + 80)))
    elif tone == "agenda":
        topic = max(weight for _, weight in leader.agenda)
        ear = ear * (1000 + max(0, topic - state.aligned[i]) // 2) // 1000
        won = draw_attention(scenario, state, i, (w,), rules.attention_report * ear // 1000, "report")
        shift(state, "quality", w, -60, "bent")
        shift(state, "clarity", w, -30, "bent")
    else:
        won = draw_attention(scenario, state, i, (w,), rules.attention_report * ear // 2000, "report")
        shift(state, "favor", i, -rules.favor_complaint, "complaint")
    new = play.learn(f"{leader.id}.preference") if tone == "plan" else ()
    play.tell("report", preference=bool(new), leader=args["leader"], work=args["work"], tone=tone, won=won)


def _chair_fields(scenario: Scenario, state: State) -> tuple[Field, ...]:
    return (Field("leader", leader_ids(scenario, state, "chair")),)


def _chair_blocked(_scenario: Scenario, state: State) -> Blocked | None:
    if state.chair != NOBODY:
        return Blocked("chair_waiting")
    return Blocked("met_already") if "consult" in state.done else None


def _ask_chair(play: Play, args: Args) -> None:
    play.hold("chair", args)
    play.ask(Ask(args["leader"], "chair", ()))


def _chair_leaning(scenario: Scenario, state: State, ask: Ask) -> Leaning:
    """Score agreeing to chair: attention already there, goodwill, alignment; against having chaired before."""
    i = scenario.leader(ask.seat)
    width = len(scenario.works)
    minded = max(state.attention[i * width : (i + 1) * width])
    price = 260 + 40 * (state.counts.get("chair", 1) - 1) + (120 if scenario.leaders[i].principal else 0)
    mood = luck(state, ask.seat, "chair") // 5 - 100
    grant = (minded + state.favor[i] + state.aligned[i]) // 3 + mood
    return {"sign": {"grant": grant, "decline": price}}


def _chaired(play: Play, ask: Ask, args: Args) -> None:
    state, i = play.state, play.scenario.leader(ask.seat)
    if args["sign"] == "grant":
        state.chair = i
    else:
        shift(state, "favor", i, -15, "asked_too_much")
    state.held = ()
    play.tell("chair", leader=ask.seat, granted=args["sign"] == "grant")


def _group_blocked(_scenario: Scenario, state: State) -> Blocked | None:
    if state.group is not None and state.group.stage in ("standing", "paper"):
        return Blocked("group_stands")
    return Blocked("group_before") if state.group is not None else None


def _propose_group(play: Play, args: Args) -> None:
    scenario = play.scenario
    chair = scenario.in_charge if args["rank"] == "deputy" else scenario.principal
    play.hold("group", args)
    play.ask(Ask(scenario.leaders[chair].id, "group", (("rank", args["rank"]),)))


def priority(scenario: Scenario, state: State, leader: int) -> int:
    """Return how important the task looks to a leader: attention, alignment and goodwill, ‰ (M23, M55)."""
    width = len(scenario.works)
    minded = sum(state.attention[leader * width : (leader + 1) * width]) // 2
    return min(1000, (2 * minded + 2 * state.aligned[leader] + state.favor[leader]) // 4)


def _group_leaning(scenario: Scenario, state: State, ask: Ask) -> Leaning:
    """Score a group against the bar for major decisions; the higher the rank, the higher the bar (M55)."""
    i = scenario.leader(ask.seat)
    bar = scenario.rules.group_bar + {"deputy": -120, "principal": 0, "twin": 100}[ask.get("rank")]
    return {"sign": {"grant": priority(scenario, state, i) + luck(state, ask.seat, "group") // 10 - 50, "decline": bar}}


def _grouped(play: Play, ask: Ask, args: Args) -> None:
    """Set the group up and take the chair's attention for it; or hear that this is not what groups are for."""
    state, scenario = play.state, play.scenario
    i, granted = scenario.leader(ask.seat), args["sign"] == "grant"
    if granted:
        found_group(state, ask.get("rank"), i)
        share = share_of_chair(scenario, state, i)
        shift(state, "mandate", 0, 150 * share // 1000, "group")
        draw_attention(scenario, state, i, tuple(range(len(scenario.works))), 80 * share // 1000, "group")
    else:
        shift(state, "favor", i, -50, "group_refused")
    state.held = ()
    play.tell("group", leader=ask.seat, rank=ask.get("rank"), granted=granted)


def _dissolve_blocked(_scenario: Scenario, state: State) -> Blocked | None:
    return None if state.group is not None and state.group.stage in ("standing", "paper") else Blocked("no_group")


def _dissolve_fields(_scenario: Scenario, state: State) -> tuple[Field, ...]:
    """Only duties that are clear can be turned into rules."""
    best = max(state.clarity)
    if best >= CODIFY_CLARITY:
        return (Field("way", ("dissolve", "codify")),)
    why = Blocked("nothing_to_codify", {"needed": CODIFY_CLARITY // 10, "best": best // 10})
    return (Field("way", ("dissolve",), closed={"codify": why}),)


def _dissolve(play: Play, args: Args) -> None:
    """Close the group; turned into rules, its clarity and commitments stay behind (M26)."""
    state, scenario = play.state, play.scenario
    close_group(state, args["way"])
    if args["way"] == "codify":
        for w in range(len(scenario.works)):
            shift(state, "clarity", w, (1000 - state.clarity[w]) // 4, "rules")
        for p in range(len(scenario.peers)):
            for w in range(len(scenario.works)):
                if p in scenario.works[w].parties:
                    shift(state, "commit", p * len(scenario.works) + w, 250, "rules")
    play.tell("dissolve", way=args["way"])


DEEDS = (
    Deed("report", 2, _report, _report_fields),
    Deed("chair", 1, _ask_chair, _chair_fields, _chair_blocked),
    Deed("group", 3, _propose_group, standing(lambda _: (Field("rank", RANKS),)), _group_blocked),
    Deed("dissolve", 1, _dissolve, _dissolve_fields, _dissolve_blocked, final=False),
)
_SIGN = Field("sign", SIGNS)
QUESTIONS = (
    Question("chair", lambda *_: (_SIGN,), _chair_leaning, _chaired),
    Question("group", lambda *_: (_SIGN,), _group_leaning, _grouped),
)
