"""How often a forecast's range held what then came about, as measured in bots' games once a release.

The figures are made by `python -m tests.calibration`, which says how; they are shown wherever a range is.
"""

from collections.abc import Iterable

HELD: dict[str, tuple[int, int]] = {
    "burden": (72, 79),
    "clarity": (225, 541),
    "credibility": (4, 4),
    "evidence": (202, 237),
    "favor": (171, 177),
    "heat": (150, 160),
    "progress": (140, 148),
    "real": (499, 626),
    "trust": (395, 518),
}
"""By kind of measure: how many shown ranges held the change that came about, and how many were shown."""


def spoken(names: Iterable[str]) -> dict[str, int]:
    """Return what the sentence about ranges is filled with: how many of a hundred such held, of how many measured."""
    rows = [HELD[kind] for kind in {name.partition(".")[0] for name in names} if kind in HELD]
    held, shown = (sum(column) for column in zip(*rows, strict=True)) if rows else (0, 0)
    return {"held": 100 * held // max(1, shown), "shown": shown}
