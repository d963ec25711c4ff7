"""What happened at a bargaining table, in words: offers, talks, rulings, deals, callers with a condition."""

from collections.abc import Mapping
from typing import Any

from game.rules.bargaining.talk import TOO_MANY_ISSUES
from game.scenario.scenario import Scenario
from game.telling.name import seat
from game.telling.package import package, table_name, table_of, thing
from game.telling.words import Words

Data = Mapping[str, Any]


def offer(words: Words, scenario: Scenario, data: Data) -> str:
    """A party's reply: its word, its own package, or a plain no; and the issue it stuck at."""
    who, put = seat(words, scenario, data["seat"]), package(words, scenario, data["package"], data["table"])
    told = words(f"event.offer.{data['reply']}", who=who, package=put)
    if data["reply"] == "counter":
        own = package(words, scenario, data["counter"], data["table"])
        told = words.sentences(told, words("event.offer.own", package=own))
    stuck = words("event.offer.issue", issue=_thing(words, scenario, data["table"], data["issue"]))
    return words.sentences(told, stuck if data["issue"] else "", _refusing(words, scenario, data))


def _refusing(words: Words, scenario: Scenario, data: Data) -> str:
    """What a department says when it will have none of it."""
    if data["reply"] != "refuse" or data["seat"] not in scenario.index["peer"]:
        return ""
    voice = scenario.peers[scenario.peer(data["seat"])].voice.get("refuse")
    return words("quote", text=words.text(voice)) if voice is not None else ""


def _thing(words: Words, scenario: Scenario, table_id: str, id: str) -> str:
    table = table_of(scenario, table_id)
    return id if table is None else thing(words, table, id)


def talks(words: Words, scenario: Scenario, data: Data) -> str:
    """Who said yes to which package, who stuck at what, and whether the talks counted."""
    told = [words("event.talks", table=table_name(words, scenario, data["table"]))]
    for at, name in ((2, data["first"]), (3, data["second"])):
        if name:
            agreed = [seat(words, scenario, a[0]) for a in data["answers"] if a[at] == "yes"]
            put = package(words, scenario, name, data["table"])
            told.append(words("event.talks.yes" if agreed else "event.talks.nobody", package=put,
                              who=words.listed(agreed)))  # fmt: skip
    stuck = [words("event.talks.one", who=seat(words, scenario, s), issue=_thing(words, scenario, data["table"], issue))
             for s, issue in data["named"]]  # fmt: skip
    if stuck:
        told.append(words("event.talks.named", stuck=words.listed(stuck)))
    if data["hollow"]:
        table = table_of(scenario, data["table"])
        many = table is not None and len(table.issues) > TOO_MANY_ISSUES
        why = words("event.consult.many" if many else "event.consult.nobody")
        told.append(words("event.talks.hollow", why=f" {why}" if words.lang == "en" else why))
    return words.sentences(*told)


def deal(words: Words, scenario: Scenario, data: Data) -> str:
    """How a table closed, and on what."""
    put = package(words, scenario, data["package"], data["table"])
    return words(f"event.deal.{data['how']}", table=table_name(words, scenario, data["table"]), package=put)


def ruling(words: Words, scenario: Scenario, data: Data) -> str:
    """What a leader ruled: one of the packages submitted, one of their own, or back it goes."""
    how = "shelved" if data["ruling"] == "shelve" else "own" if data["own"] else "given"
    put = package(words, scenario, data["ruling"], data["table"])
    table = table_name(words, scenario, data["table"])
    return words(f"event.ruling.{how}", leader=seat(words, scenario, data["leader"]), table=table, package=put)


def ranges(words: Words, scenario: Scenario, data: Data) -> str:
    """Tell that evidence shows in what range everybody's points lie."""
    return words("event.ranges", table=table_name(words, scenario, data["table"]))


def unlocked(words: Words, scenario: Scenario, data: Data) -> str:
    """Which option may be put on the table from now on."""
    option = _thing(words, scenario, data["table"], data["option"])
    return words("event.unlocked", table=table_name(words, scenario, data["table"]), option=option)


def condition(words: Words, scenario: Scenario, data: Data) -> str:
    """How the lead answered a caller who named a package, and perhaps a promise wanted with it."""
    put = package(words, scenario, data["package"], data["table"])
    return words(f"event.condition.{data['answer']}", who=seat(words, scenario, data["peer"]), package=put,
                 table=table_name(words, scenario, data["table"]))  # fmt: skip


TELLERS = {
    "offer": offer,
    "talks": talks,
    "deal": deal,
    "ruling": ruling,
    "ranges": ranges,
    "unlocked": unlocked,
    "condition": condition,
}
"""How each kind of event at a table is told."""
