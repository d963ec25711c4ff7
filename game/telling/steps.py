"""A reason as the steps of a waterfall: each starts where the last one ended, the whole stands at the foot."""

from typing import Literal, NamedTuple

from game.rules import Reason
from game.scenario.scenario import Scenario
from game.telling.reason import shown, within
from game.telling.words import Words

Kind = Literal["up", "down", "least", "part", "unknown", "whole"]


class Step(NamedTuple):
    """One step in ‰: from `start` to `end`; `unknown` lies anywhere between the two. `depth` 1 is a part of a part."""

    name: str
    shown: str
    kind: Kind
    start: int
    end: int
    depth: int = 0


def steps(words: Words, scenario: Scenario, reason: Reason) -> tuple[Step, ...]:
    """Return a reason's terms, depth first, then what they come to."""
    whole = (reason.name, _marked(words, reason, ""))
    if reason.band is not None:
        last = Step(words("explain.total"), whole[1], "unknown", *reason.band)
    else:
        last = Step(words("explain.total"), whole[1], "whole", 0, reason.value)
    return (*_inner(words, scenario, reason, 0), last)


def folded(words: Words, found: tuple[Step, ...], most: int) -> tuple[Step, ...]:
    """Return at most `most` steps: parts of parts go first, then the smallest terms of a sum become one."""
    if len(found) > most:
        found = tuple(step for step in found if not step.depth)
    if len(found) <= most:
        return found
    terms = found[:-1]
    sizes = sorted((abs(s.end - s.start) for s in terms if s.kind in ("up", "down")), reverse=True)
    spare = max(1, most - 2 - sum(s.kind not in ("up", "down") for s in terms))
    least = sizes[min(spare, len(sizes)) - 1] if sizes else 0
    kept, at, rest, count = [], 0, 0, 0
    for step in terms:
        by = step.end - step.start
        if step.kind not in ("up", "down"):
            kept.append(step)
        elif abs(by) >= least and spare:
            kept.append(step._replace(start=at, end=at + by))
            at, spare = at + by, spare - 1
        else:
            rest, count = rest + by, count + 1
    name = words("explain.rest", count=count)
    other = Step(name, _signed(words, rest), "down" if rest < 0 else "up", at, at + rest)
    return (*kept, other, found[-1])


def _inner(words: Words, scenario: Scenario, reason: Reason, depth: int) -> list[Step]:
    """Return the terms of one reason, each followed by its own."""
    found, at = [], 1000 if reason.how == "product" else 0
    for part in reason.terms:
        name, told = within(words, scenario, reason.name, part.name), _marked(words, part, reason.how)
        if part.band is not None:
            found.append(_open(name, told, part, at, depth))
        elif reason.how == "least":
            kind: Kind = "least" if part.value == reason.value else "part"
            found.append(Step(name, told, kind, 0, part.value, depth))
        else:
            end = at * part.value // 1000 if reason.how == "product" else at + part.value
            found.append(Step(name, told, "down" if end < at else "up", at, end, depth))
            at = end
        found += _inner(words, scenario, part, depth + 1)
    return found


def _open(name: str, told: str, part: Reason, at: int, depth: int) -> Step:
    """Return a term that is not told: nothing of its size may show, at most which way it goes."""
    assert part.band is not None
    low, high = part.band
    if part.name != "unknown" and (low == 0 or high == 0):
        return Step(name, told, "up" if low == 0 else "down", at, at, depth)
    return Step(name, told, "unknown", low, high, depth)


def _marked(words: Words, part: Reason, how: str) -> str:
    """Return a value with ▲ or ▼ before it where it raises or lowers, so that no colour is needed."""
    told = shown(words, part, how)
    if part.band is not None or not how or how == "least":
        return told
    change = part.value if how == "sum" else part.value - 1000
    return f"{'▲' if change > 0 else '▼'} {told}" if change else told


def _signed(words: Words, value: int) -> str:
    return _marked(words, Reason("", value), "sum")
