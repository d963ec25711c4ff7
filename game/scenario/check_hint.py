"""What only hints can get wrong: a screen or widget that is not there, and a condition the lead cannot know to hold."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from game.scenario.anchor import ANCHORS
from game.scenario.finding import Finding
from game.scenario.schema import ScenarioFile
from game.scenario.source import Source


def check_hints(file: ScenarioFile, ids: Mapping[str, Sequence[str]], source: Source) -> Iterator[Finding]:
    """Point at every hint that points at nothing."""
    for id, hint in file.hints.items():
        known = places(ids)
        if hint.at not in known:
            near = get_close_matches(hint.at, known, 1, 0.5)
            args = {"value": hint.at, "suggestion": near[0] if near else "", "choices": ", ".join(_plain())}
            yield Finding(source.path, source.span_of(("hints", id, "at")), "hint-place", "error", args)


def places(ids: Mapping[str, Sequence[str]]) -> list[str]:
    """Return everything a hint of this scenario may point at."""
    found = []
    for screen, widgets in ANCHORS.items():
        for widget, kind in widgets.items():
            found.append(f"{screen}.{widget}")
            found += [f"{screen}.{widget}.{id}" for id in _of(kind, ids)]
    return found


def _plain() -> list[str]:
    return [f"{screen}.{widget}" for screen, widgets in ANCHORS.items() for widget in widgets]


def _of(kind: str, ids: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Return the ids that may stand after the dot."""
    if kind == "seat":
        return (*ids["seat"], "discipline")
    if kind == "deed":
        return (*(deed for deed in ids["option"] if deed not in ids["move"]), "move")
    return ids[kind] if kind else ()
