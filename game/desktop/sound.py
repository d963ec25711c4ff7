"""Eight short cues, synthesised when first heard; silent without a sound card."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from math import exp, pi, sin

import pygame

RATE = 22050
# name: (seconds, loudness 0–1, partials as (frequency in hertz, strength), decay per second)
CUES: dict[str, tuple[float, float, tuple[tuple[float, float], ...], float]] = {
    "tap": (0.05, 0.25, ((720, 1.0), (1440, 0.3)), 70),
    "stamp": (0.16, 0.6, ((92, 1.0), (140, 0.6), (61, 0.5)), 26),
    "page": (0.12, 0.2, ((1900, 0.4), (2310, 0.4), (3170, 0.3)), 30),
    "bell": (0.7, 0.35, ((880, 1.0), (1760, 0.5), (2640, 0.25)), 6),
    "good": (0.5, 0.3, ((523, 1.0), (659, 0.8), (784, 0.7)), 7),
    "bad": (0.5, 0.35, ((220, 1.0), (233, 0.8), (110, 0.6)), 7),
    "phone": (0.4, 0.3, ((440, 1.0), (480, 1.0)), 3),
    "end": (1.2, 0.35, ((262, 1.0), (330, 0.8), (392, 0.8), (523, 0.6)), 3),
}


def samples(cue: str) -> array[int]:
    """One cue as 16-bit mono samples at 22,050 a second, with soft ends; raises `KeyError` if unknown."""
    seconds, loudness, partials, decay = CUES[cue]
    count = int(seconds * RATE)
    scale = 32000 * loudness / sum(strength for _, strength in partials)
    wave = array("h")
    for i in range(count):
        time = i / RATE
        ends = min(1.0, i / 60, (count - i) / 200)
        tone = sum(strength * sin(2 * pi * pitch * time) for pitch, strength in partials)
        wave.append(int(scale * ends * exp(-decay * time) * tone))
    return wave


class Sound:
    """Plays cues. The device is opened at the first one; if that fails, all stay silent."""

    def __init__(self) -> None:
        self._kept: dict[str, pygame.mixer.Sound] = {}
        self._works: bool | None = None

    def play(self, cue: str) -> None:
        """Play a cue of `CUES`; anything else is silence."""
        if cue not in CUES or not self._open():
            return
        if cue not in self._kept:
            self._kept[cue] = pygame.mixer.Sound(buffer=samples(cue).tobytes())
        self._kept[cue].play()

    def close(self) -> None:
        """Give the device back."""
        if self._works:
            pygame.mixer.quit()
        self._works, self._kept = None, {}

    def _open(self) -> bool:
        if self._works is None:
            try:
                with _hushed():
                    pygame.mixer.init(RATE, -16, 1, 512, allowedchanges=0)
                self._works = True
            except pygame.error:
                self._works = False
        return self._works


@contextmanager
def _hushed() -> Iterator[None]:
    """Keep what the sound system's C library writes to the error stream off the terminal."""
    try:
        kept, nothing = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    except OSError:
        yield
        return
    try:
        os.dup2(nothing, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nothing)
