"""Why a number is what it is, in words: its terms as lines, its title, and a term as a cause in speech."""

from game.rules import Reason
from game.rules.peer import WEIGHTS
from game.scenario.scenario import ACTS, Scenario
from game.telling.name import seat, work
from game.telling.number import plain, signed
from game.telling.package import table_name
from game.telling.words import Words

_INDENT = "  "


def cause(words: Words, name: str, act: str = "") -> str:
    """Return a term as a short phrase for speech ("职责没说清"); `act` tells which way a term that has two cuts."""
    key = f"cause.{name}"
    if act and words.has(f"{key}.{act}"):
        return words(f"{key}.{act}")
    if act and name in WEIGHTS and WEIGHTS[name][ACTS.index(act)] < 0 and words.has(f"{key}.low"):
        return words(f"{key}.low")
    return words(key)


def lines(words: Words, scenario: Scenario, reason: Reason) -> list[tuple[str, str]]:
    """Return the terms of a reason, depth first, as (indented name, value); unknown values are "not yet known"."""
    return [(term(words, scenario, reason.name), shown(words, reason, "")), *_inner(words, scenario, reason, 1)]


def _inner(words: Words, scenario: Scenario, reason: Reason, depth: int) -> list[tuple[str, str]]:
    found = []
    for part in reason.terms:
        found.append((_INDENT * depth + within(words, scenario, reason.name, part.name),
                      shown(words, part, reason.how)))  # fmt: skip
        found += _inner(words, scenario, part, depth + 1)
    return found


def within(words: Words, scenario: Scenario, whole: str, name: str) -> str:
    """Return the name of a term; where it means something of its own in what it is a part of, that."""
    own = f"term.{whole}.{name}"
    return words(own) if words.has(own) else term(words, scenario, name)


def shown(words: Words, reason: Reason, within: str) -> str:
    """Return a value: with its sign as a term of a sum, as a share of a product, only up or down, or not known.

    A whole that is known to lie in a narrower band is that band.
    """
    if reason.band is not None:
        low, high = reason.band
        if not within and low >= 0 and high <= 1000 and high - low < 1000:
            return f"{plain(low)}–{plain(high)}"
        one_way = within and reason.name != "unknown" and (low == 0 or high == 0)
        return ("▲" if low == 0 else "▼") if one_way else words("unknown")
    if within == "sum":
        return signed(reason.value)
    return f"× {plain(reason.value)}%" if within == "product" else plain(reason.value)


def term(words: Words, scenario: Scenario, name: str) -> str:
    """Return the name of a term or a stock; a dotted one names what it is about."""
    kind, _, id = name.partition(".")
    if id:
        return words(f"term.{kind}.of", **_about(words, scenario, kind, id))
    for key in (f"term.{name}", f"act.{name}", f"what.{name}.bare"):
        if words.has(key):
            return words(key)
    return next((words(k) for k in _leanings(name) if words.has(k)), words(f"term.{name}"))


def _leanings(choice: str) -> tuple[str, ...]:
    return tuple(f"value.{field}.{choice}" for field in ("give", "send", "word", "sign"))


def _about(words: Words, scenario: Scenario, kind: str, id: str) -> dict[str, str]:
    if kind == "attention":
        return {"leader": seat(words, scenario, id)}
    if kind == "work":
        return {"work": work(words, scenario, id)}
    return {"title": _title_of(words, scenario, kind, id)}


def _title_of(words: Words, scenario: Scenario, kind: str, id: str) -> str:
    """Return what a move, an inject (or the choice in it) or a promise is called."""
    if kind == "move":
        return words.text(scenario.moves[scenario.index["move"][id]].name)
    if kind == "deal":
        return table_name(words, scenario, id)
    if kind == "promise":
        return words.text(scenario.promises[scenario.index["promise"][id]].text)
    return words.text(scenario.injects[scenario.index["inject"][id]].title)


def title(words: Words, scenario: Scenario, what: str) -> str:
    """Return what is being explained, for a name `explain` answers to ("act.housing.data.stall", "trust.housing")."""
    kind, *rest = what.split(".")
    who = seat(words, scenario, rest[0]) if rest else ""
    about = work(words, scenario, rest[min(1, len(rest) - 1)]) if rest else ""
    if kind in ("walkaway", "aspiration"):
        return words(f"what.{kind}", table=table_name(words, scenario, rest[0]), who=seat(words, scenario, rest[1]))
    if kind == "act":
        return words("what.act", who=who, work=about, act=words(f"act.{rest[2]}"))
    if kind == "heat":
        return words("what.heat", tier=words(f"tier.{rest[0]}"))
    if kind == "oversight":
        return words("what.oversight", step=words(f"value.step.{rest[0]}"), work=about)
    if kind == "public":
        return words("what.public.of", name=words.text(scenario.measures[scenario.index["public"][rest[0]]].name))
    if kind == "lean":
        return words("what.lean", who=who, choice=term(words, scenario, rest[2]))
    return words(f"what.{kind}", who=who, work=about)
