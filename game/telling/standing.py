"""How departments and the lead's own backing changed, in words: stances, heads, mandates, favours, diagnoses."""

from collections.abc import Mapping
from typing import Any

from game.scenario.scenario import Scenario
from game.telling.name import seat, work
from game.telling.words import Words

Data = Mapping[str, Any]
OFF_MANDATE = 40
"""Below this fit (0–100) people say that it was no matter for discipline oversight."""


def answered(kind: str) -> Any:
    """Return a teller of a request that was granted or declined."""

    def teller(words: Words, scenario: Scenario, data: Data) -> str:
        how = "granted" if data["granted"] else "declined"
        return words(f"event.{kind}.{how}", **_names(words, scenario, data))

    return teller


def _names(words: Words, scenario: Scenario, data: Data) -> dict[str, str]:
    """Return whatever of leader, department, workstream and government office an event may name."""
    found = {"office": seat(words, scenario, "office")}
    for name, key in (("leader", "leader"), ("who", "target"), ("who", "peer")):
        if data.get(key):
            found[name] = seat(words, scenario, data[key])
    if data.get("work"):
        found["work"] = work(words, scenario, data["work"])
    return found


def _help(words: Words, scenario: Scenario, data: Data) -> str:
    return words("event.help", **_names(words, scenario, data))


def _diagnose(words: Words, scenario: Scenario, data: Data) -> str:
    """The shortest plank, and what holds back whoever supplies least."""
    names = _names(words, scenario, data)
    plank = words(f"event.diagnose.{data['plank']}", **names)
    return words.sentences(plank, words(f"event.diagnose.{data['cause']}", **names))


def _favor(words: Words, scenario: Scenario, data: Data) -> str:
    return words(f"event.favor.{data['answer']}", **_names(words, scenario, data))


def _stick(words: Words, scenario: Scenario, data: Data) -> str:
    """The leader dissuaded, or oversight come in at the leader's wish."""
    told = words(f"event.stick.{data['answer']}", **_names(words, scenario, data))
    off = data["answer"] == "go_along" and data["suited"] < OFF_MANDATE
    return words.sentences(told, words("event.discipline.off") if off else "")


def _course(words: Words, scenario: Scenario, data: Data) -> str:
    return words(f"event.course.{data['course']}", **_names(words, scenario, data))


def _stance(words: Words, scenario: Scenario, data: Data) -> str:
    return words(f"event.stance.{data['stance']}", **_names(words, scenario, data))


TELLERS = {
    "help": _help,
    "diagnose": _diagnose,
    "favor": _favor,
    "stick": _stick,
    "course": _course,
    "stance": _stance,
    "personnel": answered("personnel"),
    "authorize": answered("authorize"),
    "appraise": answered("appraise"),
    "follow_up": answered("follow_up"),
}
"""How each of these kinds of event is told."""
