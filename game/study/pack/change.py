"""What a stretch of a game changed, in short phrases: trust, what is known, promises, papers, duties, credibility."""

from game.rules import State
from game.scenario.scenario import Scenario
from game.telling.name import seat, work
from game.telling.number import signed
from game.telling.words import Words

_SEEN = 5
"""The least change of a level that is told, ‰."""


def changes(words: Words, scenario: Scenario, before: State, after: State) -> list[str]:
    """Return what differs between two states of a game; empty where nothing told here does."""
    found = []
    for peer, old, new in zip(scenario.peers, before.trust, after.trust, strict=True):
        if abs(new - old) >= _SEEN:
            found.append(words("pack.change.trust", who=words.text(peer.short), by=signed(new - old)))
    for leader, old, new in zip(scenario.leaders, before.favor, after.favor, strict=True):
        if abs(new - old) >= _SEEN:
            found.append(words("pack.change.favor", who=words.text(leader.name), by=signed(new - old)))
    for name, old, new in (
        ("credibility", before.credibility[0], after.credibility[0]),
        ("mandate", before.mandate[0], after.mandate[0]),
        ("burden", before.grassroots[2], after.grassroots[2]),
        ("morale", before.grassroots[1], after.grassroots[1]),
    ):
        if abs(new - old) >= _SEEN:
            found.append(words(f"pack.change.{name}", by=signed(new - old)))
    return found + _gained(words, scenario, before, after)


def _gained(words: Words, scenario: Scenario, before: State, after: State) -> list[str]:
    """Return what was learnt, agreed, signed, promised and taken on."""
    found = []
    for name in ("known", "consents", "papers", "owed"):
        more = len(set(getattr(after, name)) - set(getattr(before, name)))
        if more:
            found.append(words(f"pack.change.{name}", n=more))
    for one, old, new in zip(scenario.works, before.owner, after.owner, strict=True):
        if new != old and new >= 0:
            owner = seat(words, scenario, scenario.peers[new].id)
            found.append(words("pack.change.owner", work=work(words, scenario, one.id), who=owner))
    return found
