"""A preview in words: how it stands, what was done, and why things happen or not; both faces show these."""

from collections.abc import Iterator
from typing import Any

from game.lint.preview import Preview
from game.scenario.expression import Value
from game.study.clauses import Part
from game.study.rehearsal import Played
from game.study.value import Put, shown
from game.study.why import Why
from game.telling.offer import action, blocked
from game.telling.words import Words

HOLDS, FAILS = "✓", "×"


def standing(words: Words, seen: Preview) -> str:
    """Return whether the game runs on the latest save."""
    if seen.good is None:
        return words("preview.state.waiting")
    return words("preview.state.current" if seen.current else "preview.state.broken")


def counted(words: Words, seen: Preview) -> str:
    """Return how many errors and warnings the latest save has."""
    errors = sum(f.severity == "error" for f in seen.findings)
    if not seen.findings:
        return words("preview.clean")
    return words("preview.found", errors=errors, warnings=len(seen.findings) - errors)


def when(words: Words, seen: Preview) -> str:
    """Return which turn and day the game has come to, or how it ended."""
    scenario, state = seen.scenario, seen.state
    if seen.over:
        e = scenario.endings[scenario.index["ending"][state.ending]]
        return words("preview.over", title=words.text(e.title), grade=e.grade)
    return words("preview.when", turn=state.turn, turns=scenario.length.turns, day=state.day)


def news(words: Words, seen: Preview) -> list[str]:
    """Return what happened at this turn's briefing, a line each: the titles of the injects with their ids."""
    injects = seen.scenario.injects
    return [words("preview.news", title=words.text(injects[i].title), id=injects[i].id) for i in seen.state.news]


def step(words: Words, seen: Preview, played: Played) -> str:
    """Return what the author did, as a clause."""
    what = played.step.what
    if isinstance(what, Put):
        return words("preview.put", name=what.name, value=shown(what.value))
    kind, _, about = played.step.about.partition(":")
    try:
        return action(words, seen.scenario, what, {"inject": about} if kind == "choose" else None)
    except (KeyError, IndexError):      # it speaks of what the file no longer has
        return f"{what.kind} {', '.join(map(str, what.args.values()))}"


def skipped(words: Words, seen: Preview, played: Played) -> str:
    """Return why a step no longer applies; "" for one that does or is still to come."""
    return blocked(words, seen.scenario, played.blocked) if played.blocked is not None else ""


def status(words: Words, why: Why) -> str:
    """Return how a record stands, in a few words."""
    chancy = why.status == "next" and why.chance < 100
    return words("preview.status.chancy" if chancy else f"preview.status.{why.status}", **dict(why.data))


def hurdles(words: Words, seen: Preview, why: Why) -> list[tuple[int, str]]:
    """Return everything in the way, one line each after its depth; a condition that does not hold with its parts."""
    lines: list[tuple[int, str]] = []
    for hurdle in why.hurdles:
        data: dict[str, Any] = dict(hurdle.data)
        if "ending" in data:
            data["ending"] = words.text(seen.scenario.endings[seen.scenario.index["ending"][data["ending"]]].title)
        lines.append((0, words(f"preview.hurdle.{hurdle.code}", **data)))
        if hurdle.code == "when" and why.when is not None:
            lines += clauses(words, why.when)
    return lines


def clauses(words: Words, part: Part) -> list[tuple[int, str]]:
    """Return a condition part by part, each after its depth: mark, text, and where it fails the values it reads."""
    inner = part.parts if part.joint == "and" else (part,)
    return [line for p in inner for line in _part(words, p, 1)]


def _part(words: Words, part: Part, depth: int) -> Iterator[tuple[int, str]]:
    mark = HOLDS if part.holds else FAILS
    if part.parts:
        yield depth, f"{mark} {words(f'preview.joint.{part.joint}')}"
        for inner in part.parts:
            yield from _part(words, inner, depth + 1)
    elif part.holds:
        yield depth, f"{mark} {part.text}"
    else:
        yield depth, f"{mark} {words('preview.clause', text=part.text, values=values(words, part.values))}"


def values(words: Words, found: tuple[tuple[str, Value], ...]) -> str:
    """Return names with their values now; of a single one only its value, since its name has just been read."""
    if len(found) == 1:
        return shown(found[0][1])
    return words("list.between").join(f"{name} = {shown(value)}" for name, value in found)
