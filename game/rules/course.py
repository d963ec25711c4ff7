"""The course of each workstream as a life cycle: waiting, moving, stalled, done (M12, M16); and small wins (M4)."""

from game.rules.life import COURSE, move
from game.rules.state import State
from game.rules.stock import shift
from game.scenario.names import COURSES
from game.scenario.scenario import Scenario

CRAWL = 250
"""Below this share of full speed a workstream counts as stalled, ‰."""
FULL = 970
WINS = (250, 500, 750)
_WIN = 50


def settle_courses(scenario: Scenario, state: State, before: list[int]) -> list[int]:
    """Move every workstream's course by what the turn gained; return those whose course changed. Wins give heart."""
    changed = []
    for w, work in enumerate(scenario.works):
        gained = state.real[w] - before[w]
        full_speed = 1000 * scenario.length.days // work.days
        trigger = _trigger(COURSES[state.course[w]], state.real[w], gained * 1000 >= CRAWL * full_speed)
        if trigger:
            state.put("course", w, COURSES.index(move(COURSE, COURSES[state.course[w]], trigger)))
            changed.append(w)
        for line in WINS:
            if before[w] < line <= state.real[w]:
                shift(state, "momentum", 0, _WIN, "small_win")
    return changed


def _trigger(course: str, real: int, moving: bool) -> str:
    """Return what moves a course, "" if nothing does."""
    if real >= FULL:
        return "" if course == "done" else "finish"
    if course == "done":
        return "reopen"
    if moving:
        return "" if course == "moving" else "start"
    return "stick" if course == "moving" else ""
