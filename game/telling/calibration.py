"""How often a forecast's range held what then came about, as measured in bots' games once a release.

The figures are made by `python -m tests.calibration`, which says how; they are shown wherever a range is.
"""

from collections.abc import Iterable

HELD: dict[str, tuple[int, int]] = {
    "burden": (69, 79),
    "clarity": (302, 619),
    "credibility": (6, 6),
    "evidence": (279, 322),
    "favor": (174, 194),
    "heat": (139, 149),
    "progress": (129, 139),
    "real": (454, 592),
    "trust": (537, 706),
}
"""By kind of measure: how many shown ranges held the change that came about, and how many were shown."""


def spoken(names: Iterable[str]) -> dict[str, int]:
    """Return what the sentence about ranges is filled with: how many of a hundred such held, of how many measured."""
    rows = [HELD[kind] for kind in {name.partition(".")[0] for name in names} if kind in HELD]
    held, shown = (sum(column) for column in zip(*rows, strict=True)) if rows else (0, 0)
    return {"held": 100 * held // max(1, shown), "shown": shown}
