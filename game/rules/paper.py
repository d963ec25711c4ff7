"""Documents with an issuer and a signer: duty lists and bulletins (M28, M31, M56, M57; F19, F20).

A document alone moves little; a duty list that was consulted on first and is signed clears the duties.
"""

from game.rules.action import Blocked
from game.rules.deed import Args, Deed, Field, Play, standing
from game.rules.once import once, works_of
from game.rules.pressure import strike
from game.rules.state import NOBODY, Ask, Paper, State
from game.rules.stock import close_gap, shift
from game.scenario.scenario import Scenario

REACH = ("internal", "public")
TONES = ("rank", "praise")
_LOOKS = {NOBODY: 1, **dict(enumerate((3, 2, 1, 0, 3)))}
"""What an act is worth in the ranking as it looks: a fake one as much as cooperation."""
CLAUSES = ("plain", "first_taker", "backstop", "core_group", "accountability")


def _duty_fields(scenario: Scenario, state: State) -> tuple[Field, ...]:
    unclear = tuple([w.id for w, c in zip(scenario.works, state.clarity) if c < 950])
    return (Field("work", unclear), *_other_duty_fields(scenario))


@once
def _other_duty_fields(scenario: Scenario) -> tuple[Field, ...]:
    return (
        Field("owner", tuple(p.id for p in scenario.peers), given="work", allowed=scenario.parties),
        Field("signer", ("", *(x.id for x in scenario.leaders))),
        Field("clause", CLAUSES),
    )


def _duties(play: Play, args: Args) -> None:
    """Issue the list under the lead's own letterhead, or submit it for a leader's signature first."""
    if args["signer"]:
        play.hold("duties", args)
        about = (("paper", "duties"), ("work", args["work"]), ("clause", args["clause"]))
        play.ask(Ask(args["signer"], "sign", about))
    else:
        issue_duties(play, args, "")


def issue_duties(play: Play, args: Args, signer: str) -> None:
    """Name the owner and clear the duties; those not consulted first resent it and read it narrowly."""
    state, scenario = play.state, play.scenario
    w, owner = scenario.work(args["work"]), scenario.peer(args["owner"])
    consulted = state.agreed[w] > 0 and state.day + 1 - state.agreed[w] <= 90
    share = scenario.rules.clarity_signed if signer else scenario.rules.clarity_letter
    backed = 200 if quoted(state, w) else 0
    close_gap(state, "clarity", w, share * ((1500 if consulted else 1000) + backed) // 1000, "duties")
    shift(state, "liability", w, -(160 if consulted else 60), "duties")
    if state.owner[w] != owner and not consulted:
        shift(state, "trust", owner, -60, "named_unasked")
    state.put("owner", w, owner)
    _clause(scenario, state, w, owner, args["clause"])
    state.papers += (Paper("duties", state.day, "lead", signer, w, args["clause"], bool(signer)),)
    play.tell("duties", work=args["work"], owner=args["owner"], signer=signer, consulted=consulted,
              clause=args["clause"])  # fmt: skip


def _clause(scenario: Scenario, state: State, work: int, owner: int, clause: str) -> None:
    """Let a list's special clause do its work: first taker, backstop, core group, accountability (M32, M56, M62)."""
    if clause == "first_taker":
        close_gap(state, "clarity", work, 180, "first_taker")
        shift(state, "load", owner, 30, "first_taker")
    elif clause == "backstop":
        shift(state, "liability", work, -150, "backstop")
        shift(state, "trust", owner, -40, "backstop")
    elif clause == "core_group":
        state.put("narrowed", work, 1)
        shift(state, "liability", work, 60, "core_group")
    elif clause == "accountability":
        for p in scenario.works[work].parties:
            strike(scenario, state, p, "clause", scenario.rules.clause_size, scenario.rules.bulletin_days, work)
        shift(state, "inflation", 0, scenario.rules.clause_inflation, "clauses")
        shift(state, "liability", work, 60, "accountability")


def quoted(state: State, work: int) -> bool:
    """Tell whether minutes of the last 120 days hold a leader's sentence on this workstream: a thing to hold up."""
    return any(p.sentence and p.work == work and p.kind == "minutes" and p.day + 120 >= state.day for p in state.papers)


def _bulletin_blocked(scenario: Scenario, state: State) -> Blocked | None:
    if "bulletin" in state.done:
        return Blocked("bulletin_already")
    return None if any(state.reported) else Blocked("nothing_to_rank")


def _bulletin(play: Play, args: Args) -> None:
    play.hold("bulletin", args)
    signer = play.scenario.leaders[play.scenario.in_charge].id
    about = (("paper", "bulletin"), ("work", ""), ("reach", args["reach"]), ("tone", args["tone"]))
    play.ask(Ask(signer, "sign", about))


def ranking(scenario: Scenario, state: State) -> list[int]:
    """Return the peers with a part in anything from first to last by how their acts looked in it."""
    width, marks = len(scenario.works), {}
    for p, mine in enumerate(works_of(scenario)):
        if mine:
            marks[p] = sum([_LOOKS[state.act[p * width + w]] for w in mine]) * 1000 // len(mine)
    return sorted(marks, key=lambda p: (-marks[p], p))


def issue_bulletin(play: Play, args: Args, signer: str) -> None:
    """Circulate the ranking: only the bottom third feels it, for about a month, less each time (F20, F21, F23)."""
    state, scenario, rules = play.state, play.scenario, play.scenario.rules
    order = ranking(scenario, state)
    third = (len(order) + 2) // 3
    top, bottom = order[:third], order[-third:]
    if args["tone"] == "praise":
        for p in top:
            shift(state, "trust", p, 40, "praised")
    else:
        for p in bottom:
            soft = 600 if args["reach"] == "internal" else 1000
            strike(scenario, state, p, "bulletin", rules.bulletin_size * soft // 1000, rules.bulletin_days)
            lost = rules.trust_public if args["reach"] == "public" else rules.trust_internal
            shift(state, "trust", p, -lost, "bulletin")
    state.papers += (Paper("bulletin", state.day, "lead", signer, NOBODY, args["tone"], False),)
    named = top if args["tone"] == "praise" else bottom
    play.tell("bulletin", tone=args["tone"], reach=args["reach"], named=[scenario.peers[p].id for p in named])


DEEDS = (
    Deed("duties", 2, _duties, _duty_fields),
    Deed("bulletin", 1, _bulletin, standing(lambda _: (Field("tone", TONES), Field("reach", REACH))),
         _bulletin_blocked),
)
