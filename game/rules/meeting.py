"""Joint consultation (联席会商): who comes, what the minutes say, and whose sentence is in them (M8, M32, M58).

More than two items, or nobody who can decide, and the meeting is hollow (走过场).
"""

from game.rules.action import Blocked
from game.rules.deed import Args, Deed, Field, Leaning, Play, Question, standing
from game.rules.group import group_heat, hold_meeting
from game.rules.leader import draw_attention, shadow
from game.rules.luck import luck
from game.rules.once import ids
from game.rules.state import NOBODY, Ask, Paper, State
from game.rules.stock import close_gap, shift
from game.scenario.scenario import Scenario

SENDS = ("head", "deputy", "chief")
WORDINGS = ("joint", "support", "respective")
_CAN_DECIDE = {"head": 1000, "deputy": 600, "chief": 150}
_BINDS = {"joint": 800, "support": 550, "respective": 280}


@standing
def _fields(scenario: Scenario) -> tuple[Field, ...]:
    return (
        Field("works", ids(scenario, "workstream"), (1, min(3, len(scenario.works)))),
        Field("attendees", ids(scenario, "peer"), (1, len(scenario.peers)), "works", scenario.parties),
        Field("wording", WORDINGS),
    )


def _blocked(_scenario: Scenario, state: State) -> Blocked | None:
    return Blocked("met_already") if "consult" in state.done else None


def _call(play: Play, args: Args) -> None:
    """Invite: each peer decides whom to send and what wording it can live with."""
    play.hold("consult", args)
    play.ask(*(
        Ask(id, "attend", (("works", tuple(args["works"])), ("wording", args["wording"]))) for id in args["attendees"]
    ))  # fmt: skip


def sends(scenario: Scenario, state: State, seat: str, works: list[int]) -> dict[str, int]:
    """Score whom a peer sends to a meeting on some workstreams: attention, a chair above, trust and weariness (M58)."""
    peer = scenario.peer(seat)
    cast = max(shadow(scenario, state, peer, w) for w in works)
    chaired = 450 if _chair_over(scenario, state, peer) else 0
    own = 150 if any(state.owner[w] == peer for w in works) else 0
    weary = 150 * max(0, len(works) - 1) + 25 * max(0, state.counts.get("consult", 0) - 3)
    mood = luck(state, seat, "attend") // 5 - 100
    backed = (state.mandate[0] - 300) // 4
    pull = cast // 2 + chaired + own + backed + (state.trust[peer] - 500) // 2 - weary - (state.load[peer] - 600) // 3
    return {"head": pull + mood - 250, "deputy": 0, "chief": -pull - mood - 50}


def _leaning(scenario: Scenario, state: State, ask: Ask) -> Leaning:
    """Score whom to send and what wording to sign: attention, a chair above and trust against load and liability."""
    peer = scenario.peer(ask.seat)
    works = [scenario.work(w) for w in ask.get("works")]
    cast = max(shadow(scenario, state, peer, w) for w in works)
    chaired = 450 if _chair_over(scenario, state, peer) else 0
    mood = luck(state, ask.seat, "attend") // 5 - 100
    wary = max(state.liability[w] for w in works) * scenario.peers[peer].blame // 1000
    tangled = max(scenario.works[w].entanglement for w in works)
    heart = state.momentum[0] // 3
    sign = cast // 2 + chaired // 2 + (state.trust[peer] - 500) - wary // 4 - tangled // 5 + heart + mood
    return {
        "send": sends(scenario, state, ask.seat, works),
        "word": {"joint": sign - 130, "support": 0, "respective": -sign - 100},
    }


def _chair_over(scenario: Scenario, state: State, peer: int) -> bool:
    """Tell whether the leader who agreed to chair matters to this peer, or a leading group is meeting."""
    if group_heat(scenario, state) > 250:
        return True
    if state.chair == NOBODY:
        return False
    return state.chair == scenario.peers[peer].under or scenario.leaders[state.chair].principal


def _attend(play: Play, ask: Ask, args: Args) -> None:
    """Note one peer's answer; when all have answered, hold the meeting."""
    kind, fields, answers = play.state.held
    answers = (*answers, (ask.seat, args["send"], weaker(ask.get("wording"), args["word"])))
    play.state.held = (kind, fields, answers)
    play.tell("attend", peer=ask.seat, send=args["send"], word=args["word"])
    if not play.state.asked:
        _meet(play, dict(fields), answers)
        play.state.held = ()


def weaker(proposed: str, accepted: str) -> str:
    """Return the wording that enters the minutes: the weaker of what was drafted and what the peer can sign."""
    return max(proposed, accepted, key=WORDINGS.index)


def _meet(play: Play, args: Args, answers: tuple[tuple[str, str, str], ...]) -> None:
    """Hold the meeting: bind those who came, clear duties a little, and put a leader's sentence in the minutes.

    Minutes that say more than "each according to its duties" are a small win for all who signed them (M4, M30).
    """
    state, scenario = play.state, play.scenario
    works = [scenario.work(w) for w in args["works"]]
    chaired = state.chair != NOBODY
    decisive = sum(_CAN_DECIDE[send] for _, send, _ in answers) // len(answers)
    quality = decisive * (1000 if len(works) == 1 else 850 if len(works) == 2 else 500) // 1000
    hollow = quality < 400
    for seat, send, word in answers:
        peer = scenario.peer(seat)
        for w in works:
            if peer in scenario.works[w].parties:
                size = _BINDS[word] * _CAN_DECIDE[send] // 1000 * (1400 if chaired else 1000) // 1000
                at = peer * len(scenario.works) + w
                shift(state, "commit", at, max(0, size * quality // 1000 - state.commit[at] // 2), "minutes")
        shift(state, "load", peer, 8, "meetings")
    for w in works:
        close_gap(state, "clarity", w, scenario.rules.clarity_minutes * quality // 1000, "minutes")
        if not hollow:
            state.put("agreed", w, state.day + 1)
        state.papers += (Paper("minutes", state.day, "office", "", w, _common(answers), chaired),)
    signed = [] if hollow else [seat for seat, _, word in answers if word != "respective"]
    for seat in signed:
        shift(state, "trust", scenario.peer(seat), 10, "minutes")
    if 2 * len(signed) > len(answers):
        shift(state, "momentum", 0, 70, "minutes")
    if state.group is not None and state.group.stage in ("standing", "paper"):
        hold_meeting(state)
    if chaired:
        draw_attention(scenario, state, state.chair, tuple(works), 120, "chaired")
    play.tell("consult", works=list(args["works"]), answers=[list(a) for a in answers], quality=quality,
              hollow=hollow, chair=scenario.leaders[state.chair].id if chaired else "")  # fmt: skip
    state.chair = NOBODY


def _common(answers: tuple[tuple[str, str, str], ...]) -> str:
    """Return the wording the minutes can carry for all: the weakest anyone signed."""
    return max((word for _, _, word in answers), key=WORDINGS.index)


DEEDS = (Deed("consult", 2, _call, _fields, _blocked),)
QUESTIONS = (
    Question("attend", lambda *_: (Field("send", SENDS), Field("word", WORDINGS)), _leaning, _attend),
)
