"""What a trainer may do with a running game: end it, answer for who is awaited, fix a draw, bring in an inject.

Every deed may carry a reason (`why`), which the recording keeps. From every state some of them moves the game on.
"""

from game.rules import turn
from game.rules.action import Blocked
from game.rules.deed import Args, Deed, Field, Leaning, Play, Question
from game.rules.inject import FIRED, happen, put
from game.rules.review import close
from game.rules.state import Ask, State
from game.rules.stock import shift
from game.scenario.scenario import Scenario

WHY = "why"
TITLE, TEXT, CHOICE = 60, 600, 120
"""The most characters of what a trainer writes on the spot: a title, a text, one choice."""
CHOICES = (1, 2, 3)
NONE = "none"
TOUCHES = {"trust": "peer", "load": "peer", "favor": "leader", "clarity": "workstream", "evidence": "workstream"}
"""The stocks that a choice written on the spot may move a step up or down, and what they belong to."""
STEP = 80
"""How far such a choice moves a stock, ‰."""
DRAWS = (
    "chance", "sign", "chair", "group", "attend", "data", "sound", "offer", "rule", "authorize", "appraise",
    "follow_up", "personnel", "calls", "asks", "stick", "remind", "interview", "circulate", "case", "sit_in",
)  # fmt: skip
"""What is drawn by luck under a name of its own: a trainer may fix any of these."""


def _end_now(play: Play, _args: Args) -> None:
    """Close the game after this turn's planning so far: an ending and a full debrief are always there."""
    play.state.asked, play.state.held = (), ()
    close(play)


def _fix(play: Play, args: Args) -> None:
    """Fix a draw: a real die on the table instead of the game's luck."""
    play.state.fixed[f"{play.state.turn}/{args['who']}/{args['what']}/0"] = args["value"]
    play.tell("fixed", "trainer", who=args["who"], what=args["what"], value=args["value"])


def _draw_fields(scenario: Scenario, _state: State) -> tuple[Field, ...]:
    return (
        Field("who", (*(s for s in scenario.seats), *(j.id for j in scenario.injects), "discipline")),
        Field("what", DRAWS),
        Field("value", tuple(range(1000))),
    )


def _inject_blocked(_scenario: Scenario, state: State) -> Blocked | None:
    """Injects come at a briefing, or into planning while no deed waits for an answer."""
    if state.phase == "briefing" or not state.asked:
        return None
    return Blocked("awaiting", {"seats": [a.seat for a in state.asked]})


def _inject_fields(scenario: Scenario, state: State) -> tuple[Field, ...]:
    return (Field("inject", tuple(j.id for i, j in enumerate(scenario.injects) if state.fired[i] != FIRED)),)


def _inject(play: Play, args: Args) -> None:
    """Let one of the scenario's injects happen now, whether it is due or not."""
    i = play.scenario.index["inject"][args["inject"]]
    play.state.news += (i,)
    happen(play, i)
    put(play, i)


def touches(scenario: Scenario) -> tuple[str, ...]:
    """Return the effects a choice written on the spot may have: "none", or "stock.id.up" and "stock.id.down"."""
    ids = [(stock, id) for stock, kind in TOUCHES.items() for id in scenario.index[kind]]
    return (NONE, *(f"{stock}.{id}.{way}" for stock, id in ids for way in ("up", "down")))


def _improvise_fields(scenario: Scenario, _state: State) -> tuple[Field, ...]:
    """A title and a text, then up to three choices ("" for none) with what each moves."""
    may = touches(scenario)
    pairs = ((Field(f"choice{n}", ("",), text=CHOICE), Field(f"effect{n}", may)) for n in CHOICES)
    return (Field("title", (), text=TITLE), Field("text", ("",), text=TEXT), *(f for pair in pairs for f in pair))


def _improvise(play: Play, args: Args) -> None:
    """Bring in what the trainer has written; with choices it is put to the lead."""
    written = [(args[f"choice{n}"].strip(), args[f"effect{n}"]) for n in CHOICES if args[f"choice{n}"].strip()]
    play.tell("improvised", title=args["title"], text=args["text"], asks=bool(written))
    if written:
        said, moved = zip(*written, strict=True)
        given = (("title", args["title"]), ("text", args["text"]), ("choices", said), ("effects", moved))
        play.ask(Ask("lead", "improvised", given))


def _pick_fields(_scenario: Scenario, _state: State, ask: Ask) -> tuple[Field, ...]:
    return (Field("pick", CHOICES[: len(ask.get("choices"))]),)


def _pick_leaning(scenario: Scenario, state: State, ask: Ask) -> Leaning:
    """The lead leans to nothing: its choices are its own."""
    return {"pick": dict.fromkeys(_pick_fields(scenario, state, ask)[0].choices, 0)}


def _picked(play: Play, ask: Ask, args: Args) -> None:
    """Make a choice the trainer wrote: it moves what the trainer said it would."""
    n = args["pick"] - 1
    play.tell("improvised_choice", title=ask.get("title"), choice=ask.get("choices")[n])
    stock, _, rest = str(ask.get("effects")[n]).partition(".")
    if stock in TOUCHES:
        id, _, way = rest.rpartition(".")
        by = STEP if way == "up" else -STEP
        shift(play.state, stock, play.scenario.index[TOUCHES[stock]][id], by, "improvised")


def close_planning(play: Play) -> None:
    """End the lead's planning where nobody is awaited."""
    play.tell("skipped", seat="lead")
    turn.end_turn(play, {})


DEEDS = (
    Deed("end_now", 0, _end_now),
    Deed("fix", 0, _fix, _draw_fields),
    Deed("inject", 0, _inject, _inject_fields, _inject_blocked),
    Deed("improvise", 0, _improvise, _improvise_fields, _inject_blocked),
)
QUESTIONS = (Question("improvised", _pick_fields, _pick_leaning, _picked),)
