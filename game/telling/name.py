"""What people, departments and workstreams are called, and words for levels and dates."""

from game.scenario.scenario import Scenario
from game.telling.clock import moment
from game.telling.words import Words


def seat(words: Words, scenario: Scenario, id: str) -> str:
    """Return the short name of a seat (or of the body "discipline"); the id itself if there is no such seat."""
    return _named(words, scenario, id, short=True)


def full(words: Words, scenario: Scenario, id: str) -> str:
    """Return the full name of a seat, a leader with title."""
    return _named(words, scenario, id, short=False)


def _named(words: Words, scenario: Scenario, id: str, short: bool) -> str:
    index = scenario.index
    if id in index["peer"]:
        peer = scenario.peers[index["peer"][id]]
        return words.text(peer.short if short else peer.name)
    if id in index["leader"]:
        leader = scenario.leaders[index["leader"][id]]
        return words.text(leader.name if short or not leader.title else leader.title)
    if id == "lead":
        return words.text(scenario.lead.short if short else scenario.lead.name)
    if id == "office":
        return words.text(scenario.office[1 if short else 0])
    if id == "discipline":
        return words.text(scenario.discipline[1 if short else 0])
    return words("seat.trainer" if short else "seat.trainer.full") if id == "trainer" else id


def work(words: Words, scenario: Scenario, id: str) -> str:
    """Return the short name of a workstream; the id itself if there is none."""
    index = scenario.index["workstream"]
    return words.text(scenario.works[index[id]].short) if id in index else id


def full_work(words: Words, scenario: Scenario, id: str) -> str:
    """Return the full name of a workstream."""
    return words.text(scenario.works[scenario.work(id)].name)


def head(words: Words, scenario: Scenario, peer_id: str) -> str:
    """Return what the head of a department is called."""
    return words.text(scenario.peers[scenario.peer(peer_id)].head)


def level(words: Words, band: int, of: str = "trust") -> str:
    """Return the word for one of five bands: of trust (冷淡 … 铁), a leader's "favor", or "heat"."""
    return words(f"{of}.{max(0, min(4, band))}")


def heat(words: Words, value: int | None) -> str:
    """Return the word for a thermometer (‰); "not yet known" for one nobody has read."""
    return words("unknown") if value is None else level(words, value // 200, "heat")


def act(words: Words, scenario_act: str) -> str:
    """Return the word for one of the five acts."""
    return words(f"act.{scenario_act}")


def date(words: Words, scenario: Scenario, day: int, turn: int) -> str:
    """Return when it is: the turn, and the day or what the clock says."""
    when = moment(words, scenario.clock, day, "head")
    return words("date.turn" if day or scenario.clock else "date.start", turn=turn, when=when)
