"""The trainer's desk in words: who plays each seat, who is awaited for what, effects, and what was done at the desk."""

from collections.abc import Mapping
from typing import Any

from game.rules.direct import NONE
from game.scenario.scenario import Scenario
from game.telling.name import seat, work
from game.telling.words import Words


def player(words: Words, who: str) -> str:
    """Return who plays a seat: a person, a bot by its name, or the model."""
    if who == "human":
        return words("desk.who.human")
    name = who.removeprefix("bot").removeprefix(":")
    return words("desk.who.bot", name=name) if name not in ("", "model") else words("desk.who.model")


def awaited(words: Words, scenario: Scenario, asked: Mapping[str, tuple[str, ...]], id: str) -> str:
    """Return what a seat is awaited for, by the kinds of question put to it; "" if it is not."""
    kinds = asked.get(id, ())
    if kinds:
        names = [words(f"desk.wait.{kind}") if words.has(f"desk.wait.{kind}") else words("desk.wait.other")
                 for kind in dict.fromkeys(kinds)]  # fmt: skip
        return words("desk.wait", what=words.listed(names))
    return words("desk.wait", what=words("desk.wait.plan")) if id == "lead" and not asked else ""


def effect(words: Words, scenario: Scenario, code: str) -> str:
    """Return what a choice written on the spot moves ("trust.housing.up"); that it moves nothing for "none"."""
    if code == NONE:
        return words("desk.touch.none")
    stock, _, rest = code.partition(".")
    id, _, way = rest.rpartition(".")
    of = work(words, scenario, id) if id in scenario.index["workstream"] else seat(words, scenario, id)
    return words(f"desk.touch.{stock}.{way}", of=of)


def marked(words: Words, scenario: Scenario, kind: str, args: Mapping[str, Any]) -> str:
    """Return one of the trainer's lines beside the game (a note, a pause …) as a sentence with its reason."""
    why = words("desk.because", why=args["why"]) if args.get("why") else ""
    if kind == "seat":
        told = words("desk.mark.seat", seat=seat(words, scenario, str(args.get("seat"))),
                     who=player(words, str(args.get("who"))))  # fmt: skip
    elif kind == "page":
        told = words("desk.mark.page", page=words(f"desk.page.{args.get('page')}"))
    elif kind == "note":
        told = str(args.get("text", ""))
        told = words("desk.mark.corrected", line=args["of"], text=told) if args.get("of") else told
    else:
        told = words(f"desk.mark.{kind}")
    return words.sentences(told, why)
