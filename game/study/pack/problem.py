"""Problems of a game with their causes: what could be better, and why the peers who held back did so."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from game.study.pack.finding import Finding, areas
from game.study.pack.played import Played

Group = Literal["peers", "duty", "ledger", "means", "upward", "table"]
GROUPS: dict[str, Group] = {
    "not_agreed": "table", "padded": "ledger", "lost_trust": "peers", "broken": "table", "unowned": "duty",
    "pressed_unheard": "means", "same_means": "means", "idle": "means", "declined": "upward", "turned_down": "means",
    "hot_above": "upward",
}  # fmt: skip
"""The bone of the fishbone a kind of finding belongs to."""
_HELD_BACK = frozenset({"stall", "pass", "minimal"})
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A peer that mostly kept back in one workstream for one reason: how often, and the first line."""

    peer: str
    work: str
    act: str
    because: str
    times: int
    line: int


def held_back(game: Played) -> list[HeldBack]:
    """Return who held back where and why, by how often; each peer with its commonest reason only."""
    seen: Counter[tuple[str, str, str, str]] = Counter()
    first: dict[tuple[str, str, str, str], int] = {}
    for moment, event in game.events("act"):
        data: dict[str, Any] = event.data
        if data["act"] in _HELD_BACK and data["because"]:
            key = (data["peer"], data["work"], data["act"], data["because"])
            seen[key] += 1
            first.setdefault(key, moment.line)
    found: dict[str, HeldBack] = {}
    for key, n in sorted(seen.items(), key=lambda item: (-item[1], first[item[0]])):
        if n >= _OFTEN:
            found.setdefault(key[0], HeldBack(*key, n, first[key]))
    return list(found.values())


def problems(game: Played, most: int = 6) -> list[tuple[Finding, list[HeldBack]]]:
    """Return the weightiest problems, each with the peers whose holding back bears on it."""
    kept = held_back(game)
    return [(finding, list(_bearing(game, finding, kept))) for finding in areas(game)[:most]]


def _bearing(game: Played, finding: Finding, kept: list[HeldBack]) -> Iterator[HeldBack]:
    args = finding.args
    table = args.get("table")
    parties = set()
    if table is not None:
        parties = {p.seat for p in game.scenario.tables[game.scenario.index["table"][table]].parties}
    for one in kept:
        same = one.work == args["work"] if "work" in args else one.peer == args.get("who") or one.peer in parties
        if same:
            yield one
