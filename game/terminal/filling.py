"""Filling an action's fields one by one, by number, and confirming it against what it is likely to change."""

from collections.abc import Iterator, Mapping
from typing import Any

from game.rules import Action, Option
from game.rules.deed import Field
from game.scenario.scenario import Scenario
from game.scenario.table import Table
from game.session.session import Session
from game.telling.name import level
from game.telling.offer import about, action, blocked, field, label, value
from game.telling.outlook import ahead, outlook
from game.telling.package import composed
from game.telling.words import Words
from game.terminal.composing import compose, known, several
from game.terminal.page import WIDTH, heading, items, paragraph
from game.terminal.prompt import Prompt, number, numbered

_MANY = 50


def filled(prompt: Prompt, session: Session, option: Option) -> Action | None:
    """Return the action a person makes of an option, field by field; going back from the first field gives None.

    Going back from a later one leads to the field asked before it.
    """
    fields, args, asked = option.fields, dict[str, Any](), list[int]()
    while len(args) < len(fields):
        at = len(args)
        chosen = pick(prompt, session, option.kind, fields[at], args, True, viewer=option.seat)
        if chosen is None and not asked:
            return None
        if chosen is None:
            args = {one.name: args[one.name] for one in fields[: asked.pop()]}
            continue
        if not _sole(fields[at], args):
            asked.append(at)
        args[fields[at].name] = chosen
    return option.fill(**args)


def _sole(one: Field, args: Mapping[str, Any]) -> bool:
    """Tell whether only one value is left for a field, so that nobody need be asked."""
    return len(one.offered(args)) == 1 and not one.closed


def pick(
    prompt: Prompt,
    session: Session,
    kind: str,
    one: Field,
    args: Mapping[str, Any],
    back: bool,
    leaning: Mapping[Any, int] | None = None,
    data: Mapping[str, Any] | None = None,
    viewer: str = "lead",
) -> Any:
    """Return the value (or list) chosen for a field; None if the person went back. A single choice is taken at once.

    `leaning` are the scores of the seat asked; `data` is the question's; `viewer` is the seat that chooses.
    """
    words, scenario = prompt.words, session.scenario
    offered = one.offered(args)
    table = composed(session.public(viewer), offered, data or args)
    if table is not None:
        return _package(prompt, session, viewer, kind, one, offered, table, back)
    if _sole(one, args) and (leaning is None or one.given):
        return list(offered) if one.many else offered[0]
    if len(offered) > _MANY:
        return _typed(prompt, field(words, scenario, kind, one.name), offered)
    named = [value(words, scenario, kind, one.name, v, data or args) for v in offered]
    shown = [name + _aside(words, session, one.name, v, data) for name, v in zip(named, offered, strict=True)]
    if leaning:
        best = max(leaning, key=lambda v: leaning[v])
        shown = [words("terminal.leaning", value=s) if v == best else s for v, s in zip(offered, shown, strict=True)]
    prompt.say(heading(field(words, scenario, kind, one.name)), *numbered(shown))
    for text in _shut(words, scenario, kind, one, offered, data):
        prompt.say(*paragraph(text, "     ", "       "))
    if one.many is None:
        n = prompt.choose(len(offered), back)
        return None if n is None else offered[n]
    least, most = one.many[0], min(one.many[1], len(offered))
    several = prompt.several(len(offered), least, most)
    return None if several is None else [offered[n] for n in several]


def _shut(
    words: Words, scenario: Scenario, kind: str, one: Field, offered: tuple[Any, ...], data: Mapping[str, Any] | None
) -> Iterator[str]:
    """Yield why values are not on offer now, those for the same reason together."""
    alike: dict[str, list[str]] = {}
    for name, why in one.closed.items():
        if name not in offered:
            label = value(words, scenario, kind, one.name, name, data)
            alike.setdefault(blocked(words, scenario, why), []).append(label)
    for reason, labels in alike.items():
        yield words("terminal.closed", label=words("list.between").join(labels), why=reason)


def _package(
    prompt: Prompt, session: Session, viewer: str, kind: str, one: Field, names: tuple[str, ...], table: Table,
    back: bool,
) -> Any:  # fmt: skip
    """Return the package (or a list of some) put together option by option; None if the person went back."""
    if viewer == "lead" and one.name not in _LATER:
        known(prompt, session, table)
    if one.many is None:
        return compose(prompt, session, viewer, kind, one.name, names, table, back)
    return several(prompt, session, kind, one.name, names, table, one.many[1])


_LATER = ("second",)
"""The fields before which what is known of the others has been said already."""


def _typed(prompt: Prompt, name: str, offered: tuple[Any, ...]) -> Any:
    """Return a number typed in, where there are too many to list; None if the person went back."""
    while True:
        text = prompt.read(prompt.words("terminal.keys.value", name=name, low=offered[0], high=offered[-1]))
        if text == "b":
            return None
        if number(text) in offered:
            return number(text)


def _aside(words: Words, session: Session, name: str, value: Any, data: Mapping[str, Any] | None) -> str:
    """Return what helps to choose: a peer's trust, the cost of a move or of a choice."""
    scenario = session.scenario
    if name in ("target", "owner", "attendees") and value in scenario.index["peer"]:
        return f" · {level(words, session.view('lead').peers[scenario.peer(value)].trust)}"
    if name == "move":
        move = scenario.moves[scenario.index["move"][value]]
        return words("terminal.price", cost=move.cost) if move.cost else ""
    if name == "choice" and data:
        inject = scenario.injects[scenario.index["inject"][data["inject"]]]
        cost = next(c.cost for c in inject.choices if c.id == value)
        return words("terminal.price", cost=cost) if cost else ""
    return ""


def confirmed(prompt: Prompt, session: Session, option: Option, action_: Action) -> bool:
    """Show an action with its price and its outlook, and ask whether to do it."""
    words, scenario = prompt.words, session.scenario
    cost = option.cost + _move_cost(scenario, action_)
    left = session.view(action_.seat).energy - cost
    prompt.say("─" * WIDTH, *paragraph(action(words, scenario, action_), "▸ ", "  "))
    prompt.say(*_price(words, scenario, option, action_))
    if cost:
        prompt.tell(words("terminal.confirm.cost", cost=cost, left=left))
    why = session.check(action_)
    if why is not None:
        prompt.tell(blocked(words, scenario, why))
        return False
    weighty = option.kind not in ("end_turn", "reserve") and action_.seat == "lead"
    if weighty:
        prompt.tell(_foretold(words, session, action_))
    if not option.final:
        prompt.tell(words("terminal.confirm.undo"))
    further = weighty and session.advisor
    keys = words("terminal.keys.ahead" if further else "terminal.keys.confirm")
    while True:
        text = prompt.read(words("terminal.prompt", keys=keys))
        if text in ("", "y", "b", "n"):
            return text in ("", "y")
        if text == "w" and further:
            prompt.tell(ahead(words, session.advice(action_)))
        else:
            prompt.bad(keys)


def _price(words: Words, scenario: Scenario, option: Option, action_: Action) -> list[str]:
    """Return what the action does: a move in its author's words, others in ours."""
    if option.kind == "move":
        return paragraph(words.text(scenario.moves[scenario.index["move"][action_.args["move"]]].text))
    return paragraph(about(words, scenario, option))


def _move_cost(scenario: Scenario, action_: Action) -> int:
    """Return what a move costs on top: the scenario's moves carry their own price."""
    return scenario.moves[scenario.index["move"][action_.args["move"]]].cost if action_.kind == "move" else 0


def explained(prompt: Prompt, session: Session, option: Option) -> None:
    """Say what an option is for, and why it is blocked if it is."""
    words, scenario = prompt.words, session.scenario
    lines = [about(words, scenario, option)]
    if option.blocked is not None:
        lines.append(blocked(words, scenario, option.blocked))
    prompt.say(heading(label(words, scenario, option)), *items(lines))


def _foretold(words: Words, session: Session, action_: Action) -> str:
    """Return what an action is likely to change; without an advisor, that nobody says."""
    if not session.advisor:
        return words("advisor.off")
    lines = outlook(words, session.scenario, session.forecast(action_))
    return words("terminal.confirm.outlook", lines=words("list.actions").join(lines))
