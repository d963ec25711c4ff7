"""What happened, in words: one small function an event kind, found by table. Knows no screen."""

from collections.abc import Callable, Mapping
from typing import Any

from game.rules import Event
from game.scenario.scenario import Scenario
from game.telling import bargained, found, standing
from game.telling.clock import moment, span
from game.telling.name import date, seat, work
from game.telling.number import amount, points, scaled, signed
from game.telling.reason import cause
from game.telling.words import Words

Data = Mapping[str, Any]
Teller = Callable[[Words, Scenario, Data], str]


def story(words: Words, scenario: Scenario, event: Event, seat: str = "lead") -> str:
    """Return an event, as it is told to a seat, in a sentence or a few; "" for one that needs no words or is unknown.

    A seat that was called on is told what it said itself, not what the lead found out.
    """
    tellers = found.CALLED_ON if event.data.get("target") == seat and event.kind in found.CALLED_ON else TELLERS
    teller = tellers.get(event.kind)
    return teller(words, scenario, event.data) if teller is not None else ""


def voice(words: Words, scenario: Scenario, peer: str, tone: str) -> str:
    """Return what a peer says in a tone: one of the five acts, "refuse" or "greet"; "" if it says nothing."""
    spoken = scenario.peers[scenario.peer(peer)].voice.get(tone)
    return words.text(spoken) if spoken is not None else ""


def because(words: Words, name: str, act: str = "") -> str:
    """Return a cause in brackets, as an aside; "" if none is known."""
    return words("because", cause=cause(words, name, act)) if name else ""


def _turn(words: Words, scenario: Scenario, data: Data) -> str:
    return words("event.turn", date=date(words, scenario, data["day"], data["turn"]))


def _act(words: Words, scenario: Scenario, data: Data) -> str:
    """The act, why as far as known, and what was said."""
    act = data["act"]
    aside = because(words, data["because"], act)
    told = words(f"event.act.{act}", who=seat(words, scenario, data["peer"]), work=work(words, scenario, data["work"]),
                 because=f" {aside}" if aside and words.lang == "en" else aside)  # fmt: skip
    spoken = voice(words, scenario, data["peer"], act)
    return words.sentences(told, words("quote", text=spoken) if spoken else "")


def _true_act(words: Words, scenario: Scenario, data: Data) -> str:
    return words("event.true_act", who=seat(words, scenario, data["peer"]), work=work(words, scenario, data["work"]))


def _ledger(words: Words, scenario: Scenario, data: Data) -> str:
    """What is reported now beside what stood on the table as the turn began."""
    now, before = points(data["reported"]), points(data["reported"] - data["gained"])
    moved = "flat" if now == before else "moved"
    return words(f"event.ledger.{moved}", work=work(words, scenario, data["work"]), reported=now, before=before)


def _true_ledger(words: Words, scenario: Scenario, data: Data) -> str:
    return words("event.true_ledger", work=work(words, scenario, data["work"]), real=points(data["real"]),
                 gained=signed(data["gained"]))  # fmt: skip


def _public(words: Words, scenario: Scenario, data: Data) -> str:
    """The value beside that of the turn's beginning; nothing if they read the same."""
    measure = scenario.measures[scenario.index["public"][data["measure"]]]
    now, before = amount(words, measure, data["value"]), scaled(data["value"] - data["change"], measure.decimals)
    if before == scaled(data["value"], measure.decimals):
        return ""
    return words("event.public", measure=words.text(measure.name), value=now, before=before)


def _backlog(words: Words, scenario: Scenario, data: Data) -> str:
    leader = words.text(scenario.leaders[scenario.in_charge].name)
    return words("event.backlog", level=points(data["level"]), leader=leader)


def _end(words: Words, scenario: Scenario, data: Data) -> str:
    title = words.text(scenario.endings[scenario.index["ending"][data["ending"]]].title)
    return words("event.end", ending=title, mark=points(data["mark"]))


def _discipline(words: Words, scenario: Scenario, data: Data) -> str:
    names = {"who": seat(words, scenario, data["target"]), "work": work(words, scenario, data["work"])}
    if not data["granted"]:
        aside = because(words, data["because"])
        return words("event.discipline.declined", because=f" {aside}" if words.lang == "en" else aside, **names)
    off = words("event.discipline.off") if data.get("suited", 100) < standing.OFF_MANDATE else ""
    return words.sentences(words(f"event.discipline.granted.{data['step']}", **names), off)


def _data(words: Words, scenario: Scenario, data: Data) -> str:
    no = voice(words, scenario, data["peer"], "refuse")
    who, about = seat(words, scenario, data["peer"]), work(words, scenario, data["work"])
    told = words(f"event.data.{data['give']}", who=who, work=about, voice=no)
    shown = any(data["work"] in [scenario.works[w].id for w in t.works] and t.party(data["peer"]) >= 0
                for t in scenario.tables)  # fmt: skip
    return words.sentences(told, words("event.data.points") if shown and data["give"] == "full" else "")


def _fixed(words: Words, scenario: Scenario, data: Data) -> str:
    return words("event.fixed", who=seat(words, scenario, data["who"]), what=words(f"value.what.{data['what']}"),
                 value=data["value"])  # fmt: skip


def _attend(words: Words, scenario: Scenario, data: Data) -> str:
    attend = words(f"event.attend.{data['send']}", who=seat(words, scenario, data["peer"]))
    return words("event.attend.word", attend=attend, word=words(f"value.word.{data['word']}"))


_STRENGTH = ("joint", "support", "respective")


def _consult(words: Words, scenario: Scenario, data: Data) -> str:
    """What came of the meeting, and the leader's sentence if one was minuted."""
    works = words.listed([work(words, scenario, w) for w in data["works"]])
    if data["hollow"]:
        why = words("event.consult.many" if len(data["works"]) > 2 else "event.consult.nobody")
        told = words("event.consult.hollow", works=works, why=f" {why}" if words.lang == "en" else why)
    else:
        weakest = max((answer[2] for answer in data["answers"]), key=_STRENGTH.index)
        told = words("event.consult.good", works=works, wording=words(f"value.wording.{weakest}"))
    leader = words("event.consult.chair", leader=seat(words, scenario, data["chair"])) if data["chair"] else ""
    return words.sentences(told, leader)


def _inspect(words: Words, scenario: Scenario, data: Data) -> str:
    way = data["way"] if data["way"] == "quiet" or data["reported"] or data["found"] else "joint.nothing"
    told = words(f"event.inspect.{way}", work=work(words, scenario, data["work"]),
                 reported=points(data["reported"]), found=points(data["found"]))  # fmt: skip
    names = words.listed([seat(words, scenario, p) for p in data["caught"]])
    return words.sentences(told, words("event.inspect.caught", who=names) if names else "")


def _move(words: Words, scenario: Scenario, data: Data) -> str:
    return words("event.move", reply=words.text(scenario.moves[scenario.index["move"][data["move"]]].reply))


def _promised(words: Words, scenario: Scenario, data: Data) -> str:
    promise = scenario.promises[scenario.index["promise"][data["promise"]]]
    who = words.text(scenario.peers[promise.to].short)
    return words("event.promised", who=who, text=words.text(promise.text), due=span(words, scenario.clock, promise.due))


def _promise(words: Words, scenario: Scenario, data: Data) -> str:
    promise = scenario.promises[scenario.index["promise"][data["promise"]]]
    who = words.text(scenario.peers[promise.to].short)
    return words(f"event.promise.{'kept' if data['kept'] else 'broken'}", who=who, text=words.text(promise.text))


def _duties(words: Words, scenario: Scenario, data: Data) -> str:
    who = seat(words, scenario, data["owner"])
    how = "signed" if data["signer"] else "unsigned"
    told = words(f"event.duties.{how}", who=who, work=work(words, scenario, data["work"]),
                 leader=seat(words, scenario, data["signer"]))  # fmt: skip
    taken = "event.duties.consulted" if data["consulted"] else "event.duties.unasked"
    return words.sentences(told, words(taken, who=who))


def _bulletin(words: Words, scenario: Scenario, data: Data) -> str:
    names = words.listed([seat(words, scenario, p) for p in data["named"]])
    return words(f"event.bulletin.{data['tone']}", reach=words(f"value.reach.{data['reach']}"), who=names)


def _sign(words: Words, scenario: Scenario, data: Data) -> str:
    how = "granted" if data["granted"] else "declined"
    return words(f"event.sign.{data['paper']}.{how}", who=seat(words, scenario, data["seat"]))


def _inject(words: Words, scenario: Scenario, data: Data) -> str:
    inject = scenario.injects[scenario.index["inject"][data["inject"]]]
    return words("event.inject", title=words.text(inject.title), text=words.text(inject.text))


def _expected(words: Words, scenario: Scenario, data: Data) -> str:
    expected = scenario.expectations[scenario.index["expect"][data["expect"]]]
    how = "met" if data["met"] else "unmet"
    return words(f"event.expected.{how}", when=moment(words, scenario.clock, expected.by),
                 text=words.text(expected.text))  # fmt: skip


def _choice(words: Words, scenario: Scenario, data: Data) -> str:
    inject = scenario.injects[scenario.index["inject"][data["inject"]]]
    chosen = next(c for c in inject.choices if c.id == data["choice"])
    return words("event.choice", reply=words.text(chosen.reply))


def _report(words: Words, scenario: Scenario, data: Data) -> str:
    """How it was taken, and what the leader let slip."""
    leader = seat(words, scenario, data["leader"])
    won = words("event.report.won", won=signed(data["won"])) if data["won"] > 0 else words("event.report.unmoved")
    told = words(f"event.report.{data['tone']}", leader=leader, work=work(words, scenario, data["work"]), won=won)
    wish = words.text(scenario.leaders[scenario.leader(data["leader"])].preference) if data["preference"] else ""
    return words.sentences(told, words("event.report.preference", leader=leader, preference=wish) if wish else "")


def _granted(words: Words, scenario: Scenario, data: Data, kind: str) -> str:
    how = "granted" if data["granted"] else "declined"
    rank = words(f"value.rank.{data['rank']}") if "rank" in data else ""
    return words(f"event.{kind}.{how}", leader=seat(words, scenario, data["leader"]), rank=rank)


def _improvised(words: Words, _scenario: Scenario, data: Data) -> str:
    """What the trainer wrote; where it puts a choice, its title only: the question tells the rest."""
    told = words("event.improvised", title=data["title"])
    return told if data["asks"] else words.sentences(told, data["text"])


TELLERS: dict[str, Teller] = {
    "turn": _turn,
    "planned": lambda words, *_: words("event.planned"),
    "act": _act,
    "true_act": _true_act,
    "ledger": _ledger,
    "true_ledger": _true_ledger,
    "public": _public,
    "paper_group": lambda words, *_: words("event.paper_group"),
    "backlog": _backlog,
    "end": _end,
    "discipline": _discipline,
    "data": _data,
    "fixed": _fixed,
    "skipped": lambda words, scenario, data: words("event.skipped", who=seat(words, scenario, data["seat"])),
    "improvised": _improvised,
    "improvised_choice": lambda words, _, data: words("event.improvised_choice", **data),
    "attend": _attend,
    "consult": _consult,
    "inspect": _inspect,
    "support": lambda words, _, data: words(f"event.support.{data['way']}"),
    "reserve": lambda words, _, data: words("event.reserve", level=data["level"]),
    "move": _move,
    "promised": _promised,
    "promise": _promise,
    "duties": _duties,
    "bulletin": _bulletin,
    "sign": _sign,
    "inject": _inject,
    "choice": _choice,
    "expected": _expected,
    "report": _report,
    "chair": lambda words, scenario, data: _granted(words, scenario, data, "chair"),
    "group": lambda words, scenario, data: _granted(words, scenario, data, "group"),
    "dissolve": lambda words, _, data: words(f"event.dissolve.{data['way']}"),
    **found.TELLERS,
    **bargained.TELLERS,
    **standing.TELLERS,
}
"""How each kind of event is told."""

SILENT = frozenset({"cause"})
"""Kinds that need no words of their own: a cause is told with the act it belongs to."""
