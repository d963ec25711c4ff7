"""A department's file: what is known, what is guessed and what is promised in three piles; and why it acts so."""

from __future__ import annotations

from game.desktop.column import Choice, Column
from game.desktop.faces import meter
from game.desktop.screens.bodies import STATES
from game.desktop.screens.errands import Consult
from game.desktop.screens.play import Play
from game.desktop.screens.wishes import Show
from game.desktop.widget import Widget
from game.rules import Reason
from game.rules.view import PeerView
from game.scenario.scenario import ACTS, Peer, Work
from game.telling import name, reason
from game.telling.dossier import deeds_seen, orderings, stands
from game.telling.package import table_name

PILE = 13       # the least ems of a pile beside others
FULL = 1000     # a term of this size fills its bar: a red line counts for far more
MOST = 3        # reasons named for an act, one less where there are many workstreams


def piles(page: Play, column: Column, seat: str) -> None:
    """Three piles side by side: known, guessed, promised."""
    i = page.chair.scenario.peer(seat)
    peer, view = page.chair.scenario.peers[i], page.chair.seen.peers[i]
    fill = column.sheet.ems(column.rect) >= 3 * PILE
    with column.row(1, 1, 1, least=PILE, gap=1.5) as (left, middle, right):
        with left.card("document", pad=1.5, fill=fill) as pile:
            _heading(page, pile, "known")
            _known(page, pile, peer, view)
        with middle.card("warn", pad=1.5, fill=fill) as pile:
            _heading(page, pile, "guessed")
            _guessed(page, pile, peer, view)
        with right.card("good", pad=1.5, fill=fill) as pile:
            _heading(page, pile, "promised")
            _promised(page, pile, peer, view)


def _heading(page: Play, pile: Column, which: str) -> None:
    pile.heading(page.say(f"people.{which}"), "strong", "accent")
    pile.text(page.say(f"people.{which}.about"), "small", "soft")
    pile.space(1)


def _known(page: Play, pile: Column, peer: Peer, view: PeerView) -> None:
    """Facts found out: wishes in the department's words, levels as a bar with a word; then what all can see."""
    for fact in ("interest", "redline"):
        known = fact in view.facts
        text = page.words.text(getattr(peer, fact)) if known else page.words("unknown")
        pile.text(page.words(f"dossier.{fact}", text=text), "body", "ink" if known else "soft", id=f"fact.{fact}",
                  hint=page.say("dossier.learnt" if known else "people.unknown"))  # fmt: skip
    levels = {"workload": peer.load if view.load is None else view.load, "blame": peer.blame,
              "capacity": peer.capacity, "entrenchment": peer.entrenchment}  # fmt: skip
    for fact, level in levels.items():
        pile.draw(_level(page, pile, peer, fact, level if fact in view.facts else None), 0.5)
    lines = [*deeds_seen(page.words, page.chair.scenario, page.chair.seen, peer.id),
             *stands(page.words, page.chair.scenario, page.chair.seen, peer.id)[1:]]  # fmt: skip
    for n, line in enumerate(line for line in lines if line != page.words("dossier.owes")):
        pile.text(line, "small", id=f"stands{n}", hint=page.say("dossier.seen"))


def _level(page: Play, pile: Column, peer: Peer, fact: str, level: int | None) -> Widget:
    """A level as a bar and a word, hatched while nobody has found it out; the number on demand."""
    word = page.words("unknown") if level is None else name.level(page.words, level // 200, "window.people.level")
    hint = page.say("people.unknown") if level is None else f"{page.percent(level)}\n{page.say('dossier.learnt')}"
    open_ = fact == "workload" and level is not None
    bar = meter(pile.sheet, f"fact.{fact}", page.say(f"people.fact.{fact}"), level, word, pile.rect.w,
                look=pile.look, hint="" if open_ else hint)  # fmt: skip
    return bar._replace(why=f"load.{peer.id}") if open_ else bar


def _guessed(page: Play, pile: Column, peer: Peer, view: PeerView) -> None:
    """What it will likely do, by act; how its concerns are ordered; and what nobody has found out yet."""
    told = any(act is not None and act >= 0 for act in view.intents)
    likely = likely_acts(page, view)
    if likely:
        pile.text(page.say("people.told" if told else "people.before"), "small", "soft")
    for act in sorted(set(likely.values())):
        works = [name.work(page.words, page.chair.scenario, id) for id, one in likely.items() if one == act]
        pile.text(page.say("people.acts", act=page.act(act), works=page.words.listed(works)))
        if causes := _causes(page, peer.id, [id for id, one in likely.items() if one == act], act):
            pile.text(page.say("people.because", what=page.words.listed(causes[:MOST - 1])), "small", "soft")
    for n, line in enumerate(orderings(page.words, page.chair.seen, peer.id)):
        pile.text(line, "small", id=f"order{n}", hint=page.say("people.sounded"))
    pile.space(1.5)
    pile.buttons(Choice("tab.reasons.open", page.say("people.why"), Show("reasons"), look="quiet"))


def likely_acts(page: Play, view: PeerView) -> dict[str, int]:
    """What it lets know it will do by workstream, else what it was last seen doing."""
    scenario = page.chair.scenario
    found = {}
    for work, intent, act in zip(scenario.works, view.intents, view.acts, strict=True):
        if scenario.peer(view.id) in work.parties and (shown := act if intent is None else intent) >= 0:
            found[work.id] = shown
    return found


def _promised(page: Play, pile: Column, peer: Peer, view: PeerView) -> None:
    """What the lead owes it, what it signed in minutes, what it owes, and where its table stands."""
    before = pile.y
    _mine(page, pile, peer)
    _signed(page, pile, view)
    if view.owes:
        pile.text(page.words("dossier.owes"), id="owes", hint=page.say("people.owes"))
    if pile.y == before:
        pile.text(page.say("people.nothing"), "small")
    _at_tables(page, pile, peer)


def _mine(page: Play, pile: Column, peer: Peer) -> None:
    scenario, seen = page.chair.scenario, page.chair.seen
    i = scenario.peer(peer.id)
    for n, promise in enumerate(scenario.promises):
        if promise.to != i or seen.promised[n] not in STATES:
            continue
        pile.text(page.say(f"people.promise.{STATES[seen.promised[n]]}", text=page.words.text(promise.text)))
        due = next((owed.due for owed in seen.owed if owed.promise == n), None)
        if due is not None:
            told = page.say("notes.due", when=page.moment(due))
            pile.text(told, "small", "soft", id=f"due{n}", hint=page.say("people.due"))


def _signed(page: Play, pile: Column, view: PeerView) -> None:
    for work, level in zip(page.chair.scenario.works, view.commit, strict=True):
        if level >= 50:
            word = page.say(f"people.signed.{'firm' if level >= 300 else 'loose'}", work=page.words.text(work.short))
            pile.text(word, id=f"commit.{work.id}",
                      hint=page.say("people.signed.about", value=page.percent(level)))  # fmt: skip


def _at_tables(page: Play, pile: Column, peer: Peer) -> None:
    """One line a table, and the way to the folder of the bargains."""
    scenario, seen = page.chair.scenario, page.chair.seen
    mine = [view for table, view in zip(scenario.tables, seen.tables, strict=True) if table.party(peer.id) >= 0]
    if not mine:
        return
    pile.space(1.5)
    for view in mine:
        state = "settled" if view.deal >= 0 else "open"
        if view.deal < 0 and any(party.seat == peer.id and party.word for party in view.parties):
            state = "word"
        told = page.say(f"people.table.{state}", table=table_name(page.words, scenario, view.id))
        pile.text(told, id=f"table.{view.id}", hint=page.say("people.table"))
    pile.buttons(Choice("bargains", page.say("people.bargains"), Consult("bargains"), look="quiet"))


def reasons(page: Play, column: Column, seat: str) -> None:
    """By workstream the likely act, and the largest known terms that push towards it and hold back from it."""
    scenario = page.chair.scenario
    i = scenario.peer(seat)
    view = page.chair.seen.peers[i]
    likely = likely_acts(page, view)
    column.text(page.say("people.reasons.about"), "small", "soft")
    works = [work for work in scenario.works if i in work.parties]
    found = {work.id: _terms(page, seat, work.id, likely[work.id]) for work in works if work.id in likely}
    most = max((min(FULL, abs(term.value)) for terms in found.values() for term in terms), default=1)
    for n in range(0, len(works), 2):
        with column.row(1, 1, least=14, gap=1.5) as cells:
            for cell, work in zip(cells, works[n:n + 2], strict=False):
                with cell.card("document", pad=1.5) as card:
                    _title(page, card, view, work, likely.get(work.id))
                    if work.id in found:
                        _reasons(page, card, f"{seat}.{work.id}", likely[work.id], found[work.id], most)


def _terms(page: Play, seat: str, work: str, act: int) -> list[Reason]:
    """The terms of an act that the lead knows, the largest first; of clear and unclear duties only the weightier."""
    terms = page.chair.explain(f"act.{seat}.{work}.{ACTS[act]}").terms
    known = [term for term in terms if term.band is None and term.value and term.name != "rounding"]
    known.sort(key=lambda term: -abs(term.value))
    duties = [term for term in known if term.name in ("duty", "fog")]
    return [term for term in known if term not in duties[1:]]


def _causes(page: Play, seat: str, works: list[str], act: int) -> list[str]:
    """The weightiest known cause of an act in each of some workstreams, in words."""
    terms = [next((term for term in _terms(page, seat, work, act) if term.value > 0), None) for work in works]
    return list(dict.fromkeys(reason.cause(page.words, term.name, ACTS[act]) for term in terms if term is not None))


def _title(page: Play, card: Column, view: PeerView, work: Work, act: int | None) -> None:
    """The workstream and the act: as it is meant this turn, or as it was last time."""
    shown = page.act(act)
    if act is not None and view.intents[page.chair.scenario.work(work.id)] is None:
        shown = page.say("seat.before", act=shown)
    why = f"act.{view.id}.{work.id}.{ACTS[act]}" if act is not None else None
    card.text(page.say("people.on", work=page.words.text(work.short), act=shown), "strong", id=f"act.{work.id}",
              why=why, hint="" if why else page.say("people.blank"))  # fmt: skip


def _reasons(page: Play, card: Column, on: str, act: int, terms: list[Reason], most: int) -> None:
    """What is for an act and what is against it, beside each other; the numbers come on demand."""
    words, why = page.words, f"act.{on}.{ACTS[act]}"
    push = [(reason.cause(words, term.name, ACTS[act]), term.value) for term in terms if term.value > 0]
    hold = [(reason.term(words, page.chair.scenario, term.name), -term.value) for term in terms if term.value < 0]
    named = MOST if len(page.chair.scenario.works) < 3 else MOST - 1
    with card.row(1, 1, least=8, gap=2) as cells:
        for cell, key, found in zip(cells, ("push", "hold"), (push[:named], hold[:named]), strict=True):
            cell.text(page.say(f"people.{key}" if found else f"people.{key}.none"), "small", "soft")
            for n, (text, size) in enumerate(found):
                bar = meter(cell.sheet, f"{key}.{on}.{n}", text, min(1000, size * 1000 // most), "", cell.rect.w,
                            look=cell.look)  # fmt: skip
                cell.draw(bar._replace(why=why), 0.5)
