"""What the lead finds out about a peer, in words: at visits, by sounding out, and by what moves and events reveal."""

from collections.abc import Mapping
from typing import Any

from game.scenario.scenario import Peer, Scenario
from game.telling.name import seat
from game.telling.package import table_of, thing
from game.telling.words import Words

Data = Mapping[str, Any]


def _found_out(words: Words, peer: Peer, fact: str) -> str:
    """What the lead knows of a peer now: an interest or a red line in its own words, others by what they are about."""
    who, texts = words.text(peer.short), {"interest": words.text(peer.interest), "redline": words.text(peer.redline)}
    if texts.get(fact):
        return words(f"event.revealed.{fact}", who=who, text=texts[fact])
    return words("event.revealed", who=who, fact=words(f"fact.{fact}"))


def _revealed(words: Words, scenario: Scenario, data: Data) -> str:
    return _found_out(words, scenario.peers[scenario.peer(data["peer"])], data["what"])


def _visit(words: Words, scenario: Scenario, data: Data) -> str:
    """What is said, and what was found out; one that has no new reason to give speaks of what it could live with."""
    peer = scenario.peers[scenario.peer(data["target"])]
    head = words("event.visit.fresh", who=words.text(peer.short)) if data.get("fresh") else words.text(peer.head)
    said = words("event.visit.new" if data["new"] else "event.visit.again", head=head,
                 line=words.text(peer.reasons[data["line"]].text))  # fmt: skip
    found = _found_out(words, peer, data["reveals"]) if data["reveals"] else ""
    if not data["new"]:
        found = words("event.visit.points") if any(t.party(peer.id) >= 0 for t in scenario.tables) else ""
    return words.sentences(said, found, words("event.visit.intents"))


def _sound(words: Words, scenario: Scenario, data: Data) -> str:
    who = seat(words, scenario, data["target"])
    if not data["more"]:
        return words("event.sound.nothing", who=who)
    table = table_of(scenario, data["table"])
    if table is not None:
        return words("event.sound.table", who=who, table=words.text(table.name),
                     more=thing(words, table, data["more"]), less=thing(words, table, data["less"]))  # fmt: skip
    more, less = words(f"concern.{data['more']}"), words(f"concern.{data['less']}")
    return words("event.sound", who=who, more=more, less=less)


def _visited(words: Words, scenario: Scenario, data: Data) -> str:
    said = scenario.peers[scenario.peer(data["target"])].reasons[data["line"]].text
    return words("event.visited", lead=seat(words, scenario, "lead"), line=words.text(said))


def _sounded(words: Words, scenario: Scenario, _data: Data) -> str:
    return words("event.sounded", lead=seat(words, scenario, "lead"))


TELLERS = {"visit": _visit, "sound": _sound, "revealed": _revealed}
"""How each kind of event is told to the lead."""

CALLED_ON = {"visit": _visited, "sound": _sounded}
"""How the kinds of event that happen between the lead and one other seat are told to that seat."""
