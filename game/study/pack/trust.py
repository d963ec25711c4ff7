"""Where a peer's trust moved most in a game, and by what."""

from itertools import pairwise

from game.rules import Action
from game.study.pack.played import Played

LEAST = 60
"""The least change of trust over a game that is worth telling, ‰."""


def swing(game: Played, peer: str, up: bool) -> tuple[int, int, Action | None]:
    """Return the line on which a peer's trust rose (or fell) most, by how much (‰), and the action on that line."""
    p = game.scenario.peer(peer)
    steps = [(b.state.trust[p] - a.state.trust[p], b) for a, b in pairwise(game.moments)]
    by, moment = max(steps, key=lambda s: s[0]) if up else min(steps, key=lambda s: s[0])
    return moment.line, by, moment.action
