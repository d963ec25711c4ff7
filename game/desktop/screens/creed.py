"""What a seat keeps before its eyes: its own interest and red line, its burden and how it leans; a leader's views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.column import Column
from game.desktop.faces import meter
from game.rules import View
from game.scenario.scenario import Scenario
from game.session.posture import own
from game.telling import name
from game.telling.heard import heard

if TYPE_CHECKING:
    from game.desktop.screens.seat import Seat

LAST = 4        # pieces of news shown
RECENT = 80     # moments they are looked for in


def creed(page: Seat, column: Column, id: str, seen: View, told: Scenario) -> None:
    """The sheet of a department or a leader; what it has heard in the open; nothing of any other seat's."""
    if id in told.index["peer"]:
        _peer(page, column, id, seen, told)
    elif id in told.index["leader"]:
        _leader(page, column, id, seen, told)
    _heard(page, column, id, told)


def _peer(page: Seat, column: Column, id: str, seen: View, told: Scenario) -> None:
    words, i = page.words, told.peer(id)
    peer, mine = told.peers[i], seen.peers[i]
    for key, text in (("interest", peer.interest), ("redline", peer.redline)):
        with column.card("warn" if key == "redline" else "quiet", pad=2) as card:
            card.text(page.say(f"seat.{key}"), "small", "accent")
            card.text(words.text(text))
    load = meter(column.sheet, f"load.{id}", page.say("seat.load"), mine.load, page.percent(mine.load), column.rect.w,
                 look=column.look)  # fmt: skip
    column.draw(load._replace(why=f"load.{id}"))
    trust = meter(column.sheet, f"trust.{id}", page.say("seat.trust", lead=page.seat("lead")),
                  (mine.trust * 2 + 1) * 100, name.level(words, mine.trust), column.rect.w,
                  look=column.look)  # fmt: skip
    column.draw(trust._replace(why=f"trust.{id}"))
    leaning = seen.asked[0].leaning if seen.asked[0].kind == "respond" else {}
    if leaning:
        column.space(1)
        column.text(page.say("seat.leans"), "strong")
    for work, act in own(leaning).items():
        said = words("action.respond.one", work=name.work(words, told, work), act=words(f"act.{act}"))
        column.text(f"· {said}", "small", id=f"lean.{work}", why=f"act.{id}.{work}.{act}",
                    hint=page.scores(leaning[work]))  # fmt: skip


def _leader(page: Seat, column: Column, id: str, seen: View, told: Scenario) -> None:
    words, i = page.words, told.leader(id)
    leader, mine = told.leaders[i], seen.leaders[i]
    if leader.preference:
        with column.card("quiet", pad=2) as card:
            card.text(page.say("seat.preference"), "small", "accent")
            card.text(words.text(leader.preference))
    said = name.level(words, mine.favor, "favor")
    favor = meter(column.sheet, f"favor.{id}", page.say("seat.favor", lead=page.seat("lead")),
                  (mine.favor * 2 + 1) * 100, said, column.rect.w, look=column.look)  # fmt: skip
    column.draw(favor._replace(why=f"favor.{id}"))
    for work, level in zip(told.works, mine.attention, strict=True):
        bar = meter(column.sheet, f"attention.{work.id}", words.text(work.short), level, page.percent(level),
                    column.rect.w, look=column.look)  # fmt: skip
        column.draw(bar._replace(why=f"attention.{id}.{work.id}"))


def _heard(page: Seat, column: Column, id: str, told: Scenario) -> None:
    """The latest that was said to this seat, or in the open."""
    lines = heard(page.words, told, (e for moment in page.chair.session.moments[-RECENT:] for e in moment.events), id)
    if lines:
        column.space(1)
        column.text(page.say("seat.heard"), "strong")
    for line in lines[-LAST:][::-1]:
        column.text(f"· {line}", "small", "soft")
