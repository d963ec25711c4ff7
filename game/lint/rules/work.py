"""Duties that hang in the air: an owner who is no party, nobody able to become one, a peer with nothing to do."""

from collections.abc import Iterator

from game.lint.rule import Case
from game.scenario.finding import Finding


def work(case: Case) -> Iterator[Finding]:
    """Yield every owner outside its parties, every workstream nobody can take on, and every peer without any.

    Nobody can take on what is nobody's where no party has any capacity, at the start or ever.
    """
    busy: set[str] = set()
    for id, given in case.file.workstreams.items():
        busy.update(given.parties)
        if given.owner is not None and given.owner not in given.parties:
            parties = ", ".join(given.parties)
            yield case.warn(("workstreams", id, "owner"), "owner-outside", owner=given.owner, choices=parties)
        if given.owner is None and not any(_able(case, peer) for peer in given.parties):
            yield case.warn_key(("workstreams", id), "work-ownerless", parties=", ".join(given.parties))
    for id in case.file.peers:
        if id not in busy:
            yield case.warn_key(("peers", id), "peer-idle", peer=id)


def _able(case: Case, peer: str) -> bool:
    """Tell whether a peer has any capacity, or may come to have some."""
    return case.fixed.get(f"capacity.{peer}") != (0, 0)
