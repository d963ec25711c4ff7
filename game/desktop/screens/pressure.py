"""The folder of pressure: the ladder as a staircase, what was tried, what the next step would need, and the doors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.column import Choice, Column
from game.desktop.faces import Stair, StepState, stairs
from game.desktop.geometry import Rect
from game.desktop.screens.bodies import oversight
from game.desktop.screens.deeds import card
from game.desktop.screens.frame import pips
from game.desktop.screens.play import Play
from game.desktop.screens.wishes import Pick
from game.desktop.widget import Widget
from game.rules import Blocked
from game.rules.discipline import CASE_EVIDENCE
from game.rules.personnel import decider
from game.scenario.names import RUNGS
from game.telling import offer
from game.telling.dealings import pressed
from game.telling.story import story

if TYPE_CHECKING:
    from game.desktop.screens.files import Files
    from game.desktop.sheet import Sheet

ON_ALL = ("bulletin", "inspect", "escalate")
"""The deeds that press on more than one department."""
OVERSIGHT_SHUT = ("oversight_none", "oversight_full")
"""Why no rung of oversight's is open to anybody."""
TRIED = 4       # times pressed that are told


def pressure(page: Files, sheet: Sheet, area: Rect) -> None:
    """Targets as tabs; the staircase with everybody on it; for the chosen one what was tried and what comes next."""
    peers = page.chair.scenario.peers
    target = page.picked or max(page.chair.seen.peers, key=lambda peer: peer.rung).id
    with sheet.scroll("pressure", area, "felt") as column:
        column.tabs(*(Choice(f"target.{peer.id}", page.words.text(peer.short), Pick(peer.id),
                             selected=peer.id == target) for peer in peers))  # fmt: skip
        with column.card("paper", pad=1.5) as inside:
            inside.draw(_staircase(page, inside, target))
        with column.row(1, 1, 1, least=12, gap=1.5) as (left, middle, right):
            with left.card("paper", pad=1.5) as inside:
                _next(page, inside, target)
            with middle.card("paper", pad=1.5) as inside:
                inside.heading(page.say("people.everybody"), "strong", "accent")
                inside.text(page.say("energy", pips=pips(*page.chair.energy)), "small", "soft")
                for kind in ON_ALL:
                    _door(page, inside, kind)
            with right.card("paper", pad=1.5) as inside:
                inside.heading(page.seat("discipline"), "strong", "accent")
                oversight(page, inside)


def _staircase(page: Play, column: Column, target: str) -> Widget:
    seen, words = page.chair.seen, page.words
    at = next(peer.rung for peer in seen.peers if peer.id == target)
    steps = []
    for n, rung in enumerate(RUNGS):
        state: StepState = "past" if n < at else "here" if n == at else "shut" if lacking(page, target, n) else "open"
        names = tuple(page.seat(peer.id) for peer in seen.peers if peer.rung == n)
        remark = page.say(f"people.step.{state}") if n or n == at else ""
        steps.append(Stair(words(f"rung.{rung}"), remark, names, state))
    value = page.say("people.ladder.value", who=page.seat(target), rung=words(f"rung.{RUNGS[at]}"))
    return stairs(column.sheet, "ladder", page.say("people.ladder"), steps, column.rect.w, picked=page.seat(target),
                  value=value, hint=page.say("people.ladder.about"))


def lacking(page: Play, target: str, rung: int) -> str:
    """What stands in the way of a step against a target, whatever it costs; "" if it can be asked for."""
    step = RUNGS[rung]
    option = page.chair.option("personnel" if step == "change" else "discipline")
    if option is None:
        return page.say("people.lacking.waiting")
    if step == "change":
        shut = option.fields[0].closed.get(target)
        return offer.blocked(page.words, page.chair.scenario, shut) if shut else ""
    if option.blocked is not None and option.blocked.code in OVERSIGHT_SHUT:
        return offer.blocked(page.words, page.chair.scenario, option.blocked)
    field = next(field for field in option.fields if field.name == "step")
    if step in field.choices and step in field.allowed[target]:
        return ""
    return page.say(f"people.lacking.{step}", needed=CASE_EVIDENCE // 10)


def _next(page: Play, column: Column, target: str) -> None:
    """What was tried with the target, what the next step is and needs, and the deeds that press."""
    words, scenario = page.words, page.chair.scenario
    rung = next(peer.rung for peer in page.chair.seen.peers if peer.id == target)
    column.heading(page.seat(target), "strong", "accent")
    tried = pressed(scenario, page.chair.heard, target)[:TRIED]
    column.text(page.say("people.tried" if tried else "people.untried"), "small", "soft")
    for n, (turn, event) in enumerate(tried):
        line = page.say("people.tried.one", turn=turn, what=story(words, scenario, event))
        column.text(line, "small", id=f"tried{n}", hint=page.say("notes.turn", turn=turn))
    if rung + 1 < len(RUNGS):
        column.space(1.5)
        column.text(page.say("people.next", step=words(f"rung.{RUNGS[rung + 1]}")), "strong")
        who = page.seat(scenario.leaders[decider(scenario)].id if RUNGS[rung + 1] == "change" else "discipline")
        column.text(page.say("people.decides", who=who), "small")
        if needs := lacking(page, target, rung + 1):
            column.text(needs, "small", id="lacking", hint=page.say("people.ladder.about"))
    step = 0 < rung + 1 < len(RUNGS) - 1 and not lacking(page, target, rung + 1)
    _door(page, column, "discipline", ("target", target), *([("step", RUNGS[rung + 1])] if step else []))
    heads = page.chair.option("personnel")
    shut = heads.fields[0].closed.get(target) if heads is not None else None
    _door(page, column, "personnel", ("target", target), blocked=shut)


def _door(page: Play, column: Column, kind: str, *args: tuple[str, str | int], blocked: Blocked | None = None) -> None:
    """A deed that presses, and who decides on it; one that cannot be done now says why."""
    option = page.chair.option(kind)
    if option is not None:
        made = card(page, option.but(option.fields, blocked or option.blocked), args, "")
        column.item(made._replace(detail=made.detail or page.say(f"people.by.{kind}")))
