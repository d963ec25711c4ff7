"""The files of seats that are neither department nor leader: the office, discipline oversight, one's own bureau."""


from game.desktop.column import Choice, Column
from game.desktop.faces import meter
from game.desktop.screens.errands import Consult
from game.desktop.screens.frame import pips
from game.desktop.screens.history import history
from game.desktop.screens.play import Play
from game.rules.promise import BROKEN, KEPT, OPEN
from game.telling import name
from game.telling.dealings import turns
from game.telling.story import story

STATES = {OPEN: "open", KEPT: "kept", BROKEN: "broken"}
"""How a promise given stands."""
CALLED = ("discipline", "stick")
"""The kinds of event in which discipline oversight was asked for."""


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
                      id=f"paper{n}", hint=page.moment(paper.day, "head"))  # fmt: skip
        if not page.chair.seen.papers:
            left.text(page.say("people.papers.none"), "small", "soft")
        right.heading(page.say("people.dealings"), "strong", "accent")
        history(page, right, seat)


def uses(page: Play) -> tuple[str, str]:
    """How often oversight can still be asked, in short and as a sentence: or that it has no part, or none any more."""
    capacity = page.chair.scenario.discipline_capacity
    left = max(0, capacity - page.chair.seen.uses)
    if left:
        return page.say("seat.uses", left=left), page.say("dossier.discipline", left=left)
    if capacity:
        return page.say("seat.uses.over"), page.words("blocked.oversight_full", capacity=capacity)
    return page.say("seat.uses.none"), page.words("blocked.oversight_none")


def oversight(page: Play, column: Column) -> None:
    """Discipline oversight: its stock of credibility, the uses left, and how far each workstream is its business."""
    chair = page.chair
    capacity = chair.scenario.discipline_capacity
    short, told = uses(page)
    with column.row(1, 1, least=16, gap=3) as (one, other):
        left = page.say("people.uses", pips=pips(max(0, capacity - chair.seen.uses), capacity)) if capacity else short
        one.text(left, "strong", id="uses", hint=told)
        bar = meter(column.sheet, "credibility", page.say("dossier.credibility"), chair.seen.credibility,
                    page.percent(chair.seen.credibility), one.rect.w)  # fmt: skip
        one.draw(bar._replace(why="credibility"))
        queue = name.level(page.words, chair.seen.queue // 200, "window.people.queue")
        one.text(queue, "small", "soft", id="queue", why="queue")
        other.text(page.say("people.fit"), "small", "soft")
        for work in chair.scenario.works:
            word = name.level(page.words, work.fit // 200, "window.people.fit")
            bar = meter(column.sheet, f"fit.{work.id}", page.words.text(work.short), work.fit, word, other.rect.w)
            other.draw(bar._replace(why=f"oversight.interview.{work.id}"), 0.5)


def discipline(page: Play, column: Column, _seat: str) -> None:
    """What discipline oversight is for, how it stands, and when it was asked."""
    column.text(uses(page)[1])
    column.space(2)
    oversight(page, column)
    column.buttons(Choice("pressure", page.say("people.pressure"), Consult("pressure"), look="quiet"))
    column.space(2)
    column.heading(page.say("people.asked"), "strong", "accent")
    asked = [one for one in turns(page.chair.heard) if any(event.kind in CALLED for event in one[1])]
    for turn, events in reversed(asked):
        for n, event in enumerate(event for event in events if event.kind in CALLED):
            told = story(page.words, page.chair.scenario, event)
            column.text(page.say("people.tried.one", turn=turn, what=told), "small", id=f"asked{turn}.{n}",
                        hint=page.say("notes.turn", turn=turn))  # fmt: skip
    if not asked:
        column.text(page.say("people.asked.none"), "small")


def own(page: Play, column: Column, _seat: str) -> None:
    """One's own bureau: the reserve kept for it, its backlog, and the word it has given."""
    seen, scenario = page.chair.seen, page.chair.scenario
    column.text(page.say("dossier.own", reserve=seen.reserve))
    column.space(1.5)
    with column.row(1, 1, least=12, gap=3) as (left, right):
        for id, level in (("backlog", seen.backlog), ("mandate", seen.mandate)):
            title = page.say("dossier.backlog") if id == "backlog" else page.say("mandate")
            bar = meter(column.sheet, id, title, level, page.percent(level), left.rect.w)
            left.draw(bar._replace(why=id))
        right.heading(page.say("people.owed"), "strong", "accent")
        given = [n for n, state in enumerate(seen.promised) if state in STATES]
        for n in given:
            promise = scenario.promises[n]
            right.text(page.say("people.owed.one", who=page.seat(scenario.peers[promise.to].id),
                                text=page.words.text(promise.text)))  # fmt: skip
            due = next((owed.due for owed in seen.owed if owed.promise == n), None)
            state = page.say(f"people.owed.{STATES[seen.promised[n]]}")
            told = state if due is None else page.say("notes.due", when=page.moment(due))
            right.text(told, "small", "soft", id=f"due{n}",
                       hint=page.say("people.due"))  # fmt: skip
        if not given:
            right.text(page.say("people.owed.none"), "small")
