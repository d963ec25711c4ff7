"""What is on offer, in words: labels for buttons, sentences for actions, and why something cannot be done."""

from collections.abc import Callable, Mapping
from typing import Any

from game.rules import Action, Blocked, Option
from game.scenario.plot import Choice
from game.scenario.scenario import ACTS, Scenario
from game.telling.desk import effect
from game.telling.name import seat, work
from game.telling.package import package, table_name
from game.telling.words import Words

Data = Mapping[str, Any]
_SEATS = frozenset({"target", "owner", "leader", "who", "attendees", "seat"})
_WORKS = frozenset({"work", "works"})


def label(words: Words, _scenario: Scenario, option: Option) -> str:
    """Return the verb on a button."""
    return words(f"offer.{option.kind}.label")


def about(words: Words, _scenario: Scenario, option: Option) -> str:
    """Return in a sentence or two what an option does and what it costs beyond energy."""
    return words(f"offer.{option.kind}.about")


def field(words: Words, scenario: Scenario, kind: str, field_name: str) -> str:
    """Return the name of a field of an action or a question; in a peer's response fields are workstreams."""
    if field_name in scenario.index["workstream"]:
        return work(words, scenario, field_name)
    own = f"field.{kind}.{field_name}"
    return words(own) if words.has(own) else words(f"field.{field_name}")


def value(words: Words, scenario: Scenario, kind: str, field_name: str, value: Any, data: Data | None = None) -> str:
    """Return the name of a value (or of a list of values) of a field.

    `data` is the question's, or the other fields of the action: it tells which inject a choice belongs to and which
    table a package (without it the first that fits).
    """
    if isinstance(value, list | tuple):
        each = [_value(words, scenario, kind, field_name, v, data or {}) for v in value]
        return words("list.packages").join(each) if field_name == "packages" else words.listed(each)
    return _value(words, scenario, kind, field_name, value, data or {})


def _value(words: Words, scenario: Scenario, kind: str, name: str, value: Any, data: Data) -> str:
    if kind == "improvise" and name.startswith("effect"):
        return effect(words, scenario, value)
    if kind == "improvise" or name == "why":
        return str(value) or words("desk.empty")
    if name == "pick" and data.get("choices"):
        return str(data["choices"][value - 1])
    if name in _SEATS and kind != "fix":
        return seat(words, scenario, value)
    if name in _WORKS:
        return work(words, scenario, value)
    if name in scenario.index["workstream"]:
        return words(f"act.{value}")
    if name in _SPECIAL:
        return _SPECIAL[name](words, scenario, value)
    if name in _PACKAGES and value and value not in _PLAIN:
        return package(words, scenario, str(value), str(data.get("table", "")))
    if name == "choice":
        chosen = _choice(scenario, value, data.get("inject"))
        return words.text(chosen.text) if chosen is not None else str(value)
    return words(f"value.{name}.{value or 'none'}")


_PACKAGES = frozenset({"package", "packages", "first", "second", "counter", "ruling"})
_PLAIN = frozenset({"yes", "no", "shelve"})


def _signer(words: Words, scenario: Scenario, value: str) -> str:
    return seat(words, scenario, value) if value else words("value.signer.none")


def _level(words: Words, _scenario: Scenario, value: int) -> str:
    return words("value.level", level=value)


def _move(words: Words, scenario: Scenario, value: str) -> str:
    index = scenario.index["move"]
    return words.text(scenario.moves[index[value]].name) if value in index else value


def _drawn(words: Words, scenario: Scenario, value: str) -> str:
    """Return whose draw it is: a seat, the discipline body, or an inject."""
    index = scenario.index["inject"]
    return words.text(scenario.injects[index[value]].title) if value in index else seat(words, scenario, value)


def _promise(words: Words, scenario: Scenario, value: str) -> str:
    index = scenario.index["promise"]
    return words.text(scenario.promises[index[value]].text) if value in index else words("value.side.none")


_SPECIAL: dict[str, Callable[[Words, Scenario, Any], str]] = {
    "signer": _signer,
    "level": _level,
    "move": _move,
    "who": _drawn,
    "inject": _drawn,
    "value": _level,
    "table": table_name,
    "side": _promise,
}


def _choice(scenario: Scenario, id: str, inject: str | None) -> Choice | None:
    found = (c for x in scenario.injects if inject in (None, x.id) for c in x.choices if c.id == id)
    return next(found, None)


def action(words: Words, scenario: Scenario, action: Action, data: Data | None = None) -> str:
    """Return an action as a clause without a full stop; for an answer, `data` of its question says more."""
    args = dict(action.args)
    who = seat(words, scenario, action.seat)
    if action.kind == "answer":
        return _answer(words, scenario, who, args, data)
    if not words.has(f"action.{action.kind}"):
        return str(action)
    try:
        named = {name: value(words, scenario, action.kind, name, v, args) for name, v in args.items()}
    except (TypeError, KeyError, AttributeError):
        return str(action)
    if action.kind == "duties":
        signer = args.get("signer")
        key = "action.duties.signed" if signer else "action.duties.unsigned"
        named["signer"] = words(key, leader=named.get("signer", ""))
        plain = args.get("clause", "plain") == "plain"
        named["clause"] = "" if plain else words("action.duties.clause", clause=named["clause"])
    if action.kind in _ASIDES:
        name = _ASIDES[action.kind]
        named[name] = words(f"action.{action.kind}.{name}", **{name: named[name]}) if args.get(name) else ""
    if action.kind == "reserve":
        named["level"] = str(args.get("level", ""))
    return words(f"action.{action.kind}", **named)


_ASIDES = {"offer": "side", "convene": "second"}
"""The fields of an action that are told only where they are filled."""


def _answer(words: Words, scenario: Scenario, who: str, args: dict[str, Any], data: Data | None) -> str:
    """Word an answer by the fields it fills: a choice, acts by workstream, or something granted."""
    if "choice" in args:
        return words("action.choose", choice=value(words, scenario, "choose", "choice", args["choice"], data))
    acts = [words("action.respond.one", work=work(words, scenario, w), act=words(f"act.{a}"))
            for w, a in args.items() if a in ACTS]  # fmt: skip
    if acts:
        return words("action.respond", seat=who, acts=words.listed(acts))
    said = [value(words, scenario, "answer", name, v, data) for name, v in args.items() if v != ""]
    return words("action.answer", seat=who, value=words("list.between").join(said))


def blocked(words: Words, scenario: Scenario, blocked: Blocked) -> str:
    """Return why something cannot be done now: what is in the way, why, and what helps."""
    data = dict(blocked.data)
    if "field" in data:
        data["field"] = _field_or_itself(words, scenario, str(data["field"]))
    if "seat" in data:
        data["seat"] = seat(words, scenario, str(data["seat"]))
    if "seats" in data:
        data["seats"] = words.listed(list(dict.fromkeys(seat(words, scenario, s) for s in data["seats"])))
    if "peer" in data:
        data["peer"] = seat(words, scenario, str(data["peer"]))
    if "phase" in data:
        data["phase"] = words(f"phase.{data['phase']}")
    if "move" in data:
        move = scenario.moves[scenario.index["move"][data["move"]]]
        data |= {"move": words.text(move.name), "why": words.text(move.blocked)}
        if not move.blocked:
            return words(f"blocked.{blocked.code}.bare", **data)
    return words(f"blocked.{blocked.code}", **data)


def _field_or_itself(words: Words, scenario: Scenario, name: str) -> str:
    known = name in scenario.index["workstream"] or words.has(f"field.{name}")
    return field(words, scenario, "", name) if known else name
