"""The lead's own side: supporting those below, the standing reserve for own work, and the scenario's own moves.

Support takes effect with the next execution (M72: slow); the reserve holds energy back for the bureau's own
job (M3, M9).
"""

from functools import cache

from game.rules.action import Blocked, no_energy
from game.rules.deed import Args, Deed, Field, Play, standing
from game.rules.effect import run
from game.rules.state import State
from game.scenario.plot import Move
from game.scenario.scenario import GRASSROOTS, Scenario

WAYS = ("train", "relieve")
_HELP = {"train": (110, 40, 0), "relieve": (0, 60, -110)}


def _support(play: Play, args: Args) -> None:
    """Send help down: training and hands, or fewer forms; it arrives when the turn is carried out."""
    play.state.coming = [coming + by for coming, by in zip(play.state.coming, _HELP[args["way"]], strict=True)]
    play.tell("support", way=args["way"], helps=[g for g, by in zip(GRASSROOTS, _HELP[args["way"]]) if by])


def _reserve(play: Play, args: Args) -> None:
    """Set the standing reserve; what it frees or takes is this turn's energy as well as every later turn's."""
    state = play.state
    state.energy += state.reserve - args["level"]
    state.reserve = args["level"]
    play.tell("reserve", level=args["level"])


def _reserve_fields(_scenario: Scenario, state: State) -> tuple[Field, ...]:
    return (Field("level", tuple(n for n in (0, 1, 2) if n != state.reserve and state.energy + state.reserve >= n)),)


def _move_fields(scenario: Scenario, state: State) -> tuple[Field, ...]:
    """Offer the moves that can be made; the others are shown closed, with the reason."""
    able, closed = [], {}
    for move, moved in zip(scenario.moves, state.moved, strict=True):
        why = _move_blocked(state, move, moved)
        if why is None:
            able.append(move.id)
        else:
            closed[move.id] = why
    return (Field("move", tuple(able), closed=closed),)


def _move_blocked(state: State, move: Move, moved: int) -> Blocked | None:
    """Say why a move made `moved` times cannot be made now: used up, condition not met, or not enough energy."""
    if moved >= move.limit:
        return _shut("move_used", "limit", move.limit)
    if move.when is not None and not move.when.test(state):
        return _shut("move_closed", "move", move.id)
    if move.cost > state.energy:
        return no_energy(move.cost, state.energy)
    return None


@cache
def _shut(code: str, name: str, value: int | str) -> Blocked:
    """Return a reason with one datum, made once: reasons are asked for in every decision."""
    return Blocked(code, {name: value})


def _move(play: Play, args: Args) -> None:
    """Make one of the scenario's own moves: pay, run its effects, tell."""
    i = play.scenario.index["move"][args["move"]]
    move = play.scenario.moves[i]
    play.state.energy -= move.cost
    play.state.put("moved", i, play.state.moved[i] + 1)
    play.tell("move", move=move.id)
    run(play, move.effects, f"move.{move.id}")


DEEDS = (
    Deed("support", 2, _support, standing(lambda _: (Field("way", WAYS),)), final=False),
    Deed("reserve", 0, _reserve, _reserve_fields, final=False),
    Deed("move", 0, _move, _move_fields),
)
