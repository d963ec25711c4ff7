"""Signing off: bulletins and signed duty lists by a leader, joint inspections by the government office.

A bureau of equal rank holds no stamp that binds its peers (M1, M5); what is declined goes back into the drawer.
"""

from collections.abc import Callable

from game.rules.deed import Args, Field, Leaning, Play, Question
from game.rules.inspection import inspect_jointly
from game.rules.luck import luck
from game.rules.paper import issue_bulletin, issue_duties
from game.rules.pressure import pressure
from game.rules.state import Ask, State
from game.scenario.scenario import Scenario

SIGNS = ("grant", "decline")


def _leaning(scenario: Scenario, state: State, ask: Ask) -> Leaning:
    """Score a signature: goodwill and alignment, against recent bulletins and what the paper exposes."""
    mood = luck(state, ask.seat, "sign") // 5 - 100
    if ask.seat == "office":
        strained = max(pressure(scenario, state, p) for p in range(len(scenario.peers))) // 4
        return {"sign": {"grant": 330 - strained + mood, "decline": 200}}
    i = scenario.leader(ask.seat)
    favor = state.favor[i]
    price = 280
    if ask.get("paper") == "bulletin":
        price += 100 if ask.get("reach") == "public" else 0
        price -= 200 if ask.get("tone") == "praise" else 0
        price += 90 * (state.counts.get("bulletin", 1) - 1)
    if ask.get("clause") == "accountability":
        price -= 60
    return {"sign": {"grant": (favor + state.aligned[i]) // 2 + mood, "decline": price}}


def _signed(play: Play, ask: Ask, args: Args) -> None:
    """Issue what was signed; a duty list that was declined goes out under the lead's own letterhead."""
    kind, held = play.state.held[0], play.held_args
    granted = args["sign"] == "grant"
    play.tell("sign", seat=ask.seat, paper=kind, granted=granted)
    play.state.held = ()
    _ISSUE[kind](play, held, ask.seat if granted else "")


def _bulletin_or_nothing(play: Play, args: Args, signer: str) -> None:
    if signer:
        issue_bulletin(play, args, signer)


_ISSUE: dict[str, Callable[[Play, Args, str], None]] = {
    "duties": issue_duties,
    "bulletin": _bulletin_or_nothing,
    "inspect": inspect_jointly,
}

QUESTIONS = (Question("sign", lambda *_: (Field("sign", SIGNS),), _leaning, _signed),)
