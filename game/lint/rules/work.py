"""Duties that hang in the air: an owner who is no party, a peer with nothing to do."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario.finding import Finding


def work(case: Case) -> Iterator[Finding]:
    """Yield every owner outside its workstream's parties, and every peer that no workstream involves."""
    busy: set[str] = set()
    for id, given in case.file.workstreams.items():
        busy.update(given.parties)
        if given.owner is not None and given.owner not in given.parties:
            parties = ", ".join(given.parties)
            yield case.warn(("workstreams", id, "owner"), "owner-outside", owner=given.owner, choices=parties)
    for id in case.file.peers:
        if id not in busy:
            yield case.warn_key(("peers", id), "peer-idle", peer=id)
