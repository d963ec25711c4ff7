"""What a playtest plays: a scenario's file at a length and in a variant, with what its author claims of many games."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.scenario.arm import Setting
from game.scenario.balance import Claim
from game.scenario.finding import ScenarioError
from game.scenario.load import patched, read_file
from game.scenario.source import Source


@dataclass(frozen=True, slots=True)
class Given:
    """A setting to be played, the source its lines point into, and the claims about it."""

    setting: Setting
    source: Source
    claims: Mapping[str, Claim]
    lengths: tuple[str, ...]


def given(path: Path, length: str, variant: str = "") -> Given:
    """Read what is to be played; `ScenarioError` if the file has errors or no such variant; OSError."""
    reading = read_file(path, variant)
    if reading.file is None or reading.source is None or not reading.playable:
        raise ScenarioError(reading.findings)
    setting = Setting(patched(reading.source, variant)[0], (), length, variant)
    return Given(setting, reading.source, reading.file.balance, tuple(map(str, reading.file.lengths)))
