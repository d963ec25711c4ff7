"""The folder of the leaders: where the attention of each goes, what they hold, and by what route one reaches whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.column import Choice, Column
from game.desktop.faces import numeral, stack
from game.desktop.geometry import Rect
from game.desktop.screens.deeds import verbs
from game.desktop.screens.errands import Meet
from game.desktop.screens.history import history
from game.desktop.screens.play import Play
from game.desktop.theme import StyleName
from game.rules.bargaining.ruling import rulers
from game.scenario.scenario import Leader
from game.telling import name
from game.telling.number import points
from game.telling.package import table_name

if TYPE_CHECKING:
    from game.desktop.screens.files import Files
    from game.desktop.sheet import Sheet

OFFERED = 2     # deeds offered with a leader beside the way to the file


def leaders(page: Files, sheet: Sheet, area: Rect) -> None:
    """A card a leader, two in a row."""
    everybody = page.chair.scenario.leaders
    across = min(2, len(everybody))
    with sheet.scroll("leaders", area, "felt") as column:
        for n in range(0, len(everybody), 2):
            with column.row(*[1] * across, least=17, gap=2) as cells:
                for cell, leader in zip(cells, everybody[n:n + 2], strict=False):
                    with cell.card("paper", pad=1.5) as inside:
                        _summary(page, inside, leader)


def _summary(page: Play, column: Column, leader: Leader) -> None:
    """A leader at a glance, and the doors."""
    with column.row(1, 1, least=7, gap=1) as (left, right):
        left.heading(page.words.text(leader.name), "strong")
        _favor(page, right, leader.id)
    column.text(name.full(page.words, page.chair.scenario, leader.id), "small", "soft")
    _attention(page, column, leader)
    _agenda(page, column, leader)
    _lines(page, column, leader, "small")
    _doors(page, column, leader.id)


def _doors(page: Play, column: Column, id: str) -> None:
    """The way to the file, and the first deeds with this leader."""
    deeds = [Choice(f"{verb.id}.{id}", f"{verb.text} {verb.side}", verb.action, enabled=verb.enabled, why=verb.why,
                    hint=verb.hint) for verb in verbs(page, id)[:OFFERED]]  # fmt: skip
    column.buttons(*deeds, Choice(f"meet.{id}", page.say("people.meet"), Meet(id), look="quiet"))


def card(page: Play, column: Column, id: str) -> None:
    """One leader: two shared bars (attention, agenda); beside them what is known in words; below, the dealings."""
    leader = page.chair.scenario.leaders[page.chair.scenario.leader(id)]
    with column.row(3, 2, least=16, gap=3) as (left, right):
        _attention(page, left, leader)
        left.space(2)
        _agenda(page, left, leader)
        if leader.greet:
            right.text(page.say("quoted", line=page.words.text(leader.greet)))
        _favor(page, right, id)
        _lines(page, right, leader, "body")
    column.space(2)
    column.heading(page.say("people.dealings"), "strong", "accent")
    history(page, column, id)


def _favor(page: Play, column: Column, id: str) -> None:
    band = page.chair.seen.leaders[page.chair.scenario.leader(id)].favor
    column.text(page.say("people.favor", word=name.level(page.words, band, "favor")), id=f"favor.{id}",
                why=f"favor.{id}")  # fmt: skip


def _lines(page: Play, column: Column, leader: Leader, style: StyleName) -> None:
    for n, (line, hint) in enumerate(_known(page, page.chair.scenario.leader(leader.id))):
        column.text(line, style, id=f"known.{leader.id}.{n}", hint=hint)


def _attention(page: Play, column: Column, leader: Leader) -> None:
    """What share of the budget each workstream has; what is left is for other things."""
    view = page.chair.seen.leaders[page.chair.scenario.leader(leader.id)]
    whole = max(leader.budget, sum(view.attention), 1)
    bar = stack(column.sheet, f"attention.{leader.id}", page.say("people.attention"),
                [level * 1000 // whole for level in view.attention],
                page.say("people.attention.value", level=points(sum(view.attention)), whole=points(whole)),
                column.rect.w, look=column.look, hint=page.say("people.attention.about", whole=points(whole)))
    column.draw(bar, 0.5)
    works = page.chair.scenario.works
    told = [(f"attention.{leader.id}.{work.id}",
             page.say("people.attention.one", n=numeral(k), work=page.words.text(work.short),
                      word=name.heat(page.words, level), value=page.percent(level)))
            for k, (work, level) in enumerate(zip(works, view.attention, strict=True))]  # fmt: skip
    with column.row(1, 1, least=7, gap=1) as cells:
        for k, (why, line) in enumerate(told):
            cells[k % 2].text(line, "small", id=why, why=why)


def _agenda(page: Play, column: Column, leader: Leader) -> None:
    """What else the leader has publicly made their business, and how far the task serves it."""
    view = page.chair.seen.leaders[page.chair.scenario.leader(leader.id)]
    topics, hint = leader.agenda, page.say("dossier.agenda.open")
    word = name.level(page.words, view.aligned // 200, "window.people.aligned")
    bar = stack(column.sheet, f"agenda.{leader.id}", page.say("dossier.agenda"), [weight for _, weight in topics],
                word, column.rect.w, look=column.look, why=f"aligned.{leader.id}")  # fmt: skip
    column.draw(bar, 0.5)
    with column.row(1, 1, least=7, gap=1) as cells:
        for n, (topic, weight) in enumerate(topics):
            told = page.say("people.topic", n=numeral(n), topic=page.words.text(topic), value=page.percent(weight))
            cells[n % 2].text(told, "small", id=f"topic.{leader.id}.{n}", hint=hint)


def _known(page: Play, i: int) -> list[tuple[str, str]]:
    """Lines on a leader, each with a hint: whom they are over and the route, what they hold, what they let slip."""
    words, scenario, seen = page.words, page.chair.scenario, page.chair.seen
    leader, view = scenario.leaders[i], seen.leaders[i]
    mine = [words.text(peer.short) for peer in scenario.peers if peer.under == i]
    found = []
    if mine:
        found.append((page.say("dossier.over", who=words.listed(mine)), page.say("people.over.about")))
    route = "own" if i == scenario.in_charge else "principal" if leader.principal else "other"
    own = page.seat(scenario.leaders[scenario.in_charge].id)
    found.append((page.say(f"people.route.{route}", own=own), page.say("people.over.about")))
    held = _holds(page, i)
    if held:
        found.append((page.say("people.holds", what=words.listed(held)), page.say("people.holds.about")))
    if view.chairs:
        found.append((page.say("people.chairs", count=view.chairs), page.say("people.chairs.about")))
    if f"{leader.id}.preference" in seen.known:
        patience = name.level(words, leader.patience // 200, "window.people.patience")
        told = page.say("people.taste", what=words.text(leader.preference), patience=patience)
        found.append((told, page.say("people.patience.about", value=page.percent(leader.patience))))
    else:
        found.append((page.say("people.preference.unknown"), page.say("people.preference.how")))
    return found


def _holds(page: Play, i: int) -> list[str]:
    """The leading group, the next meeting and the tables a leader has a hand in."""
    scenario, seen = page.chair.scenario, page.chair.seen
    leader = scenario.leaders[i]
    found = []
    if seen.group is not None and seen.group.chair == i:
        found.append(page.say("people.holds.group"))
    if seen.chair == leader.id:
        found.append(page.say("people.holds.meeting"))
    for t, table in enumerate(scenario.tables):
        title = table_name(page.words, scenario, table.id)
        if table.party(leader.id) >= 0:
            found.append(page.say("people.holds.seat", table=title))
        elif i in rulers(scenario, t):
            found.append(page.say("people.holds.ruling", table=title))
    return found
