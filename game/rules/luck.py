"""Luck as a pure function of the game's seed, the turn and names: no generator to carry about.

A changed decision does not reshuffle unrelated luck, so "what if I had …" is exact. Knows nothing of what is decided.
"""

from zlib import crc32

from game.rules.state import State

_MASK = (1 << 64) - 1
_NAMES: dict[str, int] = {}


def _code(name: str) -> int:
    """Return a fixed 32-bit number for a name (its CRC), remembered."""
    code = _NAMES.get(name)
    if code is None:
        code = _NAMES[name] = crc32(name.encode("utf-8"))
    return code


def mixed(seed: int, turn: int, who: str, what: str, nth: int = 0) -> int:
    """Return 64 well-mixed bits for (seed, turn, who, what, nth); the mixer is SplitMix64's finaliser."""
    x = seed * 0x9E3779B97F4A7C15 + turn * 0xD1B54A32D192ED03 + (_code(who) << 32) + _code(what) + nth
    x &= _MASK
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & _MASK
    return x ^ (x >> 31)


def luck(state: State, who: str, what: str, nth: int = 0) -> int:
    """Return a draw in 0–999, each equally likely; a trainer's fixed draw (`state.fixed`) comes first."""
    if state.fixed:
        held = state.fixed.get(f"{state.turn}/{who}/{what}/{nth}")
        if held is not None:
            return held
    return mixed(state.seed, state.turn, who, what, nth) % 1000
