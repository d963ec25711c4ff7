"""What a player may choose about the window, as one value; knows no file it is kept in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

COMMANDS: dict[str, tuple[str, ...]] = {
    "next": ("tab",), "previous": ("shift tab",), "activate": ("return", "space", "enter"),
    "back": ("escape",), "up": ("up",), "down": ("down",), "left": ("left",), "right": ("right",),
    "page up": ("page up",), "page down": ("page down",), "start": ("home",), "end": ("end",),
    "explain": ("f1", "?"), "larger": ("ctrl =", "ctrl +"), "smaller": ("ctrl -",), "screen": ("f11",),
}
SCALES = (100, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Settings:
    """`theme` is a name of `THEMES`; `scale` the text size in percent, 100–200; `keys` remaps `COMMANDS`.

    Without `motion` nothing moves by itself, without `hints` nothing is pointed at; `learnt` are the hints known now.
    """

    theme: str = "light"
    scale: int = 100
    sound: bool = True
    motion: bool = True
    hints: bool = True
    learnt: frozenset[str] = frozenset()
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: COMMANDS)

    def command(self, key: str) -> str:
        """The command a key stands for, by SDL's name of the key; empty when none."""
        return next((command for command, keys in self.keys.items() if key in keys), "")

    def stepped(self, step: int) -> int:
        """The next larger (`step` 1) or smaller (-1) text size."""
        sizes = [scale for scale in SCALES if (scale - self.scale) * step > 0] or [self.scale]
        return sizes[0] if step > 0 else sizes[-1]
