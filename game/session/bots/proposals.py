"""What a lead that plans ahead thinks of: what every route would do now, what every habit proposes, every reply."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, islice, product
from typing import NamedTuple

from game.rules import Action, Option, View
from game.session.bots import bargain, habits, routes, upward
from game.session.bots.bot import Bot, Offered

ROUTES: dict[str, Callable[[], Bot]] = {
    "adaptive": routes.adaptive, "steady": routes.steady, "negotiator": routes.negotiator,
    "procedure": routes.procedure, "group_first": routes.group_first, "lobbyist": routes.lobbyist,
    "pressure": routes.pressure, "negotiator_hard": partial(routes.negotiator, hard_first=True),
}  # fmt: skip
"""Ways of playing on, the one followed where nothing else is clearly better first."""
DEFAULT = next(iter(ROUTES))
MOST = 24
"""How many lines are weighed in a decision at most."""
_HABITS = (
    (habits.move, 4), (bargain.ways, 1), (bargain.close_by_word, 1), (bargain.offers(), 2), (bargain.fresh_talks(0), 1),
    (habits.consult, 1), (habits.duties, 1), (habits.follow_up, 1), (habits.calls, 1), (habits.data, 1),
    (upward.report("plan"), 1), (upward.group("principal"), 1), (upward.authorize, 1), (habits.help_out, 1),
    (habits.look, 1), (habits.train, 1), (upward.chair, 1), (bargain.ask_points, 1), (upward.appraise, 1),
    (upward.codify, 1), (habits.meeting_of_all, 1), (habits.joint_look, 1), (habits.cold_calls, 1),
)  # fmt: skip
"""Habits, the more telling first, and how many of its proposals each may bring in."""


class Line(NamedTuple):
    """Something to do now, and the route by which to play on."""

    action: Action
    route: str


def proposals(seen: View, options: Sequence[Option], usual: Action) -> list[Line]:
    """Return the lines worth weighing, the usual one first, at most `MOST`."""
    asked = options[0].kind == "answer"
    lines = [Line(usual, DEFAULT)]
    for line in _replies(options[0]) if asked else chain(_routes(seen, options), _deeds(seen, options)):
        if line not in lines:
            lines.append(line)
        if len(lines) == MOST:
            break
    return lines


def _routes(seen: View, options: Sequence[Option]) -> Iterator[Line]:
    """Yield what each route would do now, played on by that route."""
    for name, route in ROUTES.items():
        yield Line(route()(seen, options), name)


def _deeds(seen: View, options: Sequence[Option]) -> Iterator[Line]:
    """Yield what each habit proposes, and closing the turn, played on as usual."""
    can = Offered(options)
    for habit, most in _HABITS:
        for action in islice(habit(seen, can), most):
            if _offered(can[action.kind], action):
                yield Line(action, DEFAULT)
    yield Line(can["end_turn"].fill(), DEFAULT)


def _offered(option: Option, action: Action) -> bool:
    """Tell whether every value of an action is on offer: outside its route a habit may reach for one that is not."""
    for field in option.fields:
        value, choices = action.args[field.name], field.offered(action.args)
        if not (value in choices if field.many is None else set(value) <= set(choices)):
            return False
    return True


def _replies(option: Option) -> Iterator[Line]:
    """Yield every reply to a question, played on as usual."""
    names = [f.name for f in option.fields]
    for values in product(*(f.choices for f in option.fields)):
        yield Line(option.fill(**dict(zip(names, values, strict=True))), DEFAULT)
