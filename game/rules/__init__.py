"""What happens: the door of the rules.

`start`, `options`, `check`, `step`, `settle`, `view`, `public`, `explain`, `forecast`, `hints` and `leaned` are pure
functions of a scenario and a state.
"""

from game.rules.action import Action, Blocked, IllegalAction
from game.rules.event import Event
from game.rules.explain import explain
from game.rules.forecast import Forecast, forecast, leaned
from game.rules.hint import hints
from game.rules.option import Option, check, options
from game.rules.public import public
from game.rules.reason import Reason
from game.rules.state import State, from_json, to_json
from game.rules.step import settle, start, step
from game.rules.view import View, view

ENGINE = "2"
"""The number of these rules: a recording of another number stays readable but cannot be replayed."""

__all__ = [
    "ENGINE",
    "Action",
    "Blocked",
    "Event",
    "Forecast",
    "IllegalAction",
    "Option",
    "Reason",
    "State",
    "View",
    "check",
    "explain",
    "forecast",
    "from_json",
    "hints",
    "leaned",
    "options",
    "public",
    "settle",
    "start",
    "step",
    "to_json",
    "view",
]
