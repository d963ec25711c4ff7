"""The files of seats that are neither department nor leader: the office, discipline oversight, one's own bureau."""

from dataclasses import replace

from game.desktop.column import Choice, Column
from game.desktop.faces import meter
from game.desktop.screens.frame import pips
from game.desktop.screens.history import history
from game.desktop.screens.play import Play
from game.desktop.screens.wishes import Consult
from game.telling import name


def office(page: Play, column: Column, seat: str) -> None:
    """What the government office does, the papers that went through it, and what it has done."""
    column.text(page.say("dossier.office"))
    column.space(1.5)
    with column.row(2, 3, least=14, gap=3) as (left, right):
        left.heading(page.say("people.papers"), "strong", "accent")
        for n, paper in enumerate(reversed(page.chair.seen.papers)):
            kind = page.say(f"people.paper.{paper.kind}")
            on = name.work(page.words, page.chair.scenario, page.chair.scenario.works[paper.work].id)
            signer = page.say("people.signer", who=page.seat(paper.signer)) if paper.signer else ""
            left.text(page.say("people.paper", kind=kind, work=on if paper.work >= 0 else "", signer=signer), "small",
                      id=f"paper{n}", hint=page.say("day", day=paper.day))  # fmt: skip
        if not page.chair.seen.papers:
            left.text(page.say("people.papers.none"), "small", "soft")
        right.heading(page.say("people.dealings"), "strong", "accent")
        history(page, right, seat)


def oversight(page: Play, column: Column, _seat: str = "discipline") -> None:
    """Discipline oversight: its stock of credibility, the uses left, and how far each workstream is its business."""
    chair = page.chair
    left = max(0, chair.scenario.discipline_capacity - chair.seen.uses)
    with column.row(1, 1, least=16, gap=3) as (one, other):
        one.text(page.say("people.uses", pips=pips(left, chair.scenario.discipline_capacity)), "strong",
                 id="uses", hint=page.say("dossier.discipline", left=left))  # fmt: skip
        bar = meter(column.sheet, "credibility", page.say("dossier.credibility"), chair.seen.credibility,
                    page.percent(chair.seen.credibility), one.rect.w)  # fmt: skip
        one.draw(replace(bar, why="credibility"))
        queue = name.level(page.words, chair.seen.queue // 200, "window.people.queue")
        one.text(queue, "small", "soft", id="queue", why="queue")
        other.text(page.say("people.fit"), "small", "soft")
        for work in chair.scenario.works:
            word = name.level(page.words, work.fit // 200, "window.people.fit")
            bar = meter(column.sheet, f"fit.{work.id}", page.words.text(work.short), work.fit, word, other.rect.w)
            other.draw(replace(bar, why=f"oversight.interview.{work.id}"), 0.5)
    if page.name == "dossier":
        column.buttons(Choice("pressure", page.say("people.pressure"), Consult("pressure"), look="quiet"))


def own(page: Play, column: Column, _seat: str) -> None:
    """One's own bureau: the reserve kept for it, its backlog, and the word it has given."""
    seen, scenario = page.chair.seen, page.chair.scenario
    column.text(page.say("dossier.own", reserve=seen.reserve))
    column.space(1.5)
    with column.row(1, 1, least=12, gap=3) as (left, right):
        for id, level in (("backlog", seen.backlog), ("mandate", seen.mandate)):
            title = page.say("dossier.backlog") if id == "backlog" else page.say("mandate")
            bar = meter(column.sheet, id, title, level, page.percent(level), left.rect.w)
            left.draw(replace(bar, why=id))
        right.heading(page.say("people.owed"), "strong", "accent")
        for n, owed in enumerate(seen.owed):
            promise = scenario.promises[owed.promise]
            who = page.seat(scenario.peers[promise.to].id)
            right.text(page.say("people.owed.one", who=who, text=page.words.text(promise.text)), "small")
            right.text(page.say("notes.due", day=owed.due), "small", "soft", id=f"due{n}", hint=page.say("people.due"))
        if not seen.owed:
            right.text(page.say("people.owed.none"), "small")
